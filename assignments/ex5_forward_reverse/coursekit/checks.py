"""The checks of a notebook: otter runs them, and their results are told in sentences."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from . import packing
from .words import UNWRITTEN, spoken

ONLY_PUBLIC = "public checks only: hidden checks also count"


class Told:
    """A question's result; a notebook shows it as its text."""

    def __init__(self, text: str, passed: int = 0, count: int = 0) -> None:
        self.text, self.passed, self.count = text, passed, count

    def __repr__(self) -> str:
        return f"{self.text}\n{ONLY_PUBLIC}" if self.count and UNWRITTEN not in self.text else self.text


def tell(result: Any) -> Told:
    """An otter test file that was run, in sentences."""
    cases = result.test_case_results
    passed = sum(case.passed for case in cases)
    failed = [(case.test_case.body.test_func.__doc__, spoken(case.message)) for case in cases if not case.passed]
    unwritten = [text for _, text in failed if UNWRITTEN in text]
    if unwritten:
        return Told(unwritten[0], passed, len(cases))
    lines = [f"{result.name}: {passed} of {len(cases)} public checks passed"]
    for title, text in failed:
        lines += [f"  x {' '.join((title or '').split())}", f"    {text}"]
    return Told("\n".join(lines), passed, len(cases))


def _otter_fault(folder: Path) -> str:
    """Install otter on Colab, where it is missing; say what to do where it is missing elsewhere."""
    if importlib.util.find_spec("otter"):
        return ""
    pinned = [line for line in (folder / "requirements.txt").read_text().split() if line.startswith("otter-grader")]
    if "google.colab" in sys.modules:
        print(f"Installing {pinned[0]}, which takes a minute ...")
        if subprocess.run([sys.executable, "-m", "pip", "install", "-q", *pinned]).returncode == 0:
            importlib.invalidate_caches()
            return ""
    return f"{pinned[0]} is not installed here; run `pip install -r requirements.txt` in a terminal and restart the kernel."


class Checks:
    """Stands where otter's Notebook stands: `check` runs it, `hand_in` packs the notebook."""

    only_public = ONLY_PUBLIC

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path.cwd()
        about = json.loads(Path(__file__).with_name("about.json").read_text(encoding="utf-8"))
        self.exercise: str = about["exercise"]
        self.questions: list[str] = about["questions"]
        self.written: dict[str, str] = about["written"]
        self._otter: Any = None
        self.fault = self._load()
        if self.fault:
            print(self.fault)

    def _load(self) -> str:
        if not (self.folder / "tests").is_dir():
            return (
                "The folder tests is not beside this notebook, so nothing can be checked; "
                f"put it back (it is in {self.exercise}-kit.zip) and run this cell again."
            )
        fault = _otter_fault(self.folder)
        if not fault:
            import otter

            self._otter = otter.Notebook(tests_dir=str(self.folder / "tests"))
        return fault

    def check(self, question: str, global_env: dict[str, Any] | None = None) -> Told:
        """Run the public checks of one question on what is defined now."""
        if self.fault:
            return Told(self.fault)
        if question not in self.questions:
            return Told(f"There is no question {question!r}; this exercise has {', '.join(self.questions)}.")
        env = sys._getframe(1).f_globals if global_env is None else global_env
        if question not in env:
            return Told(f"{question} is not defined yet; run the cell that defines it and then this one again.")
        return tell(self._otter.check(question, env))

    def check_all(self) -> Told:
        """Run the public checks of all questions."""
        env = sys._getframe(1).f_globals
        return Told("\n".join(self.check(question, env).text for question in self.questions))

    def hand_in(self, path: str | Path | None = None) -> None:
        """Look at the saved notebook as grading will, and pack it; say what is inside and what is left to do."""
        packing.hand_in(self, Path(path) if path else None, sys._getframe(1).f_globals)
