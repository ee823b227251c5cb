"""The zips for Gradescope, run as its container runs them: run_otter.py in a folder laid out like /autograder."""

from __future__ import annotations

import codecs
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from autograder.coursekit.words import spoken
from autograder.exercise import Course
from autograder.freeze import test_file as make_test_file
from autograder.gradescope import write_zip
from tests.conftest import CLASS, ROOT
from tests.parity import run as compare_all

COURSE = Course()
EX1 = "ex1_discrete_kl"
READY = [name for name in COURSE.exercises if (ROOT / "assignments" / name / "coursekit").is_dir()]


@pytest.fixture(scope="session")
def zips(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("zips") / f"{name}-autograder.zip"
            write_zip(COURSE.exercises[name], made[name])
        return made[name]

    return get


def run_container(zipped: Path, folder: Path, name: str, data: bytes, seconds: int = 300) -> dict[str, Any]:
    """Lay out Gradescope's folder, run what run_autograder runs, and read the results."""
    with zipfile.ZipFile(zipped) as packed:
        packed.extractall(folder / "source")
    for part in ("submission", "results"):
        (folder / part).mkdir()
    (folder / "submission" / name).write_bytes(data)
    (folder / "submission_metadata.json").write_text("{}")
    command = [sys.executable, "-W", "ignore", folder / "source" / "run_otter.py", folder, str(seconds)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run(command, cwd="/", env=environment, capture_output=True, timeout=seconds + 120)
    results: dict[str, Any] = json.loads((folder / "results" / "results.json").read_text())
    return results


def follows_the_specification(results: dict[str, Any]) -> None:
    known = {"score", "output", "output_format", "test_output_format", "test_name_format", "stdout_visibility", "tests"}
    assert set(results) <= known
    for test in results["tests"]:
        assert set(test) <= {"name", "number", "score", "max_score", "status", "output", "visibility"}
        assert test["visibility"] in ("hidden", "after_due_date", "after_published", "visible")
        assert test["status"] in ("passed", "failed")


def shows_no_source(results: dict[str, Any], name: str) -> None:
    shown = json.dumps(results, ensure_ascii=False)
    assert "Error at line" not in shown and "❌" not in shown
    for question in COURSE.exercises[name].questions:
        for line in make_test_file(COURSE.exercises[name], question).splitlines():
            code = line.strip()
            if len(code) > 30 and "(" in code and not code.startswith(("@", "#", '"')):
                assert json.dumps(code, ensure_ascii=False)[1:-1] not in shown


def test_a_wrong_submission_is_told_case_by_case(zips: Any, tmp_path: Path) -> None:
    """Wrong beliefs and an error while running: sentences and counterexamples, no sources, otter's scores."""
    solution = (CLASS / "paolo-ricci" / f"{EX1}.py").read_bytes()
    data = codecs.BOM_UTF8 + solution + b"\n\nraise RuntimeError('left over')\n"  # saved by a Windows editor
    results = run_container(zips(EX1), tmp_path, f"{EX1}.py", data)
    follows_the_specification(results)
    shows_no_source(results, EX1)
    assert "Your file did not run through. code cell 1: RuntimeError: left over" in results["output"]
    assert "kl_divergence: 1 of 3 public checks passed" in results["output"]
    tests = results["tests"]
    assert results["score"] == pytest.approx(sum(test["score"] for test in tests)) and 0 < results["score"] < 30
    assert sum(test["max_score"] for test in tests) == pytest.approx(30)
    visible = [test for test in tests if test["visibility"] == "visible"]
    hidden = [test for test in tests if test["visibility"] == "after_published"]
    assert len(visible) == 9 and len(visible) + len(hidden) == len(tests)
    small = next(test for test in visible if test["name"].startswith("kl_divergence: value, "))
    assert small["output"].startswith(
        "The divergence is off. For p = [1, 0], q = [1/2, 1/2] your answer is inf; it should be 0.69"
    )
    failed = [test["output"] for test in hidden if test["status"] == "failed"]
    assert failed and all(failed) and not any("it should be" in text for text in failed)
    assert any("your answer is" in text for text in failed)


@pytest.mark.parametrize(
    ("text", "seconds", "says"),
    [
        pytest.param("import os\nos._exit(0)\n", 100, "ended Python", id="exit", marks=pytest.mark.long),
        pytest.param("while True:\n    pass\n", 15, "more than 15 s", id="loop", marks=pytest.mark.long),
    ],
)
def test_a_file_that_ends_python_or_never_ends_gets_a_sentence(
    zips: Any, tmp_path: Path, text: str, seconds: int, says: str
) -> None:
    results = run_container(zips(EX1), tmp_path, f"{EX1}.py", text.encode(), seconds)
    assert results["score"] == 0
    assert says in results["tests"][0]["output"] and "Traceback" not in results["tests"][0]["output"]


@pytest.mark.long
@pytest.mark.parametrize("name", READY)
def test_every_exercises_zip_grades_its_stub_and_its_reference(zips: Any, tmp_path: Path, name: str) -> None:
    exercise = COURSE.exercises[name]
    stub = (ROOT / "assignments" / name / f"{name}.ipynb").read_bytes()
    unsolved = run_container(zips(name), tmp_path / "stub", f"{name}.ipynb", stub)
    solved = run_container(zips(name), tmp_path / "solved", f"{name}.py", exercise.reference_source.encode())
    for results in (unsolved, solved):
        follows_the_specification(results)
        shows_no_source(results, name)
    assert unsolved["score"] == 0 and solved["score"] == pytest.approx(10 * len(exercise.questions))
    assert all("is not written yet" in test["output"] for test in unsolved["tests"])


@pytest.mark.parametrize("name", [pytest.param(name, marks=[] if name == EX1 else pytest.mark.long) for name in READY])
def test_the_zip_is_the_same_bytes_each_time(zips: Any, tmp_path: Path, name: str) -> None:
    write_zip(COURSE.exercises[name], tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == zips(name).read_bytes()
    with zipfile.ZipFile(tmp_path / "again.zip") as packed:
        members = packed.namelist()
        assert {"run_autograder", "run_otter.py", "setup.sh", "environment.yml", "otter_config.json"} <= set(members)
        assert not [member for member in members if "misconception" in member or "solution" in member]
        assert all("playwright" not in packed.read(member).decode() for member in members)
        assert re.search(r"python=3\.\d+\n", packed.read("environment.yml").decode())


@pytest.mark.long
def test_otter_run_and_the_bulk_grader_agree() -> None:
    found = compare_all(CLASS, 4, EX1, 2)
    assert found and not [comparison for comparison in found if comparison.verdict == "differs"]


def test_words_of_a_case() -> None:
    before = "❌ Test case failed\nError at line 12 in test entropy:\n    secret(source)\n"
    mismatch = "Mismatch: It is off. For p = [1] your answer is 2; it should be 3."
    assert spoken(before + mismatch) == "It is off. For p = [1] your answer is 2; it should be 3."
    assert spoken(before + mismatch, hidden=True) == "It is off. For p = [1] your answer is 2."
    assert spoken(before + "TypeError: 17 is odd") == "The check stopped with TypeError: 17 is odd."
    assert spoken(before + "TypeError: 17 is odd", hidden=True) == "The check stopped with TypeError."
