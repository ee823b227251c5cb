"""Shared fixtures: running the command line as a person would, and the graded sample class."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.gradebook import Gradebook
from autograder.records import GradeRecord

ROOT = Path(__file__).resolve().parent.parent
CLASS = ROOT / "tests" / "class"

Run = Callable[..., subprocess.CompletedProcess[str]]


def run_cli(*arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run ``python -m autograder`` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(cwd), "PYTHONWARNINGS": "default"}
    command = [sys.executable, "-m", "autograder", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=1500, env=environment)


@pytest.fixture(scope="session")
def cli() -> Run:
    return run_cli


@pytest.fixture(scope="session")
def level() -> sandbox.Level:
    """The strongest isolation here; CI must not fall below the kernel's own."""
    return sandbox.choose("auto")


@pytest.fixture(scope="session")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], GradeRecord]:
    """The sample class, graded once with two jobs."""
    out = tmp_path_factory.mktemp("graded") / "out"
    done = run_cli("grade", CLASS, "--out", out, "--jobs", 2)
    assert done.returncode == 0, done.stderr
    return {(record.student, record.exercise): record for record in Gradebook.open(out).records()}


@pytest.fixture(scope="session")
def student_python() -> Path:
    """The Python of an environment as a student sets it up, with JupyterLab; kept until its lock changes."""
    lock = ROOT / "tests" / "student.lock"
    folder = ROOT / ".cache" / f"student-{hashlib.sha256(lock.read_bytes()).hexdigest()[:12]}"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        uv = Path(sys.executable).with_name("uv")
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True)
        install = [
            uv,
            "pip",
            "sync",
            "--system-certs",
            "--quiet",
            "--python",
            python,
            "--link-mode=copy",
            "--compile-bytecode",
            "--require-hashes",
            lock,
        ]
        subprocess.run(install, check=True, timeout=500)
        (folder / "ready").touch()
    return python
