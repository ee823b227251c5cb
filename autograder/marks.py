"""What people decide: rubric marks, overrides and comments, kept apart from what was computed.

The marks file is the one format by which people's decisions enter.  It is a log in the output
folder, one JSON object a line, never rewritten: who, when, what, why.  A record is always its
automatic results with the latest marks laid over them, so marks survive grading again.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.records import GradeRecord, QuestionResult

FILE = "marks.jsonl"
RUBRIC, OVERRIDE = "rubric", "override"


@dataclass(frozen=True)
class Mark:
    """One decision about one question of one student."""

    student: str
    exercise: str
    question: str
    kind: str
    points: float
    items: tuple[str, ...]
    comment: str
    who: str
    when: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.student, self.exercise, self.question

    def says_the_same(self, other: Mark) -> bool:
        """Whether two marks decide the same, whoever made them and when."""
        return dataclasses.replace(self, who="", when="") == dataclasses.replace(other, who="", when="")


class MarksFile:
    """The log of marks in an output folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def read(self) -> list[Mark]:
        """All marks in the order in which they were made."""
        if not self.path.exists():
            return []
        marks = []
        for number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                data = json.loads(line)
                marks.append(Mark(**{**data, "items": tuple(data["items"])}))
            except (ValueError, TypeError, KeyError) as error:
                raise CourseError(f"{self.path}, line {number}, is not a mark; restore the file or remove that line.") from error
        return marks

    def latest(self) -> dict[tuple[str, str, str], Mark]:
        """The mark in force for each question."""
        return {mark.key: mark for mark in self.read()}

    def add(self, marks: Iterable[Mark]) -> int:
        """Append the marks that change something; return how many did."""
        force = self.latest()
        new = [mark for mark in marks if mark.key not in force or not force[mark.key].says_the_same(mark)]
        if new:
            with self.path.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(dataclasses.asdict(mark), ensure_ascii=False) + "\n" for mark in new)
        return len(new)


def _marked(question: QuestionResult, mark: Mark | None) -> QuestionResult:
    if mark is None:
        return question
    said = {"kind": mark.kind, "points": mark.points, "items": list(mark.items), "why": mark.comment, "who": mark.who}
    return dataclasses.replace(
        question,
        status="graded" if question.status == "awaiting" else question.status,
        score=mark.points,
        decided={**said, "when": mark.when, "before": question.status},
    )


def automatic(record: GradeRecord) -> GradeRecord:
    """The record without any mark: what grading alone gave."""
    questions = tuple(
        dataclasses.replace(
            question,
            score=round(sum(case.points for case in question.cases), 6),
            status=question.decided["before"] if question.decided else question.status,
            decided=None,
        )
        for question in record.questions
    )
    return totalled(record, questions)


def totalled(record: GradeRecord, questions: tuple[QuestionResult, ...]) -> GradeRecord:
    """`record` with these questions and the totals that follow from them."""
    return dataclasses.replace(
        record,
        questions=questions,
        score=round(sum(question.score for question in questions), 6),
        awaiting=round(sum(question.max_score for question in questions if question.status == "awaiting"), 6),
    )


def merged(record: GradeRecord, marks: dict[tuple[str, str, str], Mark]) -> GradeRecord:
    """`record` with the marks in force laid over its automatic results."""
    plain = automatic(record)
    questions = tuple(_marked(q, marks.get((record.student, record.exercise, q.name))) for q in plain.questions)
    return totalled(plain, questions)
