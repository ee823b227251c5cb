"""Checks of gaussian_elbo."""

import numpy as np
from otter.test_files import test_case

from autograder.checking import (
    agree,
    expect,
    for_all,
    holds,
    leaves_arguments,
    names_argument,
    prints_nothing,
    refuses,
    warns_nothing,
)
from common import LOG2, LOG_TWO_PI, NAN, NOT_NUMBERS, SLOPE_ATOL, SLOPE_RTOL, STEP, linear

GOOD = linear(3.0, 1.0, 1.0, 1.5, 0.5)
TIGHT = -3.5155121234846454  # GOOD is the posterior, so the bound is log N(3; 0, 2) = -(ln(4 pi) + 9/2)/2
OTHER = linear(1.0, 2.0, 0.5, 0.25, 0.25)
MEANS = np.array([0.5, 1.5, 2.5])
SLOPES = np.array([[1.0], [-2.0]])


def is_right(x, w, s, m, v, right):
    """The bound is off."""
    (answer,) = yield [linear(x, w, s, m, v)]
    agree(answer, right, "")


@test_case(name="value: simple numbers", points=1.5, hidden=False)
def value_small(gaussian_elbo):
    """The bound for a few simple models."""
    for_all(gaussian_elbo, bank("gaussian_shown"), is_right)


@test_case(name="value: many models", points=1.5, hidden=True)
def value_many(gaussian_elbo):
    """The bound for many random models."""
    for_all(gaussian_elbo, bank("gaussian_values"), is_right)


@test_case(name="value: arrays and broadcasting", points=1, hidden=True)
def value_arrays(gaussian_elbo):
    """Arrays broadcast against each other and give one number an element."""
    rows = [(linear(*arrays), right) for *arrays, right in bank("gaussian_arrays")]
    expect(gaussian_elbo, rows, "The bounds of these arrays are off.")


@test_case(name="property: what the bound misses", points=0.7, hidden=False)
def property_gap(gaussian_elbo):
    """log p(x) minus the bound is the divergence of q from the posterior, exactly."""

    def gap(x, w, s, m, v, right):
        """The bound has to miss log p(x) by the divergence of q from the posterior."""
        evidence, missing = right
        (answer,) = yield [linear(x, w, s, m, v)]
        agree(evidence - answer, missing, "", shown=False)

    for_all(gaussian_elbo, bank("gaussian_gaps"), gap)


@test_case(name="property: tight at the posterior", points=0.6, hidden=True)
def property_tight(gaussian_elbo):
    """With the posterior as q the bound is log p(x); with any other q it is not above."""

    def tight(x, w, s, m, v, right):
        """With the posterior as q the bound has to be log p(x)."""
        evidence, missing = right
        total = w * w + s * s
        best, other = yield [linear(x, w, s, w * x / total, s * s / total), linear(x, w, s, m, v)]
        agree(best, evidence, "", shown=False)
        holds(other <= evidence - 0.99 * missing + 1e-12, "A lower bound must not exceed log p(x).", about=1)

    for_all(gaussian_elbo, bank("gaussian_tight"), tight)


@test_case(name="property: slopes in q", points=0.6, hidden=True)
def property_slopes(gaussian_elbo):
    """The derivatives by the mean and the variance of q, which vanish at the posterior."""

    def slopes(x, w, s, m, v):
        """The slope of the bound in the mean of q is off."""
        a, b, c, d = yield [
            linear(x, w, s, m + STEP, v),
            linear(x, w, s, m - STEP, v),
            linear(x, w, s, m, v * (1 + STEP)),
            linear(x, w, s, m, v * (1 - STEP)),
        ]
        agree((a - b) / (2 * STEP), w * (x - w * m) / s**2 - m, "", SLOPE_RTOL, SLOPE_ATOL, shown=False)
        right = (1 / v - 1 - (w / s) ** 2) / 2
        off = "The slope of the bound in the variance of q is off."
        agree((c - d) / (2 * STEP * v), right, off, SLOPE_RTOL, SLOPE_ATOL, about=2, shown=False)

    for_all(gaussian_elbo, bank("gaussian_slopes"), slopes)


@test_case(name="property: another unit of length", points=0.4, hidden=True)
def property_units(gaussian_elbo):
    """Measuring x in a unit c times smaller lowers the bound by log c: p(x) is a density."""

    def units(x, w, s, m, v):
        """With x, w and s four times as large, the density p(x) is four times smaller: the bound falls by log 4."""
        plain, scaled = yield [linear(x, w, s, m, v), linear(4 * x, 4 * w, 4 * s, m, v)]
        agree(plain - scaled, 2 * LOG2, "", about=1, shown=False)

    for_all(gaussian_elbo, bank("gaussian_units"), units)


@test_case(name="property: signs", points=0.3, hidden=True)
def property_signs(gaussian_elbo):
    """Changing two of the signs of x, w and m changes nothing; changing that of x alone costs 2 x w m / s^2."""

    def signs(x, w, s, m, v):
        """Changing two of the signs of x, w and m must not change the bound."""
        calls = [linear(x, w, s, m, v), linear(-x, -w, s, m, v), linear(-x, w, s, -m, v), linear(-x, w, s, m, v)]
        plain, a, b, turned = yield calls
        agree(a, plain, "", about=1, shown=False)
        agree(b, plain, "", about=2, shown=False)
        agree(plain - turned, 2 * x * w * m / s**2, "Changing the sign of x alone has another effect.", about=3, shown=False)

    for_all(gaussian_elbo, [(1.0, 2.0, 1.0, 0.5, 1.0), (3.0, 1.0, 0.5, -1.5, 0.25)], signs)


@test_case(name="property: an array is its elements", points=0.4, hidden=True)
def property_elements(gaussian_elbo):
    """Arrays give what their elements give one by one."""

    def one_by_one(x, w, s, m, v):
        """Arrays have to give what their elements give one by one."""
        together, *alone = yield [linear(x, w, s, m, v), *[linear(*map(float, case)) for case in np.broadcast(x, w, s, m, v)]]
        holds(len(set(alone)) > 1, "These bounds differ.", about=1)
        agree(together, np.array(alone).reshape(np.broadcast(x, w, s, m, v).shape), "", shown=False)

    cases = [
        (3.0, 1.0, 1.0, MEANS, 0.5),
        (np.array([1.0, -2.0]), 0.5, 2.0, 0.25, np.array([0.5, 2.0])),
        (1.0, SLOPES, 0.5, MEANS[:2], 0.25),
    ]
    for_all(gaussian_elbo, cases, one_by_one)


@test_case(name="edge: no decoder, no width", points=0.5, hidden=False)
def edge_zeros(gaussian_elbo):
    """A decoder that ignores the code (w = 0), observations and means of 0, and very narrow or wide q."""
    rows = [
        (linear(0.0, 0.0, 1.0, 0.0, 1.0), -LOG_TWO_PI / 2),
        # With w = 0: log N(x; 0, s^2) minus the KL term of q, here 1/2.
        (linear(2.0, 0.0, 2.0, 1.0, 1.0), -LOG_TWO_PI / 2 - LOG2 - 0.5 - 0.5),
        (linear(0.0, 1.0, 1.0, 0.0, 1.0), -LOG_TWO_PI / 2 - 0.5),
        # With x = m = 0 and w = s = 1: -ln(2 pi)/2 - v/2 - (v - 1 - ln v)/2, ln 10 = 2.302585092994046.
        (linear(0.0, 1.0, 1.0, 0.0, 1e-12), -LOG_TWO_PI / 2 + 0.5 - 1e-12 - 6 * 2.302585092994046),
        (linear(0.0, 1.0, 1.0, 0.0, 1e6), -LOG_TWO_PI / 2 + 0.5 - 1e6 + 3 * 2.302585092994046),
    ]
    expect(gaussian_elbo, rows, "These models are legal, and their bounds are plain numbers.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(gaussian_elbo):
    """Numbers, lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    single = [np.array([a], dtype=np.float32) for a in (3, 1, 1, 1.5, 0.5)]
    rows = [
        (linear(3, 1, 1, 1.5, 0.5), TIGHT),
        (linear([3, 3], (1, 1), 1, 1.5, [0.5, 0.5]), np.array([TIGHT, TIGHT])),
        (linear(*single), np.array([TIGHT])),
        (linear(np.array([3]), np.array([1]), 1, [1.5], 0.5), np.array([TIGHT])),
        # (2.5 - 3/2)^2 / (2 * 1/2) = 1 nat below.
        (linear([3], [1], [1], [2.5], [0.5]), np.array([TIGHT - 1])),
    ]
    expect(gaussian_elbo, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses bad values and shapes", points=0.5, hidden=True)
def edge_bad_values(gaussian_elbo):
    """NaN, a deviation or variance that is not positive, and shapes that do not broadcast raise ValueError."""
    calls = [linear(3.0, 1.0, bad, 1.5, 0.5) for bad in (0.0, -1.0, NAN, [1.0, 0.0])]
    calls += [linear(3.0, 1.0, 1.0, 1.5, bad) for bad in (0.0, -0.5, NAN, [0.5, -2.0])]
    calls += [linear(NAN, 1.0, 1.0, 1.5, 0.5), linear(3.0, NAN, 1.0, 1.5, 0.5), linear(3.0, 1.0, 1.0, [1.5, NAN], 0.5)]
    calls += [linear([1.0, 2.0], [1.0, 2.0, 3.0], 1.0, 1.5, 0.5), linear([[3.0, 1.0], [1.0]], 1.0, 1.0, 1.5, 0.5)]
    refuses(gaussian_elbo, "ValueError", calls, GOOD, "This is no model and no q.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(gaussian_elbo):
    """Input that is not made of real numbers raises TypeError."""
    good = [3.0, 1.0, 1.0, 1.5, 0.5]
    calls = [linear(*good[:n], bad, *good[n + 1 :]) for n in range(5) for bad in (None, NOT_NUMBERS[0])]
    calls.append(linear(3.0, 1.0, "half", 1.5, 0.5))
    refuses(gaussian_elbo, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(gaussian_elbo):
    """The message of an error names the argument that is at fault."""
    rows = [
        (linear(3.0, 1.0, -1.0, 1.5, 0.5), ["s"]),
        (linear(3.0, 1.0, 1.0, 1.5, 0.0), ["v"]),
        (linear(NAN, 1.0, 1.0, 1.5, 0.5), ["x"]),
        (linear(3.0, 1.0, 1.0, NAN, 0.5), ["m"]),
    ]
    names_argument(gaussian_elbo, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(gaussian_elbo):
    """The caller's arrays are the same after the call."""
    calls = [
        linear(np.array([3.0, 1.0]), np.array([1.0, 2.0]), np.array([1.0, 0.5]), np.array([1.5, 0.25]), np.array([0.5, 0.25])),
        linear(3.0, SLOPES, 1.0, MEANS, 0.5),
        GOOD,
    ]
    leaves_arguments(gaussian_elbo, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(gaussian_elbo):
    """Nothing is printed."""
    calls = [GOOD, OTHER, linear(3.0, SLOPES, 1.0, MEANS, 0.5)]
    prints_nothing(gaussian_elbo, calls, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(gaussian_elbo):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, OTHER, linear(3.0, SLOPES, 1.0, MEANS, 0.5), linear(0.0, 0.0, 1.0, 0.0, 1e-12)]
    warns_nothing(gaussian_elbo, calls, "This input is valid and must not raise warnings.")


@test_case(name="numerics: strange units", points=0.6, hidden=True)
def numerics_far(gaussian_elbo):
    """Where the square of s is 0 or inf in floating point, the bound is still right."""
    rows = [(linear(*case), right) for *case, right in bank("gaussian_far")]
    expect(gaussian_elbo, rows, "Ratios of these numbers are ordinary, their squares are not.")


@test_case(name="numerics: strange units without warnings", points=0.4, hidden=True)
def numerics_warnings(gaussian_elbo):
    """Very small and very large units raise no warning."""
    calls = [GOOD, *[linear(*case) for *case, _ in bank("gaussian_far")]]
    warns_nothing(gaussian_elbo, calls, "These numbers are valid and must not raise warnings.")
