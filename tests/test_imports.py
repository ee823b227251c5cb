"""Imports run one way, and what runs beside student code knows nothing of the rest."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.conftest import ROOT

# From the ground up: a module may import from earlier lines only.
ORDER = [
    ["errors", "text", "kept", "spread", "student", "coursekit"],
    ["records", "checking", "proof"],
    ["banks", "rubric", "marks", "submission"],
    ["exercise"],
    ["freeze", "sandbox"],
    ["process", "testfiles", "results"],
    ["wire", "plain", "inprocess"],
    ["grade"],
    ["attempt", "collect", "diagnose"],
    ["bulk", "ready", "selfcheck"],
    ["handin"],
    ["gradebook"],
    ["sheets"],
    ["report", "export", "build"],
    ["kit"],
    ["container"],
    ["gradescope"],
    ["cli"],
    ["__main__"],
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            parts = (node.module or "").split(".")
            if parts[0] == "autograder":
                found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("autograder.")}
    return found


def test_imports_run_one_way() -> None:
    package = ROOT / "autograder"
    against = []
    for path in sorted(package.rglob("*.py")):
        unit = path.relative_to(package).parts[0].removesuffix(".py")
        if unit == "__init__":
            continue
        assert unit in RANK, f"{path.name} has no place in ORDER"
        against += [
            f"{path.relative_to(package)} imports {name}" for name in imports(path) if name != unit and RANK[name] >= RANK[unit]
        ]
    assert not against


def test_the_student_side_imports_nothing_of_the_project() -> None:
    for path in (ROOT / "autograder" / "student").glob("*.py"):
        assert not imports(path), path.name


def test_the_package_knows_no_exercise_by_name() -> None:
    names = [path.name for path in (ROOT / "solutions").iterdir() if path.is_dir()]
    for path in (ROOT / "autograder").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name in text], path.name
