"""Checks of vae_kl."""

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
from common import BATCH_LOG_VAR, BATCH_MU, INF, NAN, NOT_NUMBERS, SLOPE_ATOL, SLOPE_RTOL, STEP, latent, moved

GOOD = latent([0.5, 1.0], [-0.5, 0.25])
WIDE = 0.3591409142295226  # (e - 2)/2, for mu = 0 and log_var = 1
HALF = 0.1782653298563167  # (e^(-1/2) - 1/4)/2, for mu = 1/2 and log_var = -1/2


def is_right(mu, log_var, right):
    """The KL term is off."""
    (answer,) = yield [latent(mu, log_var)]
    agree(answer, right, "")


@test_case(name="value: small samples", points=1.5, hidden=False)
def value_small(vae_kl):
    """The KL term of a few samples with up to four latents, in nats."""
    for_all(vae_kl, bank("vae_shown"), is_right)


@test_case(name="value: many samples", points=1.5, hidden=True)
def value_many(vae_kl):
    """The KL term of many random samples."""
    for_all(vae_kl, bank("vae_values"), is_right)


@test_case(name="value: batches", points=1, hidden=True)
def value_batches(vae_kl):
    """A batch of any shape gives one number a sample: the sum over the last axis."""
    rows = [(latent(mu, log_var), right) for mu, log_var, right in bank("vae_batches")]
    expect(vae_kl, rows, "The KL terms of this batch are off.")


@test_case(name="property: zero at the prior only", points=0.4, hidden=False)
def property_zero(vae_kl):
    """The KL term is 0 where q is the prior and positive everywhere else."""

    def zero_only_there(mu, log_var):
        """The KL term is 0 at the prior and positive elsewhere."""
        at_prior, elsewhere = yield [latent([0.0] * len(mu), [0.0] * len(mu)), latent(mu, log_var)]
        agree(at_prior, 0.0, "", about=0)
        holds(elsewhere > 1e-4, "", about=1)

    cases = [([1.0], [0.0]), ([0.0], [1.0]), ([0.0], [-1.0]), ([0.0, -0.5], [0.25, 0.0]), ([0.5, 0.0, -1.0], [-0.5, -3.0, 0.5])]
    for_all(vae_kl, cases, zero_only_there)


@test_case(name="property: the divergence from N(0, 1) in terms of sigma", points=0.5, hidden=False)
def property_normal(vae_kl):
    """With log_var = 2 log sigma it is the KL divergence of two normals: sigma against 1, mu against 0."""

    def normal(mu, sigma):
        """With log_var = 2 log(sigma) this has to be the KL divergence of N(mu, sigma^2) from N(0, 1)."""
        m, s = np.array(mu), np.array(sigma)
        (answer,) = yield [latent(mu, (2 * np.log(s)).tolist())]
        agree(answer, float(np.sum(np.log(1 / s) + (s**2 + m**2) / 2 - 0.5)), "")

    for_all(vae_kl, bank("vae_deviations"), normal)


@test_case(name="property: slope in the log-variance", points=0.5, hidden=True)
def property_slope(vae_kl):
    """The derivative by one log-variance is (exp(log_var) - 1)/2."""

    def slope(mu, log_var, index):
        """The slope in a log-variance has to be half of exp(log_var) - 1."""
        up, down = yield [latent(mu, moved(log_var, index, step)) for step in (STEP, -STEP)]
        right = float(np.exp(log_var[index]) - 1) / 2
        agree((up - down) / (2 * STEP), right, "", SLOPE_RTOL, SLOPE_ATOL, shown=False)

    for_all(vae_kl, bank("vae_slopes"), slope)


@test_case(name="property: slope in the mean", points=0.3, hidden=True)
def property_pull(vae_kl):
    """The derivative by one mean is that mean."""

    def pull(mu, log_var, index):
        """The slope in a mean has to be that mean."""
        up, down = yield [latent(moved(mu, index, step), log_var) for step in (STEP, -STEP)]
        agree((up - down) / (2 * STEP), mu[index], "", SLOPE_RTOL, SLOPE_ATOL, shown=False)

    for_all(vae_kl, bank("vae_pulls"), pull)


@test_case(name="property: independent latents add up", points=0.4, hidden=True)
def property_additive(vae_kl):
    """The KL term of two groups of latents is the sum of theirs."""

    def additive(mu, log_var, more_mu, more_log_var):
        """The KL term of two groups of latents together has to be the sum of theirs."""
        together = latent(mu + more_mu, log_var + more_log_var)
        whole, first, second = yield [together, latent(mu, log_var), latent(more_mu, more_log_var)]
        agree(whole, first + second, "", shown=False)
        holds(whole > 1e-3 or not any(mu + more_mu + log_var + more_log_var), "Away from the prior the KL term is positive.")

    for_all(vae_kl, bank("vae_blocks"), additive)


@test_case(name="property: what the bound misses", points=0.4, hidden=True)
def property_gap(vae_kl):
    """In the linear-Gaussian model, the ELBO made with this KL term misses log p(x) by KL(q || posterior)."""

    def gap(x, w, s, m, v, exact):
        """The ELBO made with this KL term has to miss log p(x) by the divergence of q from the posterior."""
        log_likelihood, evidence, missing = exact
        (answer,) = yield [latent([m], [float(np.log(v))])]
        agree(evidence - (log_likelihood - answer), missing, "", shown=False)

    for_all(vae_kl, bank("vae_gaps"), gap)


@test_case(name="property: a batch is its rows", points=0.3, hidden=True)
def property_rows(vae_kl):
    """A batch gives what its rows give one by one."""

    def rows_alone(mu, log_var):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [latent(mu, log_var), *[latent(a, b) for a, b in zip(mu, log_var)]]
        agree(together, np.array(alone), "", shown=False)
        holds(max(alone) > 0.1, "These KL terms are positive.", about=1)

    cases = [(BATCH_MU, BATCH_LOG_VAR), (BATCH_MU[2:, :2], BATCH_LOG_VAR[2:, :2]), (BATCH_MU[:1], BATCH_LOG_VAR[:1])]
    for_all(vae_kl, cases, rows_alone)


@test_case(name="property: order and sign do not matter", points=0.2, hidden=True)
def property_order(vae_kl):
    """Renumbering the latents or mirroring the codes changes nothing."""

    def unchanged(mu, log_var):
        """Renumbering the latents and changing the sign of the means must not change the KL term."""
        plain, mirrored = yield [latent(mu, log_var), latent([-a for a in mu[::-1]], log_var[::-1])]
        agree(mirrored, plain, "", about=1, shown=False)
        holds(plain > 1e-3, "Away from the prior the KL term is positive.")

    for_all(vae_kl, [([0.5], [1.0]), ([1.0, -2.0], [0.5, -1.0]), ([0.25, 0.5, -3.0], [0.0, 2.0, -0.5])], unchanged)


@test_case(name="edge: very narrow and very wide", points=0.5, hidden=False)
def edge_extreme(vae_kl):
    """Log-variances of -1000, -50, 30 and 50 are legal, and the KL term keeps growing: nothing is clipped."""
    rows = [
        (latent([0.0], [-50.0]), 24.5),  # (50 - 1)/2; e^-50 is 1e-24 of it
        (latent([1.0], [-1000.0]), 500.0),
        (latent([0.0], [30.0]), 5343237290746.731),  # (e^30 - 31)/2, 50 digits
        (latent([0.0], [50.0]), 2.592352764293536e21),  # (e^50 - 51)/2
        (latent([2.0, 0.0], [-50.0, -1000.0]), 526.0),
    ]
    expect(vae_kl, rows, "However narrow or wide q is, its KL term is a number that can be computed.")


@test_case(name="numerics: more than a float can hold", points=0.2, hidden=True)
def edge_overflow(vae_kl):
    """From a log-variance of 711 on the answer is inf, in those rows only."""
    rows = [
        (latent([0.0], [711.0]), INF),
        (latent([1.0, 0.0], [0.0, 2000.0]), INF),
        (latent([[0.0], [0.0], [0.0]], [[1.0], [800.0], [-50.0]]), np.array([WIDE, INF, 24.5])),
    ]
    expect(vae_kl, rows, "A KL term that exceeds all floats is inf.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(vae_kl):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    rows = [
        (latent((0.5,), (-0.5,)), HALF),
        (latent([1, 0], [0, 1]), 0.5 + WIDE),
        (latent(np.array([2, 0]), np.array([0, 1])), 2 + WIDE),
        (latent([5_000_000_000], [0]), 1.25e19),  # its square does not fit into 64 bits
        (latent(np.array([0.5], dtype=np.float32), np.array([-0.5], dtype=np.float32)), HALF),
        (latent([[0.5], [0.0]], [[-0.5], [1.0]]), np.array([HALF, WIDE])),
    ]
    expect(vae_kl, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses bad values and shapes", points=0.4, hidden=True)
def edge_bad_values(vae_kl):
    """NaN, infinities, and means and log-variances of unequal shapes raise ValueError."""
    calls = [latent([0.5, bad], [0.0, 0.0]) for bad in (NAN, INF)]
    calls += [latent([0.5, 0.0], [bad, 0.0]) for bad in (NAN, INF, -INF)]
    calls += [latent([0.5, 1.0], [0.0]), latent([0.5], [0.0, 0.0]), latent([0.5, 1.0, 2.0], [0.0, 1.0])]
    calls += [latent([[0.5, 1.0], [0.0, 1.0]], [0.0, 0.0]), latent([[0.5, 1.0], [0.0]], [[0.5, 1.0], [0.0]])]
    refuses(vae_kl, "ValueError", calls, GOOD, "These are no finite means and log-variances of one shape.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(vae_kl):
    """Input that is not made of real numbers raises TypeError."""
    calls = [latent(bad, [0.0, 0.5]) for bad in NOT_NUMBERS] + [latent([0.0, 0.5], bad) for bad in NOT_NUMBERS]
    refuses(vae_kl, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(vae_kl):
    """The message of an error names the argument that is at fault."""
    rows = [
        (latent([0.5, NAN], [0.0, 0.0]), ["mu"]),
        (latent([0.5, 0.0], [0.0, INF]), ["log_var"]),
        (latent([0.5, 0.0], [0.0, 0.0, 0.0]), ["mu", "log_var"]),
    ]
    names_argument(vae_kl, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(vae_kl):
    """The caller's arrays are the same after the call."""
    calls = [
        latent(np.array([0.5, -1.0]), np.array([-0.5, 0.25])),
        latent(BATCH_MU, BATCH_LOG_VAR),
        latent(np.array([2.0]), np.array([-50.0])),
        latent([0.5, 0.0], [1.0, -2.0]),
    ]
    leaves_arguments(vae_kl, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(vae_kl):
    """Nothing is printed."""
    calls = [GOOD, latent(BATCH_MU, BATCH_LOG_VAR), latent([0.0], [-50.0])]
    prints_nothing(vae_kl, calls, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(vae_kl):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, latent(BATCH_MU, BATCH_LOG_VAR), latent([0.0], [-50.0]), latent([0.0], [-1000.0]), latent([0.0], [50.0])]
    warns_nothing(vae_kl, calls, "These log-variances are valid and must not raise warnings.")


@test_case(name="numerics: next to the prior", points=0.6, hidden=True)
def numerics_tiny(vae_kl):
    """For log-variances near 1e-9 the tiny KL term keeps its digits."""
    rows = [(latent(mu, log_var), right) for mu, log_var, right in bank("vae_tiny")]
    # expm1(t) - t, in any order, is off by at most 6e-7 of the answer at |t| = 1e-9.
    expect(vae_kl, rows, "A tiny KL term has lost its digits to cancellation.", rtol=1e-5, atol=0.0)


@test_case(name="numerics: inf without a warning", points=0.4, hidden=True)
def numerics_overflow(vae_kl):
    """Where the answer is inf, no overflow warning is raised."""
    calls = [latent([0.0], [711.0]), latent([0.5], [1.0]), latent([0.0, 1.0], [1000.0, 0.0])]
    warns_nothing(vae_kl, calls, "The answer inf is right here and must not raise warnings.")
