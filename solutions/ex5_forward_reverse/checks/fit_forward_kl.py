"""Checks of fit_forward_kl."""

import math

import numpy as np
from otter.test_files import test_case

from autograder.checking import agree, for_all, holds, leaves_arguments, names_argument, prints_nothing, refuses, warns_nothing
from common import (
    NAMED_FAULTS,
    NO_MIXTURES,
    NO_NUMBERS,
    PLAIN,
    SINGLE,
    TRACELESS,
    Pairs,
    forward_kl,
    kl_normal,
    three,
)


def is_right(weights, means, sigmas, right):
    """The fit (mu, sigma) is off."""
    (answer,) = yield [three(weights, means, sigmas)]
    # 1e-6 sigma is what the docstring promises: wide enough for numerical moments, and every known mistake is far outside.
    agree(answer, np.array(right), "", rtol=0.0, atol=1e-6 * right[1])


@test_case(name="value: small mixtures", points=2, hidden=False)
def value_small(fit_forward_kl):
    """The best Gaussian in D(p || q) for a few small mixtures."""
    for_all(Pairs(fit_forward_kl), bank("forward_shown"), is_right)


@test_case(name="value: many mixtures", points=2, hidden=True)
def value_many(fit_forward_kl):
    """The best Gaussian in D(p || q) for many random mixtures."""
    for_all(Pairs(fit_forward_kl), bank("forward_values"), is_right)


@test_case(name="property: no Gaussian nearby is better", points=0.8, hidden=False)
def property_best(fit_forward_kl):
    """Moving mu or sigma a little, in either direction, makes D(p || q) larger (integrated numerically)."""

    def no_better(*mixture):
        """A Gaussian nearby has a smaller divergence D(p || q)."""
        (answer,) = yield [three(*mixture)]
        mu, sigma = answer
        holds(sigma > 0 and np.all(np.isfinite(answer)), "mu has to be finite and sigma positive.")
        own = forward_kl(mu, sigma, *mixture)
        # A step of 1/500 changes the divergence of an optimum by 2e-6, far above the rounding error.
        for step in (0.1, -0.1, 0.002, -0.002):
            holds(
                own < forward_kl(mu + step * sigma, sigma, *mixture), "A Gaussian with another mu nearby has a smaller D(p || q)."
            )
            holds(
                own < forward_kl(mu, sigma * math.exp(step), *mixture),
                "A Gaussian with another sigma nearby has a smaller D(p || q).",
            )

    for_all(Pairs(fit_forward_kl), bank("forward_best"), no_better)


@test_case(name="property: Pythagoras", points=0.8, hidden=True)
def property_triangle(fit_forward_kl):
    """For every other Gaussian q the divergence D(p || q) is that of the fit plus that from the fit to q."""

    def pythagoras(mu, sigma, *mixture):
        """D(p || q) has to be D(p || fit) + D(fit || q) for every other Gaussian q."""
        (answer,) = yield [three(*mixture)]
        holds(answer[1] > 0 and np.all(np.isfinite(answer)), "mu has to be finite and sigma positive.")
        whole = forward_kl(mu, sigma, *mixture)
        parts = forward_kl(*answer, *mixture) + kl_normal(*answer, mu, sigma)
        holds(abs(whole - parts) <= 1e-5 * (1 + whole), "")

    for_all(Pairs(fit_forward_kl), bank("forward_triangle"), pythagoras)


@test_case(name="property: a Gaussian is its own fit", points=0.4, hidden=True)
def property_single(fit_forward_kl):
    """A mixture of one component, or of equal components, is fitted by that component."""
    rows = [SINGLE, ([1.0], [-1.5], [0.25]), ([0.25, 0.75], [2.0, 2.0], [1.5, 1.5]), ([0.5, 0.25, 0.25], [-8.0] * 3, [3.0] * 3)]

    def own_fit(*mixture):
        """A single Gaussian is its own best fit."""
        (answer,) = yield [three(*mixture)]
        agree(answer, np.array([mixture[1][0], mixture[2][0]]), "", rtol=0.0, atol=1e-6 * mixture[2][0], shown=False)

    for_all(Pairs(fit_forward_kl), rows, own_fit)


@test_case(name="property: shift, scale and mirror", points=0.5, hidden=True)
def property_moved(fit_forward_kl):
    """Shifting, stretching or mirroring the mixture does the same to the fit."""

    def follows(weights, means, sigmas, shift, scale):
        """Shifting, stretching or mirroring the mixture has to do the same to the fit."""
        calls = [
            three(weights, means, sigmas),
            three(weights, [shift + scale * m for m in means], [abs(scale) * s for s in sigmas]),
        ]
        plain, moved = yield calls
        size = abs(scale) * plain[1]
        agree(moved, np.array([shift + scale * plain[0], size]), "", rtol=0.0, atol=3e-6 * size, about=1, shown=False)

    for_all(Pairs(fit_forward_kl), bank("forward_moved"), follows)


@test_case(name="property: the same p written in another way", points=0.5, hidden=True)
def property_split(fit_forward_kl):
    """Listing the components in another order, or one as two halves, changes nothing."""

    def same(weights, means, sigmas):
        """The same mixture, with its components reordered and one of them split in two, has to have the same fit."""
        split = (
            [weights[0] / 2, *weights[:0:-1], weights[0] / 2],
            [means[0], *means[:0:-1], means[0]],
            [sigmas[0], *sigmas[:0:-1], sigmas[0]],
        )
        plain, other = yield [three(weights, means, sigmas), three(*split)]
        agree(other, plain, "", rtol=0.0, atol=3e-6 * plain[1], about=1, shown=False)

    for_all(Pairs(fit_forward_kl), bank("forward_split"), same)


@test_case(name="edge: components of weight 0", points=0.4, hidden=False)
def edge_zero_weights(fit_forward_kl):
    """A component of weight 0 is not there, wherever it is."""
    rows = [
        ([0.25, 0.75, 0.0], [0.0, 4.0, 1000.0], [1.0, 1.0, 5.0], (3.0, 2.0)),
        ([0.0, 1.0], [-7.0, 3.0], [1.0, 2.0], (3.0, 2.0)),
        ([0.0, 0.5, 0.0, 0.5], [9.0, -2.0, 1.0, 2.0], [1.0, 1.5, 0.5, 1.5], (0.0, 2.5)),
    ]
    for_all(Pairs(fit_forward_kl), rows, is_right)


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(fit_forward_kl):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        ((0.25, 0.75), (0, 4), (1, 1), (3.0, 2.0)),
        ([1], [3], [2], (3.0, 2.0)),
        (np.array([0.25, 0.75], dtype=np.float32), np.array([0, 4]), np.array([1.0, 1.0], dtype=np.float32), (3.0, 2.0)),
        ([0, 1], np.array([0.0, 3.0], dtype=np.float32), np.array([1, 2], dtype=np.float32), (3.0, 2.0)),
    ]
    for_all(Pairs(fit_forward_kl), rows, is_right)


@test_case(name="edge: rounded weights", points=0.1, hidden=True)
def edge_rounded(fit_forward_kl):
    """Weights that sum to 1 within 1e-6 are accepted."""

    def accepted(mixture, right):
        """Weights that sum to 1 within 1e-6 have to be accepted."""
        (answer,) = yield [three(*mixture)]
        # Rescaled or used as they are: the difference is of the size of the rounding.
        agree(answer, np.array(right), "", rtol=0.0, atol=2e-5)

    rows = [
        (([0.3333333] * 3, [-1.0, 0.0, 1.0], [1.0, 1.0, 1.0]), (0.0, math.sqrt(5 / 3))),
        (([0.6666671, 0.3333333], [0.0, 3.0], [1.0, 1.0]), (1.0, math.sqrt(3.0))),
    ]
    for_all(Pairs(fit_forward_kl), rows, accepted)


@test_case(name="edge: refuses what is no mixture", points=0.4, hidden=True)
def edge_bad_values(fit_forward_kl):
    """Lists that do not describe a mixture raise ValueError instead of being repaired."""
    calls = [three(*bad) for bad in NO_MIXTURES]
    refuses(Pairs(fit_forward_kl, strict=False), "ValueError", calls, three(*PLAIN), "These lists do not describe a mixture.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(fit_forward_kl):
    """Input that is not made of real numbers raises TypeError."""
    calls = [three(*bad) for bad in NO_NUMBERS]
    refuses(Pairs(fit_forward_kl, strict=False), "TypeError", calls, three(*PLAIN), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(fit_forward_kl):
    """The message of an error names the argument that is at fault."""
    rows = [(three(*bad), names) for bad, names in NAMED_FAULTS]
    names_argument(
        Pairs(fit_forward_kl, strict=False), rows, three(*PLAIN), "The error's message has to name the argument at fault."
    )


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(fit_forward_kl):
    """The caller's arrays are the same after the call."""
    leaves_arguments(Pairs(fit_forward_kl), TRACELESS, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(fit_forward_kl):
    """Nothing is printed."""
    prints_nothing(Pairs(fit_forward_kl), TRACELESS, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(fit_forward_kl):
    """Valid input raises no NumPy warning, with components of weight 0 and without."""
    warns_nothing(Pairs(fit_forward_kl), TRACELESS, "Valid input must not raise warnings.")


@test_case(name="numerics: means near a thousand million", points=1, hidden=True)
def numerics_far(fit_forward_kl):
    """With means near 1e9 the deviation keeps its digits."""

    def keeps_digits(weights, means, sigmas, right):
        """With means near 1e9 digits are lost: squares of the means must not be subtracted from each other."""
        (answer,) = yield [three(weights, means, sigmas)]
        # mu itself can only be as fine as floats near 1e9 are, 1.2e-7 apart.
        agree(answer, np.array(right), "", rtol=0.0, atol=1e-6 * right[1])

    for_all(Pairs(fit_forward_kl), bank("forward_far"), keeps_digits)
