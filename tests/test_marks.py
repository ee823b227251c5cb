"""What people decide enters by one door, survives grading again, and never by halves."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from autograder.exercise import Course
from autograder.sheets import groups
from tests.conftest import Run

EXERCISE, QUESTION = "ex1_discrete_kl", "explanation"
ANSWERS = {
    "ann": 'Infinity is right, "always", when the model\nrules out an event; commas, too.',
    "bob": '=HYPERLINK("http://example.org")',
    "cat": "Infinity is right always, when the model rules out an event: commas too",
    "dan": "An emoji \U0001f600 and a -minus; 0,5 is not 0.5",
}


@pytest.fixture(scope="module")
def graded(cli: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("marks")
    source = Course().exercise(EXERCISE).reference_source
    for student, answer in ANSWERS.items():
        path = folder / "class" / student / f"{EXERCISE}.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"{source}\nexplanation = {answer!r}\n", encoding="utf-8")
    assert cli("grade", folder / "class", "--out", folder / "out").returncode == 0
    return folder


def record(folder: Path, student: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "out" / "results" / student / f"{EXERCISE}.json").read_text())
    return found


def read_sheet(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_sheet(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_whole_way_of_a_written_answer(cli: Run, graded: Path) -> None:
    before = record(graded, "ann")
    assert (before["score"], before["max_score"], before["awaiting"]) == (30, 34, 4)
    assert cli("rubric", graded / "out").returncode == 0
    sheet = graded / "out" / "sheets" / f"{EXERCISE}-{QUESTION}.csv"
    rows = read_sheet(sheet)
    assert [row["student"] for row in rows] == ["ann", "cat", "bob", "dan"]
    assert rows[0]["group"] == rows[1]["group"] != rows[2]["group"]
    texts = {row["student"]: row["text"] for row in rows}
    assert texts["bob"] == "'" + ANSWERS["bob"]
    assert texts["ann"] == ANSWERS["ann"] and texts["dan"] == ANSWERS["dan"]

    for row in rows:
        row["items"] = {"ann": "support, direction", "bob": "none", "cat": "right-answer always-clip", "dan": ""}[row["student"]]
    rows[0]["comment"] = "Well put; see Cover, ch. 2"
    filled = write_sheet(graded / "filled.csv", rows)
    done = cli("apply", graded / "out", filled, "--who", "ta")
    assert "3 marked rows, 3 of them new" in done.stdout
    assert "3 marked rows, 0 of them new" in cli("apply", graded / "out", filled, "--who", "ta").stdout
    after = {student: record(graded, student) for student in ANSWERS}
    assert [(r["score"], r["awaiting"]) for r in after.values()] == [(32, 0), (30, 0), (30, 0), (30, 4)]
    page = (graded / "out" / "feedback" / "ann" / f"{EXERCISE}.html").read_text()
    assert "Well put; see Cover, ch. 2" in page and "exactly when q gives probability 0" in page

    # An override, then grading again: both decisions stay.
    why = "The batch case was read to you wrongly in class."
    assert cli("override", graded / "out", "ann", EXERCISE, "entropy", "9.5", "--why", why, "--who", "prof").returncode == 0
    assert cli("grade", graded / "class", "--out", graded / "out").returncode == 0
    assert record(graded, "ann")["score"] == 31.5
    assert why in (graded / "out" / "feedback" / "ann" / f"{EXERCISE}.md").read_text().replace("\\", "")
    log = [json.loads(line) for line in (graded / "out" / "marks.jsonl").read_text().splitlines()]
    assert [(mark["who"], mark["kind"]) for mark in log] == [("ta", "rubric")] * 3 + [("prof", "override")]
    assert cli("feedback", graded / "out").returncode == 0
    assert record(graded, "ann")["score"] == 31.5


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"items": "supprt"}, "row 2 (ann): 'supprt' is no item"),
        ({"items": "support support"}, "named twice"),
        ({"items": "none support"}, "goes with no other"),
        ({"items": "", "comment": "good"}, "a comment but no item"),
        ({"student": "zoe", "items": "support"}, "no record of 'zoe'"),
        ({"question": "entropy", "items": "support"}, "no written question 'entropy'"),
    ],
)
def test_a_sheet_that_does_not_fit_is_refused_as_a_whole(cli: Run, graded: Path, change: dict[str, str], says: str) -> None:
    assert cli("rubric", graded / "out").returncode == 0
    rows = read_sheet(graded / "out" / "sheets" / f"{EXERCISE}-{QUESTION}.csv")
    rows[0].update(change)
    before = record(graded, "ann")
    done = cli("apply", graded / "out", write_sheet(graded / "bad.csv", rows))
    assert done.returncode == 2 and says in done.stderr and "Traceback" not in done.stderr
    assert record(graded, "ann") == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ann", EXERCISE, "entropy", "11", "--why", "x"), "outside 0 to 10"),
        (("ann", EXERCISE, "entrpy", "1", "--why", "x"), "has no question 'entrpy'"),
        (("eve", EXERCISE, "entropy", "1", "--why", "x"), "no record of 'eve'"),
        (("ann", EXERCISE, "entropy", "1", "--why", " "), "needs its reason"),
    ],
)
def test_an_override_that_does_not_fit_is_refused(cli: Run, graded: Path, arguments: tuple[str, ...], says: str) -> None:
    done = cli("override", graded / "out", *arguments)
    assert done.returncode == 2 and says in done.stderr


def test_alike_answers_share_a_group() -> None:
    assert groups(["a b c d e f g", "A, b c d e f g!", "something else", "", ""]) == [1, 1, 2, 3, 3]
