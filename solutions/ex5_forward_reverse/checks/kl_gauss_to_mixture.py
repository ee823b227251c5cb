"""Checks of kl_gauss_to_mixture."""

import math

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
from common import NAMED_FAULTS, NAN, NO_MIXTURES, NO_NUMBERS, NOT_NUMBERS, PLAIN, five, kl_normal

# The accuracy that the docstring asks for; numerics cases ask for more.
ABSOLUTE = 1e-6
ONE_TO_TWO = 0.4431471805599453  # D(N(0, 1) || N(1, 4)) = log 2 - 1/4


def is_right(*case):
    """The divergence D(q || p) is off."""
    *arguments, right = case
    (answer,) = yield [five(*arguments)]
    agree(answer, right, "", rtol=1e-9, atol=ABSOLUTE)


@test_case(name="value: small mixtures", points=1.5, hidden=False)
def value_small(kl_gauss_to_mixture):
    """The divergence of a Gaussian from a few small mixtures, in nats."""
    for_all(kl_gauss_to_mixture, bank("kl_shown"), is_right)


@test_case(name="value: many mixtures", points=1.5, hidden=True)
def value_many(kl_gauss_to_mixture):
    """The divergence of a Gaussian from many random mixtures."""
    for_all(kl_gauss_to_mixture, bank("kl_values"), is_right)


@test_case(name="value: candidates for the best fit", points=1, hidden=True)
def value_stationary(kl_gauss_to_mixture):
    """For the mixture of the lesson: its best fit, its local minimum, a copied component, a fit drawn by eye."""
    for_all(kl_gauss_to_mixture, list(bank("kl_stationary")), is_right)


@test_case(name="property: one component has a closed form", points=0.8, hidden=False)
def property_single(kl_gauss_to_mixture):
    """If p is a single Gaussian, the divergence is the closed form for two Gaussians, and 0 for q = p."""

    def closed_form(mu, sigma, mean, width):
        """For a mixture of one component the closed form for two Gaussians has to come out."""
        answer, same = yield [five(mu, sigma, [1.0], [mean], [width]), five(mean, width, [0.5, 0.5], [mean] * 2, [width] * 2)]
        agree(answer, kl_normal(mu, sigma, mean, width), "", rtol=1e-9, atol=ABSOLUTE, shown=False)
        agree(same, 0.0, "For q = p the divergence is 0.", atol=ABSOLUTE, about=1)

    for_all(kl_gauss_to_mixture, bank("kl_single"), closed_form)


@test_case(name="property: between its bounds", points=0.8, hidden=True)
def property_bounds(kl_gauss_to_mixture):
    """At least what the means' distance costs, at most the components' weighted mean, at most any one's less its log w."""

    def bounded(mu, sigma, weights, means, sigmas):
        """The divergence is convex in p, so it is at most the weighted mean of the components' divergences."""
        (answer,) = yield [five(mu, sigma, weights, means, sigmas)]
        single = [kl_normal(mu, sigma, m, s) for m, s in zip(means, sigmas)]
        mean = sum(w * value for w, value in zip(weights, single))
        holds(answer >= -ABSOLUTE, "A divergence is never negative.")
        holds(answer <= mean + ABSOLUTE, "")
        least = min(value - math.log(w) for w, value in zip(weights, single))
        holds(answer <= least + ABSOLUTE, "p >= w_k p_k, so the divergence is at most that from component k, less log w_k.")
        # Donsker and Varadhan: D >= E_q f - log E_p e^f for every f; with f(x) = t x both sides are closed forms.
        centre = sum(w * m for w, m in zip(weights, means))
        t = (mu - centre) / (max(sigmas) + max(means) - min(means)) ** 2
        bound = t * mu - math.log(sum(w * math.exp(t * m + (t * s) ** 2 / 2) for w, m, s in zip(weights, means, sigmas)))
        holds(answer >= bound - ABSOLUTE, "The divergence is smaller than what the distance between the means alone costs.")

    for_all(kl_gauss_to_mixture, bank("kl_bounds"), bounded)


@test_case(name="property: shift, scale and mirror", points=0.7, hidden=True)
def property_moved(kl_gauss_to_mixture):
    """Shifting, stretching or mirroring both q and p, or listing the components in another order, changes nothing."""

    def same(mu, sigma, weights, means, sigmas, shift, scale):
        """Shifting, stretching or mirroring both q and p must not change the divergence."""
        other = ([shift + scale * m for m in means][::-1], [abs(scale) * s for s in sigmas][::-1])
        plain, moved = yield [
            five(mu, sigma, weights, means, sigmas),
            five(shift + scale * mu, abs(scale) * sigma, weights[::-1], *other),
        ]
        agree(moved, plain, "", rtol=1e-9, atol=2 * ABSOLUTE, about=1, shown=False)

    for_all(kl_gauss_to_mixture, bank("kl_moved"), same)


@test_case(name="property: far apart, one component is left", points=0.7, hidden=True)
def property_apart(kl_gauss_to_mixture):
    """For components very far apart, q near one of them only feels that one: its divergence, less its log weight."""

    def only_one(mu, sigma, weight):
        """Components very far away only count by the weight they take: -log w_k is added."""
        mixture = ([weight, 1 - weight], [1.0, 61.0], [2.0, 1.0])
        near, far = yield [five(mu, sigma, *mixture), five(60 + mu, sigma / 2, *mixture)]
        # Within 13 deviations of q the other component is below e^-100 of this one.
        agree(near, kl_normal(mu, sigma, 1.0, 2.0) - math.log(weight), "", rtol=1e-9, atol=ABSOLUTE, shown=False)
        agree(
            far,
            kl_normal(60 + mu, sigma / 2, 61.0, 1.0) - math.log(1 - weight),
            "",
            rtol=1e-9,
            atol=ABSOLUTE,
            about=1,
            shown=False,
        )

    for_all(kl_gauss_to_mixture, [(1.0, 2.0, 0.5), (0.5, 1.0, 0.25), (2.0, 1.5, 0.125), (1.0, 0.5, 0.875)], only_one)


@test_case(name="edge: components of weight 0", points=0.4, hidden=False)
def edge_zero_weights(kl_gauss_to_mixture):
    """A component of weight 0 is not there, wherever it is."""
    rows = [
        (five(0.0, 1.0, [1.0, 0.0], [1.0, 0.0], [2.0, 1.0]), ONE_TO_TWO),
        (five(0.0, 1.0, [0.0, 1.0, 0.0], [1e3, 1.0, -50.0], [0.5, 2.0, 1.0]), ONE_TO_TWO),
        (five(1.0, 2.0, [0.5, 0.0, 0.5], [1.0, 7.0, 1.0], [2.0, 1.0, 2.0]), 0.0),
    ]
    expect(kl_gauss_to_mixture, rows, "A component of weight 0 must not count.", atol=ABSOLUTE)


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(kl_gauss_to_mixture):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        (five(0, 1, [1], [1], [2]), ONE_TO_TWO),
        (five(0.0, 1.0, (0.5, 0.5), (1, 1), (2, 2)), ONE_TO_TWO),
        (
            five(np.float32(0), np.float64(1), np.array([0.5, 0.5], dtype=np.float32), np.array([1, 1]), np.array([2.0, 2.0])),
            ONE_TO_TWO,
        ),
    ]
    expect(kl_gauss_to_mixture, rows, "This kind of input has to be accepted.", atol=ABSOLUTE)


@test_case(name="edge: rounded weights", points=0.1, hidden=True)
def edge_rounded(kl_gauss_to_mixture):
    """Weights that sum to 1 within 1e-6 are accepted."""
    rows = [
        (five(1.0, 2.0, [0.3333333] * 3, [1.0] * 3, [2.0] * 3), 0.0),
        (five(0.0, 1.0, [0.6666671, 0.3333333], [1.0, 1.0], [2.0, 2.0]), ONE_TO_TWO),
    ]
    # Rescaled or used as they are: the difference is of the size of the rounding.
    expect(kl_gauss_to_mixture, rows, "Weights that sum to 1 within 1e-6 have to be accepted.", atol=5e-6)


@test_case(name="edge: refuses what is no Gaussian and no mixture", points=0.4, hidden=True)
def edge_bad_values(kl_gauss_to_mixture):
    """A sigma that is not positive, nan, or lists that do not describe a mixture raise ValueError."""
    calls = [five(0.0, 1.0, *bad) for bad in NO_MIXTURES]
    calls += [five(0.0, sigma, *PLAIN) for sigma in (0.0, -1.0, NAN)] + [five(NAN, 1.0, *PLAIN)]
    refuses(kl_gauss_to_mixture, "ValueError", calls, five(0.0, 1.0, *PLAIN), "This is no Gaussian, or no mixture.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(kl_gauss_to_mixture):
    """Input that is not made of real numbers raises TypeError."""
    calls = [five(0.0, 1.0, *bad) for bad in NO_NUMBERS]
    calls += [five(bad, 1.0, *PLAIN) for bad in NOT_NUMBERS[:2]] + [five(0.0, bad, *PLAIN) for bad in NOT_NUMBERS[:2]]
    refuses(kl_gauss_to_mixture, "TypeError", calls, five(0.0, 1.0, *PLAIN), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(kl_gauss_to_mixture):
    """The message of an error names the argument that is at fault."""
    rows = [(five(0.0, 1.0, *bad), names) for bad, names in NAMED_FAULTS]
    rows += [(five(0.0, -1.0, *PLAIN), ["sigma", "sigmas"]), (five(NAN, 1.0, *PLAIN), ["mu", "means"])]
    names_argument(kl_gauss_to_mixture, rows, five(0.0, 1.0, *PLAIN), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(kl_gauss_to_mixture):
    """The caller's arrays are the same after the call."""
    calls = [
        five(0.0, 1.0, *map(np.array, PLAIN)),
        five(1.0, 0.5, np.array([0.5, 0.0, 0.5]), np.array([3.0, 1.0, 2.0]), np.array([1.0, 2.0, 0.5])),
    ]
    leaves_arguments(kl_gauss_to_mixture, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(kl_gauss_to_mixture):
    """Nothing is printed."""
    prints_nothing(
        kl_gauss_to_mixture,
        [five(0.0, 1.0, *PLAIN), five(3.0, 2.0, *PLAIN)],
        "A function that returns its answer need not print.",
    )


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(kl_gauss_to_mixture):
    """Ordinary valid input raises no NumPy warning, with components of weight 0 and without."""
    calls = [five(0.0, 1.0, *PLAIN), five(3.0, 2.0, *PLAIN), five(0.0, 1.0, [0.0, 1.0], [0.0, 1.0], [1.0, 2.0])]
    warns_nothing(kl_gauss_to_mixture, calls, "Valid input must not raise warnings.")


@test_case(name="numerics: where p underflows", points=0.5, hidden=True)
def numerics_underflow(kl_gauss_to_mixture):
    """Where all of p underflows to 0 the divergence is large and finite."""

    def finite(*case):
        """Far from all components p underflows, but log p does not: take the largest exponent out of the sum."""
        *arguments, right = case
        (answer,) = yield [five(*arguments)]
        agree(answer, right, "", rtol=1e-8, atol=1e-8)

    for_all(kl_gauss_to_mixture, list(bank("kl_underflow")), finite)


@test_case(name="numerics: sharp kinks to eight digits", points=0.5, hidden=True)
def numerics_sharp(kl_gauss_to_mixture):
    """Between components far apart log p has a kink; the divergence is right to 1e-8 all the same."""

    def precise(*case):
        """The divergence has to be right to 1e-8 here: integrate in z with enough points (log p has a kink)."""
        *arguments, right = case
        (answer,) = yield [five(*arguments)]
        # 6001 trapezoid points are exact to 1e-12; near 1e9 the means' differences are exact in float64.
        agree(answer, right, "", rtol=0.0, atol=1e-8)

    for_all(kl_gauss_to_mixture, list(bank("kl_sharp")), precise)
