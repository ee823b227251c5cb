"""Sheets that a person fills in: written answers out, marks back in."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Sequence
from pathlib import Path

from autograder.errors import CourseError
from autograder.exercise import Course
from autograder.gradebook import Gradebook, neutral, write_text
from autograder.marks import OVERRIDE, RUBRIC, Mark
from autograder.records import GradeRecord
from autograder.rubric import NONE, Rubric

COLUMNS = ("group", "student", "exercise", "question", "items", "comment", "text")
# Above this share of common word pairs two answers are read as one.
ALIKE = 0.8


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(itertools.pairwise(words)) or frozenset((word, "") for word in words)


def groups(texts: Sequence[str]) -> list[int]:
    """Number answers so that identical and nearly identical ones share a number."""
    leaders: list[frozenset[tuple[str, str]]] = []
    numbers = []
    for text in texts:
        mine = _pairs(text)
        for number, other in enumerate(leaders, 1):
            if mine == other or len(mine & other) >= ALIKE * len(mine | other) > 0:
                numbers.append(number)
                break
        else:
            leaders.append(mine)
            numbers.append(len(leaders))
    return numbers


def _text_cell(text: str) -> str:
    """A cell that keeps its lines but is no formula in any of them that a spreadsheet looks at."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def write_sheets(book: Gradebook, course: Course) -> list[Path]:
    """Write one sheet for each written question that has answers; return their paths."""
    records = book.records()
    written = []
    for exercise in course.exercises.values():
        rubric = exercise.rubric
        mine = [r for r in records if rubric and r.exercise == exercise.name and r.written.get(rubric.question, "").strip()]
        if rubric is None or not mine:
            continue
        path = book.folder / "sheets" / f"{exercise.name}-{rubric.question}.csv"
        write_text(path, _sheet(mine, rubric))
        guide = [
            f"{item.id} ({item.points:+g}): {item.comment}" + (f" [one of {item.group}]" if item.group else "")
            for item in rubric.items
        ]
        how = f"At most {rubric.max_points:g} points. Items, separated by spaces; '{NONE}' for an answer that meets none:"
        note = f"{rubric.prompt}\n\n{how}\n\n"
        write_text(path.with_suffix(".txt"), note + "\n".join(guide) + "\n")
        written.append(path)
    return written


def _sheet(records: Sequence[GradeRecord], rubric: Rubric) -> str:
    numbers = groups([record.written[rubric.question] for record in records])
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for number, record in sorted(zip(numbers, records), key=lambda pair: (pair[0], pair[1].student)):
        decided = next((q.decided for q in record.questions if q.name == rubric.question and q.decided), None)
        items, comment = (" ".join(decided["items"]) or NONE, decided["why"]) if decided else ("", "")
        text = record.written[rubric.question]
        row = [
            str(number),
            neutral(record.student),
            record.exercise,
            rubric.question,
            items,
            _text_cell(comment),
            _text_cell(text),
        ]
        writer.writerow(row)
    # The byte order mark makes Excel read UTF-8.
    return "\ufeff" + buffer.getvalue()


def read_sheet(path: Path, book: Gradebook, course: Course, who: str, when: str) -> list[Mark]:
    """Turn a filled sheet into marks; CourseError names the first row that does not fit."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{path} cannot be read as a CSV file in UTF-8 ({error}); save the sheet again.") from error
    missing = set(COLUMNS) - {"group", "text"} - set(rows[0] if rows else COLUMNS)
    if missing:
        raise CourseError(f"{path} lacks the column {sorted(missing)[0]!r}; start from the sheet that `rubric` writes.")
    records = {(neutral(r.student), r.exercise): r for r in book.records()}
    marks = []
    for number, row in enumerate(rows, 2):
        try:
            mark = _mark(row, records, course, who, when)
        except ValueError as error:
            raise CourseError(f"{path}, row {number} ({row.get('student')}): {error}; nothing was applied.") from error
        if mark is not None:
            marks.append(mark)
    return marks


def _mark(row: dict[str, str], records: dict[tuple[str, str], GradeRecord], course: Course, who: str, when: str) -> Mark | None:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    record = records.get((cells["student"], cells["exercise"]))
    if record is None:
        raise ValueError(f"there is no record of {cells['student']!r} for {cells['exercise']!r}")
    rubric = course.exercise(cells["exercise"]).rubric
    if rubric is None or rubric.question != cells["question"]:
        raise ValueError(f"{cells['exercise']} has no written question {cells['question']!r}")
    words = tuple(word for word in re.split(r"[\s,;]+", cells["items"]) if word)
    if not words:
        if cells["comment"]:
            raise ValueError(f"there is a comment but no item; write {NONE!r} if none applies")
        return None
    if NONE in words and len(words) > 1:
        raise ValueError(f"{NONE!r} goes with no other item")
    items = () if words == (NONE,) else words
    comment = cells["comment"].removeprefix("'") if cells["comment"][1:2] in ("=", "+", "-", "@") else cells["comment"]
    return Mark(record.student, record.exercise, rubric.question, RUBRIC, rubric.points(items), items, comment, who, when)


def override(book: Gradebook, student: str, exercise: str, question: str, points: float, why: str, who: str, when: str) -> Mark:
    """A mark that sets a question's points by hand, with its reason."""
    record = next((r for r in book.records() if (r.student, r.exercise) == (student, exercise)), None)
    if record is None:
        raise CourseError(f"{book.folder} has no record of {student!r} for {exercise!r}; see grades.csv for the names.")
    found = next((q for q in record.questions if q.name == question), None)
    if found is None:
        raise CourseError(f"{exercise} has no question {question!r}; it has {', '.join(q.name for q in record.questions)}.")
    if not 0 <= points <= found.max_score:
        raise CourseError(f"{points:g} points are outside 0 to {found.max_score:g} for {question}; give a number in that range.")
    if not why.strip():
        raise CourseError("an override needs its reason, because the student reads it; give one with --why.")
    return Mark(student, exercise, question, OVERRIDE, points, (), why.strip(), who, when)
