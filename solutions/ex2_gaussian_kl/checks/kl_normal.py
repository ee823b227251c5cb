"""Checks of kl_normal."""

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
from common import CLOSE, CLOSE_TINY, INF, LOG2, NAN, NOT_NUMBERS, average_log_ratio, normal

GOOD = normal(0.0, 1.0, 1.0, 2.0)
GOOD_ANSWER = LOG2 - 0.25
ARRAYS = (np.array([0.0, 1.0, -2.0]), np.array([1.0, 2.0, 0.5]), np.array([1.0, 1.0, 0.0]), np.array([2.0, 3.0, 1.5]))


def is_right(mu1, sigma1, mu2, sigma2, right):
    """The divergence is off."""
    (answer,) = yield [normal(mu1, sigma1, mu2, sigma2)]
    agree(answer, right, "", **CLOSE)


@test_case(name="value: a few pairs", points=1.5, hidden=False)
def value_few(kl_normal):
    """The divergence of a few pairs of Gaussians, in nats."""
    for_all(kl_normal, bank("normal_shown"), is_right)


@test_case(name="value: many pairs", points=1.5, hidden=True)
def value_many(kl_normal):
    """The divergence of many random pairs of Gaussians."""
    for_all(kl_normal, bank("normal_values"), is_right)


@test_case(name="value: arrays and broadcasting", points=1, hidden=True)
def value_arrays(kl_normal):
    """Arrays give one number for each pair; the shapes of all four arguments broadcast."""
    rows = [(normal(*case), right) for *case, right in bank("normal_arrays")]
    expect(kl_normal, rows, "The divergences of these arrays are off.", **CLOSE)


@test_case(name="property: zero for equal Gaussians only", points=0.3, hidden=False)
def property_zero(kl_normal):
    """The divergence is never negative, zero for p = q, and positive otherwise."""

    def zero_only_there(mu1, sigma1, mu2, sigma2):
        """The divergence is 0 for equal Gaussians and positive for others."""
        same, other = yield [normal(mu1, sigma1, mu1, sigma1), normal(mu1, sigma1, mu2, sigma2)]
        agree(same, 0.0, "", **CLOSE)
        holds(other > 1e-4, "", about=1)

    cases = [(0.0, 1.0, 0.0, 2.0), (0.0, 2.0, 0.0, 1.0), (1.0, 3.0, 1.0, 2.75), (-1.0, 0.5, -0.75, 0.5), (5.0, 0.25, 4.5, 8.0)]
    for_all(kl_normal, cases, zero_only_there)


@test_case(name="property: it is the average of log p/q", points=0.6, hidden=False)
def property_average(kl_normal):
    """The divergence is what the definition says: the average over p of log p(x) - log q(x), here by numerical integration."""

    def averages(mu1, sigma1, mu2, sigma2):
        """Integrating p(x) (log p(x) - log q(x)) numerically gives another number."""
        (answer,) = yield [normal(mu1, sigma1, mu2, sigma2)]
        agree(answer, average_log_ratio(mu1, sigma1, mu2, sigma2), "", **CLOSE)

    for_all(kl_normal, bank("normal_average"), averages)


@test_case(name="property: both directions together", points=0.5, hidden=True)
def property_jeffreys(kl_normal):
    """The sum of both directions has no logarithm left in it (Jeffreys' divergence); their difference keeps it."""

    def jeffreys(m1, s1, m2, s2):
        """The two directions do not fit together."""
        there, back = yield [normal(m1, s1, m2, s2), normal(m2, s2, m1, s1)]
        gap = (m1 - m2) ** 2
        both = 0.5 * (s1 / s2 - s2 / s1) ** 2 + 0.5 * gap * (1 / s1**2 + 1 / s2**2)
        agree(there + back, both, "", **CLOSE, shown=False)
        tilt = 0.5 * (s1**2 / s2**2 - s2**2 / s1**2) + 0.5 * gap * (1 / s2**2 - 1 / s1**2) + 2 * float(np.log(s2 / s1))
        agree(there - back, tilt, "", **CLOSE, shown=False)

    for_all(kl_normal, bank("normal_jeffreys"), jeffreys)


@test_case(name="property: equal widths", points=0.3, hidden=True)
def property_equal_widths(kl_normal):
    """For equal widths the divergence is half the squared distance of the means in widths, in both directions."""

    def half_square(m1, m2, s):
        """For equal widths the divergence is half the squared distance of the means, measured in widths."""
        there, back = yield [normal(m1, s, m2, s), normal(m2, s, m1, s)]
        agree(there, (m1 - m2) ** 2 / (2 * s**2), "", **CLOSE, shown=False)
        agree(back, (m1 - m2) ** 2 / (2 * s**2), "", **CLOSE, about=1, shown=False)

    for_all(kl_normal, [(0.0, 1.0, 2.0), (3.0, -1.0, 0.5), (-2.0, 1.5, 3.0), (0.25, 1.0, 0.125)], half_square)


@test_case(name="property: means and widths add up", points=0.4, hidden=True)
def property_means(kl_normal):
    """Moving the means apart adds half the squared distance in widths of the second Gaussian."""

    def adds(m1, s1, m2, s2):
        """Moving the means apart adds half their squared distance, measured in the right width."""
        apart, level = yield [normal(m1, s1, m2, s2), normal(m2, s1, m2, s2)]
        agree(apart - level, (m1 - m2) ** 2 / (2 * s2**2), "", **CLOSE, shown=False)
        holds(level > 1e-3, "Gaussians of unlike widths differ even if their means agree.", about=1)

    for_all(kl_normal, bank("normal_means"), adds)


@test_case(name="property: very wide and very narrow models", points=0.4, hidden=True)
def property_wide_narrow(kl_normal):
    """A model ten times as wide costs log 10 more in the end, one ten times as narrow a hundred times as much."""

    def growth(m1, s1, m2):
        """With the model's width the divergence grows like a logarithm, with its narrowness like a square."""
        wide, wider, narrow, narrower = yield [normal(m1, s1, m2, s1 * width) for width in (1e5, 1e6, 1e-5, 1e-6)]
        # What is left of the other terms is (s1^2 + (m1 - m2)^2) / (2 s2^2) < 2e-9 in the first
        # line, and in the second a logarithm over 1e10.
        agree(wider - wide, float(np.log(10)), "", rtol=0.0, atol=1e-8, about=1, shown=False)
        agree(narrower / narrow if narrow else 0.0, 100.0, "", rtol=1e-7, atol=0.0, about=3, shown=False)

    for_all(kl_normal, [(0.0, 1.0, 0.0), (1.0, 2.0, -1.0), (0.5, 0.25, 0.75)], growth)


@test_case(name="property: the unit of measurement does not matter", points=0.3, hidden=True)
def property_units(kl_normal):
    """Shifting, reflecting or rescaling the axis leaves the divergence as it is."""

    def invariant(m1, s1, m2, s2):
        """Shifting, reflecting or rescaling the axis must not change the divergence."""
        calls = [normal(m1, s1, m2, s2), normal(8 * m1 + 3, 8 * s1, 8 * m2 + 3, 8 * s2), normal(-m1 / 4, s1 / 4, -m2 / 4, s2 / 4)]
        plain, *others = yield calls
        for about, other in enumerate(others, 1):
            agree(other, plain, "", **CLOSE, about=about, shown=False)
        holds(plain > 1e-3, "These Gaussians differ.")

    for_all(kl_normal, bank("normal_units"), invariant)


@test_case(name="property: an array is its entries", points=0.2, hidden=True)
def property_entries(kl_normal):
    """An array gives what its entries give one by one."""

    def one_by_one(*arrays):
        """An array has to give what its entries give one by one."""
        together, *alone = yield [normal(*arrays), *[normal(*map(float, entry)) for entry in zip(*arrays)]]
        agree(together, np.array(alone), "", **CLOSE, shown=False)
        holds(max(alone) > 0.1, "These Gaussians differ.", about=1)

    for_all(kl_normal, [ARRAYS, tuple(a[1:] for a in ARRAYS)], one_by_one)


@test_case(name="edge: a standard deviation is positive", points=0.5, hidden=False)
def edge_sigma(kl_normal):
    """A standard deviation of zero or below raises ValueError, alone or in an array, also where two signs would cancel."""
    calls = [
        normal(0.0, 0.0, 0.0, 1.0),
        normal(0.0, 1.0, 0.0, 0.0),
        normal(0.0, -1.0, 0.0, 1.0),
        normal(0.0, 1.0, 0.0, -1.0),
        normal(0.0, -1.0, 0.0, -2.0),
        normal([0.0, 1.0], [1.0, -1.0], 0.0, 1.0),
        normal(0.0, 1.0, 0.0, [1.0, 2.0, 0.0]),
    ]
    refuses(kl_normal, "ValueError", calls, GOOD, "A standard deviation has to be positive.")


@test_case(name="edge: refuses what is not finite or does not fit", points=0.4, hidden=True)
def edge_bad_values(kl_normal):
    """NaN, infinite widths, ragged lists and shapes that do not broadcast raise ValueError."""
    calls = [
        normal(NAN, 1.0, 0.0, 1.0),
        normal(0.0, NAN, 0.0, 1.0),
        normal(0.0, 1.0, [0.0, NAN], 1.0),
        normal(0.0, 1.0, 0.0, NAN),
        normal(0.0, INF, 0.0, 1.0),
        normal(0.0, 1.0, 0.0, INF),
        normal([0.0, 1.0], 1.0, [0.0, 1.0, 2.0], 1.0),
        normal([[0.0, 1.0], [2.0]], 1.0, 0.0, 1.0),
    ]
    refuses(kl_normal, "ValueError", calls, GOOD, "These are no Gaussians, or their shapes do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(kl_normal):
    """Input that is not made of real numbers raises TypeError."""
    calls = [normal(bad, 1.0, 0.0, 1.0) for bad in NOT_NUMBERS] + [normal(0.0, 1.0, 0.0, bad) for bad in NOT_NUMBERS[:2]]
    calls += [normal(0.0, NOT_NUMBERS[1], 0.0, 1.0), normal(0.0, 1.0, NOT_NUMBERS[2], 1.0)]
    refuses(kl_normal, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(kl_normal):
    """The message of an error names the argument that is at fault."""
    rows = [
        (normal(0.0, -1.0, 0.0, 1.0), ["sigma1"]),
        (normal(0.0, 1.0, 0.0, 0.0), ["sigma2"]),
        (normal(NAN, 1.0, 0.0, 1.0), ["mu1"]),
        (normal(0.0, 1.0, "half", 1.0), ["mu2"]),
    ]
    names_argument(kl_normal, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(kl_normal):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    three = np.array([1, 2, 4])
    rows = [
        (normal(0, 1, 1, 2), GOOD_ANSWER),
        (normal([0, 0], (1, 1), 1, [2, 1]), np.array([GOOD_ANSWER, 0.5])),
        (normal(np.float32(0), np.float32(1), np.float32(1), np.float32(2)), GOOD_ANSWER),
        (normal(*(np.array([v], dtype=np.float32) for v in (0, 1, 1, 2))), np.array([GOOD_ANSWER])),
        (normal(three * 0, three, three * 0, 2 * three), np.full(3, LOG2 - 0.375)),
    ]
    expect(kl_normal, rows, "This kind of input has to be accepted.", **CLOSE)


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(kl_normal):
    """The caller's arrays are the same after the call."""
    calls = [normal(*ARRAYS), normal(*(a[:, None] for a in ARRAYS[:2]), *ARRAYS[2:]), normal([0.0], [1.0], [1.0], [2.0])]
    leaves_arguments(kl_normal, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(kl_normal):
    """Nothing is printed."""
    prints_nothing(
        kl_normal, [GOOD, normal(*ARRAYS), normal(0.0, 1.0, 0.0, 1.0)], "A function that returns its answer need not print."
    )


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(kl_normal):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, normal(0.0, 1.0, 0.0, 1.0), normal(*ARRAYS), normal(0.0, 2.0, 5.0, 0.001)]
    warns_nothing(kl_normal, calls, "Valid input must not raise warnings.")


@test_case(name="numerics: very small and very large scales", points=0.4, hidden=True)
def numerics_scales(kl_normal):
    """Widths of 1e-200 and 1e200 are as good as any: the divergence depends on ratios only."""
    rows = [(normal(*case), right) for *case, right in bank("normal_scales")]
    expect(kl_normal, rows, "The unit of measurement must not matter, however small or large.", **CLOSE)


@test_case(name="numerics: no warnings at such scales", points=0.1, hidden=True)
def numerics_quiet(kl_normal):
    """At widths of 1e-200 and 1e200 no intermediate result overflows."""
    calls = [normal(0.0, 1e-200, 1e-200, 2e-200), normal(1e200, 1e200, 0.0, 3e200)]
    warns_nothing(kl_normal, calls, "Something on the way to the answer is too large, too small or undefined.")


@test_case(name="numerics: nearly equal Gaussians", points=0.5, hidden=True)
def numerics_tiny(kl_normal):
    """For nearly equal Gaussians the tiny divergence keeps its digits."""
    rows = [(normal(*case), right) for *case, right in bank("normal_tiny")]
    expect(kl_normal, rows, "A tiny divergence has lost its digits to cancellation.", **CLOSE_TINY)
