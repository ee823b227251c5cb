"""The output folder: records, grades and what people decided, written safely and read back."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from autograder.errors import CourseError
from autograder.marks import MarksFile, merged
from autograder.records import GradeRecord, from_json, to_json
from autograder.text import plain

MARKER = "run.json"
COLUMNS = ("student", "exercise", "score", "max_score", "outcome", "late", "attempt", "submitted_at", "sha256")


def neutral(cell: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula, and of one line."""
    cell = plain(" ".join(cell.split()) if any(c in cell for c in "\r\n\t") else cell)
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell


def number(value: float) -> str:
    """A score without a needless fraction."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


class Gradebook:
    """One output folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written: dict[Path, GradeRecord] = {}

    @classmethod
    def create(cls, folder: Path) -> Gradebook:
        """Open an output folder for writing; refuse a non-empty one that is not ours."""
        if folder.exists() and not folder.is_dir():
            raise CourseError(f"{folder} is a file; give a folder for the results with --out.")
        if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
            raise CourseError(f"{folder} is not empty and was not written by this grader; give another folder with --out.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_text(folder / MARKER, json.dumps({"written_by": "autograder"}) + "\n")
        except OSError as error:
            raise CourseError(f"{folder} cannot be written ({error.strerror}); give another folder with --out.") from error
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Gradebook:
        """Open an existing output folder."""
        if not (folder / MARKER).exists():
            raise CourseError(f"{folder} holds no results of this grader; run `python -m autograder grade` first.")
        return cls(folder)

    def path(self, record: GradeRecord) -> Path:
        return self.folder / "results" / record.safe_name / f"{record.exercise}.json"

    @cached_property
    def marks(self) -> MarksFile:
        return MarksFile(self.folder)

    @cached_property
    def _names(self) -> dict[str, str]:
        """The folder name of each student who has one."""
        firsts = (next(iter(sorted(folder.glob("*.json"))), None) for folder in sorted((self.folder / "results").glob("*")))
        return {self._read(first).student: first.parent.name for first in firsts if first is not None}

    def _in_its_folder(self, record: GradeRecord) -> GradeRecord:
        """The record under the name of its student's folder: one that nobody else has had in an earlier run."""
        if record.student not in self._names:
            taken = {name.lower() for name in self._names.values()}
            name, number = record.safe_name, 2
            while name.lower() in taken:
                name, number = f"{record.safe_name}-{number}", number + 1
            self._names[record.student] = name
        return dataclasses.replace(record, safe_name=self._names[record.student])

    def write(self, record: GradeRecord) -> None:
        """Write a record with the marks in force laid over it."""
        record = merged(self._in_its_folder(record), self.marks.latest())
        write_text(self.path(record), to_json(record))
        self._written[self.path(record)] = record

    def _read(self, path: Path) -> GradeRecord:
        try:
            return from_json(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise CourseError(f"{path} is not a record of this grader; remove it or grade again.") from error

    def merge_marks(self) -> None:
        """Lay the marks in force over all records anew."""
        for record in self.records():
            self.write(record)

    def records(self) -> list[GradeRecord]:
        """All records, sorted by student and exercise."""
        paths = (self.folder / "results").glob("*/*.json")
        found = [self._written.get(path) or self._read(path) for path in paths]
        return sorted(found, key=lambda record: (record.student, record.exercise))

    def write_grades(self, records: Iterable[GradeRecord]) -> Path:
        """Write ``grades.csv``, one row a submission."""
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(COLUMNS)
        for record in records:
            row = [
                record.student,
                record.exercise,
                number(record.score),
                number(record.max_score),
                record.outcome,
                "yes" if record.late else "no",
                str(record.attempt),
                record.submitted_at,
                record.submission_sha256,
            ]
            writer.writerow([neutral(cell) for cell in row])
        path = self.folder / "grades.csv"
        write_text(path, buffer.getvalue())
        return path
