"""What a course hands out: reproducible, without anything hidden, and working where it lands."""

from __future__ import annotations

import importlib.metadata
import re
import resource
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import nbformat
import pytest

from autograder import selfcheck
from autograder.errors import CourseError
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.kit import write_kit
from autograder.testfiles import load_light
from tests import leaks, student
from tests.conftest import ROOT, Run

COURSE = Course()
EX1 = "ex1_discrete_kl"
READY = [name for name in COURSE.exercises if (ROOT / "assignments" / name / "coursekit").is_dir()]
ALL = [pytest.param(name, marks=[] if name == EX1 else pytest.mark.long) for name in READY]


@cache
def committed(name: str) -> dict[str, bytes]:
    base = ROOT / "assignments" / name
    files = [path for path in base.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ALL)
def test_the_kit_is_what_is_committed_and_the_same_bytes_each_time(name: str, tmp_path: Path) -> None:
    exercise = COURSE.exercises[name]
    packed = [write_kit(COURSE, exercise, tmp_path / folder) for folder in ("one", "two")]
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with zipfile.ZipFile(packed[0]) as opened:
        members = {entry.filename.removeprefix(f"{name}/"): opened.read(entry) for entry in opened.infolist()}
    assert members == committed(name)
    expected = {"README.md", "requirements.txt", f"{name}.ipynb", f"{name}.py"}
    assert {member for member in members if "/" not in member} == expected
    assert {member for member in members if member.startswith("tests/")} == {f"tests/{q}.py" for q in exercise.questions}
    assert sum(map(len, members.values())) < 1 << 20


def test_a_kit_is_refused_when_assignments_have_drifted(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="run `make build`"):
        write_kit(Course(tmp_path), COURSE.exercises[EX1], tmp_path)


@pytest.mark.parametrize("name", READY)
def test_nothing_hidden_is_inside(name: str) -> None:
    assert leaks.secrets(COURSE.exercises[name]).found(leaks.readable(committed(name))) == []


def test_a_planted_canary_of_each_kind_is_found() -> None:
    """The search itself: what it must find is put into a kit, with other spaces and names of files."""
    exercise = COURSE.exercises[EX1]
    secrets = leaks.secrets(exercise)
    solution = re.search(r"# BEGIN SOLUTION.*?\n(.*?)# END SOLUTION", exercise.master, re.DOTALL)
    assert solution
    hidden = exercise.check_path("entropy").read_text().split("def property_chain")[1].split("@test_case")[0]
    misconception = next((exercise.folder / "misconceptions").glob("*.py")).read_text()
    value = sorted(secrets.numbers)[0]
    for planted in (solution.group(1), f"def property_chain{hidden}", misconception, f"EXPECTED = [{value}]"):
        spaced = "\n".join(f"#   {line.strip()}" for line in planted.splitlines())
        squeezed = "def planted():\n" + re.sub(r" ?([=+*/,-]) ?", r"\1", planted)
        for text in (spaced, squeezed):
            assert secrets.found({**leaks.readable(committed(EX1)), "README.md": text}), planted
    cell = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(f"answer = {value}")])
    assert secrets.found(leaks.readable({"x.ipynb": nbformat.writes(cell).encode()}))


def test_what_the_kit_asks_for_is_what_the_course_is_tested_with() -> None:
    wanted = dict(line.split("==") for line in committed(EX1)["requirements.txt"].decode().split())
    assert sorted(wanted) == ["ipykernel", "matplotlib", "numpy", "otter-grader", "scipy"]
    locks = (ROOT / "tests" / "student.lock").read_text() + (ROOT / "requirements.lock").read_text()
    for package, version in wanted.items():
        assert locks.count(f"\n{package}=={version} ") == 2, package
    assert wanted["otter-grader"] == importlib.metadata.version("otter-grader")


@pytest.mark.long
def test_the_kit_works_in_a_fresh_environment(tmp_path: Path, student_python: Path) -> None:
    """Nothing of this project is installed there: the notebook runs, and `otter check` answers for both files."""
    folder = student.unpacked(EX1, tmp_path)
    student.solve(folder / f"{EX1}.ipynb", COURSE.exercises[EX1])
    bin = student_python.parent
    run = [bin / "jupyter-execute", "--inplace", f"{EX1}.ipynb"]
    done = subprocess.run(run, cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = student.answers(nbformat.read(folder / f"{EX1}.ipynb", as_version=4))
    assert told['grader.check("entropy")'].startswith("entropy: 3 of 3 public checks passed")
    assert "packed: " in told["grader.hand_in()"]
    for file, says in ((f"{EX1}.ipynb", "All tests passed!"), (f"{EX1}.py", "is not written yet")):
        done = subprocess.run([bin / "otter", "check", file], cwd=folder, capture_output=True, text=True, timeout=300)
        assert says in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("name", READY)
def test_functions_that_return_zero_earn_next_to_nothing(name: str) -> None:
    exercise = COURSE.exercises[name]
    stub = committed(name)[f"{name}.py"].decode()
    zero = re.sub(r"raise NotImplementedError\(.*?\)$", "return 0", stub, flags=re.MULTILINE)
    assert zero.count("return 0\n") >= len(exercise.questions) and "NotImplementedError(" not in zero
    functions: dict[str, object] = {}
    exec(zero, functions)
    grader = Grader(exercise, 0, load_light)
    env = {export: functions.get(export) for export in exercise.exports}
    points = sum(case.points for question in grader.questions for case in question.run(env))
    assert points <= 0.15 * sum(question.possible for question in grader.questions), points


def test_a_check_takes_less_than_a_second_of_computing(cli: Run) -> None:
    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    spent = []
    for _ in range(3):
        before = used()
        assert cli("check", ROOT / "assignments" / EX1 / f"{EX1}.py").returncode == 1
        spent.append(used() - before)
    assert min(spent) < 1.0, spent


def test_a_check_loads_only_what_it_needs() -> None:
    code = "import sys, autograder.cli as c; c.main(['check', sys.argv[1]]); print(*sys.modules)"
    file = ROOT / "tests" / "class" / "paolo-ricci" / f"{EX1}.py"
    done = subprocess.run([sys.executable, "-c", code, file], cwd=ROOT, capture_output=True, text=True, timeout=60)
    loaded = set(done.stdout.split())
    assert selfcheck.ONLY_PUBLIC in done.stdout
    assert not loaded & {"jinja2", "hypothesis", "otter", "scipy", "matplotlib", "autograder.report", "autograder.diagnose"}
