"""Grade in Gradescope's container: behind the wall where its kernel allows that, else by otter's own runner.

The zip brings the modules that this needs, the test files, and ``exercise.json``.  Which of the two
runners graded, and why, is printed for the instructor, who sees what a run prints.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import results, sandbox
from autograder.attempt import Bench
from autograder.checking import tell
from autograder.collect import of_folder
from autograder.errors import CourseError
from autograder.grade import Grader
from autograder.process import Zygote, ZygoteDied
from autograder.records import CaseResult, GradeRecord, QuestionResult, Submission
from autograder.testfiles import load_with_otter

SECONDS = 540
"""Gradescope ends a run after ten minutes (unless that is changed there) and then shows nothing."""
ABOUT = "exercise.json"
WALLS = ("auto", "required", "never")
_CHECK_STOPPED = "The check stopped with "


@dataclass(frozen=True)
class Packed:
    """What the zip has of an exercise; its reference, banks and rubric stay at home.

    `seconds` limits the computing time of a request, and three times that a question's.  `wall` may
    be changed by whoever uploads the zip: "required" grades behind the wall or not at all, "never"
    always lets otter grade.
    """

    name: str
    questions: tuple[str, ...]
    exports: tuple[str, ...]
    seconds: float
    wall: str = "auto"
    reference: dict[str, Any] = field(default_factory=dict)
    rubric: None = None
    placeholder: str = ""

    def check_path(self, question: str) -> Path:
        return Path("tests") / f"{question}.py"


@dataclass(frozen=True)
class Catalogue:
    """A course of one exercise."""

    exercises: dict[str, Packed]


class TooLong(BaseException):
    """The time for the whole run is over; no check may take it for a failure of its own."""


def read(source: Path) -> Packed:
    """Read what the zip says of its exercise."""
    about = json.loads((source / ABOUT).read_text(encoding="utf-8"))
    packed = Packed(about["name"], tuple(about["questions"]), tuple(about["exports"]), about["seconds"], about["wall"])
    if packed.wall not in WALLS:
        raise CourseError(f'{ABOUT} has "wall": {packed.wall!r}; it has to be one of {", ".join(WALLS)}.')
    return packed


def _wall(folder: Path, packed: Packed, config: dict[str, Any], within: Path) -> Bench:
    """A warm parent of confined student processes to grade with; a CourseError with the reason where there can be none."""
    if packed.wall == "never":
        raise CourseError(f'{ABOUT} has "wall": "never"')
    asked = sorted(set(config) - {"show_hidden"})
    if asked:
        raise CourseError(f"otter_config.json has {', '.join(asked)}, which only otter's own runner knows")
    try:
        level = sandbox.choose("auto")
    except sandbox.SandboxUnavailable as error:
        raise CourseError("; ".join(reason for reason in sandbox.probe().values() if reason)) from error
    sandbox.refuse_exposed([folder])
    try:
        zygote = Zygote(level, within=within)
        zygote.wait()
    except ZygoteDied as error:
        raise CourseError(str(error)) from error
    return Bench(level, within, zygote)


class _Run:
    """One file's grading behind the wall; what is done of it stands when the time is over."""

    def __init__(self, packed: Packed, texts: dict[str, str], bench: Bench) -> None:
        self.grader = Grader(packed, 0, load_with_otter, texts, diagnose=self._keep)
        self.grader.cpu_limits = dict.fromkeys(packed.questions, packed.seconds)
        self.bench = bench
        self.done: dict[str, QuestionResult] = {}

    def _keep(self, result: QuestionResult, _: Any) -> QuestionResult:
        self.done[result.name] = result
        return result

    def grade(self, found: Submission) -> GradeRecord:
        """Grade, again if the sandbox fails; never otherwise than behind the wall, whatever the file does."""
        return self.bench.grade(self.grader, found)[0]

    def unfinished(self, note: str) -> list[QuestionResult]:
        """What was graded until now, and nothing for the rest."""
        told = dict(self.done)
        for question in self.grader.questions:
            if question.name in told:
                continue
            cases = tuple(
                CaseResult(case.name, "", bool(case.hidden), False, 0.0, float(case.points), "", f"No answer came: {note}.")
                for case in question.file.test_cases
            )
            told[question.name] = QuestionResult(question.name, "timed_out", 0.0, question.possible, cases, note=note)
        return [told[question.name] for question in self.grader.questions]


def words(case: CaseResult) -> str:
    """A failed case in the words of a notebook's check."""
    if case.passed:
        return ""
    message, example = case.message, case.counterexample
    if example is not None:
        return tell(message, example.input, example.answer, None if case.hidden else example.expected)
    if message.startswith(_CHECK_STOPPED):
        return f"{message.split(': ')[0] if case.hidden else message}."
    return message


def _told(question: QuestionResult) -> tuple[str, list[results.Told], str]:
    cases = [results.Told(case.name, case.hidden, case.passed, case.max_points, words(case)) for case in question.cases]
    return question.name, cases, question.note.rstrip(".")


def _behind_the_wall(folder: Path, packed: Packed, config: dict[str, Any], bench: Bench, seconds: int) -> dict[str, Any]:
    """Grade ``submission/`` and return what ``results.json`` has to say."""
    found, remarks = of_folder("submission", folder / "submission", Catalogue({packed.name: packed}), packed)
    if not found:
        return results.without_results("No .py or .ipynb file was handed in; hand in the notebook or the .py file.")
    texts = {name: (folder / "source" / packed.check_path(name)).read_text(encoding="utf-8") for name in packed.questions}
    run = _Run(packed, texts, bench)

    def too_long(*_: Any) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    errors: tuple[str, ...] = ()
    try:
        record = run.grade(found[0])
        if record.outcome != "graded":
            return results.without_results(record.message, remarks)
        questions, errors = list(record.questions), record.cell_errors
        print(f"{record.file}: {record.score:g} of {record.max_score:g} points in {record.seconds:.1f} s")
    except TooLong:
        questions = run.unfinished(f"running and checking your file took more than {seconds} s in all")
    except Exception:
        traceback.print_exc()  # the log is the instructor's
        return results.without_results("The grader stopped with an error of its own; a person has to look at it.", remarks)
    finally:
        signal.alarm(0)
        bench.close()
    told = [f"code {error}" for error in errors]
    return results.shown([_told(question) for question in questions], told, remarks, bool(config.get("show_hidden")))


def run(folder: Path, seconds: int = SECONDS) -> None:
    """Grade ``submission/`` in Gradescope's folder and write ``results/results.json``."""
    source = folder / "source"
    packed = read(source)
    config = json.loads((source / "otter_config.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="klgrade-", ignore_cleanup_errors=True) as name:
        within = Path(name)
        within.chmod(0o755)  # the warm parent may run as another user
        try:
            bench = _wall(folder, packed, config, within)
        except CourseError as error:
            reason = str(error)
        else:
            print(f"graded behind the wall; isolation {sandbox.describe(bench.level)}", flush=True)
            results.write(folder, _behind_the_wall(folder, packed, config, bench, seconds))
            return
    if packed.wall == "required":
        print(f"not graded, because there is no wall here: {reason}", flush=True)
        sentence = "This file could not be graded here, which is no fault of yours; your instructor has to look at it."
        results.write(folder, results.without_results(sentence))
        return
    print(f"graded by otter's own runner in the student's interpreter, because there is no wall here: {reason}", flush=True)
    # It brings what a run behind the wall does not need.
    from autograder import inprocess

    inprocess.grade(folder, packed.questions, seconds)


def main() -> None:
    """Grade in the folder that is the first argument (Gradescope's by default), in so many seconds at most."""
    run(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder"), *map(int, sys.argv[2:3]))
