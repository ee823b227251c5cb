"""Pack a file for handing in, after looking whether it can be graded at all."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from autograder import selfcheck
from autograder.coursekit.packing import MANIFEST, write_zip
from autograder.coursekit.words import UNWRITTEN
from autograder.errors import CourseError
from autograder.exercise import Course, Exercise
from autograder.records import GradeRecord


@dataclass(frozen=True)
class HandIn:
    """What was packed: the zip, the record of the public checks, and what is left to do."""

    path: Path
    members: tuple[str, ...]
    record: GradeRecord
    remarks: tuple[str, ...]


def _remarks(record: GradeRecord) -> list[str]:
    remarks = [f"error in {line}" for line in record.cell_errors]
    for question in record.questions:
        if any(UNWRITTEN in case.message for case in question.cases):
            remarks.append(f"{question.name} is still the unwritten stub")
        elif question.status == "missing" or question.status in ("timed_out", "crashed"):
            remarks.append(f"{question.name}: {question.note}")
    return remarks


def pack(path: Path, course: Course, only: Exercise | None = None, now: datetime.datetime | None = None) -> HandIn:
    """Check `path`, then write ``<exercise>_<date>.zip`` beside it.

    Only what cannot be graded is refused: a file that cannot be read, does not run, or defines
    none of the exercise's functions.  An existing zip of the same name is not overwritten.
    """
    record = selfcheck.run(path, course, only)
    if record.outcome != "graded":
        raise CourseError(f"{path.name} cannot be handed in: {record.message}")
    data = path.read_bytes()
    stamp = now or datetime.datetime.now(datetime.UTC)
    checks = {q.name: f"{sum(c.passed for c in q.cases)} of {len(q.cases)}" for q in record.questions if q.cases}
    more = {"versions": record.versions, "public_checks": checks}
    suffix = path.suffix.lower()
    try:
        target = write_zip(path.parent, record.exercise, suffix, data, stamp, more)
    except FileExistsError as error:
        raise CourseError(f"{Path(error.filename).name} exists already; wait a second and try again.") from error
    return HandIn(target, (f"{record.exercise}{suffix}", MANIFEST), record, tuple(_remarks(record)))
