"""Signs of forms in logarithms: exact equality, near-ties, two engines, caps."""

import random
import time
from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.proof import ProofError, has_flint, is_zero, sign
from autograder.proof.certificate import coprime_base, logs_cancel
from autograder.proof.logarithm import log_ball

needs_flint = pytest.mark.skipif(not has_flint(), reason="python-flint is not installed")

positive = st.integers(1, 10**6) | st.integers(1, 2**300)
ratios = st.builds(Fraction, positive, positive)
coefficients = st.builds(Fraction, st.integers(-50, 50), st.integers(1, 50))
forms = st.lists(st.tuples(coefficients, ratios), max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 2**2000), st.sampled_from([64, 100, 199, 200, 512, 3000]))
def test_the_logarithm_lies_in_its_ball(n, precision):
    middle, radius = log_ball(n, precision)
    with mpmath.workprec(precision + 100):
        error = abs(mpmath.log(n) * mpmath.mpf(2) ** precision - middle)
    assert error <= radius <= 64


@settings(max_examples=200, deadline=None)
@given(forms, coefficients)
def test_signs_agree_with_high_precision(form, constant):
    # mpmath with 3000 bits is the second route: no form here is nonzero and that small
    with mpmath.workprec(3000):
        total = mpmath.mpf(constant.numerator) / constant.denominator
        for c, r in form:
            log = mpmath.log(r.numerator) - mpmath.log(r.denominator)
            total += log * c.numerator / c.denominator
        expected = 0 if abs(total) < mpmath.mpf(2) ** -2800 else int(mpmath.sign(total))
    assert sign(form, constant, engine="integer") == expected


@settings(max_examples=200, deadline=None)
@given(forms, st.lists(st.tuples(coefficients, ratios, st.integers(1, 5)), max_size=3))
def test_hidden_zeros_are_found_exactly(form, powers):
    # c log r^k - k c log r, and the form minus itself with each ratio split differently
    zero = [t for c, r, k in powers for t in ((c, r**k), (-k * c, r))]
    zero += [(c, r * 6) for c, r in form] + [(-c, r) for c, r in form]
    zero += [(-c, 2) for c, _ in form] + [(-c, 3) for c, _ in form]
    assert is_zero(zero)
    assert sign(zero, engine="integer") == 0
    assert not is_zero(zero, Fraction(1, 10**50))
    assert sign(zero, Fraction(-1, 10**50), engine="integer") == -1


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(2, 10**4) | st.integers(2, 2**200), max_size=8))
def test_a_coprime_base_is_coprime_and_generates(numbers):
    base = coprime_base(numbers)
    for i, a in enumerate(base):
        assert a > 1
        assert all(mpmath.libmp.libintmath.gcd(a, b) == 1 for b in base[:i])
    for n in numbers:
        for b in base:
            while n % b == 0:
                n //= b
        assert n == 1


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ([], 0),
        ([(1, 1)], 0),
        ([(1, 4), (-2, 2)], 0),
        ([(1, 12), (-1, 18), (1, Fraction(3, 2))], 0),
        ([(1, 2), (-1, 3)], -1),
        # 2^485 and 3^306 are the neighbours that almost agree
        ([(485, 2), (-306, 3)], 1),
        ([(1, 10**40 + 1), (-1, 10**40)], 1),
    ],
)
def test_known_signs(form, expected):
    assert sign(form) == expected


def near_ties(count, seed):
    """Forms whose value is about 10^-k for k up to 30 and beyond, and exact zeros among them."""
    rng = random.Random(seed)
    for _ in range(count):
        k = rng.randint(1, 40)
        n = rng.randint(10 ** (k - 1), 10**k)
        c = Fraction(rng.randint(1, 9), rng.randint(1, 9))
        form = [(c, n + rng.choice((0, 1))), (-c, n)]
        form += [(rng.randint(1, 9), Fraction(rng.randint(1, 99), 7)) for _ in range(2)]
        form += [(-d, r) for d, r in form[2:]]
        constant = rng.choice((0, 0, -c / n, -c / (n + 1), Fraction(1, 10**30)))
        yield form, constant


def random_forms(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        form = [
            (
                Fraction(rng.randint(-99, 99), rng.randint(1, 99)),
                Fraction(rng.getrandbits(rng.randint(1, 400)) + 1, rng.getrandbits(50) + 1),
            )
            for _ in range(rng.randint(1, 6))
        ]
        yield form, rng.choice((0, Fraction(rng.randint(-9, 9), rng.randint(1, 9))))


def test_near_ties_are_decided_by_integers():
    # log(1 + 1/n) lies strictly between 1/(n+1) and 1/n
    for n in (10**5, 10**15, 10**30, 10**300):
        form = [(1, Fraction(n + 1, n))]
        assert sign(form, Fraction(-1, n), engine="integer") == -1
        assert sign(form, Fraction(-1, n + 1), engine="integer") == 1


@needs_flint
def test_both_engines_give_the_same_verdicts():
    for form, constant in [*random_forms(2000, 1), *near_ties(2000, 2)]:
        assert sign(form, constant, engine="integer") == sign(form, constant, engine="flint")


def test_giant_integers_are_quick():
    begun = time.process_time()
    power = 2**1_000_000
    assert sign([(1, power), (-1, power - 1)], -Fraction(1, 10**6)) == -1
    assert sign([(Fraction(1, power - 1), Fraction(1, power))], Fraction(1, 100)) == 1
    assert sign([(1, power), (-1_000_000, 2)]) == 0
    assert time.process_time() - begun < 5


def test_what_is_too_close_is_refused_with_a_sentence():
    with pytest.raises(ProofError, match="too close"):
        sign([(1, 3**60_000 + 1), (-60_000, 3)])


def test_work_on_many_giant_numbers_is_capped():
    rng = random.Random(3)
    with pytest.raises(ProofError, match="smaller numbers"):
        coprime_base(rng.getrandbits(300_000) | 1 for _ in range(64))


def test_a_logarithm_of_zero_is_refused():
    with pytest.raises(ProofError, match="not positive"):
        sign([(1, 0)])


def test_powers_of_two_need_no_refinement():
    assert logs_cancel({2**1_000_000: Fraction(3), 8: Fraction(-1_000_000)})
