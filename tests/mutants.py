"""Random wrong programs: the references with one operator changed.

Each mutant has to be rejected unless it computes the same.  Those that are accepted are listed in
``mutants.yaml`` with the reason why they are equivalent (or why the contract leaves them free).
"""

from __future__ import annotations

import ast
import contextlib
import copy
import hashlib
import io
import os
import signal
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.diagnose.behaviour import behaviour
from autograder.diagnose.diagnoser import Diagnoser
from autograder.exercise import Exercise
from autograder.grade import Question

SECONDS = 20
_SWAPPED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
_COMPARED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
_RENAMED = {
    "log": "log2",
    "sum": "mean",
    "log1p": "log",
    "expm1": "exp",
    "exp": "expm1",
    "max": "min",
    "any": "all",
    "all": "any",
}


@dataclass(frozen=True)
class Mutant:
    """One changed reference: what was changed in which function, and its source."""

    question: str
    change: str
    source: str

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.question} {self.source}".encode()).hexdigest()[:10]


def _variants(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Replacements of one node, each with the change in words."""
    if isinstance(node, ast.BinOp):
        if type(node.op) in _SWAPPED:
            yield "other operator", ast.BinOp(node.left, _SWAPPED[type(node.op)](), node.right)
        if isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
            yield "right part dropped", node.left
            yield "left part dropped", node.right
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        yield "other comparison", ast.Compare(node.left, [_COMPARED[type(node.ops[0])](), *node.ops[1:]], node.comparators)
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        yield "constant + 1", ast.Constant(node.value + 1)
        yield "constant doubled", ast.Constant(node.value * 2 if node.value else 0.5)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign dropped", node.operand
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in _RENAMED:
            yield (
                "other function",
                ast.Call(ast.Attribute(node.func.value, _RENAMED[node.func.attr], ast.Load()), node.args, node.keywords),
            )
        if len(node.args) >= 2 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
            yield "arguments swapped", ast.Call(node.func, [node.args[1], node.args[0], *node.args[2:]], node.keywords)
    elif isinstance(node, ast.Return) and node.value is not None:
        yield "sign of the result", ast.Return(ast.UnaryOp(ast.USub(), node.value))


def mutants(exercise: Exercise) -> list[Mutant]:
    """All single changes of the reference functions that are questions."""
    tree = ast.parse(exercise.reference_source)
    made: dict[str, Mutant] = {}
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or function.name not in exercise.questions:
            continue
        places = [(node, field, index) for node in ast.walk(function) for field, index in _children(node)]
        for number, (node, field, index) in enumerate(places):
            child = getattr(node, field) if index is None else getattr(node, field)[index]
            if field in ("decorator_list", "args", "returns") and isinstance(node, ast.FunctionDef):
                continue
            for words, _ in _variants(child):
                changed = copy.deepcopy(function)
                node2, _, _ = [(n, f, i) for n in ast.walk(changed) for f, i in _children(n)][number]
                child2 = getattr(node2, field) if index is None else getattr(node2, field)[index]
                replacement = next(new for said, new in _variants(child2) if said == words)
                if index is None:
                    setattr(node2, field, replacement)
                else:
                    getattr(node2, field)[index] = replacement
                source = ast.unparse(ast.fix_missing_locations(changed))
                change = f"{words}: {ast.unparse(child)[:70]}"
                mutant = Mutant(function.name, change, source)
                made.setdefault(mutant.key, mutant)
    return list(made.values())


def _children(node: ast.AST) -> Iterator[tuple[str, int | None]]:
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield name, None
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield name, index


def _judged(mutant: Mutant, exercise: Exercise, question: Question, diagnoser: Diagnoser) -> tuple[list[str], str]:
    """The cases that a mutant fails, and the misconception that it is named as."""
    namespace = dict(exercise.reference)
    exec(compile(mutant.source, "<mutant>", "exec"), namespace)
    env = {name: exercise.reference.get(name) for name in exercise.exports}
    env[mutant.question] = namespace[mutant.question]
    failed = [case.name for case in question.run(env) if not case.passed]
    known = diagnoser.questions.get(mutant.question)
    if not failed or known is None:
        return failed, ""
    found = known.explain(behaviour(namespace[mutant.question], known.probes, known.reading))
    return failed, found[0].misconception if found else ""


def judge(mutant: Mutant, exercise: Exercise, question: Question, diagnoser: Diagnoser) -> tuple[list[str], str]:
    """Judge in a fork of its own, since a mutant may never end; a time-out counts as failed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            signal.alarm(SECONDS)
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                failed, name = _judged(mutant, exercise, question, diagnoser)
            os.write(writing, "\0".join([name, *failed]).encode()[:60_000])
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    name, *failed = told.split("\0") if told else ["", "did not end"]
    return failed, name


def tally(results: list[tuple[Mutant, list[str], str]], patterns: dict[str, list[str]], listed: dict[str, Any]) -> dict[str, int]:
    """Counts over judged mutants; `patterns` gives the cases that each misconception fails.

    A name is false when the misconception fails a value case that the mutant passes, or the other
    way round: then the two do not compute the same.
    """
    counts = {"made": len(results), "rejected": 0, "equivalent": 0, "open": 0, "named": 0, "false": 0}
    for mutant, failed, name in results:
        if not failed:
            counts["equivalent" if mutant.key in listed else "open"] += 1
            continue
        counts["rejected"] += 1
        if name and name != "formula":
            counts["named"] += 1
            values = [{case for case in cases if case.startswith("value: ")} for cases in (failed, patterns[name])]
            counts["false"] += values[0] != values[1]
    return counts
