"""Exact answers: what is read, what is refused and with which reason."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from autograder.proof import FAMILY_BITS, ProofError, distribution, kl_form, rational


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, Fraction(0)),
        (3, Fraction(3)),
        ("3/4", Fraction(3, 4)),
        ("6/8", Fraction(3, 4)),
        ("007", Fraction(7)),
        (Fraction(-1, 2), Fraction(-1, 2)),
        ("1" + "0" * 1000, Fraction(10**1000)),
    ],
)
def test_exact_numbers_are_read(value, expected):
    assert rational(value) == expected
    assert type(rational(value)) is Fraction


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (0.5, "float"),
        (float("nan"), "float"),
        (np.float64(0.5), "NumPy"),
        (np.int64(1), "NumPy"),
        (np.array([0.5]), "NumPy"),
        (Decimal("0.5"), "Decimal"),
        (0.5 + 0j, "complex"),
        (True, "bool"),
        (None, "NoneType"),
        ("0.5", "digits/digits"),
        ("1e-3", "digits/digits"),
        ("-1/2", "digits/digits"),
        (" 1/2", "digits/digits"),
        ("1/2\n", "digits/digits"),
        ("1_000", "digits/digits"),
        ("\u0661/2", "digits/digits"),
        ("1/2/3", "digits/digits"),
        ("", "digits/digits"),
        ("1/0", "denominator 0"),
        (2**5000, "bits"),
        ("9" * 3000, "bits"),
        ("9" * 10**7, "characters"),
    ],
)
def test_everything_else_is_refused_with_its_reason(value, reason):
    with pytest.raises(ProofError, match=reason) as caught:
        rational(value, name="P[0]")
    assert str(caught.value).startswith("P[0]")
    assert len(str(caught.value)) < 250


def test_a_subclass_of_a_plain_type_is_refused():
    class Sly(Fraction):
        def __eq__(self, other):
            return True

        __hash__ = Fraction.__hash__

    with pytest.raises(ProofError, match="Sly"):
        rational(Sly(1, 2))


def test_an_unreduced_fraction_is_rebuilt():
    value = Fraction(1, 2)
    value._numerator, value._denominator = 2, 4
    assert rational(value).numerator == 1


def test_long_strings_pass_python_s_own_limit_up_to_the_cap():
    digits = "1" + "0" * 100_000
    assert rational("1/" + digits, bits=FAMILY_BITS) == Fraction(1, 10**100_000)


def test_distributions_are_read():
    assert distribution(["1/2", Fraction(1, 3), "1/6", 0]) == (
        Fraction(1, 2), Fraction(1, 3), Fraction(1, 6), Fraction(0),
    )  # fmt: skip
    assert distribution((1,)) == (Fraction(1),)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ([], "0 entries"),
        ([Fraction(1, 65)] * 65, "65 entries"),
        (["1/2", "1/3"], "add up to 5/6"),
        (["1/2", "1/2", "1/" + "7" * 300], "something else"),
        ([Fraction(3, 2), Fraction(-1, 2)], r"P\[1\] is negative"),
        (["1/2", 0.5], r"P\[1\] is a float"),
        ({"a": 1}, "dict"),
        ("1", "str"),
        (np.array([1]), "ndarray"),
        (None, "NoneType"),
    ],
)
def test_other_distributions_are_refused(value, reason):
    with pytest.raises(ProofError, match=reason):
        distribution(value)


def test_an_infinite_divergence_has_no_form():
    half, one, zero = Fraction(1, 2), Fraction(1), Fraction(0)
    assert kl_form((half, half), (one, zero)) is None
    assert kl_form((one, zero), (half, half)) is not None
