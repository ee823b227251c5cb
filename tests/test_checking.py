"""Counterexamples show what matters: short numbers, and all digits where short ones would look alike."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.checking import Mismatch, close, expect, signature

two = signature("p", "q")


@pytest.mark.parametrize(
    ("p", "q", "shown"),
    [
        ([0.5, 0.25], [1 / 3, 0.1], ("[1/2, 1/4]", "[1/3, 1/10]")),
        ([1.0, 2.0], [1.0, 2.0 + 1e-9], ("[1, 2]", "[1, 2.000000001]")),
        (1e9, 1e9 + 1, ("1000000000.0", "1000000001.0")),
        (
            [1 / 3] * 3,
            [1 / 3, 1 / 3, 1 - 2 / 3],
            ("[1/3, 1/3, 1/3]", "[1/3, 1/3, 0.333333]"),
        ),  # a rounding error is no difference
        (10**400, np.array([0.5], dtype=np.float32), ("a very long number", "[1/2] (float32)")),
    ],
)
def test_numbers_are_short_unless_others_look_the_same(p: Any, q: Any, shown: tuple[str, str]) -> None:
    assert tuple(two(p, q).shown().values()) == shown


def test_an_answer_never_looks_like_the_right_one() -> None:
    with pytest.raises(Mismatch) as found:
        expect(lambda p, q: round(float(np.log(2)), 6), [(two([1.0], [0.5]), float(np.log(2)))], "Off.")
    assert (found.value.answer, found.value.expected) == ("0.693147", "0.6931471805599453")


@pytest.mark.parametrize("size", [1, 3, 16, 17, 200])
def test_arrays_of_any_size_are_compared_alike(size: int) -> None:
    right = np.linspace(1.0, 2.0, size)
    right[0] = np.inf
    assert close(right.copy(), right) and not close(right[:-1], right)
    for wrong in (np.nan, -np.inf, 1e300):
        other = right.copy()
        other[0] = wrong
        assert not close(other, right)
    near = right * (1 + 5e-11)
    assert close(near, right) and (size == 1 or not close(right * (1 + 5e-10), right))
