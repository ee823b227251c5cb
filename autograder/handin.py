"""Pack a file for handing in, after looking whether it can be graded at all."""

from __future__ import annotations

import datetime
import hashlib
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from autograder import selfcheck
from autograder.errors import CourseError
from autograder.exercise import Course, Exercise
from autograder.records import GradeRecord

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class HandIn:
    """What was packed: the zip, the record of the public checks, and what is left to do."""

    path: Path
    record: GradeRecord
    remarks: tuple[str, ...]


def _remarks(record: GradeRecord) -> list[str]:
    remarks = [f"error in {line}" for line in record.cell_errors]
    for question in record.questions:
        if any("is not written yet" in case.message for case in question.cases):
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
    stamp = now or datetime.datetime.now(datetime.UTC)
    target = path.with_name(f"{record.exercise}_{stamp:%Y-%m-%dT%H%M%S}.zip")
    if target.exists():
        raise CourseError(f"{target.name} exists already; wait a second and try again.")
    data = path.read_bytes()
    manifest = {
        "exercise": record.exercise,
        "file": path.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "created": f"{stamp:%Y-%m-%dT%H:%M:%SZ}",
        "versions": record.versions,
        "public_checks": {q.name: f"{sum(c.passed for c in q.cases)} of {len(q.cases)}" for q in record.questions if q.cases},
    }
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{record.exercise}{path.suffix.lower()}", data)
        packed.writestr(MANIFEST, json.dumps(manifest, indent=1) + "\n")
    return HandIn(target, record, tuple(_remarks(record)))
