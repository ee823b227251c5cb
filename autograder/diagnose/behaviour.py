"""What a function does on an exercise's probes, in a form in which two functions can be compared."""

from __future__ import annotations

import hashlib
import math
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checking import Call, batch
from autograder.student.observe import Reply

ORDINARY = "ordinary"
"""The group of probes on which every formula shows itself; all other groups are special."""

TINY = "tiny values"
"""The group in which answers are compared by their digits, however small they are."""

MESSAGES = "error messages"
"""The group in which errors are compared by the arguments that they name, too."""

RTOL = 1e-9
ATOL = 1e-12
SIDE = 10_000
"""A longer array is no answer to any probe, and is told from others by its shape alone."""


Reading = Callable[[str, Call, Any], tuple[str, tuple[float, ...], float] | None]
"""``reading(group, call, value)`` puts an answer that is no plain number (a proof, a figure) into a
kind, numbers and a tolerance by which two answers are compared; None for the usual comparison."""


@dataclass(frozen=True)
class Probe:
    """One call of the bank of probes, the group it belongs to, and whether to see what it does besides answering."""

    group: str
    call: Call
    watch: bool = True


@dataclass(slots=True)  # frozen ones take three times as long to make
class Answer:
    """One reply reduced to what can be compared: a word for its kind, and its numbers."""

    kind: str
    numbers: tuple[float, ...] = ()
    atol: float = ATOL

    def same(self, other: Answer) -> bool:
        """Equal kinds, and equal numbers within the tolerance."""
        if self.kind != other.kind or len(self.numbers) != len(other.numbers):
            return False
        # One by one, which ends at the first that differs and is much faster than NumPy for a few.
        return all(
            a == b or (a != a and b != b) or abs(a - b) <= self.atol + RTOL * abs(b) < math.inf
            for a, b in zip(self.numbers, other.numbers)
        )


def _answer(probe: Probe, reply: Reply, reading: Reading | None) -> Answer:
    if reply.failure is not None:
        known = [base for base in ("TypeError", "ValueError") if base in reply.failure.bases]
        kind = f"raises {known[0] if known else 'another error'}"
        if probe.group == MESSAGES:
            words = set(re.findall(r"\w+", reply.failure.text))
            kind += f" that names {sorted(words & {*probe.call.names, *probe.call.kwargs}) or 'nothing'}"
        return Answer(kind)
    if isinstance(reply.value, np.ndarray) and max(reply.value.shape, default=0) > SIDE:
        return Answer(f"array {reply.value.dtype.name} {reply.value.shape}")  # going through it could take minutes
    if reading is not None and (read := reading(probe.group, probe.call, reply.value)) is not None:
        return Answer(*read)
    if probe.group == TINY and isinstance(reply.value, float) and np.isfinite(reply.value):
        return Answer("zero" if reply.value == 0 else "a number", (float(reply.value),), 0.0)
    value = reply.value
    if isinstance(value, (float, int)) and not isinstance(value, bool):
        return _number(_float(value))
    if isinstance(value, np.ndarray) and value.dtype.kind in "fiu":
        if value.ndim == 0:
            return _number(float(value))
        return Answer(f"array {value.dtype.name} {value.shape}", tuple(float(v) for v in value.ravel()[:200]))
    if isinstance(value, np.floating):
        return Answer(f"a {value.dtype.name}", (float(value),))
    if isinstance(value, (tuple, list)) and all(isinstance(v, (float, int)) for v in value):
        return Answer(f"{type(value).__name__} of {len(value)}", tuple(map(_float, value[:200])))
    return Answer(f"something of type {getattr(value, 'type_name', type(value).__name__)}")


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:  # an integer may be of any size
        return math.inf if value > 0 else -math.inf


def _number(value: float) -> Answer:
    if np.isnan(value):
        return Answer("nan")
    if np.isinf(value):
        return Answer("inf" if value > 0 else "-inf")
    return Answer("number", (value,))


@dataclass(frozen=True)
class Behaviour:
    """Answers on all probes, and what was seen besides on any of them."""

    answers: tuple[Answer, ...]
    habits: frozenset[str]
    warned: frozenset[int] = frozenset()

    def habits_beyond(self, right: Behaviour) -> frozenset[str]:
        """Habits that `right` does not have."""
        return self.habits - right.habits | ({"warns"} if self.warned - right.warned else set())

    def differs_from(self, right: Behaviour) -> frozenset[int]:
        """The numbers of the probes that are answered otherwise than `right` does."""
        return frozenset(n for n, (a, b) in enumerate(zip(self.answers, right.answers)) if not a.same(b))

    def fingerprint(self) -> str:
        """A short name for this behaviour; equal for answers that agree to six digits."""
        parts = [(a.kind, tuple(f"{v:.6g}" for v in a.numbers)) for a in self.answers]
        return hashlib.sha256(repr((parts, sorted(self.habits))).encode()).hexdigest()[:12]


def behaviour(function: Any, probes: Sequence[Probe], reading: Reading | None = None) -> Behaviour:
    """Put all probes to a function (or proxy); `reading` is the exercise's own way to compare."""
    replies: dict[int, Reply] = {}
    for watch in (True, False):
        asked = [n for n, probe in enumerate(probes) if probe.watch == watch]
        if asked:
            replies.update(zip(asked, batch(function, [probes[n].call for n in asked], watch=watch)))
    habits = set()
    if any(reply.mutated for reply in replies.values()):
        habits.add("changes its arguments")
    if any(reply.printed for reply in replies.values()):
        habits.add("prints")
    warned = frozenset(n for n, reply in replies.items() if reply.warned)
    answers = tuple(_answer(probe, replies[n], reading) for n, probe in enumerate(probes))
    if not hasattr(function, "call_batch") and (pyplot := sys.modules.get("matplotlib.pyplot")):
        pyplot.close("all")  # figures of misconceptions, which run in this process
    return Behaviour(answers, frozenset(habits), warned)
