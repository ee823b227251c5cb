"""Checks of softmax."""

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
from common import ATOL, BAD_LOGITS, BAD_TEMPERATURES, GOOD_ROW, INF, NAN, NOT_NUMBERS, RTOL, one

E = float(np.e)


def is_right(logits, temperature, right):
    """These probabilities are off."""
    (answer,) = yield [one(logits, temperature=temperature)]
    agree(answer, right, "", RTOL, ATOL)


@test_case(name="value: small rows", points=1.5, hidden=False)
def value_small(softmax):
    """The probabilities of a few rows of logits."""
    for_all(softmax, bank("softmax_shown"), is_right)


@test_case(name="value: many rows", points=1.5, hidden=True)
def value_many(softmax):
    """The probabilities of many random rows at several temperatures."""
    for_all(softmax, bank("softmax_values"), is_right)


@test_case(name="value: batches and axes", points=1, hidden=True)
def value_batches(softmax):
    """A batch keeps its shape, and classes lie along the axis asked for."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("softmax_batches")]
    expect(softmax, rows, "The probabilities of this batch are off.", RTOL, ATOL)


@test_case(name="property: every row sums to one", points=0.6, hidden=False)
def property_sums(softmax):
    """In each row the probabilities are not negative, add up to 1, and follow the order of the logits."""

    def distribution(logits):
        """Every row has to be a distribution, with more for larger logits."""
        rows, columns = yield [one(logits, temperature=2.0), one(logits, axis=0)]
        z = np.array(logits)
        holds(np.shape(rows) == np.shape(columns) == z.shape, "The result has the shape of the logits.")
        holds(np.all(rows >= 0) and np.all(columns >= 0), "No probability is negative.")
        agree(rows.sum(axis=1), np.ones(len(z)), "Every row has to add up to 1.", RTOL, ATOL, shown=False)
        agree(
            columns.sum(axis=0),
            np.ones(z.shape[1]),
            "With axis=0 every column has to add up to 1.",
            RTOL,
            ATOL,
            about=1,
            shown=False,
        )
        larger = z[:, :, None] > z[:, None, :]
        holds(np.all((rows[:, :, None] > rows[:, None, :])[larger]), "A larger logit has to get a larger probability.")

    for_all(softmax, bank("softmax_sums"), distribution)


@test_case(name="property: ratios of probabilities", points=0.7, hidden=True)
def property_ratios(softmax):
    """Two probabilities have the ratio exp((z_i - z_j) / T); two classes give the logistic function."""

    def ratios(logits, temperature):
        """The ratio of two probabilities has to be the exponential of their logits' difference over T."""
        z = np.array(logits)
        whole, pair = yield [one(z, temperature=temperature), one(z[:2], temperature=temperature)]
        holds(np.shape(whole) == z.shape and np.all(whole > 0), "")
        agree(whole / whole[0], np.exp((z - z[0]) / temperature), "", RTOL, ATOL, shown=False)
        logistic = 1 / (1 + np.exp((z[1] - z[0]) / temperature))
        agree(
            pair,
            np.array([logistic, 1 - logistic]),
            "Two classes have to give the logistic function of the difference.",
            RTOL,
            ATOL,
            about=1,
        )

    for_all(softmax, bank("softmax_rows"), ratios)


@test_case(name="property: shifting and renaming", points=0.5, hidden=True)
def property_shifts(softmax):
    """Adding one number to all logits changes nothing; reordering classes reorders probabilities."""

    def symmetries(logits, temperature):
        """Only differences of logits count, and no class is special."""
        z = np.array(logits)
        z[0] += 1.0  # so that not all are equal
        plain, shifted, turned = yield [one(a, temperature=temperature) for a in (z, z + 16.0, np.roll(z, 1))]
        agree(shifted, plain, "Adding the same number to all logits must not change the probabilities.", RTOL, ATOL, about=1)
        agree(turned, np.roll(plain, 1), "Reordering the logits has to reorder the probabilities.", RTOL, ATOL, about=2)
        holds(len(set(plain.tolist())) > 1 or len(set(z.tolist())) == 1, "Different logits have different probabilities.")

    for_all(softmax, bank("softmax_shifts"), symmetries)


@test_case(name="property: hot and cold", points=0.7, hidden=True)
def property_heats(softmax):
    """Temperature divides: T for z is 1 for z / T; hot gives nearly equal chances, cold the largest logit."""

    def heats(logits, temperature):
        """The temperature does not act as it should."""
        z = np.array(logits)
        z[-1] = z.max() + 1.0  # one clear winner
        at, divided, hot, cold = yield [
            one(z, temperature=temperature),
            one(z / temperature),
            one(z, temperature=4096.0),
            one(z, temperature=1 / 32),
        ]
        holds(np.shape(at) == np.shape(hot) == np.shape(cold) == z.shape, "")
        agree(at, divided, "The temperature divides the logits.", RTOL, ATOL, shown=False)
        # p = 1/n + (z - mean)/(n T) + ..., and the next term is below (range/T)^2 / n.
        first = (1 + (z - z.mean()) / 4096) / len(z)
        slack = (np.ptp(z) / 4096) ** 2
        holds(np.all(np.abs(hot - first) <= slack), "At a high temperature the chances are nearly equal.", about=2)
        # The runner-up keeps e^-32 of the winner's probability.
        holds(abs(cold[-1] - 1) < 1e-12, "At a low temperature the largest logit takes all.", about=3)

    for_all(softmax, bank("softmax_heats"), heats)


@test_case(name="property: a batch is its rows", points=0.5, hidden=True)
def property_batch(softmax):
    """A batch gives what its rows give one by one."""

    def rows_alone(table, temperature):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [one(table, temperature=temperature), *[one(r, temperature=temperature) for r in table]]
        agree(together, np.array(alone), "", RTOL, ATOL, shown=False)
        holds(
            len({np.round(r, 6).tobytes() for r in alone}) == len(table), "Different rows have different probabilities.", about=1
        )

    cases = [
        ([[0.0, 1.0, 2.0], [2.0, -1.0, 0.0]], 1.0),
        ([[1.0, 3.0], [2.0, 0.0], [0.5, 0.0]], 2.0),
        ([[0.0, 1.0, 5.0], [5.0, 3.0, 1.0]], 4.0),
    ]
    for_all(softmax, cases, rows_alone)


@test_case(name="edge: impossible classes", points=0.5, hidden=False)
def edge_impossible(softmax):
    """A logit of -inf gives probability 0 and leaves the other classes as if it was not there."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("softmax_impossible")]
    expect(softmax, rows, "A logit of -inf stands for an impossible class.", RTOL, ATOL)


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(softmax):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64; T defaults to 1."""
    halves, pair, root = np.array([0.5, 0.5]), np.array([1, E]) / (1 + E), np.array([1, E**0.5]) / (1 + E**0.5)
    rows = [
        (one((0.0, 1.0)), pair),
        (one([0, 1]), pair),
        (one(np.array([0, 1]), temperature=2), root),
        (one(np.array([0.0, 1.0], dtype=np.float32)), pair),
        (one([3]), np.array([1.0])),
        (one([[7, 7], [0, 1]]), np.array([halves, pair])),
    ]
    expect(softmax, rows, "This kind of input has to be accepted.", RTOL, ATOL)


@test_case(name="edge: refuses bad logits and temperatures", points=0.5, hidden=True)
def edge_bad_values(softmax):
    """Logits of nan or +inf, none at all or ragged rows, and temperatures not above 0 raise ValueError."""
    calls = [one(bad) for bad in BAD_LOGITS] + [one(GOOD_ROW, temperature=bad) for bad in BAD_TEMPERATURES]
    refuses(softmax, "ValueError", calls, one(GOOD_ROW), "These are no logits, or this is no temperature.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(softmax):
    """Input that is not made of real numbers raises TypeError."""
    calls = [one(bad) for bad in NOT_NUMBERS] + [one(GOOD_ROW, temperature=bad) for bad in NOT_NUMBERS[:2]]
    refuses(softmax, "TypeError", calls, one(GOOD_ROW), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(softmax):
    """The message of an error names the argument that is at fault."""
    rows = [
        (one([1.0, NAN]), ["logits"]),
        (one([1.0, INF]), ["logits"]),
        (one(GOOD_ROW, temperature=-1.0), ["temperature"]),
        (one(GOOD_ROW, temperature=0.0), ["temperature"]),
    ]
    names_argument(softmax, rows, one(GOOD_ROW), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its argument alone", points=0.2, hidden=True)
def edge_unchanged(softmax):
    """The caller's array is the same after the call."""
    calls = [
        one(np.array([1.0, 2.0, 0.0])),
        one(np.array([[1.0, 2.0], [4.0, 1.0]]), temperature=2.0),
        one(np.array([0.0, -INF, 1.0]), temperature=0.5),
        one([3.0, 1.0], temperature=4.0),
    ]
    leaves_arguments(softmax, calls, "The caller's logits must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(softmax):
    """Nothing is printed."""
    calls = [one(GOOD_ROW), one(GOOD_ROW, temperature=3.0), one([GOOD_ROW, [0.0, 0.0, 0.0]]), one([0.0, -INF])]
    prints_nothing(softmax, calls, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(softmax):
    """Valid input, also with impossible classes, raises no NumPy warning."""
    calls = [one(GOOD_ROW), one([0.0, -INF, 1.0]), one([[0.0, -INF], [-INF, 2.0]], temperature=2.0), one([0, 3], temperature=2)]
    warns_nothing(softmax, calls, "Valid logits must not raise warnings.")


@test_case(name="numerics: huge logits", points=0.4, hidden=True)
def numerics_huge(softmax):
    """Logits of 10^4 of either sign give the probabilities that their differences say."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("softmax_huge")]
    expect(softmax, rows, "Only differences of logits count, so huge ones need not overflow.", RTOL, ATOL)


@test_case(name="numerics: rows of very different size", points=0.3, hidden=True)
def numerics_uneven(softmax):
    """Rows with large and small logits do not spoil each other."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("softmax_uneven")]
    expect(softmax, rows, "Rows of very different size must not spoil each other.", RTOL, ATOL)


@test_case(name="numerics: extreme temperatures", points=0.2, hidden=True)
def numerics_heat(softmax):
    """Temperatures from 10^-3 to 10^12."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("softmax_heat")]
    expect(softmax, rows, "The probabilities at this temperature are off.", RTOL, ATOL)


@test_case(name="numerics: no warnings at extreme input", points=0.1, hidden=True)
def numerics_warnings(softmax):
    """Extreme but valid input raises no NumPy warning."""
    calls = [
        one([1e4, 0.0]),
        one([[0.0, 1.0], [-2000.0, -1999.0]]),
        one([1.0, 3.0, 2.0], temperature=1e-3),
        one([1.0, 3.0, 2.0], temperature=1e12),
    ]
    warns_nothing(softmax, calls, "Extreme logits and temperatures must not raise warnings.")
