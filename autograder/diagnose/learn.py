"""Start a new misconception file from students who fail alike in a way that nobody has described."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.errors import CourseError
from autograder.exercise import Course
from autograder.records import GradeRecord, QuestionResult

_DRAFT = '''"""the belief, as a clause that completes "you believe that ..."

One kind sentence that leads on without the answer.
"""

# {count} of the class answer {question} alike (group {group}): {students}.
# The shortest of their functions follows. Keep what is wrong about it, leave out the rest (the
# reference's helpers and reference.{question} can be used), then rename this file to end in .py.
# Read it before you uncomment it: it is student code, and the grader runs misconceptions itself.

{source}
'''


def start(records: Sequence[GradeRecord], group: str, course: Course) -> Path:
    """Write a draft from the failures of one group and return its path."""
    found: list[tuple[GradeRecord, QuestionResult]] = [
        (record, question)
        for record in records
        for question in record.questions
        if question.fingerprint and question.fingerprint == group and not question.diagnoses
    ]
    if not found:
        raise CourseError(f"no unexplained failure has the group {group!r}; the class report lists the groups.")
    record, question = min(found, key=lambda pair: (len(pair[1].source) or 10**9, pair[0].student))
    folder = course.exercise(record.exercise).folder / "misconceptions"
    path = folder / f"{question.name}_{group}.py.draft"
    if path.exists():
        raise CourseError(f"{path} exists already; finish it or remove it.")
    source = "\n".join(f"# {line}".rstrip() for line in question.source.splitlines()) or "# (its text could not be found)"
    students = ", ".join(sorted(other.student for other, _ in found)[:8])
    text = _DRAFT.format(
        count=len(found), question=question.name, group=group, students=" ".join(students.split()), source=source
    )
    folder.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
