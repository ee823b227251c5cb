"""What Gradescope shows of a graded file: ``results.json``, an entry a case, whoever graded it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HIDDEN_COUNT = "Hidden checks also count; what they found is shown with the grades."


@dataclass(frozen=True)
class Told:
    """One case as it is shown; `words` are empty where it passed."""

    name: str
    hidden: bool
    passed: bool
    max_points: float
    words: str = ""


def shown(
    questions: Sequence[tuple[str, Sequence[Told], str]], errors: Sequence[str], remarks: Sequence[str], show_hidden: bool
) -> dict[str, Any]:
    """The contents of ``results.json`` for a file that was graded.

    Parameters
    ----------
    questions : sequence of (name, cases, note)
        In the order of the lesson; a note says what is special about a question.
    errors : sequence of str
        Errors of the student's own cells; the first three are shown.
    show_hidden : bool
        Whether hidden cases are shown when the grades are published, or never.
    """
    lines = [*remarks, *(f"Your file did not run through. {error}" for error in errors[:3])]
    tests: list[dict[str, Any]] = []
    for place, (name, cases, note) in enumerate(questions, 1):
        public = [case for case in cases if not case.hidden]
        line = f"{name}: {sum(case.passed for case in public)} of {len(public)} public checks passed"
        lines.append(f"{line} ({note})" if note else line)
        tests += [_entry(name, f"{place}.{n}", case, show_hidden) for n, case in enumerate(cases, 1)]
    return {
        "score": round(sum(test["score"] for test in tests), 5),
        "tests": tests,
        "output": "\n".join([*lines, HIDDEN_COUNT]),
        **_TEXT,
    }


_TEXT = {"output_format": "text", "test_output_format": "text", "test_name_format": "text"}


def _entry(name: str, number: str, case: Told, show_hidden: bool) -> dict[str, Any]:
    return {
        "name": f"{name}: {case.name.replace(': ', ', ', 1)}",
        "number": number,
        "score": round(case.max_points if case.passed else 0.0, 5),
        "max_score": round(case.max_points, 5),
        "status": "passed" if case.passed else "failed",
        "output": case.words,
        "visibility": ("after_published" if show_hidden else "hidden") if case.hidden else "visible",
    }


def without_results(sentence: str, remarks: Sequence[str] = ()) -> dict[str, Any]:
    """The contents of ``results.json`` for a file that could not be graded."""
    entry = {"name": "The file could not be graded", "status": "failed", "visibility": "visible", "output": sentence}
    return {"score": 0, "tests": [entry], "output": "\n".join(remarks), **_TEXT}


def write(folder: Path, contents: dict[str, Any]) -> None:
    """Write ``results/results.json`` in Gradescope's folder."""
    path = folder / "results" / "results.json"
    path.write_text(json.dumps(contents, indent=1), encoding="utf-8")
