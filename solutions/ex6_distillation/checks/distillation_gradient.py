"""Checks of distillation_gradient."""

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
    BAD_SHAPES,
    BAD_TYPES,
    BAD_VALUES,
    EXTREME,
    FAULTS,
    GOOD,
    GRADIENT_ATOL,
    GRADIENT_RTOL,
    LABELS,
    MASKED,
    STUDENT,
    TEACHER,
    refuses_fractions,
    three,
)

HOT = 4096.0


def probabilities(logits, temperature):
    """Softmax of every row."""
    powers = [[np.exp(z / temperature) for z in row] for row in logits]
    return np.array([[power / sum(row) for power in row] for row in powers])


def hard_part(student, labels):
    """Derivative of the mean cross-entropy of the labels."""
    right = np.array([[float(k == label) for k in range(len(student[0]))] for label in labels])
    return (probabilities(student, 1.0) - right) / len(labels)


def is_right(student, teacher, labels, temperature, alpha, right):
    """This gradient is off."""
    (answer,) = yield [three(student, teacher, labels, temperature=temperature, alpha=alpha)]
    agree(answer, right, "", GRADIENT_RTOL, GRADIENT_ATOL)


def rows_of(cases):
    """Calls and their right answers."""
    return [(three(s, t, y, temperature=heat, alpha=alpha), right) for s, t, y, heat, alpha, right in cases]


@test_case(name="value: small batches", points=1.5, hidden=False)
def value_small(distillation_gradient):
    """The gradient of a few small batches, compared with difference quotients of the loss."""
    for_all(distillation_gradient, bank("gradient_shown"), is_right)


@test_case(name="value: many batches", points=1.5, hidden=True)
def value_many(distillation_gradient):
    """The gradient of many random batches, temperatures and weights."""
    for_all(distillation_gradient, bank("gradient_values"), is_right)


@test_case(name="value: larger batches", points=1, hidden=True)
def value_wide(distillation_gradient):
    """The gradient of batches with up to six examples and ten classes."""
    expect(
        distillation_gradient, rows_of(bank("gradient_wide")), "The gradient of this batch is off.", GRADIENT_RTOL, GRADIENT_ATOL
    )


@test_case(name="property: a student that copies the teacher", points=0.5, hidden=False)
def property_copies(distillation_gradient):
    """A student that copies the teacher has nothing to learn from it; any other has."""

    def copies(student, teacher, labels):
        """Where the student says what the teacher says, the soft part has no slope; elsewhere it has one."""
        calls = [
            three(teacher, teacher, labels, temperature=3.0, alpha=1.0),
            three(student, student, labels, temperature=2.0, alpha=0.5),
            three(student, teacher, labels, temperature=3.0, alpha=1.0),
        ]
        nothing, half, something = yield calls
        agree(nothing, np.zeros(np.shape(student)), "", GRADIENT_RTOL, GRADIENT_ATOL)
        agree(
            half,
            hard_part(student, labels) / 2,
            "Where student and teacher agree, only the labels pull.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=1,
        )
        holds(np.abs(something).max() > 1e-3, "Where student and teacher differ, the soft part has a slope.", about=2)

    for_all(distillation_gradient, bank("gradient_copies"), copies)


@test_case(name="property: what alpha = 0 and alpha = 1 leave out", points=0.5, hidden=True)
def property_labels(distillation_gradient):
    """With alpha = 0 only the labels pull, with alpha = 1 only the teacher does."""

    def halves(student, teacher, labels):
        """With alpha = 0 teacher and temperature do not count, with alpha = 1 the labels do not."""
        other = [(label + 1) % len(student[0]) for label in labels]
        calls = [
            three(student, teacher, labels, temperature=2.0, alpha=0.0),
            three(student, student, labels, temperature=5.0, alpha=0.0),
            three(student, teacher, labels, temperature=2.0, alpha=1.0),
            three(student, teacher, other, temperature=2.0, alpha=1.0),
        ]
        hard, hard_too, soft, soft_too = yield calls
        right = hard_part(student, labels)
        agree(
            hard,
            right,
            "With alpha = 0 the gradient is that of the labels' cross-entropy.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            shown=False,
        )
        agree(
            hard_too,
            right,
            "With alpha = 0 neither the teacher nor the temperature counts.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=1,
            shown=False,
        )
        agree(soft, soft_too, "With alpha = 1 the labels do not count.", GRADIENT_RTOL, GRADIENT_ATOL, about=2)
        holds(np.abs(soft).max() > 1e-3, "Where student and teacher differ, the soft part has a slope.", about=2)

    for_all(distillation_gradient, bank("gradient_labels"), halves)


@test_case(name="property: the soft part's slope", points=0.7, hidden=True)
def property_soft(distillation_gradient):
    """With alpha = 1 the gradient is T (p_s - p_t) / B: opposite if the two change places, and 0 in sum."""

    def slope(student, teacher, labels):
        """With alpha = 1 the gradient is T / B times the difference of the softened probabilities."""
        calls = [
            three(student, teacher, labels, temperature=2.0, alpha=1.0),
            three(teacher, student, labels, temperature=2.0, alpha=1.0),
            three(student, teacher, labels, temperature=5.0, alpha=1.0),
        ]
        there, back, hotter = yield calls
        holds(np.shape(there) == np.shape(hotter) == np.shape(student), "The gradient has the shape of the student's logits.")
        agree(
            there,
            -back,
            "If student and teacher change places, the soft gradient changes its sign.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=1,
            shown=False,
        )
        for about, answer, heat in ((0, there, 2.0), (2, hotter, 5.0)):
            agree(
                answer.sum(axis=1),
                np.zeros(len(student)),
                "Every row of the gradient adds up to 0.",
                GRADIENT_RTOL,
                GRADIENT_ATOL,
                about=about,
                shown=False,
            )
            right = heat * (probabilities(student, heat) - probabilities(teacher, heat)) / len(student)
            agree(answer, right, "", GRADIENT_RTOL, GRADIENT_ATOL, about=about, shown=False)

    for_all(distillation_gradient, bank("gradient_soft"), slope)


@test_case(name="property: high temperature", points=0.5, hidden=True)
def property_limits(distillation_gradient):
    """For high temperatures the soft part pulls as a least-squares fit of the logits does (Hinton)."""

    def limit(student, teacher, labels):
        """At a high temperature the soft gradient is (gap - its mean) / (B C), with gap = student - teacher."""
        (answer,) = yield [three(student, teacher, labels, temperature=HOT, alpha=1.0)]
        gap = np.array(student) - np.array(teacher)
        holds(np.shape(answer) == gap.shape, "The gradient has the shape of the student's logits.")
        right = (gap - gap.mean(axis=1, keepdims=True)) / gap.size
        # The next order of p in 1/T is below (range/T)^2 / C for each of the two.
        slack = 2 * (np.ptp(student, axis=1).max() ** 2 + np.ptp(teacher, axis=1).max() ** 2) / (HOT * gap.size)
        holds(np.abs(answer - right).max() <= slack, "")

    for_all(distillation_gradient, bank("gradient_limits"), limit)


@test_case(name="property: a mean over the batch", points=0.4, hidden=True)
def property_means(distillation_gradient):
    """A row's gradient is 1/B of what it is alone, so it halves if the batch comes twice."""

    def means(student, teacher, labels):
        """A row of a batch of B has 1/B of the gradient that it has alone."""

        def call(s, t, y):
            return three(s, t, y, temperature=2.0, alpha=0.5)

        whole, twice, *alone = yield [
            call(student, teacher, labels),
            call(student * 2, teacher * 2, labels * 2),
            *[call([s], [t], [y]) for s, t, y in zip(student, teacher, labels)],
        ]
        holds(
            all(np.shape(a) == (1, len(student[0])) for a in alone),
            "The gradient has the shape of the student's logits.",
            about=2,
        )
        agree(whole, np.concatenate(alone) / len(alone), "", GRADIENT_RTOL, GRADIENT_ATOL, shown=False)
        agree(
            twice,
            np.concatenate([whole, whole]) / 2,
            "The same batch twice in a row halves every row's gradient.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=1,
        )
        holds(np.abs(whole).max() > 1e-3, "The gradient is not 0 here.")

    for_all(distillation_gradient, bank("gradient_means"), means)


@test_case(name="property: alpha, shifting and renaming", points=0.4, hidden=True)
def property_symmetries(distillation_gradient):
    """The gradient is a straight line in alpha; shifts of a row change nothing; no class is special."""

    def symmetries(student, teacher, labels, turn):
        """Only differences of logits count, no class is special, and alpha mixes two parts."""
        s, t = np.array(student), np.array(teacher)
        lift = 8.0 * (1 + np.arange(len(s)))[:, None]
        renamed = [(label + turn) % s.shape[1] for label in labels]
        calls = [
            three(s, t, labels, temperature=2.0, alpha=0.25),
            three(s + lift, t - lift, labels, temperature=2.0, alpha=0.25),
            three(np.roll(s, turn, axis=1), np.roll(t, turn, axis=1), renamed, temperature=2.0, alpha=0.25),
            three(s, t, labels, temperature=2.0, alpha=0.0),
            three(s, t, labels, temperature=2.0, alpha=1.0),
        ]
        plain, lifted, turned, hard, soft = yield calls
        agree(
            plain,
            0.75 * hard + 0.25 * soft,
            "The gradient is a straight line in alpha.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            shown=False,
        )
        agree(
            lifted,
            plain,
            "Adding a number to all logits of a row must not change the gradient.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=1,
        )
        agree(
            turned,
            np.roll(plain, turn, axis=1),
            "Renaming the classes everywhere has to rename the gradient.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=2,
        )
        agree(
            hard,
            hard_part(student, labels),
            "With alpha = 0 the gradient is that of the labels' cross-entropy.",
            GRADIENT_RTOL,
            GRADIENT_ATOL,
            about=3,
            shown=False,
        )

    for_all(distillation_gradient, bank("gradient_symmetries"), symmetries)


@test_case(name="edge: impossible classes", points=0.5, hidden=False)
def edge_impossible(distillation_gradient):
    """Where the teacher calls a class impossible its probability is 0; where both do, nothing pulls."""
    rows = rows_of(bank("gradient_impossible"))
    expect(distillation_gradient, rows, "Think about the probabilities of impossible classes.", GRADIENT_RTOL, GRADIENT_ATOL)


@test_case(name="edge: a part of weight zero", points=0.3, hidden=True)
def edge_weightless(distillation_gradient):
    """A part with weight 0 pulls nowhere, even when its loss is infinite."""
    rows = rows_of(bank("gradient_weightless"))
    expect(distillation_gradient, rows, "A part with weight 0 counts 0, even when it is infinite.", GRADIENT_RTOL, GRADIENT_ATOL)


@test_case(name="edge: kinds of input", points=0.2, hidden=True)
def edge_input(distillation_gradient):
    """Lists, tuples, integers and float32 arrays are accepted and computed in float64."""
    right = 0.75 * hard_part(STUDENT, LABELS) + 0.25 * (probabilities(STUDENT, 2.0) - probabilities(TEACHER, 2.0))
    single = [np.array(a, dtype=np.float32) for a in (STUDENT, TEACHER)]
    whole = three([[2, 0], [0, 1]], [[0, 0], [0, 1]], (0, 1), temperature=1, alpha=0)
    rows = [
        (three(tuple(map(tuple, STUDENT)), tuple(map(tuple, TEACHER)), (0, 2), temperature=2, alpha=0.25), right),
        (three(*single, np.array(LABELS, dtype=np.int32), temperature=2.0, alpha=0.25), right),
        (three(np.array(STUDENT), TEACHER, np.array(LABELS, dtype=np.uint8), temperature=2.0, alpha=0.25), right),
        (whole, hard_part([[2, 0], [0, 1]], [0, 1])),
    ]
    expect(distillation_gradient, rows, "This kind of input has to be accepted.", GRADIENT_RTOL, GRADIENT_ATOL)


@test_case(name="edge: refuses bad values", points=0.3, hidden=True)
def edge_bad_values(distillation_gradient):
    """Bad temperatures, weights and logits, and labels that are no class, raise ValueError."""
    refuses(distillation_gradient, "ValueError", BAD_VALUES, GOOD, "One of these values is not allowed.")


@test_case(name="edge: refuses shapes that do not fit", points=0.2, hidden=True)
def edge_bad_shapes(distillation_gradient):
    """Logits that are not (B, C) for both, or labels that are not (B,), raise ValueError."""
    refuses(distillation_gradient, "ValueError", BAD_SHAPES, GOOD, "These shapes do not fit together.")


@test_case(name="edge: refuses what is no number", points=0.1, hidden=True)
def edge_bad_types(distillation_gradient):
    """Input that is not made of real numbers raises TypeError."""
    refuses(distillation_gradient, "TypeError", BAD_TYPES, GOOD, "This is not made of real numbers.")


@test_case(name="edge: refuses fractions for labels", points=0.1, hidden=True)
def edge_fractions(distillation_gradient):
    """A label with a fraction raises an error."""
    refuses_fractions(distillation_gradient)


@test_case(name="edge: error messages name the argument", points=0.1, hidden=True)
def edge_messages(distillation_gradient):
    """The message of an error names the argument that is at fault."""
    names_argument(distillation_gradient, FAULTS, GOOD, "The error's message has to name the argument at fault.")


@test_case(name="edge: leaves its arguments alone", points=0.1, hidden=True)
def edge_unchanged(distillation_gradient):
    """The caller's arrays are the same after the call."""
    leaves_arguments(distillation_gradient, ARRAYS, "The caller's arrays must not change.")


@test_case(name="edge: prints nothing", points=0.05, hidden=True)
def edge_quiet(distillation_gradient):
    """Nothing is printed."""
    prints_nothing(distillation_gradient, ARRAYS, "A function that returns its answer need not print.")


@test_case(name="edge: no warnings", points=0.05, hidden=True)
def edge_warnings(distillation_gradient):
    """Valid input, also with impossible classes, raises no NumPy warning."""
    warns_nothing(distillation_gradient, MASKED, "Valid logits must not raise warnings.")


@test_case(name="numerics: huge logits", points=0.4, hidden=True)
def numerics_huge(distillation_gradient):
    """Logits of 10^4 give a finite gradient."""
    expect(
        distillation_gradient,
        rows_of(bank("gradient_huge")),
        "Only differences of logits count, so huge ones need not overflow.",
        GRADIENT_RTOL,
        GRADIENT_ATOL,
    )


@test_case(name="numerics: rows of very different size", points=0.2, hidden=True)
def numerics_uneven(distillation_gradient):
    """Rows with large and small logits do not spoil each other."""
    expect(
        distillation_gradient,
        rows_of(bank("gradient_uneven")),
        "Rows of very different size must not spoil each other.",
        GRADIENT_RTOL,
        GRADIENT_ATOL,
    )


@test_case(name="numerics: low and high temperatures", points=0.3, hidden=True)
def numerics_heat(distillation_gradient):
    """Temperatures 10^-3 and 10^6."""
    rows = rows_of(bank("gradient_cold")) + rows_of(bank("gradient_hot"))
    expect(distillation_gradient, rows, "The gradient at this temperature is off.", GRADIENT_RTOL, GRADIENT_ATOL)


@test_case(name="numerics: no warnings at extreme input", points=0.1, hidden=True)
def numerics_warnings(distillation_gradient):
    """Extreme but valid input raises no NumPy warning."""
    warns_nothing(distillation_gradient, EXTREME, "Extreme logits and temperatures must not raise warnings.")
