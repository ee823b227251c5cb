"""Grade one submission: otter test files in this process, the student's code in another."""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import functools
import hashlib
import importlib.metadata
import inspect
import math
import platform
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from autograder import submission
from autograder.errors import CourseError, SubmissionError
from autograder.process import Starter, ZygoteDied
from autograder.records import KINDS, CaseResult, Counterexample, GradeRecord, QuestionResult, Submission
from autograder.student.codec import Figure
from autograder.student.figure import picture
from autograder.student.observe import Reply, observe
from autograder.text import plain, visible
from autograder.wire import Batch, RemoteFunction, Session

if TYPE_CHECKING:
    from autograder.rubric import Rubric

CPU_FLOOR = 2.0
CPU_FACTOR = 10.0
CPU_CEILING = 30.0
PICTURE_CAP = 400_000
_AFTER_KIND = ": "
_TOLD_CAP = 2000
_UNREADABLE = ("SyntaxError", "IndentationError", "TabError")


@functools.cache
def versions() -> dict[str, str]:
    """Versions that a grade depends on."""
    found = {name: importlib.metadata.version(name) for name in ("numpy", "scipy", "otter-grader")}
    return {"python": platform.python_version(), **found}


class Gradable(Protocol):
    """What grading uses of an exercise; on Gradescope there is no more of it."""

    @property
    def name(self) -> str: ...

    @property
    def questions(self) -> tuple[str, ...]: ...

    @property
    def exports(self) -> tuple[str, ...]: ...

    @property
    def reference(self) -> dict[str, Any]: ...

    @property
    def rubric(self) -> Rubric | None: ...

    @property
    def placeholder(self) -> str: ...

    def check_path(self, question: str) -> Path: ...


class Question:
    """A question's loaded test file, with the exceptions of its cases kept while it runs."""

    def __init__(self, exercise: Gradable, name: str, text: str, load: Callable[[Path], Any]) -> None:
        self.name = name
        self.caught: dict[str, Exception] = {}
        self.running: str | None = None
        self.opening: dict[str, Batch] = {}
        # otter reads test files from disk, twice.
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{name}.py"
            path.write_text(text, encoding="utf-8")
            self.file = load(path)
        self.possible = round(float(self.file.possible), 6)  # tenths of a point do not add up exactly
        if self.possible <= 0 or not self.file.test_cases:
            raise CourseError(f"{exercise.check_path(name)} is worth nothing; give its cases points.")
        for case in self.file.test_cases:
            kind = case.name.split(_AFTER_KIND)[0]
            if kind not in KINDS:
                raise CourseError(
                    f"{exercise.check_path(name)}: the case {case.name!r} has to begin with one of {', '.join(KINDS)}."
                )
            if not (case.body.test_func.__doc__ or "").strip():
                raise CourseError(f"{exercise.check_path(name)}: the case {case.name!r} has no docstring to show.")
            self._keep_exception(case)

    def _keep_exception(self, case: Any) -> None:
        function = case.body.test_func

        @functools.wraps(function)
        def kept(*args: Any, **kwargs: Any) -> None:
            self.running = case.name
            try:
                function(*args, **kwargs)
            except Exception as error:
                self.caught[case.name] = error
                raise
            finally:
                self.running = None

        # otter asks for it before every run.
        kept.__signature__ = inspect.signature(function)  # type: ignore[attr-defined]
        case.body.test_func = kept

    def begins(self) -> str | None:
        """The name of the case that is run, when it calls for the first time."""
        name, self.running = self.running, None
        return name

    def packed(self) -> Batch | None:
        """What the case that is run is about to call, if that is its first batch and known.

        It does not depend on any answer, so it is the same for all submissions.
        """
        name = self.begins()
        return None if name is None else self.opening.get(name)

    def run(self, env: dict[str, Any]) -> list[CaseResult]:
        """Run the test file against `env` and describe every case."""
        self.caught.clear()
        with warnings.catch_warnings():
            # A check may compare infinities; what it says to itself about that is nobody's business.
            warnings.simplefilter("ignore")
            self.file.run(env)
        return [self._result(outcome) for outcome in self.file.test_case_results]

    def _result(self, outcome: Any) -> CaseResult:
        case = outcome.test_case
        points = float(case.points)
        message, example = "", None
        error = self.caught.get(case.name)
        if not outcome.passed:
            message, example = _told(error, case.hidden)
        return CaseResult(
            name=case.name,
            kind=case.name.split(_AFTER_KIND)[0],
            hidden=bool(case.hidden),
            passed=bool(outcome.passed),
            points=points if outcome.passed else 0.0,
            max_points=points,
            description=" ".join((case.body.test_func.__doc__ or "").split()),
            message=message,
            counterexample=example,
        )


def _told(error: Exception | None, hidden: bool) -> tuple[str, Counterexample | None]:
    """A failed case in words; a hidden one never shows the right answer."""
    # Test files carry their own copy of Mismatch, so it is known by its attributes.
    sentence = getattr(error, "sentence", None)
    if sentence is None:
        return f"The check stopped with {type(error).__name__}: {str(error)[:200]}", None
    given = getattr(error, "input", None)
    if given is None:
        return sentence[:_TOLD_CAP], None
    expected = None if hidden else getattr(error, "expected", None)
    return sentence[:_TOLD_CAP], Counterexample(dict(given), str(getattr(error, "answer", ""))[:_TOLD_CAP], expected)


class _Pictured:
    """Passes batches on and keeps the first figure that comes back, as PNG in base64."""

    def __init__(self, call_batch: Callable[..., list[Reply]]) -> None:
        self._call_batch = call_batch
        self.figure = ""

    def call_batch(self, pairs: Sequence[tuple[Any, Any]], watch: bool = False) -> list[Reply]:
        replies = self._call_batch(pairs, watch)
        if not self.figure:
            drawn = [reply.value.png for reply in replies if isinstance(reply.value, Figure) and reply.value.png]
            self.figure = base64.b64encode(drawn[0]).decode() if drawn and len(drawn[0]) <= PICTURE_CAP else ""
        return replies


def _rehearsed(function: Any, name: str, question: Question) -> Callable[..., list[Reply]]:
    """The reference behind the interface of a proxy; notes what each case calls first.

    Figures become pictures here as there.
    """

    def call_batch(pairs: Sequence[tuple[Any, Any]], watch: bool = False) -> list[Reply]:
        case = question.begins()
        if case is not None:
            question.opening[case] = Batch.of(name, pairs, watch)
        return [dataclasses.replace(reply, value=picture(reply.value)) for reply in observe(function, pairs, watch)]

    return call_batch


def _drawn(exercise: Gradable, seed: int) -> dict[str, str]:
    """The exercise's test files, with the hidden cases that `seed` draws."""
    # Imported here, for Gradescope has neither banks nor what draws from them.
    from autograder import freeze
    from autograder.exercise import Exercise

    assert isinstance(exercise, Exercise)
    return {name: freeze.test_file(exercise, name, seed) for name in exercise.questions}


class Grader:
    """An exercise ready to grade: its test files loaded once, its limits measured.

    `texts` replaces the test files by others, such as the public ones.
    """

    def __init__(
        self,
        exercise: Gradable,
        seed: int,
        load: Callable[[Path], Any],
        texts: dict[str, str] | None = None,
        diagnose: Callable[[QuestionResult, Any], QuestionResult] | None = None,
    ) -> None:
        self.exercise, self.seed, self.diagnose = exercise, seed, diagnose
        self.questions: list[Question] = []
        for name, text in (texts or _drawn(exercise, seed)).items():
            self.questions.append(Question(exercise, name, text, load))
        self.cpu_limits: dict[str, float] = {}
        self.expected_figures: dict[str, str] = {}

    def measure_limits(self) -> None:
        """Grade the reference; it has to pass, and its CPU time sets the limits of the students'."""
        for question in self.questions:
            reference = {name: _rehearsed(self.exercise.reference[name], name, question) for name in self.exercise.exports}
            env = {name: _Pictured(call_batch) for name, call_batch in reference.items()}
            started = time.process_time()
            with contextlib.redirect_stdout(None):
                results = question.run(env)
            used = time.process_time() - started
            failed = [case for case in results if not case.passed]
            if failed:
                raise CourseError(
                    f"the reference of {self.exercise.name} fails its own check {failed[0].name!r} of {question.name} "
                    f"({failed[0].message}); mend the reference or the check."
                )
            # Whole seconds, so that what a timed-out student reads does not change from run to run.
            self.expected_figures[question.name] = env[question.name].figure
            self.cpu_limits[question.name] = float(math.ceil(min(CPU_CEILING, max(CPU_FLOOR, CPU_FACTOR * used))))

    def empty_record(self, found: Submission, outcome: str, message: str, isolation: str) -> GradeRecord:
        """A record for a submission that could not be run."""
        questions = tuple(
            QuestionResult(
                question.name, "missing" if outcome in ("unreadable", "nothing_found") else outcome, 0.0, question.possible
            )
            for question in self.questions
        )
        return _record(found, self, outcome, (*questions, *self._written({})), isolation, message=message)

    def grade(self, found: Submission, zygote: Starter, patience: float = 1.0, whole: bool = True) -> tuple[GradeRecord, int]:
        """Grade one submission; also return how often its process died.

        `patience` multiplies the limits: a slow right solution may be given more time in a second
        run, when it holds nobody up.  Unless `whole`, all that a question's cases call first is
        asked in one message, the first death ends the grading, and the record is not to be kept.
        """
        started = time.perf_counter()
        isolation = str(zygote.level)
        try:
            contents = submission.read(found.path)
        except SubmissionError as error:
            return self.empty_record(found, error.outcome, str(error), isolation), 0
        limit = patience * max(self.cpu_limits.values(), default=CPU_FLOOR)
        texts = (self.exercise.rubric.question,) if self.exercise.rubric else ()
        session = Session(zygote, contents.cells, self.exercise.exports, texts, limit)
        try:
            report = session.start()
            if session.lost:
                raise ZygoteDied("the warm parent ended while a file was loaded")
            if session.load_failed:
                message = f"Running your file did not finish: {session.note}."
                return self.empty_record(found, session.status, message, isolation), session.deaths
            if not set(report.functions) & set(self.exercise.questions):
                outcome, message = self._nothing(found, contents, report.errors)
                return self.empty_record(found, outcome, message, isolation), 0
            results: list[QuestionResult] = []
            for question in self.questions:
                results.append(self._question(found, question, session, contents, patience, not whole))
                if session.lost:
                    raise ZygoteDied("the warm parent ended while a question was graded")
                if session.deaths and not whole:
                    return self.empty_record(found, session.status or "crashed", session.note, isolation), session.deaths
        finally:
            session.close()
        written = {**report.written, **{k: v for k, v in contents.written.items() if k in texts}}
        record = _record(
            found,
            self,
            "graded",
            (*results, *self._written(written)),
            isolation,
            output=report.output,
            cell_errors=tuple(f"cell {n}, line {line}: {name}: {text}" for n, line, name, text in report.errors),
            written=written,
            seconds=round(time.perf_counter() - started, 4),
        )
        return record, session.deaths

    def _written(self, texts: dict[str, str]) -> tuple[QuestionResult, ...]:
        """The written question: it waits for a person, unless there is no answer to wait for."""
        rubric = self.exercise.rubric
        if rubric is None:
            return ()
        answered = texts.get(rubric.question, "").strip() not in ("", self.exercise.placeholder)
        status, note = ("awaiting", "") if answered else ("missing", "There is no written answer in your file.")
        return (QuestionResult(rubric.question, status, 0.0, rubric.max_points, note=note),)

    def _nothing(self, found: Submission, contents: submission.Contents, errors: tuple[Any, ...]) -> tuple[str, str]:
        """Outcome and sentence for a file that leaves none of the exercise's functions."""
        file = visible(found.path.name)
        if errors:
            _, line, name, text = errors[0]
            if len(contents.cells) == 1 and name in _UNREADABLE:
                return "unreadable", f"Python cannot read {file} (line {line}: {text}); run the file once before you hand it in."
            told = f"{name}{': ' + text if text else ''}"
            return (
                "crashed",
                f"{file} stopped with {told} in line {line}, before any function of {self.exercise.name} was defined.",
            )
        return (
            "nothing_found",
            f"{file} defines none of the functions of {self.exercise.name}; was the right file handed in?",
        )

    def _question(
        self,
        found: Submission,
        question: Question,
        session: Session,
        contents: submission.Contents,
        patience: float,
        ahead: bool,
    ) -> QuestionResult:
        session.begin(patience * self.cpu_limits.get(question.name, CPU_FLOOR))
        if ahead:
            session.ask_ahead(question.opening.values())
        env = {name: _Pictured(RemoteFunction(session, name, question.packed).call_batch) for name in self.exercise.exports}
        cases = question.run(env)
        status, note = session.status or "graded", session.note
        if question.name not in session.report.functions and not session.status:
            status, note = "missing", f"{question.name} is not defined in your file."
        score = sum(case.points for case in cases)
        result = QuestionResult(question.name, status, round(score, 6), question.possible, tuple(cases), note=note)
        drawn = env[question.name].figure
        if drawn:
            result = dataclasses.replace(result, figure=drawn, expected_figure=self.expected_figures.get(question.name, ""))
        if self.diagnose is None:
            return result
        try:
            result = self.diagnose(result, env[question.name])
        except Exception:
            # Answers can be wilder than any diagnosis expects, which must not cost the grade.
            told = plain(traceback.format_exc(limit=-1))
            print(f"note: no diagnosis of {question.name} for {found.safe_name or found.student}: {told}", file=sys.stderr)
        if result.fingerprint and not result.diagnoses:
            result = dataclasses.replace(result, source=submission.definition(contents.cells, question.name))
        return result


def _record(
    found: Submission, grader: Grader, outcome: str, questions: tuple[QuestionResult, ...], isolation: str, **more: Any
) -> GradeRecord:
    more = {"written": {}, "seconds": 0.0, **more}
    return GradeRecord(
        student=found.student,
        exercise=found.exercise,
        outcome=outcome,
        score=round(sum(question.score for question in questions), 6),
        awaiting=round(sum(question.max_score for question in questions if question.status == "awaiting"), 6),
        max_score=round(sum(question.max_score for question in questions), 6),
        questions=questions,
        isolation=isolation,
        seed=grader.seed,
        versions=versions(),
        submission_sha256=found.sha256,
        file=visible(found.path.name),
        submitted_at=found.submitted_at,
        late=found.late,
        attempt=found.attempt,
        safe_name=found.safe_name,
        **more,
    )


def sha256(path: Path) -> str:
    """Hex digest of a file's bytes; empty where it cannot be read or is larger than any submission."""
    try:
        return hashlib.sha256(submission.read_bytes(path)).hexdigest()
    except (OSError, SubmissionError):
        return ""
