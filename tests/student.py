"""What a student does with a kit: unpack it, write answers into the notebook, run it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from autograder.exercise import Exercise
from autograder.kit import write_members
from tests.conftest import ROOT


def unpacked(exercise: str, folder: Path) -> Path:
    """The committed kit of an exercise in a folder of its own, packed and unpacked."""
    base = ROOT / "assignments" / exercise
    files = [path for path in base.rglob("*") if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts)]
    write_members(folder / "kit.zip", {f"{exercise}/{path.relative_to(base).as_posix()}": path.read_bytes() for path in files})
    with zipfile.ZipFile(folder / "kit.zip") as packed:
        packed.extractall(folder)
    return folder / exercise


def solve(path: Path, exercise: Exercise) -> None:
    """Put the reference where the notebook's first stub is, and take the other stubs out."""
    notebook = nbformat.read(path, as_version=4)
    stubs = [cell for cell in notebook.cells if cell.cell_type == "code" and "is not written yet" in cell.source]
    assert stubs
    for cell in stubs:
        cell.source = ""
    stubs[0].source = exercise.reference_source
    nbformat.write(notebook, path)


def execute(path: Path) -> Any:
    """Run a notebook in a real kernel as "Run all" does; an error ends the run."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=240, kernel_name="python3", resources=resources).execute()
    return notebook


def said(cell: Any) -> str:
    """All text that a cell's outputs show."""
    texts = [out.get("text") or out.get("data", {}).get("text/plain") or out.get("evalue") or "" for out in cell.outputs]
    return "\n".join(texts)


def answers(notebook: Any) -> dict[str, str]:
    """What each ``grader`` cell of an executed notebook said, by its last line."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and "grader." in cell.source]
    return {cell.source.splitlines()[-1]: said(cell) for cell in cells}
