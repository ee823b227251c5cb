"""Bad input gets one clear sentence, and never costs what is good."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from autograder.exercise import Course
from tests.conftest import Run

EXERCISE = "ex1_discrete_kl"


def hand_in(folder: Path, student: str, text: str, name: str = f"{EXERCISE}.py") -> Path:
    path = folder / student / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def right() -> str:
    return Course().exercise(EXERCISE).reference_source


def sentence(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.startswith("autograder:")]
    assert len(lines) == 1, text
    assert "Traceback" not in text
    return lines[0]


@pytest.mark.parametrize(
    ("where", "more", "says"),
    [
        ("nowhere", [], "does not exist"),
        ("empty", [], "holds no submission"),
        ("empty", ["--exercise", "ex99"], "there is no exercise 'ex99'"),
        ("note.txt", [], "neither a .py nor an .ipynb"),
    ],
)
def test_usage_errors_are_one_sentence_and_exit_2(cli: Run, tmp_path: Path, where: str, more: list[str], says: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("hello")
    done = cli("grade", tmp_path / where, "--out", tmp_path / "out", *more)
    assert done.returncode == 2
    assert says in sentence(done.stderr)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_ours_is_refused_and_kept(cli: Run, tmp_path: Path, right: str) -> None:
    hand_in(tmp_path / "class", "ann", right)
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    done = cli("grade", tmp_path / "class", "--out", out)
    assert done.returncode == 2
    assert "not empty" in sentence(done.stderr)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_bad_files_get_their_outcome_and_the_rest_is_graded(cli: Run, tmp_path: Path, right: str) -> None:
    folder = tmp_path / "class"
    hand_in(folder, "good", right)
    hand_in(folder, "broken", "{not json", f"{EXERCISE}.ipynb")
    hand_in(folder, "empty", "")
    hand_in(folder, "huge", "x = 1\n" * 400_000)
    hand_in(folder, "binary", "\0\1\2")
    hand_in(folder, "other", "def unrelated():\n    pass\n")
    hand_in(folder, "deep", "[" * 100_000, f"{EXERCISE}.ipynb")
    hand_in(folder, "renamed", right, "my solution (1).py")
    hand_in(folder, "twice", right)
    hand_in(folder, "twice", "def entropy(p): return 0\n", f"{EXERCISE} (1).py")
    hand_in(folder, "nothing", "text", "notes.txt")
    os.symlink("/etc/passwd", folder / "nothing" / f"{EXERCISE}.py")
    out = tmp_path / "out"
    done = cli("grade", folder, "--out", out, "--exercise", EXERCISE)
    assert done.returncode == 0, done.stderr
    rows = [line.split(",") for line in (out / "grades.csv").read_text().splitlines()]
    assert rows[0] == ["student", "exercise", "score", "max_score", "outcome", "late", "attempt", "submitted_at", "sha256"]
    outcomes = {row[0]: (row[4], row[2]) for row in rows[1:]}
    assert outcomes == {
        "good": ("graded", "30"),
        "broken": ("unreadable", "0"),
        "empty": ("nothing_found", "0"),
        "huge": ("unreadable", "0"),
        "binary": ("unreadable", "0"),
        "other": ("nothing_found", "0"),
        "deep": ("unreadable", "0"),
        "renamed": ("graded", "30"),
        "twice": ("graded", "30"),
    }
    assert "twice: ex1_discrete_kl (1).py was left out" in done.stderr
    assert "nothing: nothing to grade was found" in done.stderr
    record = json.loads((out / "results" / "broken" / f"{EXERCISE}.json").read_text())
    assert "save it again" in record["message"]
    assert (out / "feedback" / "broken" / f"{EXERCISE}.html").exists()
    assert (out / "class" / "index.html").exists()


def test_ids_that_become_the_same_file_name_are_kept_apart(cli: Run, tmp_path: Path, right: str) -> None:
    for student in ("a b", "a_b", "a?b"):
        hand_in(tmp_path / "class", student, right)
    out = tmp_path / "out"
    assert cli("grade", tmp_path / "class", "--out", out).returncode == 0
    found = {json.loads(path.read_text())["student"]: path.parent.name for path in out.glob("results/*/*.json")}
    assert set(found) == {"a b", "a_b", "a?b"}
    assert len(set(found.values())) == 3


def test_grading_again_updates_ones_own_folder(cli: Run, tmp_path: Path, right: str) -> None:
    folder, out = tmp_path / "class", tmp_path / "out"
    hand_in(folder, "ann", right.replace("np.log1p(v)", "np.log(v)"))
    assert cli("grade", folder, "--out", out).returncode == 0
    before = (out / "grades.csv").read_text()
    hand_in(folder, "ann", right)
    assert cli("grade", folder, "--out", out).returncode == 0
    after = (out / "grades.csv").read_text()
    assert before != after
    assert ",30,34,graded," in after
