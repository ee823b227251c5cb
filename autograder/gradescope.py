"""Write the zips that Gradescope runs: what ``otter generate`` makes, with our own way of grading.

The zip carries the modules that grading needs, found by following their imports, so that
:mod:`autograder.container` can put student code behind the wall; no solution, misconception or
bank is among them.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from autograder import freeze
from autograder.build import pinned
from autograder.container import ABOUT
from autograder.errors import CourseError
from autograder.exercise import Exercise
from autograder.grade import CPU_CEILING
from autograder.kit import write_members

_PYTHON = "3.11"  # the version that the course is tested with; otter's own choice changes with otter
PACKAGES = ("numpy", "scipy", "matplotlib", "mpmath", "msgspec")
"""What is installed besides otter: what students may import, and what grading does."""
# Hidden cases are shown when the grades are published; set this to false to never show them.
_CONFIG = {"show_hidden": True}
# otter's set-up installs a browser to print notebooks, which these zips never do.
_BROWSER = 'mamba run -n otter-env bash -c "playwright install-deps && playwright install chromium"\n'
_WALL = """
# the outer wall around student code, where the container lets it run
apt-get install -y bubblewrap || true
"""
_RUNNER = '''"""Grades a submission; see autograder/container.py."""

from autograder.container import main

main()
'''
# The container's own modules, and what the sandbox starts by name.
_ROOTS = ("autograder.container", "autograder.inprocess", "autograder.student.confine", "autograder.student.zygote")
_PACKAGE = Path(__file__).resolve().parent
# The bulk grader measures the reference and gives ten times that.  The zip has to come out the same
# on every machine, so that all questions get the most that it gives at first.
_SECONDS = CPU_CEILING


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _generated(tests: dict[str, str]) -> dict[str, bytes]:
    """The members of the zip that ``otter generate`` makes."""
    from otter.generate import main as otter_generate

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tests").mkdir()
        for question, text in tests.items():
            (folder / "tests" / f"{question}.py").write_text(text, encoding="utf-8")
        (folder / "requirements.txt").write_text("".join(f"{package}=={pinned(package)}\n" for package in PACKAGES))
        (folder / "otter_config.json").write_text(json.dumps(_CONFIG))
        with _inside(folder), contextlib.redirect_stdout(io.StringIO()):
            otter_generate(
                output_path="made.zip", requirements="requirements.txt", config="otter_config.json", python_version=_PYTHON
            )
        with zipfile.ZipFile(folder / "made.zip") as made:
            return {member: made.read(member) for member in made.namelist()}


def _file(module: str) -> Path | None:
    """The file of a module of this package, None for other modules and for names in a module."""
    first, *rest = module.split(".")
    place = _PACKAGE.joinpath(*rest)
    if first != _PACKAGE.name:
        return None
    return next((path for path in (place / "__init__.py", place.with_suffix(".py")) if path.is_file()), None)


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports that importing a module runs: none in functions, and none for the type checker alone."""
    for node in body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif isinstance(node, ast.If):
            checked = ast.unparse(node.test) == "TYPE_CHECKING"
            yield from _run_at_import([*([] if checked else node.body), *node.orelse])
        elif isinstance(node, (ast.Try, ast.With)):
            handlers = [line for handler in getattr(node, "handlers", []) for line in handler.body]
            yield from _run_at_import([*node.body, *handlers, *getattr(node, "orelse", [])])


def _imports(module: str, path: Path) -> set[str]:
    """All that importing a module may import, by full names; some are names in modules."""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    found = set()
    for node in _run_at_import(ast.parse(path.read_text(encoding="utf-8")).body):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        else:
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return found


def closure() -> tuple[dict[str, Path], set[str]]:
    """The modules of this package that grading in a container needs, and the other packages that they import."""
    needed: dict[str, Path] = {}
    others = set()
    waiting = list(_ROOTS)
    while waiting:
        module = waiting.pop()
        path = _file(module)
        if module in needed:
            continue
        if path is None:
            others.add(module.split(".")[0])
            continue
        needed[module] = path
        waiting += [*_imports(module, path), *([module.rpartition(".")[0]] if "." in module else [])]
    return needed, others - {_PACKAGE.name}


def _about(exercise: Exercise) -> dict[str, object]:
    """What grading has to know of the exercise besides its tests."""
    named = {"name": exercise.name, "questions": exercise.questions, "exports": exercise.exports}
    return {**named, "seconds": _SECONDS, "wall": "auto"}


def write_zip(exercise: Exercise, target: Path) -> None:
    """Write the zip to upload as an exercise's autograder; the same bytes each time."""
    tests = {name: freeze.test_file(exercise, name) for name in exercise.questions}
    members = _generated(tests)
    setup = members["setup.sh"].decode()
    if _BROWSER not in setup:
        raise CourseError("otter's setup.sh has changed; look at it and mend gradescope.py.")
    members["setup.sh"] = (setup.replace(_BROWSER, "") + _WALL).encode()
    members["run_otter.py"] = _RUNNER.encode()
    members[ABOUT] = (json.dumps(_about(exercise), indent=1) + "\n").encode()
    for path in closure()[0].values():
        members[path.relative_to(_PACKAGE.parent).as_posix()] = path.read_bytes()
    write_members(target, members)
