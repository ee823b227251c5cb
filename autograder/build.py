"""Build what students get from ``solutions/``: notebooks, stubs, tests, the checks' helper, a README."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import re
import tempfile
from pathlib import Path
from typing import Any

from autograder import freeze
from autograder.errors import CourseError
from autograder.exercise import ROOT, Course, Exercise
from autograder.submission import IGNORED_TAG

_ANSWER_TAG = "otter_answer_cell"
_CONFIG = """# ASSIGNMENT CONFIG
export_cell: false
check_all_cell: false
generate: false
suppress_no_tests_warning: true
"""
# Grading skips both cells (they are tagged), so no name that student code could rely on is left by
# them; the notebook finds its checks by the folders beside it, so a renamed copy still works.
_SETUP = """\
# Run this first: it loads the checks, which lie beside this notebook in the folders tests and coursekit.
def load_checks(kit="{exercise}-kit.zip"):
    import os, shutil, types

    if not os.path.isdir("coursekit") and os.path.isfile(kit):  # on Colab the uploaded zip brings them
        shutil.unpack_archive(kit)
        os.chdir("{exercise}")
    try:
        import coursekit
    except ModuleNotFoundError:
        todo = f"keep this notebook in its folder or (on Colab) upload {{kit}} under Files on the left"
        say = lambda *_: print(f"The checks are not here: {{todo}}; then run the first cell again.")
        say()
        return types.SimpleNamespace(check=say, check_all=say, hand_in=say)
    return coursekit.Checks()


grader = load_checks()"""
_HAND_IN = """\
# Save the notebook, then run this: it runs the saved file once from top to bottom and packs it as a zip to hand in.
grader.hand_in()"""
_STUB_HEAD = '''"""{title}

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""
'''
_README = """\
# {title}

You write {questions}{written}.

Everything is in `{name}.ipynb`. `{name}.py` has the same text and code for those who
work without notebooks. Hand in one of the two.

1. `pip install -r requirements.txt` in a virtual environment (Python 3.11 to 3.13). For JupyterLab also
   `pip install jupyterlab`; VS Code needs its Jupyter extension. On Colab upload the notebook, and this
   zip under Files on the left; the first cell does the rest.
2. Open the notebook in this folder, run its first cell, and write your code where a function raises
   `NotImplementedError`. `grader.check("...")` after each function runs the public checks, and so does
   `otter check {name}.py` in a terminal (or the same with .ipynb).
3. Save, then run the last cell (for a .py file `python -m coursekit {name}.py`). It packs
   `{name}_<date>.zip`, which is what you hand in, and says what it holds.

Only some of the checks are public. What they pass can still fail hidden ones, so try inputs of your own.
"""
_STUDENT_PACKAGES = ("otter-grader", "ipykernel", "numpy", "scipy", "matplotlib")
COURSEKIT = Path(__file__).resolve().parent / "coursekit"


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


def _ours(source: str) -> Any:
    import nbformat

    return nbformat.v4.new_code_cell(source, metadata={"tags": [IGNORED_TAG]})


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
    cells = [_ours(_SETUP.format(exercise=exercise.name))]
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
                cells.append(_ours(f'grader.check("{name}")'))
    cells.append(_ours(_HAND_IN))
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
        "README.md": _readme(exercise),
        "requirements.txt": "".join(f"{package}=={pinned(package)}\n" for package in _STUDENT_PACKAGES),
        f"{exercise.name}.ipynb": nbformat.writes(notebook) + "\n",
        f"{exercise.name}.py": student_script(exercise, notebook),
        "coursekit/about.json": json.dumps(_about(exercise), indent=1) + "\n",
    }
    for path in sorted(COURSEKIT.glob("*.py")):
        files[f"coursekit/{path.name}"] = path.read_text(encoding="utf-8")
    for question in exercise.questions:
        files[f"tests/{question}.py"] = freeze.test_file(exercise, question, public_only=True)
    return files


def _about(exercise: Exercise) -> dict[str, Any]:
    written = {exercise.rubric.question: exercise.placeholder} if exercise.rubric else {}
    return {"exercise": exercise.name, "questions": exercise.questions, "written": written}


def _readme(exercise: Exercise) -> str:
    questions = ", ".join(f"`{name}`" for name in exercise.questions)
    written = " and one answer in words" if exercise.rubric else ""
    return _README.format(title=exercise.title, name=exercise.name, questions=questions, written=written)


def pinned(package: str) -> str:
    """The version that requirements.lock names (first the one for the oldest Python), else the installed one."""
    import importlib.metadata

    lock = ROOT / "requirements.lock"
    found = re.search(rf"^{re.escape(package)}==([^ ;]+)", lock.read_text(), re.MULTILINE) if lock.exists() else None
    return found.group(1) if found else importlib.metadata.version(package)


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
