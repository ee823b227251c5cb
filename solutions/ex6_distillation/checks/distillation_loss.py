"""Checks of distillation_loss."""

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
    ARRAYS,
    ATOL,
    BAD_SHAPES,
    BAD_TYPES,
    BAD_VALUES,
    EXTREME,
    FAULTS,
    GOOD,
    INF,
    LABELS,
    MASKED,
    RTOL,
    STUDENT,
    TEACHER,
    refuses_fractions,
    three,
)

HOT = 4096.0
KEPT_RIGHT = 0.8162365853543798  # of STUDENT, TEACHER, LABELS at T = 2, alpha = 1/4; mpmath, 50 digits


def cross_entropy(student, labels):
    """Mean of -log p(label), each row by its own sum."""
    return float(np.mean([np.log(np.sum(np.exp(row))) - row[label] for row, label in zip(student, labels)]))


def is_right(student, teacher, labels, temperature, alpha, right):
    """This loss is off."""
    (answer,) = yield [three(student, teacher, labels, temperature=temperature, alpha=alpha)]
    agree(answer, right, "", RTOL, ATOL)


def rows_of(cases):
    """Calls and their right answers."""
    return [(three(s, t, y, temperature=heat, alpha=alpha), right) for s, t, y, heat, alpha, right in cases]


@test_case(name="value: small batches", points=1.5, hidden=False)
def value_small(distillation_loss):
    """The loss of a few small batches, in nats."""
    for_all(distillation_loss, bank("loss_shown"), is_right)


@test_case(name="value: many batches", points=1.5, hidden=True)
def value_many(distillation_loss):
    """The loss of many random batches, temperatures and weights."""
    for_all(distillation_loss, bank("loss_values"), is_right)


@test_case(name="value: larger batches", points=1, hidden=True)
def value_wide(distillation_loss):
    """The loss of batches with up to six examples and ten classes."""
    expect(distillation_loss, rows_of(bank("loss_wide")), "The loss of this batch is off.", RTOL, ATOL)


@test_case(name="property: a student that copies the teacher", points=0.4, hidden=False)
def property_copies(distillation_loss):
    """A student that copies the teacher pays for the labels only; any other pays for the difference too."""

    def copies(student, teacher, labels):
        """Where the student says what the teacher says, the soft part is 0; elsewhere it is positive."""
        calls = [
            three(teacher, teacher, labels, temperature=3.0, alpha=1.0),
            three(student, student, labels, temperature=2.0, alpha=0.5),
            three(student, teacher, labels, temperature=3.0, alpha=1.0),
        ]
        nothing, half, something = yield calls
        # T^2 = 9 times the rounding of a plain sum of terms of order 1.
        agree(nothing, 0.0, "", atol=1e-12)
        agree(
            half,
            cross_entropy(student, labels) / 2,
            "Where student and teacher agree, only the labels cost.",
            RTOL,
            ATOL,
            about=1,
        )
        holds(something > 1e-3, "Where student and teacher differ, the soft part is positive.", about=2)

    for_all(distillation_loss, bank("loss_copies"), copies)


@test_case(name="property: what alpha mixes", points=0.8, hidden=True)
def property_labels(distillation_loss):
    """With alpha = 0 only the labels count, with alpha = 1 only the teacher, and between is a straight line."""

    def halves(student, teacher, labels):
        """With alpha = 0 teacher and temperature do not count, with alpha = 1 the labels do not."""
        other = [(label + 1) % len(student[0]) for label in labels]
        calls = [
            three(student, teacher, labels, temperature=2.0, alpha=0.0),
            three(student, student, labels, temperature=5.0, alpha=0.0),
            three(student, teacher, labels, temperature=2.0, alpha=1.0),
            three(student, teacher, other, temperature=2.0, alpha=1.0),
            three(student, teacher, labels, temperature=2.0, alpha=0.25),
        ]
        hard, hard_too, soft, soft_too, mixed = yield calls
        right = cross_entropy(student, labels)
        agree(hard, right, "With alpha = 0 the loss is the cross-entropy of the labels.", RTOL, ATOL, shown=False)
        agree(hard_too, right, "With alpha = 0 neither the teacher nor the temperature counts.", RTOL, ATOL, about=1, shown=False)
        agree(soft, soft_too, "With alpha = 1 the labels do not count.", RTOL, ATOL, about=2)
        holds(soft > 1e-3, "Where student and teacher differ, the soft part is positive.", about=2)
        agree(mixed, 0.75 * hard + 0.25 * soft, "The loss is a straight line in alpha.", RTOL, ATOL, about=4, shown=False)

    for_all(distillation_loss, bank("loss_labels"), halves)


@test_case(name="property: high temperature", points=0.6, hidden=True)
def property_limits(distillation_loss):
    """For high temperatures the soft part is half the variance of the logits' differences (Hinton)."""

    def limit(student, teacher, labels):
        """At a high temperature the soft part is half the variance, over the classes, of student minus teacher."""
        (answer,) = yield [three(student, teacher, labels, temperature=HOT, alpha=1.0)]
        gap = np.array(student) - np.array(teacher)
        width, warmth = np.ptp(gap, axis=1).max(), np.ptp(teacher, axis=1).max()
        # The next order in 1/T: the third cumulant, and the teacher's chances that are not quite equal.
        slack = width**2 * (width + 2 * warmth) / HOT
        holds(abs(answer - gap.var(axis=1).mean() / 2) <= slack, "")

    for_all(distillation_loss, bank("loss_limits"), limit)


@test_case(name="property: logits and temperature scale together", points=0.5, hidden=True)
def property_scales(distillation_loss):
    """Logits and temperature times c give c^2 times the soft part, and leave the divergence as it is."""

    def scaling(student, teacher, labels):
        """Logits and temperature times 4 have to give 16 times the soft part."""
        s, t = np.array(student), np.array(teacher)
        calls = [
            three(s, t, labels, temperature=1.0, alpha=1.0),
            three(4 * s, 4 * t, labels, temperature=4.0, alpha=1.0),
            three(s / 2, t / 2, labels, temperature=0.5, alpha=1.0),
        ]
        plain, larger, smaller = yield calls
        holds(plain > 1e-3, "Where student and teacher differ, the soft part is positive.")
        agree(larger, 16 * plain, "", RTOL, 1e-11, about=1, shown=False)
        agree(
            smaller,
            plain / 4,
            "Logits and temperature halved have to give a quarter of the soft part.",
            RTOL,
            ATOL,
            about=2,
            shown=False,
        )

    for_all(distillation_loss, bank("loss_scales"), scaling)


@test_case(name="property: a mean over the batch", points=0.4, hidden=True)
def property_means(distillation_loss):
    """The loss of a batch is the mean of its rows' losses, so a batch twice in a row has the same loss."""

    def means(student, teacher, labels):
        """The loss of a batch has to be the mean of its rows' losses."""

        def call(s, t, y):
            return three(s, t, y, temperature=2.0, alpha=0.5)

        whole, twice, *alone = yield [
            call(student, teacher, labels),
            call(student * 2, teacher * 2, labels * 2),
            *[call([s], [t], [y]) for s, t, y in zip(student, teacher, labels)],
        ]
        agree(whole, float(np.mean(alone)), "", RTOL, ATOL, shown=False)
        agree(twice, whole, "The same batch twice in a row has the same loss.", RTOL, ATOL, about=1)
        holds(min(alone) > 1e-3, "The loss of a row is positive here.", about=2)

    for_all(distillation_loss, bank("loss_means"), means)


@test_case(name="property: shifting and renaming", points=0.3, hidden=True)
def property_symmetries(distillation_loss):
    """Adding a number to all logits of a row changes nothing, nor does renaming the classes everywhere."""

    def symmetries(student, teacher, labels, turn):
        """Only differences of logits count, and no class is special."""
        s, t = np.array(student), np.array(teacher)
        lift = 8.0 * (1 + np.arange(len(s)))[:, None]
        renamed = [(label + turn) % s.shape[1] for label in labels]
        calls = [
            three(s, t, labels, temperature=2.0, alpha=0.5),
            three(s + lift, t - lift, labels, temperature=2.0, alpha=0.5),
            three(np.roll(s, turn, axis=1), np.roll(t, turn, axis=1), renamed, temperature=2.0, alpha=0.5),
            three(s, t, renamed, temperature=2.0, alpha=0.0),
        ]
        plain, lifted, turned, other = yield calls
        agree(lifted, plain, "Adding a number to all logits of a row must not change the loss.", RTOL, ATOL, about=1)
        agree(turned, plain, "Renaming the classes everywhere must not change the loss.", RTOL, ATOL, about=2)
        agree(other, cross_entropy(s, renamed), "Other labels have another cross-entropy.", RTOL, ATOL, about=3, shown=False)

    for_all(distillation_loss, bank("loss_symmetries"), symmetries)


@test_case(name="edge: impossible classes", points=0.5, hidden=False)
def edge_impossible(distillation_loss):
    """A class that the teacher calls impossible costs nothing; one that only the student does costs inf."""
    rows = rows_of(bank("loss_impossible"))
    # The teacher's class, then the label's class, is impossible for the student.
    rows += [
        (three([[1.0, -INF, 0.0]], [[0.0, 0.0, 0.0]], [0], temperature=2.0, alpha=0.5), INF),
        (three([[1.0, -INF, 0.0]], [[0.0, -INF, 0.0]], [1], temperature=2.0, alpha=0.5), INF),
        (three([[1.0, 0.0], [-INF, 0.0]], [[0.0, 1.0], [0.0, 1.0]], [0, 1], temperature=1.0, alpha=1.0), INF),
    ]
    expect(
        distillation_loss,
        rows,
        "Think about what a class costs that the teacher, the student or both call impossible.",
        RTOL,
        ATOL,
    )


@test_case(name="edge: a part of weight zero", points=0.3, hidden=True)
def edge_weightless(distillation_loss):
    """A part with weight 0 counts 0, even when it is infinite."""
    rows = rows_of(bank("loss_weightless"))
    expect(distillation_loss, rows, "A part with weight 0 counts 0, even when it is infinite.", RTOL, ATOL)


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(distillation_loss):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    single = [np.array(a, dtype=np.float32) for a in (STUDENT, TEACHER)]
    whole = three([[2, 0], [0, 1]], [[0, 0], [0, 1]], (0, 1), temperature=1, alpha=0)
    rows = [
        (three(tuple(map(tuple, STUDENT)), tuple(map(tuple, TEACHER)), (0, 2), temperature=2, alpha=0.25), KEPT_RIGHT),
        (three(*single, np.array(LABELS, dtype=np.int32), temperature=2.0, alpha=0.25), KEPT_RIGHT),
        (three(np.array(STUDENT), TEACHER, np.array(LABELS, dtype=np.uint8), temperature=2.0, alpha=0.25), KEPT_RIGHT),
        (whole, float(np.log1p(np.exp(-2)) + np.log1p(np.exp(-1))) / 2),
    ]
    expect(distillation_loss, rows, "This kind of input has to be accepted.", RTOL, ATOL)


@test_case(name="edge: refuses bad values", points=0.3, hidden=True)
def edge_bad_values(distillation_loss):
    """Bad temperatures, weights and logits, and labels that are no class, raise ValueError."""
    refuses(distillation_loss, "ValueError", BAD_VALUES, GOOD, "One of these values is not allowed.")


@test_case(name="edge: refuses shapes that do not fit", points=0.2, hidden=True)
def edge_bad_shapes(distillation_loss):
    """Logits that are not (B, C) for both, or labels that are not (B,), raise ValueError."""
    refuses(distillation_loss, "ValueError", BAD_SHAPES, GOOD, "These shapes do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.1, hidden=True)
def edge_bad_types(distillation_loss):
    """Input that is not made of real numbers raises TypeError."""
    refuses(distillation_loss, "TypeError", BAD_TYPES, GOOD, "This is not made of real numbers.")


@test_case(name="edge: refuses fractions for labels", points=0.1, hidden=True)
def edge_fractions(distillation_loss):
    """A label with a fraction raises an error."""
    refuses_fractions(distillation_loss)


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(distillation_loss):
    """The message of an error names the argument that is at fault."""
    names_argument(distillation_loss, FAULTS, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.1, hidden=True)
def edge_unchanged(distillation_loss):
    """The caller's arrays are the same after the call."""
    leaves_arguments(distillation_loss, ARRAYS, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.05, hidden=True)
def edge_quiet(distillation_loss):
    """Nothing is printed."""
    prints_nothing(distillation_loss, ARRAYS, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.05, hidden=True)
def edge_warnings(distillation_loss):
    """Valid input, also with impossible classes, raises no NumPy warning."""
    warns_nothing(distillation_loss, MASKED, "Valid logits must not raise warnings.")


@test_case(name="numerics: huge logits", points=0.3, hidden=True)
def numerics_huge(distillation_loss):
    """Logits of 10^4 give the finite loss that they deserve."""
    expect(distillation_loss, rows_of(bank("loss_huge")), "Probabilities may underflow, their logarithms do not.", RTOL, ATOL)


@test_case(name="numerics: rows of very different size", points=0.1, hidden=True)
def numerics_uneven(distillation_loss):
    """Rows with large and small logits do not spoil each other."""
    expect(distillation_loss, rows_of(bank("loss_uneven")), "Rows of very different size must not spoil each other.", RTOL, ATOL)


@test_case(name="numerics: a low temperature", points=0.1, hidden=True)
def numerics_cold(distillation_loss):
    """Temperature 10^-3."""
    expect(distillation_loss, rows_of(bank("loss_cold")), "The loss at this temperature is off.", RTOL, ATOL)


@test_case(name="numerics: a high temperature", points=0.2, hidden=True)
def numerics_hot(distillation_loss):
    """At temperature 10^6 the tiny divergence keeps its digits."""
    # A log-probability near 1 carries an error of 2e-16, the differences needed are near 1e-6: 1e-9 would leave
    # right formulas no room. A plain sum of p log(p/q) is off by 1e-4.
    expect(
        distillation_loss, rows_of(bank("loss_hot")), "The divergence has lost its digits to cancellation.", rtol=1e-7, atol=0.0
    )


@test_case(name="numerics: the highest temperature", points=0.2, hidden=True)
def numerics_hottest(distillation_loss):
    """At temperature 10^12 too."""
    expect(
        distillation_loss,
        rows_of(bank("loss_hottest")),
        "The divergence has lost its digits to cancellation.",
        rtol=1e-7,
        atol=0.0,
    )


@test_case(name="numerics: no warnings at extreme input", points=0.1, hidden=True)
def numerics_warnings(distillation_loss):
    """Extreme but valid input raises no NumPy warning."""
    warns_nothing(distillation_loss, EXTREME, "Extreme logits and temperatures must not raise warnings.")
