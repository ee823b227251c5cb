"""The grader's golden test: a labelled sample class gets what its labels say."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import yaml

from autograder.exercise import Course
from autograder.gradebook import Gradebook
from autograder.records import GradeRecord, QuestionResult, to_json
from tests.conftest import CLASS, ROOT, Run

LABELS = {path.stem: yaml.safe_load(path.read_text()) for path in sorted((ROOT / "tests" / "labels").glob("*.yaml"))}
STATUSES = ("timed_out", "crashed", "missing")
NEARLY_NOTHING = 0.1


def verdict(result: QuestionResult) -> str:
    """A question's result in the words of the labels."""
    if result.status in STATUSES:
        return result.status
    failed = {case.kind for case in result.cases if not case.passed}
    if not failed:
        return "full"
    if failed == {"numerics"}:
        return "textbook"
    return "zero" if result.score <= NEARLY_NOTHING * result.max_score else "wrong"


def disagreements(exercise: str, student: str, label: dict[str, str], record: GradeRecord) -> list[str]:
    """What a record says that its label does not."""
    found = []
    outcome = label.get("outcome", "graded")
    if record.outcome != outcome:
        found.append(f"{student}/{exercise}: outcome {record.outcome}, labelled {outcome}")
    if outcome != "graded":
        return found
    for question in record.questions:
        if not question.cases and question.name not in label:
            continue  # a written answer: a person's business
        said, is_ = label[question.name], verdict(question)
        # A wrong answer that earns nearly nothing, or takes for ever, is still a wrong answer.
        if said != is_ and (said, is_) not in {("wrong", "zero"), ("wrong", "timed_out")}:
            cases = [f"{case.name} ({case.message})" for case in question.cases if not case.passed]
            found.append(f"{student}/{exercise}/{question.name}: {is_}, labelled {said}: {cases[:6]}")
    return found


@pytest.mark.parametrize("exercise", sorted(LABELS))
def test_every_submission_scores_what_its_label_says(exercise: str, graded_class: dict[tuple[str, str], GradeRecord]) -> None:
    wrong = []
    for student, label in LABELS[exercise].items():
        assert (student, exercise) in graded_class, f"{student} has a label but no submission for {exercise}"
        wrong += disagreements(exercise, student, label, graded_class[student, exercise])
    assert not wrong, "\n".join(wrong)


def test_every_submission_has_a_label(graded_class: dict[tuple[str, str], GradeRecord]) -> None:
    unlabelled = [key for key in graded_class if key[0] not in LABELS.get(key[1], {})]
    assert not unlabelled


def test_every_exercise_has_a_class_of_right_and_wrong_submissions() -> None:
    course = Course()
    for exercise in course.exercises.values():
        labels = LABELS.get(exercise.name, {})
        right = [s for s, label in labels.items() if all(label.get(q) in ("full", "textbook") for q in exercise.questions)]
        assert len(labels) >= 30, exercise.name
        assert len(right) >= 10, exercise.name


def test_one_job_and_two_jobs_give_the_same_records(
    cli: Run, tmp_path: Path, graded_class: dict[tuple[str, str], GradeRecord]
) -> None:
    out = tmp_path / "out"
    done = cli("grade", CLASS, "--out", out, "--jobs", 1, "--exercise", "ex1_discrete_kl")
    assert done.returncode == 0, done.stderr
    for record in Gradebook.open(out).records():
        other = graded_class[record.student, record.exercise]
        if "timed_out" in {record.outcome, *(question.status for question in record.questions)}:
            continue  # how long it took is part of what it says
        assert to_json(dataclasses.replace(record, seconds=0.0)) == to_json(dataclasses.replace(other, seconds=0.0))
