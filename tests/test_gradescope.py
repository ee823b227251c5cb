"""The zips for Gradescope, run as its container runs them: run_otter.py in a folder laid out like /autograder."""

from __future__ import annotations

import codecs
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from autograder.coursekit.words import spoken
from autograder.exercise import Course
from autograder.freeze import test_file as make_test_file
from autograder.gradescope import PACKAGES, closure, write_zip
from tests.conftest import CLASS, ROOT
from tests.parity import container
from tests.parity import run as compare_all

COURSE = Course()
EX1 = "ex1_discrete_kl"
READY = [name for name in COURSE.exercises if (ROOT / "assignments" / name / "coursekit").is_dir()]
NO_PROGRAMS = "/nonexistent"
"""A PATH on which no bubblewrap is found."""
FORGER = """
import math, sys
import numpy as np
import numpy.testing
math.isclose = np.isclose = np.allclose = lambda *args, **more: True
numpy.testing.assert_allclose = numpy.testing.assert_equal = lambda *args, **more: None
try:
    import otter.test_files.exception_test as module
    module.test_case.call_func = lambda self, env: None
except Exception:
    pass
"""


@pytest.fixture(scope="session")
def zips(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("zips") / f"{name}-autograder.zip"
            write_zip(COURSE.exercises[name], made[name])
        return made[name]

    return get


def without_landlock(source: Path) -> None:
    """Make the unpacked zip find what a kernel without Landlock answers: no such system call."""
    path = source / "autograder" / "student" / "landlock.py"
    text = path.read_text()
    assert "= 444, 445, 446" in text
    path.write_text(text.replace("= 444, 445, 446", "= 1444, 1445, 1446"))


def walled(value: str, seconds: float = 30.0) -> Any:
    """Set who may grade and how long a request may take, as the zip's owner can."""

    def prepare(source: Path) -> None:
        path = source / "exercise.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "wall": value, "seconds": seconds}))

    return prepare


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


@pytest.mark.parametrize("prepare", [None, pytest.param(walled("never"), marks=pytest.mark.long)], ids=["wall", "otter"])
def test_a_wrong_submission_is_told_case_by_case(zips: Any, tmp_path: Path, prepare: Any) -> None:
    """Wrong beliefs and an error while running: sentences and counterexamples, no sources, otter's scores."""
    solution = (CLASS / "paolo-ricci" / f"{EX1}.py").read_bytes()
    data = codecs.BOM_UTF8 + solution + b"\n\nraise RuntimeError('left over')\n"  # saved by a Windows editor
    results, log = container(zips(EX1), tmp_path, {f"{EX1}.py": data}, prepare=prepare or walled("auto"))
    assert ("graded by otter's own runner" if prepare else "graded behind the wall") in log
    follows_the_specification(results)
    shows_no_source(results, EX1)
    assert re.search(r"Your file did not run through\. code cell 1(, line \d+)?: RuntimeError: left over", results["output"])
    assert "kl_divergence: 1 of 3 public checks passed" in results["output"]
    tests = results["tests"]
    assert results["score"] == pytest.approx(sum(test["score"] for test in tests)) and 0 < results["score"] < 30
    assert sum(test["max_score"] for test in tests) == pytest.approx(30)
    assert [test["number"].partition(".")[0] for test in tests] == sorted(test["number"].partition(".")[0] for test in tests)
    assert tests[0]["name"].startswith("entropy: ")  # the lesson's order
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


def test_a_right_file_among_others_under_another_name_scores_in_full(zips: Any, tmp_path: Path) -> None:
    """A hand-in zip that Gradescope unpacked, with a helper beside it."""
    data = COURSE.exercises[EX1].reference_source.encode()
    files = {f"{EX1} (1).py": data, "manifest.json": b"{}", "a_notes.py": b"x = 1\n"}
    results, log = container(zips(EX1), tmp_path, files)
    assert "graded behind the wall" in log and results["score"] == pytest.approx(30)
    assert f"a_notes.py was left out, because {EX1} (1).py is also there" in results["output"]


def test_behind_the_wall_a_forger_earns_nothing_and_finds_nothing(zips: Any, tmp_path: Path) -> None:
    """At the level of a container: Landlock and system calls without bubblewrap."""
    probing = f"""
import glob, os
found = []
for path in ("../source/tests/entropy.py", "{tmp_path}/source/tests/entropy.py", "{tmp_path}/source/exercise.json",
             "{tmp_path}/submission/{EX1}.py", "{tmp_path}/submission_metadata.json", "/etc/passwd"):
    try:
        found.append(open(path).read(40))
    except OSError:
        pass
for folder in ("../source", "{tmp_path}", "{tmp_path}/source/tests", "/proc/self"):
    try:
        found += os.listdir(folder)
    except OSError:
        pass
found += glob.glob("{tmp_path}/*/*")
try:
    open("{tmp_path}/results/results.json", "w").write("forged")
    found.append("wrote")
except OSError:
    pass
raise RuntimeError(f"found {{found}}")
"""
    entropy = f"{COURSE.exercises[EX1].reference_source}\ndef kl_divergence(p, q, axis=-1, base=None):\n    return 0.0\n"
    entropy += "cross_entropy = kl_divergence\n"
    data = f"{entropy}{FORGER}{probing}".encode()
    results, log = container(zips(EX1), tmp_path, {f"{EX1}.py": data}, search=NO_PROGRAMS)
    assert "graded behind the wall; isolation kernel" in log
    assert "RuntimeError: found []" in results["output"]
    follows_the_specification(results)
    earned = sum(test["score"] for test in results["tests"] if test["name"].startswith("entropy: "))
    assert earned == pytest.approx(10) and results["score"] < 14
    values = [test for test in results["tests"] if re.match("(kl_divergence|cross_entropy): value", test["name"])]
    assert values and all(test["status"] == "failed" for test in values)


def test_without_a_wall_otter_grades_and_the_log_says_why(zips: Any, tmp_path: Path) -> None:
    """And forged scores count there, as the README says."""
    data = f"def entropy(p, axis=-1, base=None):\n    return 0.0\n{FORGER}".encode()
    results, log = container(zips(EX1), tmp_path, {f"{EX1}.py": data}, search=NO_PROGRAMS, prepare=without_landlock)
    assert "graded by otter's own runner in the student's interpreter, because there is no wall here" in log
    assert "bubblewrap is not installed" in log and "Landlock and system call filters do not work here" in log
    follows_the_specification(results)
    assert results["score"] > 25


def test_a_zip_that_requires_the_wall_grades_nothing_without_it(zips: Any, tmp_path: Path) -> None:
    def prepare(source: Path) -> None:
        walled("required")(source)
        without_landlock(source)

    data = COURSE.exercises[EX1].reference_source.encode()
    results, log = container(zips(EX1), tmp_path, {f"{EX1}.py": data}, search=NO_PROGRAMS, prepare=prepare)
    assert results["score"] == 0 and "your instructor has to look at it" in results["tests"][0]["output"]
    assert "not graded, because there is no wall here: bubblewrap is not installed" in log


@pytest.mark.long
def test_other_settings_of_otter_are_left_to_otter(zips: Any, tmp_path: Path) -> None:
    def prepare(source: Path) -> None:
        (source / "otter_config.json").write_text(json.dumps({"show_hidden": False, "points_possible": 3}))

    data = COURSE.exercises[EX1].reference_source.encode()
    results, log = container(zips(EX1), tmp_path, {f"{EX1}.py": data}, prepare=prepare)
    assert "because there is no wall here: otter_config.json has points_possible" in log
    assert results["score"] == pytest.approx(3)
    assert {test["visibility"] for test in results["tests"]} == {"visible", "hidden"}


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "seconds", "says"),
    [
        pytest.param("import os\nos._exit(0)\n", 100, "ended Python", id="exit"),
        pytest.param("while True:\n    pass\n", 15, "more than 15 s", id="loop"),
    ],
)
def test_with_otter_a_file_that_ends_python_or_never_ends_gets_a_sentence(
    zips: Any, tmp_path: Path, text: str, seconds: int, says: str
) -> None:
    results, _ = container(zips(EX1), tmp_path, {f"{EX1}.py": text.encode()}, seconds, prepare=walled("never"))
    assert results["score"] == 0
    assert says in results["tests"][0]["output"] and "Traceback" not in results["tests"][0]["output"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("files", "says"),
    [
        pytest.param({"a.py": b"import os\nos._exit(0)\n"}, "the process that ran your code ended", id="exit"),
        pytest.param({"a.py": b"while True:\n    pass\n"}, "it took more than 4 s of computing time", id="loop"),
        pytest.param({"a.ipynb": b"{"}, "a.ipynb is not a notebook", id="broken"),
        pytest.param({"a.py": b"def entropi(p):\n    return 0\n"}, "defines none of the functions", id="other"),
        pytest.param({"a.txt": b"entropy"}, "No .py or .ipynb file was handed in", id="nothing"),
    ],
)
def test_behind_the_wall_a_file_that_cannot_be_graded_gets_the_bulk_graders_words(
    zips: Any, tmp_path: Path, files: dict[str, bytes], says: str
) -> None:
    results, log = container(zips(EX1), tmp_path, files, prepare=walled("auto", 2.0))
    assert "graded behind the wall" in log
    follows_the_specification(results)
    assert results["score"] == 0 and len(results["tests"]) == 1 and says in results["tests"][0]["output"]


@pytest.mark.long
def test_a_death_costs_its_question_and_a_run_that_is_too_long_keeps_what_is_done(zips: Any, tmp_path: Path) -> None:
    source = COURSE.exercises[EX1].reference_source
    for name, code in (("entropy", "import os; os._exit(0)"), ("cross_entropy", "while True: pass")):
        source += f"\ndef {name}(*args, **more):\n    {code}\n"
    calls = {f"{EX1}.py": source.encode()}
    results, _ = container(zips(EX1), tmp_path / "whole", calls, prepare=walled("auto", 4.0))
    assert "entropy: 0 of 3 public checks passed (the process that ran your code ended)" in results["output"]
    assert "cross_entropy: 0 of 3 public checks passed (it took more than 4 s of computing time)" in results["output"]
    assert results["tests"][0]["output"] == "No answer came: the process that ran your code ended."
    short, _ = container(zips(EX1), tmp_path / "short", calls, seconds=3)
    follows_the_specification(short)
    assert [t["name"] for t in short["tests"]] == [t["name"] for t in results["tests"]] and short["score"] == 0
    assert short["tests"][-1]["output"] == "No answer came: running and checking your file took more than 3 s in all."


@pytest.mark.long
@pytest.mark.parametrize("name", READY)
def test_every_exercises_zip_grades_its_stub_and_its_reference(zips: Any, tmp_path: Path, name: str) -> None:
    exercise = COURSE.exercises[name]
    stub = (ROOT / "assignments" / name / f"{name}.ipynb").read_bytes()
    reference = exercise.reference_source.encode()
    for wall in ("required", "never"):
        unsolved, _ = container(zips(name), tmp_path / wall / "stub", {f"{name}.ipynb": stub}, prepare=walled(wall))
        solved, _ = container(zips(name), tmp_path / wall / "solved", {f"{name}.py": reference}, prepare=walled(wall))
        for results in (unsolved, solved):
            follows_the_specification(results)
            shows_no_source(results, name)
        assert unsolved["score"] == 0 and solved["score"] == pytest.approx(10 * len(exercise.questions))
        assert all("is not written yet" in test["output"] for test in unsolved["tests"])


def test_the_zip_has_what_grading_needs_and_no_more() -> None:
    modules, others = closure()
    assert {name for name in others if name not in sys.stdlib_module_names} <= {*PACKAGES, "otter"}
    assert not {"exercise", "freeze", "banks", "rubric", "diagnose", "proof"} & {
        name.split(".")[1] for name in modules if "." in name
    }


@pytest.mark.parametrize("name", [pytest.param(name, marks=[] if name == EX1 else pytest.mark.long) for name in READY])
def test_the_zip_is_the_same_bytes_each_time(zips: Any, tmp_path: Path, name: str) -> None:
    write_zip(COURSE.exercises[name], tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == zips(name).read_bytes()
    with zipfile.ZipFile(tmp_path / "again.zip") as packed:
        members = packed.namelist()
        otters = {"run_autograder", "run_otter.py", "setup.sh", "environment.yml", "otter_config.json", "exercise.json"}
        tests = {f"tests/{question}.py" for question in COURSE.exercises[name].questions}
        modules = {path.relative_to(ROOT).as_posix() for path in closure()[0].values()}
        assert set(members) == otters | tests | modules
        environment = packed.read("environment.yml").decode()
        assert all(f"- {package}==" in environment for package in PACKAGES)
        assert all("playwright" not in packed.read(member).decode() for member in members)
        assert re.search(r"python=3\.\d+\n", environment)
        assert "apt-get install -y bubblewrap || true\n" in packed.read("setup.sh").decode()


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
