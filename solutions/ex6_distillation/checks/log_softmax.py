"""Checks of log_softmax."""

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

LOG2 = float(np.log(2))
LOSER, WINNER = -1.3132616875182228, -0.3132616875182228  # log softmax of (0, 1): -log(1 + e), -log(1 + 1/e)


def is_right(logits, temperature, right):
    """These log-probabilities are off."""
    (answer,) = yield [one(logits, temperature=temperature)]
    agree(answer, right, "", RTOL, ATOL)


@test_case(name="value: small rows", points=1.5, hidden=False)
def value_small(log_softmax):
    """The log-probabilities of a few rows of logits, in nats."""
    for_all(log_softmax, bank("log_shown"), is_right)


@test_case(name="value: many rows", points=1.5, hidden=True)
def value_many(log_softmax):
    """The log-probabilities of many random rows at several temperatures."""
    for_all(log_softmax, bank("log_values"), is_right)


@test_case(name="value: batches and axes", points=1, hidden=True)
def value_batches(log_softmax):
    """A batch keeps its shape, and classes lie along the axis asked for."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("log_batches")]
    expect(log_softmax, rows, "The log-probabilities of this batch are off.", RTOL, ATOL)


@test_case(name="property: the exponentials sum to one", points=0.7, hidden=False)
def property_sums(log_softmax):
    """In each row the exponentials add up to 1, and no logarithm is above 0."""

    def distribution(logits):
        """The exponentials of every row have to be a distribution."""
        rows, columns = yield [one(logits, temperature=2.0), one(logits, axis=0)]
        z = np.array(logits)
        holds(np.shape(rows) == np.shape(columns) == z.shape, "The result has the shape of the logits.")
        holds(np.all(rows <= 1e-13) and np.all(columns <= 1e-13), "A probability is at most 1, so its logarithm is at most 0.")
        agree(
            np.exp(rows).sum(axis=1),
            np.ones(len(z)),
            "The exponentials of every row have to add up to 1.",
            RTOL,
            ATOL,
            shown=False,
        )
        agree(
            np.exp(columns).sum(axis=0),
            np.ones(z.shape[1]),
            "With axis=0 the exponentials of every column have to add up to 1.",
            RTOL,
            ATOL,
            about=1,
            shown=False,
        )

    for_all(log_softmax, bank("log_sums"), distribution)


@test_case(name="property: differences are those of the logits", points=0.8, hidden=True)
def property_differences(log_softmax):
    """Differences are (z_i - z_j) / T, and what is taken off lies between the largest logit and that plus log C."""

    def differences(logits, temperature):
        """The answer has to be z / T minus one number for the whole row, the log-sum-exp."""
        z = np.array(logits)
        answer, divided = yield [one(z, temperature=temperature), one(z / temperature)]
        holds(np.shape(answer) == z.shape, "The result has the shape of the logits.")
        agree(answer - answer[0], (z - z[0]) / temperature, "", RTOL, ATOL, shown=False)
        taken = z[0] / temperature - answer[0]
        largest = z.max() / temperature
        holds(
            largest - 1e-12 <= taken <= largest + np.log(len(z)) + 1e-12,
            "A log-sum-exp lies between the maximum and the maximum plus log C.",
        )
        agree(answer, divided, "The temperature divides the logits.", RTOL, ATOL, shown=False)

    for_all(log_softmax, bank("log_rows"), differences)


@test_case(name="property: shifting, repeating and renaming", points=1, hidden=True)
def property_shifts(log_softmax):
    """Adding one number changes nothing; log-probabilities are their own log_softmax; no class is special."""

    def symmetries(logits, temperature):
        """Only differences of logits count, and no class is special."""
        z = np.array(logits)
        plain, shifted, turned = yield [one(a, temperature=temperature) for a in (z, z + 16.0, np.roll(z, 1))]
        holds(np.shape(plain) == z.shape, "The result has the shape of the logits.")
        agree(shifted, plain, "Adding the same number to all logits must not change the answer.", RTOL, ATOL, about=1)
        agree(turned, np.roll(plain, 1), "Reordering the logits has to reorder the answer.", RTOL, ATOL, about=2)
        again, doubled = yield [one(plain), one(np.concatenate([z, z]), temperature=temperature)]
        agree(again, plain, "Log-probabilities are logits that are in order already: nothing is left to do.", RTOL, ATOL)
        twice = np.concatenate([plain, plain]) - LOG2
        agree(doubled, twice, "If every class comes twice, each has half of the probability.", RTOL, ATOL, about=1, shown=False)

    for_all(log_softmax, bank("log_shifts"), symmetries)


@test_case(name="property: a batch is its rows", points=0.5, hidden=True)
def property_batch(log_softmax):
    """A batch gives what its rows give one by one."""

    def rows_alone(table, temperature):
        """A batch has to give what its rows give one by one."""
        together, *alone = yield [one(table, temperature=temperature), *[one(r, temperature=temperature) for r in table]]
        agree(together, np.array(alone), "", RTOL, ATOL, shown=False)
        holds(len({np.round(r, 6).tobytes() for r in alone}) == len(table), "Different rows have different answers.", about=1)

    cases = [
        ([[0.0, 1.0, 2.0], [2.0, -1.0, 0.0]], 1.0),
        ([[1.0, 3.0], [2.0, 0.0], [0.5, 0.0]], 2.0),
        ([[0.0, 1.0, 5.0], [5.0, 3.0, 1.0]], 4.0),
    ]
    for_all(log_softmax, cases, rows_alone)


@test_case(name="edge: impossible classes", points=0.5, hidden=False)
def edge_impossible(log_softmax):
    """A logit of -inf gives -inf and leaves the other classes as if it was not there."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("log_impossible")]
    expect(log_softmax, rows, "A logit of -inf stands for an impossible class.", RTOL, ATOL)


@test_case(name="edge: kinds of input", points=0.3, hidden=True)
def edge_input(log_softmax):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64; T defaults to 1."""
    pair = np.array([LOSER, WINNER])
    root = -np.log1p(np.exp([0.5, -0.5]))  # log-probabilities of (0, 1/2)
    rows = [
        (one((0.0, 1.0)), pair),
        (one([0, 1]), pair),
        (one(np.array([0, 1]), temperature=2), root),
        (one(np.array([0.0, 1.0], dtype=np.float32)), pair),
        (one([3]), np.array([0.0])),
        (one([[7, 7], [0, 1]]), np.array([[-LOG2, -LOG2], pair])),
    ]
    expect(log_softmax, rows, "This kind of input has to be accepted.", RTOL, ATOL)


@test_case(name="edge: refuses bad logits and temperatures", points=0.5, hidden=True)
def edge_bad_values(log_softmax):
    """Logits of nan or +inf, none at all or ragged rows, and temperatures not above 0 raise ValueError."""
    calls = [one(bad) for bad in BAD_LOGITS] + [one(GOOD_ROW, temperature=bad) for bad in BAD_TEMPERATURES]
    refuses(log_softmax, "ValueError", calls, one(GOOD_ROW), "These are no logits, or this is no temperature.")


@test_case(name="edge: refuses what is no number", points=0.2, hidden=True)
def edge_bad_types(log_softmax):
    """Input that is not made of real numbers raises TypeError."""
    calls = [one(bad) for bad in NOT_NUMBERS] + [one(GOOD_ROW, temperature=bad) for bad in NOT_NUMBERS[:2]]
    refuses(log_softmax, "TypeError", calls, one(GOOD_ROW), "This is not made of real numbers.")


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(log_softmax):
    """The message of an error names the argument that is at fault."""
    rows = [
        (one([1.0, NAN]), ["logits"]),
        (one([1.0, INF]), ["logits"]),
        (one(GOOD_ROW, temperature=-1.0), ["temperature"]),
        (one(GOOD_ROW, temperature=0.0), ["temperature"]),
    ]
    names_argument(log_softmax, rows, one(GOOD_ROW), "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its argument alone", points=0.2, hidden=True)
def edge_unchanged(log_softmax):
    """The caller's array is the same after the call."""
    calls = [
        one(np.array([1.0, 2.0, 0.0])),
        one(np.array([[1.0, 2.0], [4.0, 1.0]]), temperature=2.0),
        one(np.array([0.0, -INF, 1.0]), temperature=0.5),
        one([3.0, 1.0], temperature=4.0),
    ]
    leaves_arguments(log_softmax, calls, "The caller's logits must not change.")


@test_case(name="edge: prints nothing", points=0.1, hidden=True)
def edge_quiet(log_softmax):
    """Nothing is printed."""
    calls = [one(GOOD_ROW), one(GOOD_ROW, temperature=3.0), one([GOOD_ROW, [0.0, 0.0, 0.0]]), one([0.0, -INF])]
    prints_nothing(log_softmax, calls, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.1, hidden=True)
def edge_warnings(log_softmax):
    """Valid input, also with impossible classes, raises no NumPy warning."""
    calls = [one(GOOD_ROW), one([0.0, -INF, 1.0]), one([[0.0, -INF], [-INF, 2.0]], temperature=2.0), one([0, 3], temperature=2)]
    warns_nothing(log_softmax, calls, "Valid logits must not raise warnings.")


@test_case(name="numerics: huge logits", points=0.4, hidden=True)
def numerics_huge(log_softmax):
    """Logits of 10^4 of either sign give finite log-probabilities."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("log_huge")]
    expect(log_softmax, rows, "A tiny probability has a finite logarithm: do not pass through the probability.", RTOL, ATOL)


@test_case(name="numerics: rows of very different size", points=0.3, hidden=True)
def numerics_uneven(log_softmax):
    """Rows with large and small logits do not spoil each other."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("log_uneven")]
    expect(log_softmax, rows, "Rows of very different size must not spoil each other.", RTOL, ATOL)


@test_case(name="numerics: extreme temperatures", points=0.2, hidden=True)
def numerics_heat(log_softmax):
    """Temperatures from 10^-3 to 10^12."""
    rows = [(one(z, temperature=t, axis=axis), right) for z, t, axis, right in bank("log_heat")]
    expect(log_softmax, rows, "The log-probabilities at this temperature are off.", RTOL, ATOL)


@test_case(name="numerics: no warnings at extreme input", points=0.1, hidden=True)
def numerics_warnings(log_softmax):
    """Extreme but valid input raises no NumPy warning."""
    calls = [
        one([1e4, 0.0]),
        one([[0.0, 1.0], [-2000.0, -1999.0]]),
        one([1.0, 3.0, 2.0], temperature=1e-3),
        one([1.0, 3.0, 2.0], temperature=1e12),
    ]
    warns_nothing(log_softmax, calls, "Extreme logits and temperatures must not raise warnings.")
