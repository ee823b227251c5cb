"""Checks of fit_reverse_kl: by the divergence that a pair achieves, never by the pair itself."""

import math

import numpy as np
from otter.test_files import test_case

from autograder.checking import for_all, holds, leaves_arguments, names_argument, prints_nothing, refuses, warns_nothing
from common import (
    NAMED_FAULTS,
    NO_MIXTURES,
    NO_NUMBERS,
    PLAIN,
    SINGLE,
    TRACELESS,
    Pairs,
    kl_normal,
    log_density,
    reverse_kl,
    three,
)

# What the docstring promises. Copying a component costs up to 1.2e-3 more than the optimum, a local minimum far more.
SLACK = 2e-5


def achieved(answer, mixture, about=0):
    """The divergence of a fit, by the check's own quadrature."""
    mu, sigma = answer
    holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.", about)
    return reverse_kl(mu, sigma, *mixture)


def is_best(*case):
    """Another Gaussian has a smaller divergence D(q || p)."""
    *mixture, least = case
    (answer,) = yield [three(*mixture)]
    value = achieved(answer, mixture)
    holds(value <= least + SLACK, f"Another Gaussian has a smaller divergence D(q || p) than yours, which has {value:.6f}.")


def is_best_shown(*case):
    """Another Gaussian has a smaller divergence D(q || p)."""
    *mixture, least = case
    (answer,) = yield [three(*mixture)]
    value = achieved(answer, mixture)
    holds(value <= least + SLACK, f"Your Gaussian has D(q || p) = {value:.6f}; the least possible is {least:.6f}.")


@test_case(name="value: bumps close together and far apart", points=1.5, hidden=False)
def value_switch(fit_reverse_kl):
    """For two equal bumps at a/s = 0.5, 2.5 and 3 the divergence achieved is within 2e-5 of the least."""
    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_shown")), is_best_shown)


@test_case(name="value: local minima", points=1, hidden=True)
def value_traps(fit_reverse_kl):
    """Where a search from one place ends in a local minimum, the global one is found."""
    traps = [*bank("reverse_covered")[-1:], *bank("reverse_chapter")[-1:], *bank("reverse_grouped")[-1:]]
    traps += bank("reverse_neighbours")
    for_all(Pairs(fit_reverse_kl, alone=True), traps, is_best)


@test_case(name="value: unequal components", points=1.5, hidden=True)
def value_unequal(fit_reverse_kl):
    """Components of different weights and deviations, in several places and units."""
    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_values")), is_best)


@test_case(name="property: a Gaussian is its own fit", points=1, hidden=False)
def property_single(fit_reverse_kl):
    """A mixture of one component, or of equal components, is fitted by that component: the divergence achieved is 0."""

    def own_fit(weights, means, sigmas):
        """A single Gaussian is its own best fit, with divergence 0."""
        (answer,) = yield [three(weights, means, sigmas)]
        mu, sigma = answer
        holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.")
        holds(kl_normal(mu, sigma, means[0], sigmas[0]) <= SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), [SINGLE, ([0.25, 0.75], [-5.0, -5.0], [0.5, 0.5])], own_fit)


@test_case(name="property: nothing simple is better", points=1, hidden=True)
def property_bounds(fit_reverse_kl):
    """No component, no group of components and not the forward fit has a smaller divergence; it is at most -log of any weight."""

    def no_simple_better(weights, means, sigmas):
        """A component, a group's moments or the forward fit has a smaller divergence D(q || p) than this fit."""
        mixture = (weights, means, sigmas)
        (answer,) = yield [three(*mixture)]
        value = achieved(answer, mixture)
        holds(
            value <= -math.log(max(weights)) + SLACK,
            "p >= w_k p_k, so the least divergence is at most -log of the largest weight.",
        )
        for first in range(len(weights)):
            for last in range(first + 1, len(weights) + 1):
                w, m, s = (np.array(column[first:last]) for column in mixture)
                mu = w @ m / w.sum()
                sigma = math.sqrt(w @ (s**2 + (m - mu) ** 2) / w.sum())
                holds(value <= reverse_kl(mu, sigma, *mixture) + SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_many")), no_simple_better)


@test_case(name="property: a stationary point, mirrored or not", points=1, hidden=True)
def property_mirrored(fit_reverse_kl):
    """At the fit both slopes of D(q || p) are 0, and for a mirrored mixture the fit is as good."""

    def stationary(weights, means, sigmas):
        """At the fit both slopes of D(q || p) have to vanish."""
        mirrored = (weights[::-1], [1.0 - m for m in means[::-1]], sigmas[::-1])
        first, second = yield [three(weights, means, sigmas), three(*mirrored)]
        values = []
        for about, (answer, mixture) in enumerate(((first, (weights, means, sigmas)), (second, mirrored))):
            mu, sigma = answer
            values.append(achieved(answer, mixture, about))
            z = np.linspace(-9.0, 9.0, 2001)
            phi = np.exp(-0.5 * z**2) / np.sum(np.exp(-0.5 * z**2))
            step = 1e-4 * sigma
            slope = (log_density(mu + sigma * z + step, *mixture) - log_density(mu + sigma * z - step, *mixture)) / 2e-4
            # Within 2e-5 of a minimum whose curvature is about 1, slopes in units of sigma are below 0.01 or so.
            holds(abs(phi @ slope) < 0.03 and abs(phi @ (z * slope) + 1) < 0.04, "", about)
        holds(abs(values[0] - values[1]) <= SLACK, "A mixture and its mirror image have to achieve the same divergence.", 1)

    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_mirrored")), stationary)


@test_case(name="edge: components of weight 0", points=0.4, hidden=False)
def edge_zero_weights(fit_reverse_kl):
    """A component of weight 0 is not there, wherever it is."""

    def not_there(weights, means, sigmas):
        """A component of weight 0 must not count."""
        (answer,) = yield [three(weights, means, sigmas)]
        mu, sigma = answer
        holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.")
        holds(kl_normal(mu, sigma, 3.0, 2.0) <= SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), [([0.0, 1.0, 0.0], [-7.0, 3.0, 200.0], [1.0, 2.0, 0.5])], not_there)


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(fit_reverse_kl):
    """Tuples, integers and float32 arrays are accepted."""

    def accepted(weights, means, sigmas, mean, width):
        """This kind of input has to be accepted."""
        (answer,) = yield [three(weights, means, sigmas)]
        mu, sigma = answer
        holds(np.all(np.isfinite(answer)) and sigma > 0 and kl_normal(mu, sigma, mean, width) <= SLACK, "")

    rows = [
        ((0.5, 0.5), (3, 3), (2, 2), 3.0, 2.0),
        (np.array([1], dtype=np.float32), np.array([-1]), np.array([0.5], dtype=np.float32), -1.0, 0.5),
    ]
    for_all(Pairs(fit_reverse_kl, alone=True), rows, accepted)


@test_case(name="edge: refuses what is no mixture", points=0.4, hidden=True)
def edge_bad_values(fit_reverse_kl):
    """Lists that do not describe a mixture raise ValueError instead of being repaired."""
    calls = [three(*bad) for bad in NO_MIXTURES]
    refuses(
        Pairs(fit_reverse_kl, strict=False, alone=True),
        "ValueError",
        calls,
        three(*PLAIN),
        "These lists do not describe a mixture.",
    )


@test_case(name="edge: refuses what is no number", points=0.3, hidden=True)
def edge_bad_types(fit_reverse_kl):
    """Input that is not made of real numbers raises TypeError."""
    calls = [three(*bad) for bad in NO_NUMBERS]
    refuses(
        Pairs(fit_reverse_kl, strict=False, alone=True), "TypeError", calls, three(*PLAIN), "This is not made of real numbers."
    )


@test_case(name="edge: error messages name the argument", points=0.2, hidden=True)
def edge_messages(fit_reverse_kl):
    """The message of an error names the argument that is at fault."""
    rows = [(three(*bad), names) for bad, names in NAMED_FAULTS]
    names_argument(
        Pairs(fit_reverse_kl, strict=False, alone=True),
        rows,
        three(*PLAIN),
        "The error's message has to name the argument at fault.",
    )


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(fit_reverse_kl):
    """The caller's arrays are the same after the call."""
    leaves_arguments(Pairs(fit_reverse_kl, alone=True), TRACELESS, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(fit_reverse_kl):
    """Nothing is printed, not even by an optimiser."""
    prints_nothing(Pairs(fit_reverse_kl, alone=True), TRACELESS, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(fit_reverse_kl):
    """Ordinary valid input raises no NumPy warning, with components of weight 0 and without."""
    warns_nothing(Pairs(fit_reverse_kl, alone=True), TRACELESS, "Valid input must not raise warnings.")


@test_case(name="numerics: other units", points=1, hidden=True)
def numerics_units(fit_reverse_kl):
    """In units in which all numbers are tiny or huge the fit is as good."""

    def any_units(*case):
        """In tiny or huge units the fit gets worse: search in units of the mixture's own width."""
        *mixture, least = case
        (answer,) = yield [three(*mixture)]
        holds(achieved(answer, mixture) <= least + SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_units")), any_units)
