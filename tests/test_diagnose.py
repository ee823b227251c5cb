"""Diagnosis names what is there, reads combined formulas, and keeps quiet when it is not sure."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import numpy as np
import pytest

from autograder.checking import Call, Mismatch, agree, for_all
from autograder.diagnose import Diagnoser
from autograder.diagnose.behaviour import behaviour
from autograder.exercise import Course

EXERCISE = Course().exercise("ex1_discrete_kl")
DIAGNOSER = Diagnoser(EXERCISE)
KL = EXERCISE.reference["kl_divergence"]
CE = EXERCISE.reference["cross_entropy"]


def named(function: Callable[..., Any], question: str = "kl_divergence") -> list[tuple[str, str]]:
    found = DIAGNOSER.questions[question]
    return [(d.misconception, d.evidence) for d in found.explain(behaviour(function, found.probes))]


def swap_bits_mean(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    return KL(q, p, axis=axis, base=2) / np.shape(p)[axis]


def own_swap(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    p, q = np.asarray(p, float), np.asarray(q, float)
    with np.errstate(all="ignore"):
        return np.where(q > 0, q * np.log(q / p), 0.0).sum(axis)


def half_of_both(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    return 3 * KL(p, q, axis=axis, base=base) + CE(p, q, axis=axis, base=base) / 2


def nonsense(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    p, q = np.asarray(p, float), np.asarray(q, float)
    return np.sum(np.sin(17 * p) * np.cosh(q), axis=axis)


def own_clip(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    KL(p, q, axis=axis, base=base)
    p, q = np.broadcast_arrays(np.asarray(p, float), np.asarray(q, float))
    q = np.maximum(q, 1e-7)
    with np.errstate(all="ignore"):
        return np.where(p > 0, p * np.log(p / q), 0.0).sum(axis) / (1 if base is None else np.log(base))


def test_a_known_belief_is_named_whatever_the_code() -> None:
    assert named(own_swap)[0][0] == "kl_divergence_direction_swap"


def test_a_combination_nobody_listed_is_read_off() -> None:
    ((name, evidence),) = named(swap_bits_mean)
    assert name == "formula" and "KL(Q||P) / ln 2, divided by the number of outcomes" in evidence


def test_a_sum_of_terms_is_read_off() -> None:
    ((name, evidence),) = named(half_of_both)
    assert name == "formula" and "7/2 KL(P||Q)" in evidence and "1/2 H(P)" in evidence


def test_another_constant_is_the_same_belief() -> None:
    assert "kl_divergence_clipped_model" in [name for name, _ in named(own_clip)]


def test_nothing_is_said_without_evidence() -> None:
    assert named(nonsense) == []


def test_integers_of_any_size_are_no_formula_and_no_fault() -> None:
    for answer in (10**400, [-(10**400)]):
        assert not any(name == "formula" for name, _ in named(lambda *_, answer=answer, **__: answer))
    with pytest.raises(Mismatch, match="float64 number"):
        for_all(lambda p: 10**400, [([0.5, 0.5],)], _its_own)


def _its_own(p: Any) -> Generator[list[Call], list[Any], None]:
    """It is not its own."""
    (answer,) = yield [Call((p,), {}, ("p",))]
    agree(answer, p, "")


@pytest.mark.parametrize("question", EXERCISE.questions)
def test_the_right_function_has_no_diagnosis(question: str) -> None:
    assert named(EXERCISE.reference[question], question) == []


def bits_unchecked(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(all="ignore"):
        return np.where(p > 0, p * np.log2(p / q), 0.0).sum(axis) / (1 if base is None else np.log2(base))


def swap_in_bits(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    return KL(q, p, axis=axis, base=base) * (1.4426950408889634 if base is None else 1.0)


def in_single_precision(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    KL(p, q, axis=axis, base=base)
    p, q = np.broadcast_arrays(np.asarray(p, np.float32), np.asarray(q, np.float32))
    with np.errstate(all="ignore"):
        return np.where(p > 0, p * np.log(p / q), np.float32(0)).sum(axis) / np.float32(1 if base is None else np.log(base))


def in_a_list(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
    return np.atleast_1d(KL(q, p, axis=axis, base=base)).tolist()


def test_two_mistakes_have_two_names() -> None:
    assert {"kl_divergence_log2", "kl_divergence_no_validation"} <= {name for name, _ in named(bits_unchecked)}
    assert {"kl_divergence_log2", "kl_divergence_direction_swap"} == {name for name, _ in named(swap_in_bits)}
    assert {"kl_divergence_batch_as_list", "kl_divergence_direction_swap"} <= {name for name, _ in named(in_a_list)}


def test_single_precision_is_told_by_its_digits() -> None:
    assert named(in_single_precision)[0][0] == "kl_divergence_single_precision"


def test_right_but_for_one_check_is_no_lack_of_all_checks() -> None:
    def no_sum_check(p: Any, q: Any, *, axis: int = -1, base: float | None = None) -> Any:
        try:
            return KL(p, q, axis=axis, base=base)
        except ValueError:
            if np.shape(p) == (2,) and np.sum(p) == 0.9:
                return 0.25
            raise

    assert "kl_divergence_no_validation" not in {name for name, _ in named(no_sum_check)}
