"""Executable wrong answers: what ``solutions/<exercise>/misconceptions/`` holds.

A file defines only the questions that it gets wrong.  It runs in a copy of the reference's
namespace, where ``reference`` gives the right functions, so a wrong function can lean on them.
Its docstring's first line is the belief, as a clause that completes "you believe that ..."; the
rest is one kind sentence that leads on without the answer.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.exercise import Exercise


@dataclass(frozen=True)
class Belief:
    """What is told of a misconception: its file's name, the belief, and the sentence that leads on."""

    name: str
    belief: str
    hint: str


@dataclass(frozen=True)
class Misconception:
    """One wrong answer with the belief behind it."""

    told: Belief
    question: str
    function: Callable[..., Any]
    overlay: dict[str, Any]

    @property
    def name(self) -> str:
        return self.told.name


def load(path: Path, exercise: Exercise) -> Misconception:
    """Load one misconception; CourseError where the file does not follow the form."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    text = (ast.get_docstring(tree) or "").strip()
    belief, _, hint = text.partition("\n")
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in exercise.questions]
    if not belief or not hint.strip():
        raise CourseError(f"{path} needs a docstring: the belief in its first line, then a hint.")
    if len(defined) != 1:
        raise CourseError(f"{path} defines {defined or 'no question'}; a misconception gets exactly one question wrong.")
    namespace = dict(exercise.reference)
    namespace["reference"] = types.SimpleNamespace(**exercise.reference)
    exec(compile(source, str(path), "exec"), namespace)
    overlay = {name: exercise.reference.get(name) for name in exercise.exports}
    overlay[defined[0]] = namespace[defined[0]]
    told = Belief(path.stem, belief.strip().rstrip("."), " ".join(hint.split()))
    return Misconception(told, defined[0], namespace[defined[0]], overlay)


def load_all(exercise: Exercise) -> list[Misconception]:
    """All misconceptions of an exercise, sorted by name."""
    return [load(path, exercise) for path in sorted((exercise.folder / "misconceptions").glob("*.py"))]
