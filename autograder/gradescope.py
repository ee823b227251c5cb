"""Write the zips that Gradescope runs: what ``otter generate`` makes, with our own last steps."""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from autograder import freeze
from autograder.build import COURSEKIT, pinned
from autograder.errors import CourseError
from autograder.exercise import Exercise
from autograder.kit import write_members

_PYTHON = "3.11"  # the version that the course is tested with; otter's own choice changes with otter
# Hidden cases are shown when the grades are published; set this to false to never show them.
_CONFIG = {"show_hidden": True}
# otter's set-up installs a browser to print notebooks, which these zips never do.
_BROWSER = 'mamba run -n otter-env bash -c "playwright install-deps && playwright install chromium"\n'


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _generated(exercise: Exercise) -> dict[str, bytes]:
    """The members of the zip that ``otter generate`` makes."""
    from otter.generate import main as otter_generate

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        for question in exercise.questions:
            (folder / "tests" / f"{question}.py").write_text(freeze.test_file(exercise, question), encoding="utf-8")
        packages = ("numpy", "scipy", "matplotlib")
        (folder / "requirements.txt").write_text("".join(f"{package}=={pinned(package)}\n" for package in packages))
        (folder / "otter_config.json").write_text(json.dumps(_CONFIG))
        with _inside(folder), contextlib.redirect_stdout(io.StringIO()):
            otter_generate(
                output_path="made.zip", requirements="requirements.txt", config="otter_config.json", python_version=_PYTHON
            )
        with zipfile.ZipFile(folder / "made.zip") as made:
            return {member: made.read(member) for member in made.namelist()}


def write_zip(exercise: Exercise, target: Path) -> None:
    """Write the zip to upload as an exercise's autograder; the same bytes each time."""
    members = _generated(exercise)
    setup = members["setup.sh"].decode()
    if _BROWSER not in setup:
        raise CourseError("otter's setup.sh has changed; look at it and mend gradescope.py.")
    members["setup.sh"] = setup.replace(_BROWSER, "").encode()
    runner = Path(__file__).with_name("container.py").read_text(encoding="utf-8")
    members["run_otter.py"] = runner.replace("from autograder.coursekit.", "from coursekit.").encode()
    members["coursekit/__init__.py"] = b""
    members["coursekit/words.py"] = (COURSEKIT / "words.py").read_bytes()
    write_members(target, members)
