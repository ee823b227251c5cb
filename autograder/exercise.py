"""Find the course's exercises and read what one folder under ``solutions/`` holds."""

from __future__ import annotations

import ast
import re
import types
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.banks import Bank
from autograder.errors import CourseError
from autograder.kept import sources
from autograder.rubric import Rubric
from autograder.rubric import load as load_rubric
from autograder.submission import IGNORED_TAG

ROOT = Path(__file__).resolve().parent.parent
_QUESTION = re.compile(r"^# # BEGIN QUESTION\n# name: (\w+)$", re.MULTILINE)
COMMON = "common"
"""The stem of a file in ``checks/`` that the exercise's checks import from; no question."""

_CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)


def _defines(node: ast.stmt) -> bool:
    """Whether a statement defines a function, a class, an import or an upper-case constant."""
    if isinstance(node, ast.Assign):
        return all(isinstance(target, ast.Name) and target.id.isupper() for target in node.targets)
    return isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom))


def _brings(node: ast.Import | ast.ImportFrom) -> set[str]:
    """The names that an import binds."""
    return {(alias.asname or alias.name).split(".")[0] for alias in node.names}


@dataclass(frozen=True)
class Exercise:
    """One exercise: a folder with a master, checks, banks and (optionally) a rubric."""

    name: str
    folder: Path

    @cached_property
    def sources(self) -> str:
        """A hash of all that the folder's Python files say."""
        return sources(self.folder)

    @cached_property
    def master(self) -> str:
        return (self.folder / "master.py").read_text(encoding="utf-8")

    @cached_property
    def title(self) -> str:
        found = re.search(r"^# # (?!BEGIN|END|ASSIGNMENT)(.+)$", self.master, re.MULTILINE)
        return found.group(1).strip() if found else self.name

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The names of the automatically graded questions, in the master's order."""
        names = tuple(name for name in _QUESTION.findall(self.master) if self.check_path(name).exists())
        if not names:
            raise CourseError(f"{self.folder / 'master.py'} has no question with a checks file; add checks/<question>.py.")
        stray = {path.stem for path in (self.folder / "checks").glob("*.py")} - {*names, COMMON}
        if stray:
            raise CourseError(
                f"{self.folder / 'checks'} has checks for {', '.join(sorted(stray))}, which master.py does not ask; "
                "add a BEGIN QUESTION cell with that name or remove the file."
            )
        return names

    def check_path(self, question: str) -> Path:
        return self.folder / "checks" / f"{question}.py"

    @cached_property
    def reference(self) -> dict[str, Any]:
        """The namespace that the master's code cells leave, solutions included."""
        namespace: dict[str, Any] = {"__name__": f"reference_{self.name}"}
        exec(compile(self.reference_source, str(self.folder / "master.py"), "exec"), namespace)
        return namespace

    @cached_property
    def reference_source(self) -> str:
        """The master's code that defines things: functions, classes, imports and CONSTANTS."""
        code = []
        marks = list(_CELL.finditer(self.master))
        for mark, following in zip(marks, [*marks[1:], None]):
            if "[" not in mark.group(1).split("tags=")[0] and IGNORED_TAG not in mark.group(1):
                code.append(self.master[mark.end() : following.start() if following else None])
        body = [node for node in ast.parse("\n".join(code)).body if _defines(node)]
        used = {name.id for node in body for name in ast.walk(node) if isinstance(name, ast.Name)}
        # The lesson's figures need a plotting library, which takes half a second to import.
        body = [node for node in body if not isinstance(node, (ast.Import, ast.ImportFrom)) or _brings(node) & used]
        return "\n\n".join(ast.unparse(node) for node in body) + "\n"

    @cached_property
    def exports(self) -> tuple[str, ...]:
        """All names that checks may ask for: the questions and the parameters of their cases."""
        names = dict.fromkeys(self.questions)
        for question in self.questions:
            for node in ast.parse(self.check_path(question).read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and node.decorator_list:
                    names.update(dict.fromkeys(arg.arg for arg in node.args.args if arg.arg != "env"))
        return tuple(names)

    @cached_property
    def banks(self) -> dict[str, Bank]:
        return dict(self.support("banks").get("BANKS", {}))

    @cached_property
    def _supports(self) -> dict[str, dict[str, Any]]:
        return {}

    def support(self, stem: str) -> dict[str, Any]:
        """The namespace of ``<stem>.py`` in the exercise's folder, empty if there is none."""
        if stem not in self._supports:
            self._supports[stem] = self._load(stem)
        return self._supports[stem]

    def _load(self, stem: str) -> dict[str, Any]:
        path = self.folder / f"{stem}.py"
        if not path.exists():
            return {}
        module = types.ModuleType(f"{self.name}_{stem}")
        module.__file__ = str(path)
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), vars(module))
        return vars(module)

    @cached_property
    def placeholder(self) -> str:
        """What stands in the written answer's cell before a student writes there."""
        found = re.search(r"^# %% \[markdown\].*written:.*\n((?:#.*\n)*)", self.master, re.MULTILINE)
        return "\n".join(line.removeprefix("#").strip() for line in found.group(1).splitlines()).strip() if found else ""

    @cached_property
    def rubric(self) -> Rubric | None:
        """How the exercise's written question is marked, if it has one."""
        path = self.folder / "rubric.yaml"
        return load_rubric(path) if path.exists() else None


@dataclass(frozen=True)
class Course:
    """All exercises below one root."""

    root: Path = ROOT

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        folders = sorted(path.parent for path in (self.root / "solutions").glob("*/master.py"))
        return {folder.name: Exercise(folder.name, folder) for folder in folders}

    def exercise(self, name: str) -> Exercise:
        """The exercise called `name`; a CourseError that lists the known ones otherwise."""
        if name not in self.exercises:
            raise CourseError(f"there is no exercise {name!r}; the course has {', '.join(self.exercises) or 'none'}.")
        return self.exercises[name]
