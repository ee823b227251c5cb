"""Find what must not reach students in a set of texts: by normalised lines and by code tokens."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from autograder import freeze
from autograder.build import COURSEKIT
from autograder.exercise import COMMON, Exercise

WINDOW = 12
_SHORT = 12
_NUMBER = re.compile(r"\d+\.\d{5,}(?:e[-+]?\d+)?|\d\.?\d*e-\d+")
_SOLUTION = re.compile(r"^[ \t]*# BEGIN SOLUTION.*?\n(.*?)^[ \t]*# END SOLUTION", re.MULTILINE | re.DOTALL)


def lines(text: str) -> set[str]:
    """Lines without indentation, comment marks and differences in spaces; short ones say nothing."""
    found = (re.sub(r"\s+", " ", line).strip().removeprefix("# ").strip() for line in text.splitlines())
    return {line for line in found if len(line) >= _SHORT}


def windows(text: str) -> set[tuple[str, ...]]:
    """All runs of twelve tokens inside a definition, whatever stands between them."""
    runs: list[list[str]] = [[]]
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.string in ("def", "class", "@"):
                runs.append([])
            if token.type not in skipped:
                runs[-1].append(token.string)
    except (tokenize.TokenError, IndentationError, SyntaxError):
        pass  # prose, or a part of a file: what was read up to here counts
    return {tuple(run[n : n + WINDOW]) for run in runs for n in range(len(run) - WINDOW + 1)}


@dataclass(frozen=True)
class Secrets:
    """What an exercise keeps back, less what it shows anyway."""

    lines: frozenset[str]
    windows: frozenset[tuple[str, ...]]
    numbers: frozenset[str]

    def found(self, texts: Mapping[str, str]) -> list[str]:
        """Every secret in `texts`, as ``name: secret``."""
        told = []
        for name, text in texts.items():
            told += [f"{name}: {line}" for line in sorted(lines(text) & self.lines)]
            told += [f"{name}: {' '.join(window)}" for window in sorted(windows(text) & self.windows)]
            told += [f"{name}: {number}" for number in sorted(set(_NUMBER.findall(text)) & self.numbers)]
        return told


def _dedented(text: str) -> str:
    first = re.search(r"^[ \t]+(?=\S)", text, re.MULTILINE)
    return re.sub(rf"^{first.group(0)}", "", text, flags=re.MULTILINE) if first else text


def _hidden_cases(source: str) -> list[str]:
    cases = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and "hidden=True" in ast.unparse(n)]
    return [ast.get_source_segment(source, case) or "" for case in cases]


def secrets(exercise: Exercise) -> Secrets:
    """Collect solutions, hidden cases, hidden banks and misconceptions of an exercise."""
    solutions = [_dedented(text) for text in _SOLUTION.findall(exercise.master)]
    shown = [_SOLUTION.sub("", exercise.master)]
    shown += [path.read_text(encoding="utf-8") for path in COURSEKIT.glob("*.py")]
    hidden = [path.read_text(encoding="utf-8") for path in sorted((exercise.folder / "misconceptions").glob("*.py"))]
    whole = []
    for question in exercise.questions:
        source = exercise.check_path(question).read_text(encoding="utf-8")
        hidden += _hidden_cases(source)
        whole.append(freeze.test_file(exercise, question))
        shown.append(freeze.test_file(exercise, question, public_only=True))
    common = exercise.check_path(COMMON)
    hidden += [common.read_text(encoding="utf-8")] if common.exists() else []
    return Secrets(
        lines=frozenset(_all(lines, [*solutions, *hidden]) - _all(lines, shown)),
        windows=frozenset(_all(windows, [*solutions, *hidden]) - _all(windows, shown)),
        numbers=frozenset(_all(_NUMBER.findall, whole) - _all(_NUMBER.findall, shown)),
    )


def _all(split: Callable[[str], Iterable[Any]], texts: Iterable[str]) -> set[Any]:
    return set().union(*(split(text) for text in texts))


def readable(members: Mapping[str, bytes]) -> dict[str, str]:
    """A zip's members as texts, a notebook cell by cell."""
    texts = {}
    for name, data in members.items():
        texts[name] = data.decode()
        if name.endswith(".ipynb"):
            del texts[name]
            for number, cell in enumerate(json.loads(data)["cells"]):
                texts[f"{name} cell {number}"] = "".join(cell["source"])
    return texts
