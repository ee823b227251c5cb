"""A bulk run loses nothing: not to dead workers, not to slow submissions, not to its own death."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import bulk
from autograder.attempt import ATTEMPTS, Bench
from autograder.collect import collect
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.process import Zygote, ZygoteDied
from autograder.records import GradeRecord, to_json
from autograder.sandbox import Level
from autograder.testfiles import load_with_otter
from tests.conftest import ROOT

EXERCISE = "ex1_discrete_kl"
COURSE = Course()
LOOP = "\n\ndef entropy(p, *, axis=-1, base=None):\n    while True:\n        pass\n"


@pytest.fixture(scope="module")
def grader() -> Grader:
    made = Grader(COURSE.exercise(EXERCISE), 0, load_with_otter)
    made.measure_limits()  # also notes what is asked ahead
    made.cpu_limits = dict.fromkeys(COURSE.exercise(EXERCISE).questions, 1.0)
    return made


@pytest.fixture
def right() -> str:
    return COURSE.exercise(EXERCISE).reference_source


def hand_in(folder: Path, **texts: str) -> Path:
    for student, text in texts.items():
        (folder / student).mkdir(parents=True)
        (folder / student / f"{EXERCISE}.py").write_text(text)
    return folder


def graded(folder: Path, grader: Grader, level: Level, jobs: int = 1) -> list[GradeRecord]:
    records: list[GradeRecord] = []
    with bulk.warmed(level, jobs) as warm:
        bulk.grade_all(collect(folder, COURSE).submissions, {EXERCISE: grader}, warm, jobs, records.append)
    return records


def test_slow_ones_are_put_off_and_graded_once_more_alone(tmp_path: Path, grader: Grader, level: Level, right: str) -> None:
    hand_in(tmp_path, adam=right + LOOP, bert="while True:\n    pass\n", carl=right, dora=right)
    records = graded(tmp_path, grader, level)
    assert [record.student for record in records] == ["carl", "dora", "adam", "bert"]
    adam, bert = records[2:]
    assert [q.status for q in adam.questions if q.cases] == ["timed_out", "graded", "graded"]
    assert "2 s of computing time" in adam.questions[0].note
    assert adam.score == records[0].score - records[0].questions[0].score
    assert (bert.outcome, bert.score) == ("timed_out", 0.0)


def test_a_killed_worker_loses_nothing(
    tmp_path: Path, grader: Grader, level: Level, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(tmp_path, **{f"s{n}": right for n in range(6)})
    plain, mark = Bench.grade, tmp_path / "killed"

    def grade(self: Bench, *arguments: object) -> tuple[GradeRecord, int]:
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Bench, "grade", grade)
    records = graded(tmp_path, grader, level, jobs=2)
    assert mark.exists()
    assert sorted(record.student for record in records) == [f"s{n}" for n in range(6)]
    assert len({to_json(dataclasses.replace(r, student="", safe_name="", submitted_at="", seconds=0.0)) for r in records}) == 1


def test_a_hanging_worker_is_replaced(
    tmp_path: Path, grader: Grader, level: Level, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(tmp_path, ann=right, bob=right)
    plain, mark = Bench.grade, tmp_path / "hung"

    def grade(self: Bench, *arguments: object) -> tuple[GradeRecord, int]:
        if not mark.exists():
            mark.touch()
            time.sleep(1000)
        return plain(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Bench, "grade", grade)
    monkeypatch.setattr(bulk, "_longest", lambda graders: 15.0)
    monkeypatch.setattr(bulk, "LOOK_SECONDS", 0.5)
    assert sorted(record.student for record in graded(tmp_path, grader, level)) == ["ann", "bob"]


def test_a_sandbox_that_fails_is_nobodys_crash_and_nothing_runs_unconfined(
    tmp_path: Path, grader: Grader, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(tmp_path, ann=right)
    starts = []

    def fail(self: Zygote) -> None:
        starts.append(1)
        raise ZygoteDied("the sandboxed Python did not start")

    monkeypatch.setattr(Zygote, "_start", fail)
    (found,) = collect(tmp_path, COURSE).submissions
    record, _ = Bench(Level.FULL).grade(grader, found)
    assert len(starts) == ATTEMPTS
    assert record.outcome == "crashed" and "a person has to look" in record.message and record.score == 0


def children(pid: int) -> Iterator[int]:
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid and fields[0] != "Z":
                yield int(name)
                yield from children(int(name))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_nothing_outlives_a_killed_run(tmp_path: Path, right: str) -> None:
    hand_in(tmp_path / "class", **{f"s{n}": "import time\ntime.sleep(4)\n" + right for n in range(4)})
    command = [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        str(tmp_path / "class"),
        "--out",
        str(tmp_path / "out"),
        "--jobs",
        "2",
    ]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while len(found := set(children(run.pid))) < 6 and time.monotonic() < deadline:
        time.sleep(0.2)
    run.kill()
    run.wait()
    while (left := [pid for pid in found if Path(f"/proc/{pid}").exists()]) and time.monotonic() < deadline + 60:
        time.sleep(0.2)
    assert len(found) >= 6 and not left
