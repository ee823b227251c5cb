"""Turn a checks file into a test file that stands alone: helper inlined, banks drawn, pruned.

The bulk grader, the notebook, ``otter check`` and Gradescope all run what this module writes;
only the seed of the hidden banks and the set of cases differ.
"""

from __future__ import annotations

import ast
import importlib.metadata
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.banks import draw
from autograder.errors import CourseError
from autograder.exercise import COMMON, Exercise
from autograder.kept import kept

PUBLIC_SEED = 0
_HERE = Path(__file__).resolve().parent
_ROOTS = {"OK_FORMAT", "name", "points", "all_or_nothing"}
_BANK_USE = re.compile(r"""\bbank\(["'](\w+)["']\)""")


def literal(value: Any) -> str:
    """Python source that rebuilds `value` exactly (floats by repr, arrays with their dtype)."""
    if isinstance(value, np.ndarray):
        return f'np.array({literal(value.tolist())}, dtype="{value.dtype.name}")'
    if isinstance(value, np.generic):
        return literal(value.item())
    if isinstance(value, float):
        return repr(value) if np.isfinite(value) else f'float("{value}")'
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, tuple):
        return "(" + "".join(literal(item) + ", " for item in value) + ")"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Fraction):
        return f"Fraction({value.numerator}, {value.denominator})"
    if value is None or isinstance(value, (bool, int, str, bytes)):
        return repr(value)
    raise CourseError(f"a bank holds a {type(value).__name__}, which cannot be frozen; use plain data.")


def _is_case(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and any("test_case" in ast.unparse(d) for d in node.decorator_list)


def _is_hidden(node: ast.FunctionDef) -> bool:
    return any(
        keyword.arg == "hidden" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
        for keyword in decorator.keywords
    )


def _bound(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {(alias.asname or alias.name).split(".")[0] for alias in node.names}
    return {found.id for found in ast.walk(node) if isinstance(found, ast.Name) and isinstance(found.ctx, ast.Store)}


def _used(node: ast.stmt) -> set[str]:
    return {found.id for found in ast.walk(node) if isinstance(found, ast.Name)}


def _segment(lines: list[str], node: ast.stmt) -> str:
    """The node's own source, with decorators and the comment lines directly above it."""
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))]) - 1
    while first > 0 and lines[first - 1].startswith("#"):
        first -= 1
    return "\n".join(lines[first : node.end_lineno])


def prune(source: str, public_only: bool) -> str:
    """Keep the cases asked for and only those definitions that they reach."""
    tree = ast.parse(source)
    lines = source.split("\n")
    nodes = [node for node in tree.body if not isinstance(node, ast.Expr)]
    cases = [node for node in nodes if _is_case(node) and isinstance(node, ast.FunctionDef)]
    dropped = [node for node in cases if public_only and _is_hidden(node)]
    # Bound names keep the order of their definitions, as later ones may shadow earlier ones.
    wanted = [node for node in cases if node not in dropped]
    keep = {id(node) for node in wanted} | {id(node) for node in nodes if _bound(node) & _ROOTS}
    names = set().union(*(_used(node) for node in nodes if id(node) in keep))
    grown = True
    while grown:
        grown = False
        for node in nodes:
            if id(node) not in keep and node not in cases and _bound(node) & names:
                keep.add(id(node))
                names |= _used(node)
                grown = True
    pieces: list[str] = []
    for node in nodes:
        if id(node) not in keep:
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            node.names = [a for a in node.names if (a.asname or a.name).split(".")[0] in names]
            # Inlined modules repeat each other's imports.
            pieces += [line for line in _single_imports(node) if line not in pieces]
        else:
            pieces.append(_segment(lines, node))
    return "\n\n".join(pieces) + "\n"


def _single_imports(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [ast.unparse(ast.Import([alias])) for alias in node.names]
    return [ast.unparse(ast.ImportFrom(node.module, [alias], node.level)) for alias in node.names]


def _is_own(node: ast.stmt) -> bool:
    """Whether a statement imports names whose text stands in the same test file."""
    if not isinstance(node, ast.ImportFrom):
        return False
    return node.level > 0 or (node.module or "").split(".")[0] in ("autograder", COMMON)


def _without_own_imports(source: str) -> str:
    """The text without docstring and own imports; `import name as other` leaves `other = name`."""
    tree = ast.parse(source)
    lines: list[str | None] = list(source.split("\n"))
    for node in tree.body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        if docstring or future or _is_own(node):
            lines[node.lineno - 1 : node.end_lineno] = [None] * ((node.end_lineno or node.lineno) - node.lineno + 1)
        if isinstance(node, ast.ImportFrom) and _is_own(node):
            renamed = [f"{alias.asname} = {alias.name}" for alias in node.names if alias.asname]
            lines[node.lineno - 1] = "\n".join(renamed) if renamed else None
    return "\n".join(line for line in lines if line is not None)


def _own_imports(source: str, folder: Path) -> list[Path]:
    """The package's modules from which a text that lies in `folder` imports names."""
    found = []
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ImportFrom) or not _is_own(node) or node.module == COMMON:
            continue
        if node.module in (None, "autograder"):
            raise CourseError(f"a test file cannot import a whole module ({ast.unparse(node)}); import names from it.")
        if node.level:
            path = [folder, *folder.parents][node.level - 1].joinpath(*(node.module or "").split("."))
        else:
            path = _HERE.joinpath(*(node.module or "").split(".")[1:])
        if path.is_dir():
            raise CourseError(f"a test file cannot import from a package ({ast.unparse(node)}); import from its modules.")
        found.append(path.with_suffix(".py"))
    return found


def _modules(source: str) -> tuple[Path, ...]:
    """The helper and all modules that a checks file needs, each after those it imports from."""
    order: dict[Path, None] = {}

    def add(path: Path) -> None:
        if path not in order:
            for needed in _own_imports(path.read_text(encoding="utf-8"), path.parent):
                add(needed)
            order[path] = None

    for path in (_HERE / "checking.py", *_own_imports(source, _HERE)):
        add(path)
    return tuple(order)


@cache
def _inlined(paths: tuple[Path, ...]) -> str:
    """The texts of modules as one; CourseError where two of them mean different things by a name."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    meaning: dict[str, str] = {}
    for path, text in zip(paths, texts):
        for node in ast.parse(text).body:
            if _is_own(node):
                continue
            for name in _bound(node):
                imported = isinstance(node, (ast.Import, ast.ImportFrom))
                what = _import_of(node, name) if imported else f"what {path.relative_to(_HERE)} defines"
                if meaning.setdefault(name, what) != what:
                    raise CourseError(f"{name!r} cannot be inlined: it is {meaning[name]} and {what}; rename one.")
    return "\n".join(map(_without_own_imports, texts))


def _import_of(node: ast.stmt, name: str) -> str:
    assert isinstance(node, (ast.Import, ast.ImportFrom))
    (alias,) = (a for a in node.names if (a.asname or a.name).split(".")[0] == name)
    return f"{alias.name} of {node.module}" if isinstance(node, ast.ImportFrom) else f"the module {alias.name}"


def _banks_source(exercise: Exercise, names: list[str], seeds: dict[str, int]) -> str:
    parts = []
    for name in names:
        if name not in exercise.banks:
            raise CourseError(f"{exercise.name} uses the bank {name!r}, which banks.py does not define; add it there.")
        cases, small = draw(exercise.banks[name], f"{exercise.name} {name}", seeds[name])
        parts.append(f"    {name!r}: ({literal(cases)}, {literal(small)}),")
    body = "\n".join(parts)
    return (
        f"BANKS = {{\n{body}\n}}\n\n\ndef bank(name):\n"
        "    cases = Bank(BANKS[name][0])\n    cases.small = BANKS[name][1]\n    return cases\n"
    )


def _bank_names(exercise: Exercise, question: str, source: str) -> tuple[list[str], set[str]]:
    """All banks that a checks file uses, and those that its public cases use."""
    public = set(_BANK_USE.findall(prune(source, public_only=True)))
    tree = ast.parse(source)
    hidden = {
        name
        for node in tree.body
        if _is_case(node) and isinstance(node, ast.FunctionDef) and _is_hidden(node)
        for name in _BANK_USE.findall(ast.unparse(node))
    }
    if public & hidden:
        raise CourseError(
            f"checks/{question}.py of {exercise.name} uses the bank {sorted(public & hidden)[0]!r} in a public and in a "
            "hidden case, which would publish hidden cases; give each its own."
        )
    return sorted(public | hidden), public


def test_file(exercise: Exercise, question: str, seed: int = PUBLIC_SEED, public_only: bool = False) -> str:
    """The text of an otter test file for one question.

    Parameters
    ----------
    seed : int
        Draws the hidden banks; public banks are always drawn from the same seed, so that what
        a student checks at home is what counts as public in class.
    public_only : bool
        Leave out hidden cases and all that only they use.
    """
    source = exercise.check_path(question).read_text(encoding="utf-8")
    common = exercise.check_path(COMMON)
    shared = common.read_text(encoding="utf-8") if common.exists() else ""
    helper = _inlined(_modules(shared + source))
    banks_file = exercise.folder / "banks.py"
    drawn_from = banks_file.read_text(encoding="utf-8") if banks_file.exists() else ""
    machinery = (_HERE / "freeze.py").read_text(encoding="utf-8") + (_HERE / "banks.py").read_text(encoding="utf-8")
    key = repr(
        (
            exercise.name,
            question,
            seed,
            public_only,
            source,
            shared,
            helper,
            drawn_from,
            machinery,
            importlib.metadata.version("hypothesis"),
        )
    )

    def make() -> bytes:
        return _test_file(exercise, question, seed, public_only, source, f"{shared}\n", helper).encode()

    # Drawing the banks takes seconds.
    return kept("tests", key, make).decode()


def _test_file(exercise: Exercise, question: str, seed: int, public_only: bool, source: str, shared: str, helper: str) -> str:
    used, public = _bank_names(exercise, question, source)
    seeds = {name: PUBLIC_SEED if name in public else seed for name in used}
    names = sorted(public) if public_only else used
    banks = _banks_source(exercise, names, seeds) if names else ""
    head = f'OK_FORMAT = False\n\nname = "{question}"\n\n'
    body = f"{_without_own_imports(shared)}\n{_without_own_imports(source)}"
    text = prune(f"{head}{helper}\n{banks}\n{body}", public_only)
    return f"# Checks of {question} in {exercise.name}; written by `make build`.\nfrom __future__ import annotations\n\n{text}"
