"""Banks of cases: drawn once a run from named Hypothesis strategies, with fixed cases first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.checking import _size as size_of

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

SMALL_DRAWS = 60
SMALL_KEPT = 24


@dataclass(frozen=True)
class Bank:
    """How one bank is made.

    Attributes
    ----------
    strategy : SearchStrategy or None
        Draws one case, a tuple; None for a bank of fixed cases only.
    count : int
        How many cases are drawn.
    fixed : sequence of tuples
        Cases that are always there, before the drawn ones.
    expected : callable or None
        ``expected(*case)`` is appended to each case: the answer by an independent route.
    """

    strategy: SearchStrategy[tuple[Any, ...]] | None = None
    count: int = 30
    fixed: Sequence[tuple[Any, ...]] = ()
    expected: Callable[..., Any] | None = None


def _drawn(strategy: SearchStrategy[tuple[Any, ...]], count: int, number: int) -> list[tuple[Any, ...]]:
    from hypothesis import HealthCheck, Phase, given, seed, settings

    cases: list[tuple[Any, ...]] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(case: tuple[Any, ...]) -> None:
        cases.append(case)

    collect()
    unique = {repr(case): case for case in cases}
    return list(unique.values())[:count]


def draw(bank: Bank, name: str, seed: int) -> tuple[list[Any], list[Any]]:
    """Draw a bank's cases and its ladder of small ones.

    The ladder is Hypothesis's simplest draws in order of size; when a law fails, one more message
    runs it over the ladder, and the first failure is the smallest counterexample.  (A shrinking
    run by Hypothesis at each failure costs 0.2 s, thirty times a whole submission.)
    """
    finish = bank.expected
    complete = (lambda case: (*case, finish(*case))) if finish else tuple
    cases, small = [complete(case) for case in bank.fixed], []
    if bank.strategy is not None:
        number = int.from_bytes(hashlib.sha256(f"{name} {seed}".encode()).digest()[:6], "big")
        cases += [complete(case) for case in _drawn(bank.strategy, bank.count, number)]
        ladder = sorted(_drawn(bank.strategy, SMALL_DRAWS, number + 1), key=size_of)[:SMALL_KEPT]
        small = [complete(case) for case in ladder]
    return cases, small
