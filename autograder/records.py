"""What grading produces: frozen, plain, and written as JSON.  Reports read these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

KINDS = ("value", "property", "edge", "numerics")


@dataclass(frozen=True)
class Submission:
    """One student's file for one exercise, as found."""

    student: str
    exercise: str
    path: Path
    sha256: str
    submitted_at: str = ""
    late: bool = False
    attempt: int = 1
    safe_name: str = ""


@dataclass(frozen=True)
class Counterexample:
    """A failing input with the student's own answer; `expected` only where it may be shown."""

    input: dict[str, str]
    answer: str
    expected: str | None = None


@dataclass(frozen=True)
class CaseResult:
    """One test case's outcome."""

    name: str
    kind: str
    hidden: bool
    passed: bool
    points: float
    max_points: float
    description: str
    message: str = ""
    counterexample: Counterexample | None = None


@dataclass(frozen=True)
class Diagnosis:
    """A belief that the answers are consistent with."""

    misconception: str
    evidence: str
    hint: str
    question: str = ""


@dataclass(frozen=True)
class QuestionResult:
    """One question's outcome; `status` is graded, timed_out, crashed, missing or awaiting.

    `fingerprint` names the behaviour of a wrong function on the probes; `source` is its text where
    no diagnosis explains it.  `figure` is the first picture that the function returned, as PNG in
    base64, and `expected_figure` the reference's for the same call.  `decided` is what a person
    decided (kind, points, items, why, who, when), if anybody did; `score` is then theirs.
    """

    name: str
    status: str
    score: float
    max_score: float
    cases: tuple[CaseResult, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    note: str = ""
    fingerprint: str = ""
    source: str = ""
    figure: str = ""
    expected_figure: str = ""
    decided: dict[str, Any] | None = None


@dataclass(frozen=True)
class GradeRecord:
    """Everything known about one submission; `outcome` is never inferred from a score."""

    student: str
    exercise: str
    outcome: str
    score: float
    max_score: float
    questions: tuple[QuestionResult, ...]
    written: dict[str, str]
    isolation: str
    seed: int
    versions: dict[str, str]
    seconds: float
    submission_sha256: str
    file: str = ""
    submitted_at: str = ""
    late: bool = False
    attempt: int = 1
    safe_name: str = ""
    awaiting: float = 0.0
    message: str = ""
    output: str = ""
    cell_errors: tuple[str, ...] = ()


def to_json(record: GradeRecord) -> str:
    """The record as JSON text; equal records give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1).decode() + "\n"


def from_json(text: str) -> GradeRecord:
    """Read a record back from :func:`to_json`'s text; ValueError where it is none."""
    try:
        return msgspec.json.decode(text, type=GradeRecord)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
