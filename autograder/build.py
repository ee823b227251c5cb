"""Build what students and Gradescope get from ``solutions/``: notebooks, stubs, tests, zips."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder import freeze
from autograder.errors import CourseError
from autograder.exercise import IGNORED_TAG, Course, Exercise

_ANSWER_TAG = "otter_answer_cell"
_CONFIG = """# ASSIGNMENT CONFIG
export_cell: false
check_all_cell: false
generate: false
suppress_no_tests_warning: true
"""
# The notebook is found by its folder's tests and not by its name, so a renamed copy still works.
_SETUP = """\
# Run this first: it loads the checks that lie beside this notebook.
import sys

if "google.colab" in sys.modules:
    %pip install -q otter-grader=={otter}
import otter

grader = otter.Notebook()"""
_STUB_HEAD = '''"""{title}

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""
'''
_FIXED_TIME = (2024, 1, 1, 0, 0, 0)


def _master_notebook(exercise: Exercise) -> Any:
    import jupytext
    import nbformat

    notebook = jupytext.reads(exercise.master, fmt="py:percent")
    notebook.metadata.clear()
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.cells.insert(0, nbformat.v4.new_raw_cell(_CONFIG))
    return notebook


def _assigned(exercise: Exercise) -> Any:
    """The student version of the master notebook, as ``otter assign`` makes it."""
    import nbformat
    from otter.assign import main as otter_assign

    with tempfile.TemporaryDirectory() as folder:
        master = Path(folder) / f"{exercise.name}.ipynb"
        nbformat.write(_master_notebook(exercise), master)
        logging.getLogger("otter").setLevel(logging.ERROR)
        with contextlib.redirect_stdout(io.StringIO()):
            otter_assign(str(master), str(Path(folder) / "out"), no_run_tests=True, no_pdfs=True)
        return nbformat.read(Path(folder) / "out" / "student" / f"{exercise.name}.ipynb", as_version=4)


def _question_names(exercise: Exercise) -> list[str]:
    return re.findall(r"^# # BEGIN QUESTION\n# name: (\w+)$", exercise.master, re.MULTILINE)


def student_notebook(exercise: Exercise) -> Any:
    """The notebook that students get: no solutions, a check after each question, stable ids."""
    import nbformat

    notebook = _assigned(exercise)
    answers = [cell for cell in notebook.cells if _ANSWER_TAG in cell.metadata.get("tags", [])]
    names = _question_names(exercise)
    if len(answers) != len(names):
        raise CourseError(
            f"{exercise.name}: otter assign made {len(answers)} answer cells for {len(names)} questions; mend master.py."
        )
    cells = [nbformat.v4.new_code_cell(_SETUP.format(otter=_pinned("otter-grader")))]
    for cell in notebook.cells:
        if cell.cell_type == "code" and "otter.Notebook(" in cell.source:
            continue
        kept = [tag for tag in cell.metadata.get("tags", []) if tag != _ANSWER_TAG]
        is_answer = cell in answers
        cell.metadata = {"tags": kept} if kept else {}
        cells.append(cell)
        if is_answer:
            name = names[answers.index(cell)]
            if name in exercise.questions:
                cells.append(nbformat.v4.new_code_cell(f'grader.check("{name}")'))
    # otter draws cell ids at random, and a diff should show what changed only.
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    notebook.cells = cells
    notebook.metadata = {"kernelspec": notebook.metadata["kernelspec"], "language_info": {"name": "python"}}
    _refuse_leaks(exercise, nbformat.writes(notebook))
    return notebook


def _refuse_leaks(exercise: Exercise, text: str) -> None:
    for mark in ("BEGIN SOLUTION", "END SOLUTION", "BEGIN PROMPT", "# SOLUTION"):
        if mark in text:
            raise CourseError(f"{exercise.name}: the student version still contains {mark!r}; mend the marks in master.py.")


def student_script(exercise: Exercise, notebook: Any) -> str:
    """The .py stub: the notebook's text as comments and its code, without checks and figures."""
    parts = [_STUB_HEAD.format(title=exercise.title)]
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        written = [tag.removeprefix("written:") for tag in tags if tag.startswith("written:")]
        if written:
            parts.append(f'{written[0]} = """\n{cell.source.strip()}\n"""\n')
        elif cell.cell_type == "markdown":
            parts.append("".join(f"# {line}".rstrip() + "\n" for line in cell.source.split("\n")))
        elif cell.cell_type == "code" and IGNORED_TAG not in tags and "grader" not in cell.source:
            parts.append(cell.source.rstrip() + "\n")
    return "\n\n".join(parts)


def outputs(exercise: Exercise) -> dict[str, str]:
    """All generated files of an exercise: path relative to its folder under ``assignments/``, text."""
    import nbformat

    notebook = student_notebook(exercise)
    files = {
        f"{exercise.name}.ipynb": nbformat.writes(notebook) + "\n",
        f"{exercise.name}.py": student_script(exercise, notebook),
    }
    for question in exercise.questions:
        files[f"tests/{question}.py"] = freeze.test_file(exercise, question, public_only=True)
    return files


def _pinned(package: str) -> str:
    import importlib.metadata

    return importlib.metadata.version(package)


def drift(course: Course, write: bool) -> list[str]:
    """Bring ``assignments/`` up to date (or only compare); return what differed."""
    differing = []
    base = course.root / "assignments"
    wanted: set[Path] = set()
    for exercise in course.exercises.values():
        for relative, text in outputs(exercise).items():
            path = base / exercise.name / relative
            wanted.add(path)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                differing.append(str(path.relative_to(course.root)))
                if write:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, encoding="utf-8")
    for path in sorted(set(base.rglob("*")) - wanted):
        if path.is_file() and "__pycache__" not in path.parts and ".ipynb_checkpoints" not in path.parts:
            differing.append(str(path.relative_to(course.root)))
            if write:
                path.unlink()
    return differing


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def gradescope_zip(exercise: Exercise, target: Path) -> None:
    """Write the zip that ``otter generate`` makes for Gradescope, with fixed times and order."""
    from otter.generate import main as otter_generate

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        for question in exercise.questions:
            (folder / "tests" / f"{question}.py").write_text(freeze.test_file(exercise, question), encoding="utf-8")
        (folder / "requirements.txt").write_text(
            "".join(f"{package}=={_pinned(package)}\n" for package in ("numpy", "scipy", "matplotlib"))
        )
        with _inside(folder), contextlib.redirect_stdout(io.StringIO()):
            otter_generate(tests_dir="tests", output_path="made.zip", requirements="requirements.txt", no_environment=False)
        _repack(folder / "made.zip", target)


def _repack(made: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = source.getinfo(name).external_attr
            packed.writestr(entry, source.read(name))
