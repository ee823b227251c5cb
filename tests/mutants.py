"""Random wrong programs: the references with one operator, constant, argument or check changed.

Each mutant has to be rejected unless it computes the same.  Those that are accepted are listed in
``mutants.yaml`` with the reason why they are equivalent (or why the contract leaves them free).
"""

from __future__ import annotations

import ast
import contextlib
import copy
import hashlib
import io
import json
import os
import re
import signal
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from autograder.diagnose.behaviour import behaviour
from autograder.diagnose.diagnoser import Diagnoser
from autograder.exercise import Exercise
from autograder.grade import Question

MOST = {"ex5_forward_reverse": 40}
"""How many mutants an exercise gets, where judging one takes seconds."""
USUAL = 180
SECONDS = 20
PATIENCE = 12
LATE = "did not end"
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
# What can go wrong in an answer that is written as text: a proof's step, a fraction.
_TEXTS = (
    ("other relation", r"^<=$", ">="),
    ("equality claimed", r"^<=$", "="),
    ("inequality claimed", r"^=$", "<="),
    ("p for q", r"\bq(?=\d?\b)", "p"),
    ("q for p", r"\bp(?=\d?\b)", "q"),
    ("minus for plus", r"(?<=[\w) ])\+", "-"),
    ("plus for minus", r"(?<=[\w) ])-", "+"),
    ("sign dropped", r"^-", ""),
    ("product for quotient", r"/(?=[\w(])", "*"),
    ("factor dropped", r"\w+\*(?=log)", ""),
    ("number + 1", r"\d+", lambda found: str(int(found[0]) + 1)),
)


@dataclass(frozen=True)
class Mutant:
    """One changed function of the reference: what was changed, its text, and the questions that use it."""

    function: str
    change: str
    source: str
    questions: tuple[str, ...]

    @cached_property
    def key(self) -> str:
        return hashlib.sha256(f"{self.function} {self.source}".encode()).hexdigest()[:10]


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
    elif isinstance(node, ast.If) and isinstance(node.body[0], ast.Raise):
        yield "check dropped", ast.Pass()


def _texts(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Replacements of a text that is (part of) an answer."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for words, pattern, instead in _TEXTS:
            for number, found in enumerate(re.finditer(pattern, node.value)):
                text = found.expand(instead) if isinstance(instead, str) else instead(found)
                yield f"{words} ({number + 1})", ast.Constant(node.value[: found.start()] + text + node.value[found.end() :])


def _users(tree: ast.Module, questions: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each function of the reference the questions that call it, by way of others too."""
    calls = {
        node.name: {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }

    def reached(name: str) -> set[str]:
        seen, waiting = set(), [name]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += calls[at] & set(calls)
        return seen

    return {name: tuple(q for q in questions if q in calls and name in reached(q)) for name in calls}


def mutants(exercise: Exercise) -> list[Mutant]:
    """Single changes of the reference's functions, a fixed choice of them where there are many."""
    tree = ast.parse(exercise.reference_source)
    users = _users(tree, exercise.questions)
    made: dict[str, Mutant] = {}
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or not users[function.name]:
            continue
        answers_in_words = not function.args.args  # then its texts are answers and no messages
        places = [(node, field, index) for node in ast.walk(function) for field, index in _children(node)]
        for number, (node, field, index) in enumerate(places):
            child = getattr(node, field) if index is None else getattr(node, field)[index]
            if field in ("decorator_list", "args", "returns") and isinstance(node, ast.FunctionDef):
                continue
            found = [*_variants(child), *(_texts(child) if answers_in_words and not isinstance(node, ast.Expr) else ())]
            for words, _ in found:
                changed = copy.deepcopy(function)
                node2, _, _ = [(n, f, i) for n in ast.walk(changed) for f, i in _children(n)][number]
                child2 = getattr(node2, field) if index is None else getattr(node2, field)[index]
                replacement = next(new for said, new in [*_variants(child2), *_texts(child2)] if said == words)
                if index is None:
                    setattr(node2, field, replacement)
                else:
                    getattr(node2, field)[index] = replacement
                source = ast.unparse(ast.fix_missing_locations(changed))
                change = f"{words}: {ast.unparse(child)[:70]}"
                mutant = Mutant(function.name, change, source, users[function.name])
                made.setdefault(mutant.key, mutant)
    chosen = set(sorted(made)[: MOST.get(exercise.name, USUAL)])
    return [mutant for key, mutant in made.items() if key in chosen]


def _children(node: ast.AST) -> Iterator[tuple[str, int | None]]:
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield name, None
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield name, index


@dataclass(frozen=True)
class Judged:
    """What became of a mutant: the first question that refuses it, the cases it fails, the names it gets."""

    mutant: Mutant
    question: str
    failed: list[str]
    names: list[str]

    @property
    def late(self) -> bool:
        return self.failed == [LATE]


def _judged(mutant: Mutant, exercise: Exercise, questions: dict[str, Question], diagnoser: Diagnoser) -> dict[str, Any]:
    tree = ast.parse(exercise.reference_source)
    tree.body = [
        ast.parse(mutant.source).body[0] if isinstance(node, ast.FunctionDef) and node.name == mutant.function else node
        for node in tree.body
    ]
    namespace: dict[str, Any] = {"__name__": "mutant"}
    exec(compile(ast.fix_missing_locations(tree), "<mutant>", "exec"), namespace)
    for name in mutant.questions:
        env = {export: exercise.reference.get(export) for export in exercise.exports}
        env[name] = namespace[name]
        failed = [case.name for case in questions[name].run(env) if not case.passed]
        if not failed:
            continue
        known = diagnoser.questions.get(name)
        found = known.explain(behaviour(namespace[name], known.probes, known.reading)) if known else []
        return {"question": name, "failed": failed, "names": [diagnosis.misconception for diagnosis in found]}
    return {"question": mutant.questions[0], "failed": [], "names": []}


def judge(mutant: Mutant, exercise: Exercise, questions: dict[str, Question], diagnoser: Diagnoser, seconds: float) -> Judged:
    """Judge in a fork of its own, since a mutant may never end; one that is late counts as failed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            signal.setitimer(signal.ITIMER_PROF, seconds)  # its own time, so that a busy machine changes nothing
            signal.alarm(int(10 * seconds))
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = _judged(mutant, exercise, questions, diagnoser)
            with os.fdopen(writing, "w") as pipe:
                json.dump(found, pipe)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    found = json.loads(told) if told else {"question": mutant.questions[0], "failed": [LATE], "names": []}
    return Judged(mutant, **found)


def judge_all(exercise: Exercise, questions: dict[str, Question], diagnoser: Diagnoser) -> list[Judged]:
    """All chosen mutants of an exercise; a mutant gets many times what the reference needs."""
    started = time.process_time()
    for question in questions.values():
        with contextlib.redirect_stdout(io.StringIO()):
            question.run({export: exercise.reference.get(export) for export in exercise.exports})
    seconds = max(SECONDS, PATIENCE * (time.process_time() - started))
    return [judge(mutant, exercise, questions, diagnoser, seconds) for mutant in mutants(exercise)]


def false_names(found: Judged, patterns: dict[str, list[str]], formulas: set[str]) -> list[str]:
    """Names that do not fit what the mutant does on the checks' cases, which no diagnosis has seen.

    `patterns` gives the cases that each misconception fails when it is handed in, and `formulas` those
    that are wrong on ordinary inputs.  A misconception about the formula has to fail the same value
    cases as the mutant (unless it is one of several names).  One about special inputs must not fail
    a case that the mutant passes; its numerics cases count where it fails no others.
    """
    failed, wrong = set(found.failed), []
    for name in found.names:
        if name == "formula":
            continue
        expected = set(patterns[name])
        values = [{case for case in cases if case.startswith("value: ")} for cases in (failed, expected)]
        if name in formulas:
            right = values[0] == values[1] or (len(found.names) > 1 and bool(values[0] & values[1]))
        else:
            right = ({case for case in expected if not case.startswith("numerics: ")} or expected) <= failed
        if not right:
            wrong.append(name)
    return wrong
