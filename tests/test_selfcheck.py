"""The student's side: the public checks through the same wall, and packing for handing in."""

from __future__ import annotations

import dataclasses
import json
import zipfile
from pathlib import Path

import pytest

from autograder import selfcheck
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.plain import PlainParent
from autograder.process import Zygote
from autograder.records import Submission
from autograder.sandbox import Level
from autograder.testfiles import load_light, load_with_otter
from tests.conftest import CLASS, ROOT, Run
from tests.test_class import LABELS

EXERCISE = "ex1_discrete_kl"
COURSE = Course()


def submission(student: str) -> Submission:
    (path,) = (CLASS / student).glob(f"{EXERCISE}*")
    return Submission(student, EXERCISE, path, "")


def test_the_light_loader_gives_otters_verdicts(level: Level) -> None:
    texts = selfcheck.public_texts(COURSE, COURSE.exercise(EXERCISE))
    graders = [Grader(COURSE.exercise(EXERCISE), 0, load, texts) for load in (load_light, load_with_otter)]
    calm = [
        s
        for s, label in LABELS[EXERCISE].items()
        if label.get("outcome", "graded") == "graded" and "timed_out" not in label.values()
    ]
    zygote = Zygote(level)
    try:
        for student in calm[::4]:
            light, otters = (dataclasses.replace(g.grade(submission(student), zygote)[0], seconds=0.0) for g in graders)
            assert light == otters, student
    finally:
        zygote.close()


def test_a_plain_process_gives_the_same_verdicts(level: Level) -> None:
    texts = selfcheck.public_texts(COURSE, COURSE.exercise(EXERCISE))
    grader = Grader(COURSE.exercise(EXERCISE), 0, load_light, texts)
    zygote, plain = Zygote(level), PlainParent()
    try:
        for student in ("paolo-ricci", "amira-haddad", "sandra-weiss"):
            behind, open_ = (grader.grade(submission(student), starter)[0] for starter in (zygote, plain))
            assert behind.questions == open_.questions
    finally:
        zygote.close()
        plain.close()


def test_check_shows_the_counterexample_and_says_that_it_is_not_all(cli: Run) -> None:
    done = cli("check", CLASS / "paolo-ricci" / f"{EXERCISE}.py")
    assert done.returncode == 1
    assert "public checks only: hidden checks also count" in done.stdout
    assert "your answer: " in done.stdout and "right answer: " in done.stdout


def test_check_of_the_stub_is_kind(cli: Run) -> None:
    done = cli("check", ROOT / "assignments" / EXERCISE / f"{EXERCISE}.py")
    assert done.returncode == 1
    assert "entropy is not written yet" in done.stdout and "Traceback" not in done.stdout + done.stderr


def test_submit_packs_what_grade_accepts(cli: Run, tmp_path: Path) -> None:
    source = tmp_path / "ex1_discrete_kl (1).py"
    source.write_text(COURSE.exercise(EXERCISE).reference_source)
    done = cli("submit", source)
    assert done.returncode == 0, done.stderr
    (packed,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(packed) as opened:
        assert sorted(opened.namelist()) == [f"{EXERCISE}.py", "manifest.json"]
        manifest = json.loads(opened.read("manifest.json"))
    assert manifest["exercise"] == EXERCISE and manifest["public_checks"]["entropy"] == "3 of 3"
    (tmp_path / "class" / "ann").mkdir(parents=True)
    packed.rename(tmp_path / "class" / "ann" / packed.name)
    assert cli("grade", tmp_path / "class", "--out", tmp_path / "out").returncode == 0
    record = json.loads((tmp_path / "out" / "results" / "ann" / f"{EXERCISE}.json").read_text())
    assert record["score"] == 30


@pytest.mark.parametrize(
    ("text", "says"), [("def entropy(p:\n", "Python cannot read"), ("x = 1\n", "defines none"), ("", "no code")]
)
def test_submit_refuses_what_cannot_be_graded(cli: Run, tmp_path: Path, text: str, says: str) -> None:
    source = tmp_path / f"{EXERCISE}.py"
    source.write_text(text)
    done = cli("submit", source)
    assert done.returncode == 2 and says in done.stderr
    assert not list(tmp_path.glob("*.zip"))


def test_submit_tells_about_leftovers_and_packs(cli: Run, tmp_path: Path) -> None:
    source = tmp_path / f"{EXERCISE}.py"
    source.write_text((ROOT / "assignments" / EXERCISE / f"{EXERCISE}.py").read_text())
    done = cli("submit", source)
    assert done.returncode == 0 and "note: entropy is still the unwritten stub" in done.stdout
