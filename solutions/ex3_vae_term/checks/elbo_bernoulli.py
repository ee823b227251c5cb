"""Checks of elbo_bernoulli."""

import itertools

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
from common import (
    BATCH_LOG_VAR,
    BATCH_MU,
    INF,
    LOG2,
    NAN,
    NOT_NUMBERS,
    SLOPE_ATOL,
    SLOPE_RTOL,
    STEP,
    image,
    moved,
)

X, LOGITS, MU, LOG_VAR = [[1.0, 0.0]], [[0.5, -1.0]], [[0.5, 1.0]], [[-0.5, 0.25]]
GOOD = image(X, LOGITS, MU, LOG_VAR)
WIDE = 0.3591409142295226  # the KL term (e - 2)/2 of mu = 0, log_var = 1
BATCH_X = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0], [0.25, 0.5]])
BATCH_LOGITS = np.array([[0.5, -1.0], [2.0, 0.0], [-0.25, 3.0], [1.0, -2.0]])
BATCH = image(BATCH_X, BATCH_LOGITS, BATCH_MU, BATCH_LOG_VAR)


def is_right(x, logits, mu, log_var, beta, right):
    """The bound is off."""
    (answer,) = yield [image(x, logits, mu, log_var, **({} if beta == 1.0 else {"beta": beta}))]
    agree(answer, right, "")


@test_case(name="value: small images", points=1.5, hidden=False)
def value_small(elbo_bernoulli):
    """The bound for a few images of up to four pixels, one number an image."""
    for_all(elbo_bernoulli, bank("elbo_shown"), is_right)


@test_case(name="value: many images", points=1.5, hidden=True)
def value_many(elbo_bernoulli):
    """The bound for many random images."""
    for_all(elbo_bernoulli, bank("elbo_values"), is_right)


@test_case(name="value: the weight of the KL term", points=1, hidden=True)
def value_beta(elbo_bernoulli):
    """With beta, the KL term counts beta times."""
    for_all(elbo_bernoulli, bank("elbo_prices"), is_right)


@test_case(name="property: the probabilities of all images add up to 1", points=0.6, hidden=False)
def property_total(elbo_bernoulli):
    """With q equal to the prior, exp of the bound is a probability: over all black and white images they sum to 1."""

    def total(logits):
        """The probabilities of all black and white images have to add up to 1."""
        every = [list(x) for x in itertools.product([0.0, 1.0], repeat=len(logits))]
        zeros = [[0.0, 0.0]] * len(every)
        (answer,) = yield [image(every, [logits] * len(every), zeros, zeros)]
        holds(np.shape(answer) == (len(every),), "One number an image is asked for.")
        agree(float(np.sum(np.exp(answer))), 1.0, "", shown=False)

    for_all(elbo_bernoulli, bank("elbo_logits"), total)


@test_case(name="property: likelihood minus beta times KL", points=0.6, hidden=True)
def property_beta(elbo_bernoulli):
    """With beta = 0 the log-likelihood is left, and the bound falls by the KL term for each unit of beta."""

    def falls(x, logits, mu, log_var, right):
        """The bound has to be a line in beta: from the log-likelihood downwards, with the KL term as its slope."""
        log_likelihood, cost = right
        bare, plain, dear = yield [image([x], [logits], [mu], [log_var], beta=beta) for beta in (0, 1.0, 3.0)]
        agree(bare, np.array([log_likelihood]), "With beta = 0 the log-likelihood is left.", shown=False)
        agree(bare - plain, np.array([cost]), "", about=1, shown=False)
        agree(bare - dear, np.array([3 * cost]), "", about=2, shown=False)

    for_all(elbo_bernoulli, bank("elbo_parts"), falls)


@test_case(name="property: slope in the logits", points=0.5, hidden=True)
def property_slope(elbo_bernoulli):
    """The derivative by a logit is the pixel minus its probability of being white."""

    def slope(x, logits, mu, log_var):
        """The slope in a logit has to be the pixel minus its probability of being white."""
        last = len(logits) - 1
        up, down = yield [image([x], [moved(logits, last, step)], [mu], [log_var]) for step in (STEP, -STEP)]
        right = x[last] - 1 / (1 + float(np.exp(-logits[last])))
        agree((up - down) / (2 * STEP), np.array([right]), "", SLOPE_RTOL, SLOPE_ATOL, shown=False)

    for_all(elbo_bernoulli, bank("elbo_slopes"), slope)


@test_case(name="property: two halves of an image add up", points=0.5, hidden=True)
def property_additive(elbo_bernoulli):
    """Pixels and latents in two independent groups: the bound of both is the sum of theirs."""

    def additive(x, logits, mu, log_var):
        """An image put beside its negative, with codes of its own, has to have the sum of both bounds."""
        negative = [1 - a for a in x]
        calls = [
            image([x + negative], [logits * 2], [mu + log_var], [log_var + mu]),
            image([x], [logits], [mu], [log_var]),
            image([negative], [logits], [log_var], [mu]),
        ]
        whole, first, second = yield calls
        agree(whole, first + second, "", shown=False)
        holds(np.all(whole < -0.01), "This bound is negative.")

    for_all(elbo_bernoulli, bank("elbo_mirrors"), additive)


@test_case(name="property: black and white are only names", points=0.4, hidden=True)
def property_mirror(elbo_bernoulli):
    """The negative with negated logits, pixels in another order and mirrored codes have the same bound."""

    def mirrored(x, logits, mu, log_var):
        """The negative of an image with negated logits has to have the same bound."""
        turned = image([[1 - a for a in x[::-1]]], [[-a for a in logits[::-1]]], [[-a for a in mu[::-1]]], [log_var[::-1]])
        plain, other = yield [image([x], [logits], [mu], [log_var]), turned]
        agree(other, plain, "", about=1, shown=False)
        holds(np.all(plain < -0.01), "This bound is negative.")

    for_all(elbo_bernoulli, bank("elbo_mirrors"), mirrored)


@test_case(name="property: a batch is its images", points=0.4, hidden=True)
def property_rows(elbo_bernoulli):
    """A batch gives what its images give one by one."""

    def images_alone(x, logits, mu, log_var):
        """A batch has to give what its images give one by one."""
        alone = [image(*(a[n : n + 1] for a in (x, logits, mu, log_var))) for n in range(len(x))]
        together, *single = yield [image(x, logits, mu, log_var), *alone]
        agree(together, np.concatenate([np.atleast_1d(a) for a in single]), "", shown=False)
        holds(np.all(together < -0.01), "These bounds are negative.")

    cases = [
        (BATCH_X, BATCH_LOGITS, BATCH_MU, BATCH_LOG_VAR),
        (BATCH_X[:2], BATCH_LOGITS[1:3], BATCH_MU[2:, :2], BATCH_LOG_VAR[2:, :2]),
    ]
    for_all(elbo_bernoulli, cases, images_alone)


@test_case(name="edge: logits of zero, grey pixels, no cost", points=0.4, hidden=False)
def edge_zeros(elbo_bernoulli):
    """With logits 0 every pixel costs log 2; q equal to the prior, or beta = 0, leaves the log-likelihood."""
    rows = [
        (image([[1.0, 1.0, 1.0]], [[0.0, 0.0, 0.0]], [[0.0]], [[0.0]]), np.array([-3 * LOG2])),
        (image([[0.5, 0.0]], [[0.0, 0.0]], [[0.0, 0.0]], [[0.0, 0.0]]), np.array([-2 * LOG2])),
        (image([[1.0], [0.0]], [[0.0], [0.0]], [[0.0], [1.0]], [[1.0], [0.0]]), np.array([-LOG2 - WIDE, -LOG2 - 0.5])),
        (image([[1.0], [0.0]], [[0.0], [0.0]], [[3.0], [1.0]], [[1.0], [-2.0]], beta=0), np.array([-LOG2, -LOG2])),
    ]
    expect(elbo_bernoulli, rows, "A pixel with logit 0 costs log 2, and the prior costs nothing.")


@test_case(name="edge: very narrow and very wide codes", points=0.3, hidden=True)
def edge_extreme(elbo_bernoulli):
    """The KL term grows without bound for narrow and wide codes: nothing is clipped."""
    rows = [
        (image([[1.0]], [[0.0]], [[0.0]], [[-50.0]]), np.array([-24.5 - LOG2])),
        (image([[0.0]], [[0.0]], [[1.0]], [[-1000.0]]), np.array([-500 - LOG2])),
        (image([[1.0], [0.0]], [[0.0], [0.0]], [[0.0], [0.0]], [[30.0], [0.0]]), np.array([-5343237290746.731 - LOG2, -LOG2])),
    ]
    expect(elbo_bernoulli, rows, "However narrow or wide q is, its KL term counts in full.")


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(elbo_bernoulli):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    right = np.array([-2 * LOG2 - 0.5 - WIDE])
    small = [np.array(a, dtype=np.float32) for a in ([[1, 0]], [[0, 0]], [[1, 0]], [[0, 1]])]
    rows = [
        (image(((1, 0),), ((0, 0),), ((1, 0),), ((0, 1),)), right),
        (image([[1, 0]], np.array([[0, 0]]), [[1, 0]], np.array([[0, 1]])), right),
        (image(*small), right),
        (image(*small, beta=2), right - 0.5 - WIDE),
    ]
    expect(elbo_bernoulli, rows, "This kind of input has to be accepted.")


@test_case(name="edge: refuses bad values and shapes", points=0.4, hidden=True)
def edge_bad_values(elbo_bernoulli):
    """NaN, an infinite mean or log-variance, and shapes that do not fit raise ValueError."""
    three, two = [[0.0], [0.0], [0.0]], [[0.0], [0.0]]
    calls = [image(X, [[0.5, NAN]], MU, LOG_VAR)]
    calls += [image(X, LOGITS, [[0.5, bad]], LOG_VAR) for bad in (NAN, INF)]
    calls += [image(X, LOGITS, MU, [[bad, 0.5]]) for bad in (NAN, -INF)]
    calls += [image([[1.0, 0.0, 1.0]], LOGITS, MU, LOG_VAR), image(X, [[0.5, -1.0, 2.0]], MU, LOG_VAR)]
    calls += [image(X, LOGITS, MU, [[0.5]]), image(X, LOGITS, [[0.5]], LOG_VAR)]
    calls += [image(two, two, three, three), image(three, two, two, two), image(two, two, two[:1], two[:1])]
    calls += [image([[1.0, 0.0], [1.0]], [[0.5, 1.0], [0.0, 0.0]], two, two)]
    refuses(elbo_bernoulli, "ValueError", calls, GOOD, "These images, logits and codes are not finite or do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(elbo_bernoulli):
    """Input that is not made of real numbers raises TypeError."""
    good = [X, LOGITS, MU, LOG_VAR]
    calls = [image(*good[:n], [bad], *good[n + 1 :]) for n in range(4) for bad in NOT_NUMBERS]
    refuses(elbo_bernoulli, "TypeError", calls, GOOD, "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(elbo_bernoulli):
    """The message of an error names the argument that is at fault."""
    rows = [
        (image(X, [[0.5, NAN]], MU, LOG_VAR), ["logits"]),
        (image(X, LOGITS, [[INF, 0.5]], LOG_VAR), ["mu"]),
        (image(X, LOGITS, MU, [[0.5, NAN]]), ["log_var"]),
        (image([[1.0, 0.0, 1.0]], LOGITS, MU, LOG_VAR), ["x", "logits"]),
    ]
    names_argument(elbo_bernoulli, rows, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.2, hidden=True)
def edge_unchanged(elbo_bernoulli):
    """The caller's arrays are the same after the call."""
    calls = [BATCH, image(*(np.array(a) for a in (X, LOGITS, MU, LOG_VAR))), GOOD]
    leaves_arguments(elbo_bernoulli, calls, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(elbo_bernoulli):
    """Nothing is printed."""
    calls = [GOOD, BATCH, image(X, LOGITS, MU, LOG_VAR, beta=2.0)]
    prints_nothing(elbo_bernoulli, calls, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(elbo_bernoulli):
    """Valid input raises no NumPy warning."""
    calls = [GOOD, BATCH, image(X, [[0.0, 0.0]], [[0.0]], [[-50.0]]), image(X, LOGITS, MU, LOG_VAR, beta=0)]
    warns_nothing(elbo_bernoulli, calls, "This input is valid and must not raise warnings.")


# Certain beyond 16 digits, so that -l for a black pixel and 0 for a white one are exact.
HUGE = [
    (image([[0.0, 1.0]], [[40.0, 40.0]], [[1.0]], [[0.0]]), np.array([-40.5])),
    (image([[0.0, 1.0]], [[-1000.0, 1000.0]], [[1.0]], [[0.0]]), np.array([-0.5])),
    (image([[0.0], [1.0]], [[1000.0], [-1e4]], [[1.0], [0.0]], [[0.0], [0.0]]), np.array([-1000.5, -1e4])),
    (image([[0.25, 1.0]], [[1e4, 0.0]], [[0.0]], [[0.0]]), np.array([-7500 - LOG2])),
]


@test_case(name="numerics: confident decoders", points=0.6, hidden=True)
def numerics_huge(elbo_bernoulli):
    """Logits of 40, 1000 and 10000 give finite, right answers."""
    expect(elbo_bernoulli, HUGE, "A huge logit is a confident pixel: its cost is a plain number.")


@test_case(name="numerics: confident decoders without warnings", points=0.4, hidden=True)
def numerics_warnings(elbo_bernoulli):
    """Huge logits raise no warning."""
    warns_nothing(elbo_bernoulli, [GOOD, *[call for call, _ in HUGE]], "Huge logits are valid and must not raise warnings.")
