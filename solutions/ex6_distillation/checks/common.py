"""What the checks share: how calls are shown, plain batches, bad input."""

import numpy as np

from autograder.checking import Mismatch, after, signature, told

one = signature("logits")
three = signature("student_logits", "teacher_logits", "labels")
INF = float("inf")
NAN = float("nan")

# The contract's tolerance; the absolute part covers the rounding of a plain formula, which T^2 <= 64 magnifies.
RTOL = 1e-9
ATOL = 1e-12
# A gradient may also come from difference quotients of the loss, which leave an error of up to 1e-9.
GRADIENT_RTOL = 1e-7
GRADIENT_ATOL = 1e-8

GOOD_ROW = [1.0, 2.0, 0.5]
# No logits in one way each; the contract leaves nothing of these to taste.
BAD_LOGITS = [[1.0, NAN], [1.0, INF], [NAN, NAN], [[1.0, 2.0], [INF, 0.0]], [], [[1.0, 2.0], [3.0]]]
BAD_TEMPERATURES = [0.0, -1.0, NAN, 0, -INF]
NOT_NUMBERS = [None, "warm", ["a", "b"], [None, 1.0], [1.0, object()]]

STUDENT = [[2.0, 1.5, 1.0], [0.0, -1.0, 3.0]]
TEACHER = [[5.0, 2.0, 0.5], [1.0, 0.0, -2.0]]
LABELS = [0, 2]
GOOD = three(STUDENT, TEACHER, LABELS, temperature=2.0, alpha=0.5)


def lesson(student=STUDENT, teacher=TEACHER, labels=LABELS, temperature=2.0, alpha=0.5):
    """A call that differs from the good one in what is given."""
    return three(student, teacher, labels, temperature=temperature, alpha=alpha)


BAD_VALUES = [
    *[lesson(temperature=value) for value in BAD_TEMPERATURES],
    *[lesson(alpha=value) for value in (-0.25, 1.25, NAN)],
    *[lesson(student=[[2.0, value, 1.0], [0.0, -1.0, 3.0]]) for value in (NAN, INF)],
    *[lesson(teacher=[[5.0, 2.0, 0.5], [1.0, value, -2.0]]) for value in (NAN, INF)],
    *[lesson(labels=value) for value in ([0, 3], [-1, 2], [5, 0])],
]
BAD_SHAPES = [
    lesson(student=STUDENT[0], teacher=TEACHER[0], labels=[0]),
    lesson(student=STUDENT[0], teacher=TEACHER[0], labels=[0, 2, 1]),
    lesson(student=STUDENT[0], labels=[0]),
    lesson(teacher=[[5.0, 2.0], [1.0, 0.0]]),
    lesson(teacher=[*TEACHER, [0.0, 0.0, 0.0]]),
    lesson(teacher=TEACHER[:1]),  # these two would broadcast
    lesson(teacher=TEACHER[0]),
    lesson(labels=[0]),
    lesson(labels=[0, 2, 1]),
    lesson(labels=[[0], [2]]),
    lesson(student=[[2.0, 1.5, 1.0], [0.0, -1.0]]),
    lesson(student=[STUDENT, STUDENT], teacher=[TEACHER, TEACHER], labels=[LABELS, LABELS]),
]
BAD_TYPES = [
    *[lesson(student=value) for value in (None, [["a", "b", "c"], ["d", "e", "f"]], [[1.0, None, 0.0], [0.0, 1.0, 2.0]])],
    *[lesson(teacher=value) for value in ("abc", [[1.0, object(), 0.0], [0.0, 1.0, 2.0]])],
    *[lesson(labels=value) for value in (None, ["dog", "cat"])],
    *[lesson(temperature=value) for value in (None, "warm")],
    *[lesson(alpha=value) for value in (None, "half")],
]
FRACTIONS = [lesson(labels=[0.5, 2]), lesson(labels=[0, 1.25]), lesson(labels=np.array([0.0, 0.1]))]

# Calls that say at whose door the error is.
FAULTS = [
    (lesson(temperature=-1.0), ["temperature"]),
    (lesson(alpha=1.5), ["alpha"]),
    (lesson(labels=[0, 7]), ["labels"]),
    (lesson(student=[[2.0, NAN, 1.0], [0.0, -1.0, 3.0]]), ["student_logits"]),
    (lesson(teacher=[[5.0, INF, 0.5], [1.0, 0.0, -2.0]]), ["teacher_logits"]),
    (lesson(teacher=[[5.0, 2.0], [1.0, 0.0]]), ["student_logits", "teacher_logits"]),
]
ARRAYS = [
    three(np.array(STUDENT), np.array(TEACHER), np.array(LABELS), temperature=2.0, alpha=0.5),
    three(np.array(TEACHER), np.array(STUDENT), np.array([1, 1]), temperature=4.0, alpha=1.0),
    three(np.array(STUDENT[:1]), np.array(TEACHER[:1]), np.array([2]), temperature=1.0, alpha=0.0),
]
MASKED = [
    lesson(teacher=[[5.0, 2.0, -INF], [-INF, 0.0, -2.0]]),
    lesson(student=[[2.0, -INF, 1.0], [0.0, -1.0, 3.0]], teacher=[[5.0, -INF, 0.5], [1.0, 0.0, -2.0]]),
    lesson(alpha=1.0),
]
EXTREME = [
    three([[1e4, 0.0], [0.0, 1.0]], [[0.0, 1e4], [1e4, 1e4]], [0, 1], temperature=1.0, alpha=0.5),
    three([[-2000.0, -1999.0], [0.0, 1.0]], [[3000.0, 3002.0], [1.0, 0.0]], [0, 1], temperature=2.0, alpha=0.5),
    three(STUDENT, TEACHER, LABELS, temperature=1e-3, alpha=0.5),
]


def refuses_fractions(function):
    """Check that labels with a fraction raise a TypeError or a ValueError, either kind."""
    for call, reply in zip(FRACTIONS, after(function, GOOD, FRACTIONS)):
        if reply.failure is None or not {"TypeError", "ValueError"} & set(reply.failure.bases):
            raise Mismatch("A label is the number of a class; a fraction has to raise an error.", call.shown(), told(reply))
