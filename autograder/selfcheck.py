"""Run the public checks on one file, in a second, and say what they found."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError
from autograder.plain import PlainParent
from autograder.process import Starter, Zygote

if TYPE_CHECKING:
    from autograder.exercise import Course, Exercise
    from autograder.records import GradeRecord, QuestionResult

ONLY_PUBLIC = "public checks only: hidden checks also count"
_WATCH_SECONDS = 0.3


def public_texts(course: Course, exercise: Exercise) -> dict[str, str]:
    """The public test files as students have them."""
    folder = course.root / "assignments" / exercise.name / "tests"
    try:
        return {name: (folder / f"{name}.py").read_text(encoding="utf-8") for name in exercise.questions}
    except OSError as error:
        raise CourseError(f"{error.filename} cannot be read; run `make build` to write the public checks.") from error


def _starter(path: Path, confine: str) -> Starter:
    if confine == "none":
        return PlainParent(path.resolve().parent)
    from autograder import sandbox

    return Zygote(sandbox.choose(confine))


def run(path: Path, course: Course, only: Exercise | None = None, confine: str = "none") -> GradeRecord:
    """Grade one file against the public checks.

    Parameters
    ----------
    confine : str
        "none" runs the file in a plain process, as its writer would run it; the names of the
        sandbox's levels, and "auto", put it behind the wall that grading uses.
    """
    if not path.is_file():
        raise CourseError(f"{path} is no file; give the .py or .ipynb file to check, as in FILE=ex.py.")
    # It imports NumPy while this process imports the grader.
    starter = _starter(path, confine)
    try:
        from autograder.collect import collect
        from autograder.grade import Grader
        from autograder.testfiles import load_light

        (found,) = collect(path, course, only).submissions
        exercise = course.exercise(found.exercise)
        grader = Grader(exercise, 0, load_light, public_texts(course, exercise))
        record, _ = grader.grade(found, starter)
        return record
    finally:
        starter.close()


def _told(question: QuestionResult) -> list[str]:
    passed = sum(case.passed for case in question.cases)
    if question.status == "awaiting":
        return [f"  {question.name}: written; a person will read it"]
    if question.status == "missing":
        return [f"  {question.name}: {question.note}"]
    lines = [f"  {question.name}: {passed} of {len(question.cases)} public checks passed"]
    if question.note:
        return [*lines, f"    {question.note}"]
    unwritten = {case.message for case in question.cases if "is not written yet" in case.message}
    if unwritten:
        return [*lines[:0], f"  {unwritten.pop()}"]
    for case in question.cases:
        if not case.passed:
            lines += [f"    x {case.description}", f"      {case.message}"]
            example = case.counterexample
            if example:
                lines += [f"        {name} = {value}" for name, value in example.input.items()]
                lines.append(f"        your answer: {example.answer}")
                if example.expected is not None:
                    lines.append(f"        right answer: {example.expected}")
    return lines


def report(record: GradeRecord) -> str:
    """A record of public checks as text for a terminal."""
    lines = [f"{record.file} ({record.exercise}), {ONLY_PUBLIC}"]
    if record.message:
        lines.append(f"  {record.message}")
    lines += [f"  error in {line}" for line in record.cell_errors]
    if not record.message:
        for question in record.questions:
            lines += _told(question)
    return "\n".join(lines)


def all_passed(record: GradeRecord) -> bool:
    """Whether every public check of every question passed."""
    graded = [question for question in record.questions if question.cases or question.status != "awaiting"]
    return (
        not record.message
        and all(case.passed for question in graded for case in question.cases)
        and all(q.cases for q in graded if q.status == "graded")
    )


def watch(path: Path, once: Callable[[], int]) -> int:
    """Call `once` now and whenever the file is saved, until Ctrl-C."""
    seen = None
    try:
        while True:
            stamp = path.stat().st_mtime_ns if path.exists() else None
            if stamp is not None and stamp != seen:
                seen = stamp
                once()
                print("waiting for the next save; Ctrl-C ends", file=sys.stderr)
            time.sleep(_WATCH_SECONDS)
    except KeyboardInterrupt:
        return 0
