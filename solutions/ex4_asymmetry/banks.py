"""Cases for the checks: values of eps and factor, and seeds for the points of the proof checker.

The answers need no oracle: each is a certificate, and the proof engine decides its claim exactly.
"""

from fractions import Fraction

from hypothesis import strategies as st

from autograder.banks import Bank


def fractions(top, bottom, low, high):
    """Fractions between `low` and `high` with numerators up to `top` and denominators up to `bottom`."""
    return st.builds(Fraction, st.integers(1, top), st.integers(2, bottom)).filter(lambda x: low <= x <= high)


def ones(*values):
    """Fixed cases of one argument each."""
    return [(Fraction(value),) for value in values]


SEED = Bank(st.tuples(st.integers(1, 10**6)), 1)

BANKS = {
    "family_shown": Bank(fixed=ones("1/2", "1/3", "3/4", "1/10")),
    "family_fresh": Bank(st.tuples(fractions(40, 42, Fraction(1, 20), Fraction(19, 20))), 5, ones("2/7", "1/17")),
    "family_large": Bank(st.tuples(st.builds(lambda n: 1 - Fraction(1, n), st.integers(21, 2000))), 3, ones("99/100")),
    "family_small": Bank(st.tuples(st.builds(Fraction, st.integers(17, 50), st.just(1000))), 3, ones("1/50")),
    # 7/1000 needs entries near 2^-60000, a tenth of what is allowed.
    "family_tiny": Bank(st.tuples(st.builds(Fraction, st.integers(8, 16), st.just(1000))), 2, ones("7/1000")),
    "triangle_shown": Bank(fixed=ones(1, 2, 5, 10)),
    "triangle_fresh": Bank(st.tuples(st.builds(Fraction, st.integers(1, 30))), 5, ones(3, 29)),
    "triangle_fractions": Bank(st.tuples(fractions(60, 9, Fraction(1), Fraction(12))), 4, ones("7/2", "101/100")),
    "triangle_large": Bank(st.tuples(st.builds(Fraction, st.integers(31, 80))), 3, ones(60)),
    "triangle_huge": Bank(st.tuples(st.builds(Fraction, st.integers(81, 99))), 2, ones(100)),
    "gibbs_seed": SEED,
    "equality_seed": SEED,
    "convexity_seed": SEED,
    "cross_entropy_seed": SEED,
}
