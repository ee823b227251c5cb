"""Claims on exact answers: right ones pass, wrong ones fail for their own reason."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

import numpy as np
import pytest

from autograder.proof import claims

F = Fraction


def two(x):
    return [1 - F(x), F(x)]


def family(eps):
    """Q gives eps/3 to an outcome to which P gives next to nothing."""
    eps = F(eps)
    return two(F(1, 2 ** ceil(6 / eps**2 + 6 / eps))), two(eps / 3)


def triangle(factor):
    """R makes one outcome so rare that the way over Q, which makes it rarer, is cheaper."""
    bits = 20 * factor * factor.bit_length() + 20
    return two("1/2"), two(F(1, 8 * factor)), two(F(1, 2**bits))


BIG = 10**440
LOPSIDED = two(F(1, 1000)), two(F(1, BIG))
P3, Q3 = ["1/2", "1/3", "1/6"], ["1/3", "1/2", "1/6"]
P4, Q4 = ["1/8", "3/8", "1/4", "1/4"], ["1/4", "1/4", "3/8", "1/8"]

RIGHT = {
    "equal: swapped entries": (claims.equal_pair, (P3, Q3)),
    "equal: reversed": (claims.equal_pair, (["3/5", "3/10", "1/10"], ["1/10", "3/10", "3/5"])),
    "equal: as tuples of ints and Fractions": (
        claims.equal_pair, ((F(1, 3), F(2, 3), 0), (F(2, 3), F(1, 3), 0))),
    "lopsided": (claims.lopsided_pair, LOPSIDED),
    "lopsided the other way": (claims.lopsided_pair, LOPSIDED[::-1]),
    "lopsided with strings": (
        claims.lopsided_pair, ([f"{BIG - 1}/{BIG}", f"1/{BIG}"], ["999/1000", "1/1000"])),
    "family at 1/2": (claims.asymmetric_instance, family(F(1, 2)), F(1, 2)),
    "family at 1/100": (claims.asymmetric_instance, family(F(1, 100)), F(1, 100)),
    "family at 13/14": (claims.asymmetric_instance, family(F(13, 14)), F(13, 14)),
    "triangle at 1": (claims.triangle_instance, triangle(1), F(1)),
    "triangle at 100": (claims.triangle_instance, triangle(100), F(100)),
    "zero": (claims.zero_pair, (P3, P3)),
    "zero, written differently": (claims.zero_pair, (["1/2", "1/2"], ["2/4", F(1, 2)])),
    "non-zero": (claims.non_zero_pair, (P3, Q3)),
    "relabel": (claims.relabel_example, (P3, Q3, [1, 2, 0])),
    "lossy": (claims.lossy_example, (P3, Q3, [0, 0, 1])),
    "lossless: equal ratios": (
        claims.lossless_example, (["1/4", "1/4", "1/2"], ["1/8", "1/8", "3/4"], [0, 0, 1])),
    "strictly convex": (
        claims.strict_convexity, (two("1/2"), two("1/4"), two("1/3"), two("3/4"), "1/2")),
    "convex with equality": (
        claims.equal_convexity,
        ([F(1, 2), F(1, 2), 0, 0], [F(1, 3), F(2, 3), 0, 0], [0, 0, F(1, 2), F(1, 2)],
         [0, 0, F(1, 5), F(4, 5)], F(1, 3))),
}  # fmt: skip

NEAR = F(1, 10**400)
WRONG = {
    "equal: the same twice": (claims.equal_pair, "same", (P3, P3)),
    "equal: the same in another notation": (
        claims.equal_pair, "same", (["1/2", "1/2"], ["2/4", "3/6"])),
    "equal: nearly": (
        claims.equal_pair, "equal exactly", (P3, [F(1, 3) + NEAR, F(1, 2) - NEAR, F(1, 6)])),
    "equal: nearly, down to 1e-30": (
        claims.equal_pair, "equal exactly",
        ([F(1, 2), F(1, 2)], [F(1, 2) + F(1, 10**10), F(1, 2) - F(1, 10**10)])),
    "equal: plainly not": (claims.equal_pair, "larger", (two("1/2"), two("1/4"))),
    "equal: both infinite": (claims.equal_pair, "infinite", ([1, 0], [0, 1])),
    "equal: one infinite": (claims.equal_pair, "infinite", ([1, 0], two("1/2"))),
    "equal: floats": (claims.equal_pair, "float", ([0.6, 0.4], [0.4, 0.6])),
    "equal: exact floats": (claims.equal_pair, "float", ([0.25, 0.75], [0.75, 0.25])),
    "equal: Decimals": (
        claims.equal_pair, "Decimal", ([Decimal("0.6"), Decimal("0.4")], two("3/5"))),
    "equal: NumPy scalars": (
        claims.equal_pair, "NumPy", ([np.float64(0.5), np.float64(0.5)], two("1/3"))),
    "equal: NumPy integers": (claims.equal_pair, "NumPy", ([np.int64(1), 0], [0, 1])),
    "equal: an array": (claims.equal_pair, "ndarray", (np.array([0.5, 0.5]), two("1/3"))),
    "equal: decimal strings": (claims.equal_pair, "digits", (["0.6", "0.4"], ["0.4", "0.6"])),
    "equal: counts": (claims.equal_pair, "add up", ([2, 3], [3, 2])),
    "equal: sum off by a hair": (
        claims.equal_pair, "add up", ([F(1, 2), F(1, 2) + F(1, 10**18)], two("1/3"))),
    "equal: thirds as strings": (claims.equal_pair, "add up", (["33/100"] * 3, P3)),
    "equal: negative": (claims.equal_pair, "negative", ([F(3, 2), F(-1, 2)], two("1/2"))),
    "equal: lengths": (claims.equal_pair, "2 entries", (P3, two("1/2"))),
    "equal: one distribution": (claims.equal_pair, "parts", (P3,)),
    "equal: nothing": (claims.equal_pair, "NoneType", None),
    "equal: giant digits": (claims.equal_pair, "bits", (two(F(1, 3**3000)), two("1/2"))),
    "equal: a giant string": (
        claims.equal_pair, "characters", (["1/" + "1" * 5000, "1"], two("1/2"))),
    "equal: 65 outcomes": (claims.equal_pair, "65", ([F(1, 65)] * 65, [F(1, 65)] * 65)),
    "equal: bools": (claims.equal_pair, "bool", ([True, False], [False, True])),
    "lopsided: merely asymmetric": (
        claims.lopsided_pair, "at least 1000", (two("1/2"), two("1/10"))),
    "lopsided: not small enough": (
        claims.lopsided_pair, "at least 1000", (two(F(1, 1000)), two(F(1, 10**400)))),
    "lopsided: one infinite": (claims.lopsided_pair, "infinite", (two("1/2"), [1, 0])),
    "lopsided: equal": (claims.lopsided_pair, "both", (P3, P3)),
    "lopsided: too many digits": (
        claims.lopsided_pair, "bits", (two(F(1, 1000)), two(F(1, 10**5000)))),
    "family: hard-coded": (claims.asymmetric_instance, "1/eps", family(F(1, 10)), F(1, 17)),
    "family: works to 1/100 alone": (
        claims.asymmetric_instance, "", family(F(1, 100)), F(7, 1000)),
    "family: roles swapped": (
        claims.asymmetric_instance, "not below", family(F(1, 3))[::-1], F(1, 3)),
    "family: infinite": (
        claims.asymmetric_instance, "infinite", (([1, 0]), two("1/10")), F(1, 2)),
    "family: P = Q": (claims.asymmetric_instance, "1/eps", (P3, P3), F(1, 2)),
    "family: beyond the cap": (
        claims.asymmetric_instance, "bits", (two(F(1, 2**1_000_001)), two("1/10")), F(1, 2)),
    "triangle: hard-coded": (claims.triangle_instance, "detour", triangle(2), F(100)),
    "triangle: roles swapped": (
        claims.triangle_instance, "detour", triangle(3)[::-1], F(3)),
    "triangle: Q = P": (claims.triangle_instance, "detour", (P3, P3, Q3), F(1)),
    "triangle: two distributions": (claims.triangle_instance, "parts", (P3, Q3), F(1)),
    "triangle: infinite": (
        claims.triangle_instance, "infinite", (two("1/2"), [1, 0], two("1/3")), F(1)),
    "zero: two different": (claims.zero_pair, "not 0", (P3, Q3)),
    "zero: almost": (
        claims.zero_pair, "not 0", (two("1/2"), two(F(1, 2) + F(1, 10**1000)))),
    "non-zero: the same": (claims.non_zero_pair, "same", (P3, P3)),
    "non-zero: three differ": (
        claims.non_zero_pair, "3 outcomes", (P3, ["1/6", "1/2", "1/3"])),
    "relabel: the identity": (claims.relabel_example, "leaves", (P3, Q3, [0, 1, 2])),
    "relabel: a merge": (claims.relabel_example, "permutation", (P3, Q3, [0, 0, 1])),
    "relabel: a short map": (claims.relabel_example, "2 entries", (P3, Q3, [1, 0])),
    "relabel: a float map": (claims.relabel_example, "ints", (P3, Q3, [1.0, 0, 2])),
    "lossy: loses nothing": (claims.lossy_example, "exactly", (P3, Q3, [2, 1, 0])),
    "lossless: loses": (claims.lossless_example, "smaller", (P3, Q3, [0, 0, 1])),
    "lossless: nearly": (
        claims.lossless_example, "smaller",
        ([F(1, 4), F(1, 4), F(1, 2)], [F(1, 8) + NEAR, F(1, 8), F(3, 4) - NEAR], [0, 0, 1])),
    "lossless: injective": (claims.lossless_example, "merges", (P3, Q3, [2, 1, 0])),
    "lossless: P = Q": (claims.lossless_example, "same", (P3, P3, [0, 0, 1])),
    "strict: equality": (
        claims.strict_convexity, "equal here", (P3, Q3, P3, Q3, "1/2")),
    "strict: weight 1": (
        claims.strict_convexity, "between", (P3, Q3, Q3, P3, 1)),
    "strict: float weight": (claims.strict_convexity, "float", (P3, Q3, Q3, P3, 0.5)),
    "equality: one pair twice": (claims.equal_convexity, "same", (P3, Q3, P3, Q3, "1/2")),
    "equality: trivially": (claims.equal_convexity, "P1 and Q1", (P3, P3, Q3, Q3, "1/2")),
    "equality: not": (claims.equal_convexity, "smaller", (P3, Q3, Q3, P3, "1/2")),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_right_answers_pass(name):
    claim, *arguments = RIGHT[name]
    assert claim(*arguments) is None


@pytest.mark.parametrize("name", WRONG)
def test_wrong_answers_fail_for_their_reason(name):
    claim, reason, *arguments = WRONG[name]
    found = claim(*arguments)
    assert found is not None
    assert reason in found
    assert len(found) < 300


def test_there_are_enough_of_both():
    assert len(RIGHT) >= 15
    assert len(WRONG) >= 40


@pytest.mark.parametrize("eps", [F(1, 2), F(3, 7), F(1, 17), F(7, 1000)])
def test_a_general_family_passes_everywhere(eps):
    assert claims.asymmetric_instance(family(eps), eps) is None
