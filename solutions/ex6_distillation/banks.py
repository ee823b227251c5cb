"""Cases for the checks: strategies, and right answers by a second route (mpmath, sums over every row and class)."""

import numpy as np
from hypothesis import strategies as st
from mpmath import mp, mpf

from autograder.banks import Bank

# A divergence at T = 1e12 is near 1e-24, and difference quotients need as many digits again.
DIGITS = 90


def log_softmax_row(row, temperature):
    """Log-probabilities of one row as mpf; -inf stays -inf."""
    powers = [mp.exp(mpf(z) / mpf(temperature)) for z in row]
    total = mp.fsum(powers)
    return [mpf(z) / mpf(temperature) - mp.log(total) for z in row]


def softmax_mp(row, temperature):
    with mp.workdps(DIGITS):
        powers = [mp.exp(mpf(z) / mpf(temperature)) for z in row]
        total = mp.fsum(powers)
        return np.array([float(power / total) for power in powers])


def log_softmax_mp(row, temperature):
    with mp.workdps(DIGITS):
        return np.array([float(value) for value in log_softmax_row(row, temperature)])


def loss_of(student, teacher, labels, temperature, alpha):
    """The loss as mpf, term by term from its definition; a part of weight 0 is left out."""
    alpha, temperature = mpf(alpha), mpf(temperature)
    total = mpf(0)
    for s, t, label in zip(student, teacher, labels):
        if alpha < 1:
            total -= (1 - alpha) * log_softmax_row(s, 1)[label]
        if alpha > 0:
            soft_s, soft_t = log_softmax_row(s, temperature), log_softmax_row(t, temperature)
            divergence = mp.fsum(mp.exp(b) * (b - a) for a, b in zip(soft_s, soft_t) if b != -mp.inf)
            total += alpha * temperature**2 * divergence
    return total / len(student)


def loss_mp(student, teacher, labels, temperature, alpha):
    with mp.workdps(DIGITS):
        return float(loss_of(student, teacher, labels, temperature, alpha))


def gradient_mp(student, teacher, labels, temperature, alpha):
    """Central difference quotients of the loss; 0 at an impossible class, as the loss is flat there."""
    answer = np.zeros(np.shape(student))
    with mp.workdps(DIGITS):
        rows = [[mpf(z) for z in row] for row in student]
        h = mpf(10) ** -25
        for b, row in enumerate(rows):
            for k, z in enumerate(row):
                if z == -mp.inf:
                    continue
                row[k] = z + h
                above = loss_of(rows, teacher, labels, temperature, alpha)
                row[k] = z - h
                below = loss_of(rows, teacher, labels, temperature, alpha)
                row[k] = z
                answer[b, k] = float((above - below) / (2 * h))
    return answer


def along(oracle):
    """Apply an oracle of single rows along an axis of an array."""

    def batch(logits, temperature, axis):
        rows = np.moveaxis(np.asarray(logits, dtype=float), axis, -1)
        answer = np.empty(rows.shape)
        for at in np.ndindex(rows.shape[:-1]):
            answer[at] = oracle(rows[at].tolist(), temperature)
        return np.ascontiguousarray(np.moveaxis(answer, -1, axis))

    return batch


# Halves between -4 and 4: divided by the temperatures below, every plain formula is right on them.
logit = st.integers(-8, 8).map(lambda k: k / 2)
temperature = st.sampled_from([2.0, 4.0, 0.5, 3.0, 1.5, 8.0, 1.0])
weight = st.sampled_from([0.5, 0.25, 0.75, 0.125, 0.9, 1.0, 0.0])


def row(size):
    return st.lists(logit, min_size=size, max_size=size)


@st.composite
def one_row(draw, low=2):
    return draw(row(draw(st.integers(low, 5))))


@st.composite
def table(draw, count=1, rows=3, low=1):
    """`count` tables of logits of one shape, rows and columns."""
    b, c = draw(st.integers(low, rows)), draw(st.integers(2, 4))
    return [[draw(row(c)) for _ in range(b)] for _ in range(count)]


@st.composite
def lesson(draw, rows=3, low=1):
    """Logits of a student and of a teacher, labels."""
    student, teacher = draw(table(2, rows, low))
    labels = [draw(st.integers(0, len(student[0]) - 1)) for _ in student]
    return student, teacher, labels


@st.composite
def distinct_lesson(draw, low=1):
    """A lesson in which student and teacher disagree in every row, by more than a shift."""
    student, teacher, labels = draw(lesson(low=low))
    for b, (s, t) in enumerate(zip(student, teacher)):
        gap = s[0] - t[0]
        if max(abs(x - y - gap) for x, y in zip(s, t)) < 1:
            teacher[b] = [*t[:-1], t[-1] + 2.0 if t[-1] < 2 else t[-1] - 2.0]
    return student, teacher, labels


@st.composite
def full_lesson(draw, rows=3):
    return (*draw(lesson(rows)), draw(temperature), draw(weight))


@st.composite
def shuffled_lesson(draw):
    """A lesson and a cyclic renaming of its classes."""
    student, teacher, labels = draw(distinct_lesson())
    return student, teacher, labels, draw(st.integers(1, len(student[0]) - 1))


SQUARE = np.array([[1.0, 2.0, 3.0], [0.0, 0.0, -1.0], [2.5, -0.5, 0.5], [-3.0, 1.0, 4.0]])
CUBE = SQUARE.reshape(2, 2, 3)
table_batches = [
    (SQUARE, 1.0, -1),
    (SQUARE, 2.0, 0),
    (CUBE, 0.5, 2),
    (CUBE, 3.0, 1),
    (CUBE, 2.0, -3),
    (SQUARE[:, :1], 2.0, -1),
]
INF = float("inf")
table_impossible = [
    ([[0.0, -INF, 0.0], [-INF, 2.0, -INF]], 2.0, -1),
    ([[1.0, 2.0], [-INF, 0.0]], 1.0, 0),
    ([-INF, 1.0, 3.0], 0.5, 0),
]
# Nothing here depends on the rounding of logits / T: the gaps are huge, or the quotients are exact.
table_huge = [
    ([1e4, 0.0], 1.0, -1),
    ([0.0, 1e4, 1e4], 2.0, -1),
    ([-1e4, -1e4, -1e4], 1.0, -1),
    ([1e4, 9999.0, 9998.0], 1.0, -1),
]
table_uneven = [
    ([[0.0, 1.0], [-2000.0, -1999.0]], 1.0, -1),
    ([[1e4, 1e4 + 2], [0.0, 1.0], [-1e4, 0.0]], 2.0, -1),
    ([[0.25, 5000.0], [0.5, 5001.0]], 1.0, 0),
]
table_heat = [
    ([1.0, 3.0, 2.0], 1e-3, -1),
    ([-4.0, -4.0, -8.0], 1e-3, -1),
    ([1e4, 0.0, -1e4], 1e6, -1),
    ([5.0, 2.0, 0.5], 1e12, -1),
]

CHAPTER = ([[2.0, 1.5, 1.0]], [[5.0, 2.0, 0.5]])
TWO_ROWS = ([[2.0, 1.5, 1.0], [0.0, -1.0, 3.0]], [[5.0, 2.0, 0.5], [1.0, 0.0, -2.0]])
shown_lessons = [(*CHAPTER, [0], 3.0, 1.0), (*TWO_ROWS, [0, 2], 2.0, 0.25), (*CHAPTER, [1], 1.0, 0.0)]


def wide_lessons():
    """Larger batches with logits that are no round numbers."""
    numbers = np.random.default_rng(6)
    for b, c, heat, alpha in ((5, 7, 2.5, 0.3), (4, 10, 5.0, 0.8), (6, 3, 0.7, 0.6)):
        student, teacher = np.round(numbers.normal(0, 2, (2, b, c)), 3)
        yield student, teacher, numbers.integers(0, c, b), heat, alpha


huge_lessons = [
    ([[1e4, 0.0]], [[0.0, 0.0]], [0], 1.0, 1.0),
    ([[0.0, 1e4]], [[1e4, 0.0]], [0], 2.0, 0.5),
    ([[1e4, -1e4, 0.0]], [[2.0, 1.0, 0.0]], [1], 4.0, 0.25),
    ([[1.0, 2.0, 3.0]], [[1e4, 0.0, 1e4]], [2], 1.0, 0.75),
    ([[1.0, 2.0], [800.0, 0.0]], [[0.0, 1.0], [0.0, 800.0]], [1, 1], 1.0, 0.0),
]
uneven_lessons = [
    ([[0.0, 1.0], [-2000.0, -1999.0]], [[1.0, 0.0], [3000.0, 3002.0]], [0, 1], 2.0, 0.5),
    ([[5000.0, 5001.0, 5003.0], [0.5, 0.0, 1.0]], [[0.0, 1.0, -1.0], [-5000.0, -5002.0, -5001.0]], [2, 0], 1.0, 0.75),
]
cold_lessons = [
    ([[2.0, 1.5, 1.0]], [[5.0, 2.0, 0.5]], [1], 1e-3, 0.5),
    ([[2.0, 1.0], [0.0, 3.0]], [[1.0, 2.0], [4.0, 1.0]], [0, 1], 1e-3, 1.0),
]
hot_lessons = [
    (*TWO_ROWS, [0, 2], 1e6, 1.0),
    (*CHAPTER, [1], 1e6, 0.5),
    ([[0.0, 4.0, -3.0, 1.0]], [[2.0, 2.5, 0.0, -6.0]], [3], 1e6, 0.75),
]
hottest_lessons = [(*lesson[:3], 1e12, *lesson[4:]) for lesson in hot_lessons]

# Finite losses only: every class that the teacher calls possible is possible for the student.
impossible_lessons = [
    ([[0.0, 1.0, 2.0]], [[1.0, -INF, 0.0]], [0], 2.0, 0.5),
    ([[0.0, -INF, 2.0]], [[1.0, -INF, 0.0]], [2], 2.0, 0.5),
    ([[1.0, 0.0], [0.0, 2.0]], [[-INF, 3.0], [1.0, -INF]], [0, 1], 1.0, 1.0),
    ([[-INF, 1.0, 3.0, 2.0]], [[-INF, -INF, 0.0, 2.0]], [1], 3.0, 0.25),
]
# Only one part is finite, and the other one has weight 0.
weightless_lessons = [
    ([[1.0, -INF, 0.0]], [[0.0, 0.0, 0.0]], [0], 2.0, 0.0),
    ([[1.0, -INF, 0.0]], [[0.0, -INF, 2.0]], [1], 2.0, 1.0),
    ([[-INF, 1.0, 2.0], [0.0, 0.0, 1.0]], [[0.0, 1.0, 0.0], [1.0, 2.0, 3.0]], [1, 2], 1.0, 0.0),
]

BANKS = {
    "softmax_shown": Bank(st.tuples(one_row(), temperature), 6, [([0.0, 0.0], 1.0), ([2.0, 1.5, 1.0], 3.0)], softmax_mp),
    "softmax_values": Bank(st.tuples(one_row(), temperature), 12, expected=softmax_mp),
    "softmax_batches": Bank(fixed=table_batches, expected=along(softmax_mp)),
    "softmax_impossible": Bank(fixed=table_impossible, expected=along(softmax_mp)),
    "softmax_huge": Bank(fixed=table_huge, expected=along(softmax_mp)),
    "softmax_uneven": Bank(fixed=table_uneven, expected=along(softmax_mp)),
    "softmax_heat": Bank(fixed=table_heat, expected=along(softmax_mp)),
    "softmax_sums": Bank(table(low=2), 4),
    "softmax_rows": Bank(st.tuples(one_row(), temperature), 4),
    "softmax_shifts": Bank(st.tuples(one_row(3), temperature), 4),
    "softmax_heats": Bank(st.tuples(one_row(), temperature), 4),
    "log_shown": Bank(st.tuples(one_row(), temperature), 6, [([0.0, 0.0], 1.0), ([2.0, 1.5, 1.0], 3.0)], log_softmax_mp),
    "log_values": Bank(st.tuples(one_row(), temperature), 12, expected=log_softmax_mp),
    "log_batches": Bank(fixed=table_batches, expected=along(log_softmax_mp)),
    "log_impossible": Bank(fixed=table_impossible, expected=along(log_softmax_mp)),
    "log_huge": Bank(fixed=table_huge, expected=along(log_softmax_mp)),
    "log_uneven": Bank(fixed=table_uneven, expected=along(log_softmax_mp)),
    "log_heat": Bank(fixed=table_heat, expected=along(log_softmax_mp)),
    "log_sums": Bank(table(low=2), 4),
    "log_rows": Bank(st.tuples(one_row(), temperature), 4),
    "log_shifts": Bank(st.tuples(one_row(3), temperature), 4),
    "loss_shown": Bank(full_lesson(2), 3, shown_lessons, loss_mp),
    "loss_values": Bank(full_lesson(), 10, expected=loss_mp),
    "loss_wide": Bank(fixed=list(wide_lessons()), expected=loss_mp),
    "loss_impossible": Bank(fixed=impossible_lessons, expected=loss_mp),
    "loss_weightless": Bank(fixed=weightless_lessons, expected=loss_mp),
    "loss_huge": Bank(fixed=huge_lessons, expected=loss_mp),
    "loss_uneven": Bank(fixed=uneven_lessons, expected=loss_mp),
    "loss_cold": Bank(fixed=cold_lessons, expected=loss_mp),
    "loss_hot": Bank(fixed=hot_lessons, expected=loss_mp),
    "loss_hottest": Bank(fixed=hottest_lessons, expected=loss_mp),
    "loss_copies": Bank(distinct_lesson(), 3),
    "loss_labels": Bank(distinct_lesson(), 3),
    "loss_limits": Bank(distinct_lesson(), 4),
    "loss_scales": Bank(distinct_lesson(), 3),
    "loss_means": Bank(distinct_lesson(2), 3),
    "loss_symmetries": Bank(shuffled_lesson(), 3),
    "gradient_shown": Bank(full_lesson(2), 3, shown_lessons[:2], gradient_mp),
    "gradient_values": Bank(full_lesson(), 10, expected=gradient_mp),
    "gradient_wide": Bank(fixed=list(wide_lessons()), expected=gradient_mp),
    "gradient_impossible": Bank(fixed=impossible_lessons, expected=gradient_mp),
    "gradient_weightless": Bank(fixed=weightless_lessons, expected=gradient_mp),
    "gradient_huge": Bank(fixed=huge_lessons, expected=gradient_mp),
    "gradient_uneven": Bank(fixed=uneven_lessons, expected=gradient_mp),
    "gradient_cold": Bank(fixed=cold_lessons, expected=gradient_mp),
    "gradient_hot": Bank(fixed=hot_lessons, expected=gradient_mp),
    "gradient_copies": Bank(distinct_lesson(), 3),
    "gradient_labels": Bank(distinct_lesson(), 3),
    "gradient_limits": Bank(distinct_lesson(), 4),
    "gradient_soft": Bank(distinct_lesson(), 3),
    "gradient_means": Bank(distinct_lesson(2), 3),
    "gradient_symmetries": Bank(shuffled_lesson(), 3),
}
