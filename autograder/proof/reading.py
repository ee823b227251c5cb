"""A chain as a student writes it, read into records.

Two forms hold the same. As a list that reads like paper:

    [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
    ]

and as a dict:

    {
        "start": "-S(p*log(p/q))",
        "steps": [
            {"rel": "=", "expr": "S(p*log(q/p))", "by": "algebra"},
            {"rel": "<=", "expr": "S(p*(q/p - 1))", "by": "log_le", "x": "q/p", "w": "p"},
        ],
    }

A list of terms (log_sum's a and b) is a list of strings or one string with commas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .exact import ProofError, type_name

MAX_STEPS = 30
MAX_PIECES = 8
MAX_CHARACTERS = 6_000
RELATIONS = ("=", "<=", ">=")
_KEYS = ("rel", "expr", "by")


@dataclass(frozen=True)
class Step:
    """One step; `problem` says in one sentence why it could not be read, if it could not."""

    relation: str = ""
    expression: object = None
    rule: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True)
class Chain:
    """A start and steps."""

    start: object
    steps: tuple[Step, ...]


def read_chain(data: object) -> Chain:
    """Read a chain in either form.

    Raises
    ------
    ProofError
        If the whole cannot be read. A single bad step is kept with its problem.
    """
    if type(data) is dict:
        assert isinstance(data, dict)
        unknown = [key for key in data if key not in ("start", "steps")]
        if unknown or len(data) != 2:
            raise ProofError('a chain written as a dict has the two keys "start" and "steps".')
        start, steps = data["start"], data["steps"]
        if type(steps) not in (list, tuple):
            raise ProofError('a chain\'s "steps" are a list.')
    elif type(data) in (list, tuple):
        assert isinstance(data, (list, tuple))
        if not data:
            raise ProofError("the chain is empty: it begins with an expression.")
        start, steps = data[0], data[1:]
    else:
        raise ProofError(f"a chain is a list or a dict, and this is a value of type {type_name(data)}.")
    if not steps:
        raise ProofError("the chain has a start but no steps.")
    if len(steps) > MAX_STEPS:
        raise ProofError(f"the chain has {len(steps)} steps: {MAX_STEPS} are allowed.")
    chain = Chain(start, tuple(_read_step(step) for step in steps))
    total = sum(map(len, texts(chain)))
    if total > MAX_CHARACTERS:
        raise ProofError(f"the chain has {total:,} characters in all: {MAX_CHARACTERS:,} are allowed.")
    return chain


def texts(chain: Chain) -> list[str]:
    """Return all expressions and arguments of a chain that are strings, in order."""
    found = [chain.start]
    for step in chain.steps:
        found.append(step.expression)
        found += [piece for argument in step.arguments.values() for piece in pieces(argument)]
    return [text for text in found if isinstance(text, str)]


def _read_step(step: object) -> Step:
    if type(step) is dict:
        assert isinstance(step, dict)
        missing = [key for key in _KEYS if key not in step]
        if missing:
            return Step(problem=f'the step has no "{missing[0]}".')
        arguments = {key: value for key, value in step.items() if key not in _KEYS}
        relation, expression, rule = step["rel"], step["expr"], step["by"]
    elif type(step) in (list, tuple):
        assert isinstance(step, (list, tuple))
        if len(step) < 3:
            return Step(problem="a step has a relation, an expression and a rule, in this order.")
        relation, expression, rule, *rest = step
        arguments = {}
        for text in rest:
            name, equals, value = text.partition("=") if type(text) is str else ("", "", "")
            if not equals:
                return Step(problem='after the rule come its arguments, such as "x = 1 + q".')
            if name.strip() in arguments:
                return Step(problem=f"the argument {name.strip()[:12]} is given twice.")
            arguments[name.strip()] = value
    else:
        return Step(problem="a step is a tuple (relation, expression, rule, ...) or a dict.")
    if type(relation) is not str or relation not in RELATIONS:
        return Step(problem='the relation is one of "=", "<=" and ">=".')
    if type(rule) is not str or any(type(key) is not str for key in arguments):
        return Step(problem="the rule and the names of its arguments are strings.")
    return Step(relation, expression, rule, arguments)


def pieces(argument: object) -> list[object]:
    """Split an argument into its expressions: a list, or one string with commas."""
    if type(argument) is str:
        assert isinstance(argument, str)
        return list(argument.split(",", MAX_PIECES))
    if type(argument) in (list, tuple):
        assert isinstance(argument, (list, tuple))
        return list(argument)
    return [argument]
