"""ACCURACY.md speaks of the course as it is, and what it rests on fits together; the figures themselves are `make matrix`'s."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from autograder.diagnose.learn import start
from autograder.diagnose.misconceptions import load_all
from autograder.errors import CourseError
from autograder.exercise import Course
from autograder.records import GradeRecord, QuestionResult
from tests.conftest import ROOT
from tests.matrix import EQUIVALENT, NAMES, TARGET, cases
from tests.mutants import mutants
from tests.test_class import LABELS

EXERCISES = Course().exercises


@pytest.mark.parametrize("name", EXERCISES)
def test_the_page_has_every_question_and_check(name: str) -> None:
    page = TARGET.read_text(encoding="utf-8")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    exercise = EXERCISES[name]
    listed = re.findall(r"^\| `(\w+)` \| (.+?) \| \d+ of (\d+) \|$", section, re.MULTILINE)
    assert [(question, case) for question, case, _ in listed] == cases(exercise)
    beliefs = [item.question for item in load_all(exercise)]
    assert {question: int(count) for question, _, count in listed} == {q: beliefs.count(q) for q in exercise.questions}


def test_the_readme_states_the_totals() -> None:
    row = next(line for line in TARGET.read_text().splitlines() if line.startswith("| all |"))
    readme = " ".join((ROOT / "README.md").read_text().split())
    for cell in row.split("|")[2:5]:
        assert cell.strip() in readme, f"README.md does not say {cell.strip()}"


def test_names_of_kinds_are_names_of_misconceptions() -> None:
    allowed = yaml.safe_load(NAMES.read_text())
    assert set(allowed) == {"every", *EXERCISES}
    for name, exercise in EXERCISES.items():
        known = {item.name for item in load_all(exercise)}
        kinds = {str(kind) for label in LABELS[name].values() for key, kind in label.items() if key.endswith("_kind")}
        for kind, names in allowed[name].items():
            assert kind in kinds, f"{name}: no label has the kind {kind}"
            for good in names:
                ends = [f"{question}_{good}" for question in exercise.questions]
                assert good.startswith("formula ") or known & {good, *ends}, f"{name}/{kind}: there is no misconception {good}"


def test_each_listed_mutant_exists_and_has_a_reason() -> None:
    made = {mutant.key for exercise in EXERCISES.values() for mutant in mutants(exercise)}
    listed = yaml.safe_load(EQUIVALENT.read_text())
    assert set(listed) <= made, sorted(set(listed) - made)
    assert all(isinstance(reason, str) and len(reason.split()) >= 4 for reason in listed.values())
    assert len(made) >= 500


def test_learn_starts_a_description_that_is_not_run(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "solutions" / "ex1_discrete_kl", tmp_path / "solutions" / "ex1_discrete_kl")
    course = Course(tmp_path)
    question = QuestionResult("entropy", "graded", 0.0, 1.0, fingerprint="abc123", source="def entropy(p):\n    raise SystemExit")
    record = GradeRecord("ann", "ex1_discrete_kl", "graded", 0.0, 1.0, (question,), {}, "full", 0, {}, 0.0, "")
    path = start([record], "abc123", course)
    assert path.parent.name == "misconceptions" and "# def entropy(p):" in path.read_text()
    assert path.stem not in {item.name for item in load_all(course.exercise("ex1_discrete_kl"))}
    with pytest.raises(CourseError, match="exists already"):
        start([record], "abc123", course)
    with pytest.raises(CourseError, match="no unexplained failure"):
        start([record], "other", course)
