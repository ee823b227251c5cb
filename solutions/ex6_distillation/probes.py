"""Inputs on which mistakes show themselves, and what a wrong loss can be made of."""

import numpy as np

from autograder.checking import signature
from autograder.diagnose import MESSAGES, ORDINARY, Basis

one, three = signature("logits"), signature("student_logits", "teacher_logits", "labels")
INF, NAN = float("inf"), float("nan")
HEATS = [2.0, 3.0, 0.5, 1.5, 4.0, 0.75]


def _rows(count, seed):
    """Rows of 2 to 5 logits."""
    rng = np.random.default_rng(seed)
    return [np.round(rng.normal(0.5, 2, 2 + n % 4), 2).tolist() for n in range(count)]


SQUARE = np.array([[1.0, 2.0, 3.0], [0.0, 0.5, -1.0], [2.5, -0.5, 0.5], [-3.0, 1.0, 4.0]])
CUBE = SQUARE.reshape(2, 2, 3)
ROW = [1.0, 2.0, 0.5]
BAD_LOGITS = [[1.0, NAN], [1.0, INF], [[1.0, 2.0], [INF, 0.0]], [], [[1.0, 2.0], [3.0]]]
BAD_TEMPERATURES = [0.0, -1.0, NAN, -INF]
WORDS = [None, "warm", ["a", "b"], [None, 1.0]]


def _softmax_probes():
    return {
        ORDINARY: [one(z) if n % 5 == 4 else one(z, temperature=HEATS[n % 6]) for n, z in enumerate(_rows(20, 1))],
        "impossible classes": [
            one([0.0, -INF, 1.0]),
            one([-INF, 2.0], temperature=2.0),
            one([[0.0, -INF, 0.0], [-INF, 2.0, -INF]], temperature=0.5),
        ],
        "a batch": [one(SQUARE), one(SQUARE[:, :2], temperature=2.0), one(CUBE, temperature=0.5)],
        "a batch of one row": [one(SQUARE[:1]), one(SQUARE[1:2], temperature=3.0)],
        "an axis": [one(SQUARE, axis=0), one(CUBE, axis=1, temperature=2.0), one(CUBE, axis=-3)],
        "one class": [one([3.0]), one([[2.0], [5.0]], temperature=2.0)],
        "integers": [one([0, 1], temperature=2), one(np.array([[1, 4], [3, 0]]), temperature=3.0)],
        "lists and small types": [one((0.0, 1.0)), one([1, 3, 0]), one(np.array([0.0, 1.5], dtype=np.float32))],
        "bad input": [one(bad) for bad in BAD_LOGITS] + [one(ROW, temperature=bad) for bad in BAD_TEMPERATURES],
        "wrong types": [one(word) for word in WORDS] + [one(ROW, temperature=word) for word in WORDS[:2]],
        "arrays": [one(np.array(ROW), temperature=2.0), one(np.array([0.0, 4.0]), temperature=0.5)],
        "huge logits": [one([1e4, 0.0]), one([1e4, 9999.0, 9998.0]), one([-1e4, -10001.0]), one([0.0, 3e4], temperature=2.0)],
        "rows of very different size": [
            one([[0.0, 1.0], [-2000.0, -1999.0]]),
            one([[5000.0, 5002.0], [0.0, 1.0]], temperature=2.0),
        ],
        "extreme temperatures": [
            one([1.0, 3.0, 2.0], temperature=1e-3),
            one([0.25, 0.246], temperature=1e-3),
            one(ROW, temperature=1e12),
        ],
        MESSAGES: [one([1.0, NAN]), one(ROW, temperature=-1.0)],
    }


def _lessons(count, seed):
    """Student and teacher logits, labels, temperature and weight for batches of varying size."""
    rng = np.random.default_rng(seed)
    for n in range(count):
        rows, classes = 1 + n % 4, 2 + n % 5
        student, teacher = np.round(rng.normal(0, 2, (2, rows, classes)), 2).tolist()
        labels = rng.integers(0, classes, rows).tolist()
        yield student, teacher, labels, HEATS[n % 6], [0.5, 0.25, 0.75, 0.3, 0.6][n % 5]


def _three(student, teacher, labels, temperature, alpha):
    return three(student, teacher, labels, temperature=temperature, alpha=alpha)


STUDENT, TEACHER, LABELS = [[2.0, 1.5, 1.0], [0.0, -1.0, 3.0]], [[5.0, 2.0, 0.5], [1.0, 0.0, -2.0]], [0, 2]


def _lesson(student=STUDENT, teacher=TEACHER, labels=LABELS, temperature=2.0, alpha=0.5):
    return _three(student, teacher, labels, temperature, alpha)


def _instead(value):
    """The student's logits with one entry replaced."""
    return [[2.0, value, 1.0], [0.0, -1.0, 3.0]]


LESSONS = list(_lessons(24, 3))
MASKED = [[0.0, -INF, 2.0]]
FLOAT32 = [np.array(logits, dtype=np.float32) for logits in (STUDENT, TEACHER)]
LESSON_PROBES = {
    ORDINARY: [_three(*lesson) for lesson in LESSONS],
    "alpha = 0": [_lesson(alpha=0.0), _lesson(alpha=0, temperature=5.0)],
    "alpha = 1": [_lesson(alpha=1.0), _lesson(alpha=1, temperature=0.5)],
    "a student that copies the teacher": [_lesson(teacher=STUDENT, alpha=1.0), _lesson(student=TEACHER)],
    "a class that only the teacher calls impossible": [
        _lesson([[0.0, 1.0, 2.0]], [[1.0, -INF, 0.0]], [0]),
        _lesson([[1.0, 0.0], [0.0, 2.0]], [[-INF, 3.0], [1.0, -INF]], [0, 1], 1.0, 1.0),
    ],
    "a class that both call impossible": [_lesson(MASKED, [[1.0, -INF, 0.0]], [2]), _lesson(MASKED, MASKED, [0], 3.0, 0.25)],
    "a class that only the student calls impossible": [
        _lesson([[1.0, -INF, 0.0]], [[0.0, 0.0, 0.0]], [0]),
        _lesson([[1.0, 0.0], [-INF, 0.0]], [[0.0, 1.0], [0.0, 1.0]], [0, 1], 1.0, 1.0),
    ],
    "an impossible label": [_lesson(MASKED, MASKED, [1])],
    "an infinite part of weight 0": [
        _lesson([[1.0, -INF, 0.0]], [[0.0, 0.0, 0.0]], [0], 2.0, 0.0),
        _lesson([[1.0, -INF, 0.0]], [[0.0, -INF, 2.0]], [1], 2.0, 1.0),
    ],
    "lists and small types": [
        _lesson(tuple(map(tuple, STUDENT)), tuple(map(tuple, TEACHER)), (0, 2), 2, 0.25),
        _lesson([[2, 0], [0, 1]], [[0, 3], [0, 1]], [0, 1], 1, 0.5),
        _lesson(*FLOAT32, np.array(LABELS, dtype=np.uint8)),
    ],
    "arrays": [
        _lesson(np.array(STUDENT), np.array(TEACHER), np.array(LABELS)),
        _lesson(np.array(TEACHER), np.array(STUDENT), np.array([1, 1]), 4.0, 1.0),
    ],
    "bad input": [
        *[_lesson(temperature=value) for value in BAD_TEMPERATURES],
        *[_lesson(student=_instead(value)) for value in (NAN, INF)],
        *[_lesson(teacher=_instead(value)) for value in (NAN, INF)],
    ],
    "a bad alpha": [_lesson(alpha=value) for value in (-0.25, 1.25)] + [_lesson(alpha=NAN)],
    "labels that no class has": [_lesson(labels=[0, 3]), _lesson(labels=[-1, 2]), _lesson(labels=[5, 0])],
    "shapes that do not fit": [
        _lesson(teacher=[[5.0, 2.0], [1.0, 0.0]]),
        _lesson(teacher=TEACHER[:1]),
        _lesson(labels=[0]),
        _lesson(labels=[0, 2, 1]),
        _lesson(student=[STUDENT, STUDENT], teacher=[TEACHER, TEACHER], labels=[LABELS, LABELS]),
    ],
    "a plain row": [_lesson(STUDENT[0], TEACHER[0], [0])],
    "labels with a fraction": [_lesson(labels=[0.5, 2]), _lesson(labels=np.array([0.0, 1.25]))],
    "wrong types": [
        _lesson(student=None),
        _lesson(teacher="abc"),
        _lesson(labels=["dog", "cat"]),
        _lesson(temperature="warm"),
        _lesson(alpha=None),
    ],
    MESSAGES: [
        _lesson(temperature=-1.0),
        _lesson(alpha=1.5),
        _lesson(labels=[0, 7]),
        _lesson(student=_instead(NAN)),
        _lesson(teacher=_instead(NAN)),
    ],
    "huge logits": [
        _lesson([[0.0, 1e4]], [[1e4, 0.0]], [0]),
        _lesson([[1e4, -1e4, 0.0]], [[2.0, 1.0, 0.0]], [1], 4.0, 0.25),
        _lesson([[1.0, 2.0], [800.0, 0.0]], [[0.0, 1.0], [0.0, 800.0]], [1, 1], 1.0, 0.0),
        _lesson([[1e4, 0.0]], [[0.0, 0.0]], [0], 1.0, 1.0),
    ],
    "rows of very different size": [
        _lesson([[0.0, 1.0], [-2000.0, -1999.0]], [[1.0, 0.0], [3000.0, 3002.0]], [0, 1]),
        _lesson([[5000.0, 5001.0, 5003.0], [0.5, 0.0, 1.0]], [[0.0, 1.0, -1.0], [-5000.0, -5002.0, -5001.0]], [2, 0], 1.0, 0.75),
    ],
    "a low temperature": [
        _lesson([[2.0, 1.5, 1.0]], [[5.0, 2.0, 0.5]], [1], 1e-3),
        _lesson([[0.25, 0.246]], [[0.25, 0.249]], [0], 1e-3, 1.0),
    ],
    # Right formulas agree here to 1e-9; a plain sum of p log(p/q) does not.
    "a high temperature": [
        _lesson(temperature=3e4, alpha=1.0),
        _lesson([[0.3, 4.1, -3.2, 1.7], [0.9, 2.2, -1.3, 0.4]], [[2.6, 2.5, -5.9, 0.0], [1.1, -0.7, 0.2, 3.3]], [1, 0], 1e5, 1.0),
    ],
    "the highest temperature": [_lesson(temperature=1e12), _lesson([[0.0, 4.0, -3.0]], [[2.0, 2.5, -6.0]], [1], 1e12, 1.0)],
}
# Groups of inputs that a right formula may get wrong in the computer.
NUMERIC = {
    "huge logits",
    "rows of very different size",
    "extreme temperatures",
    "a high temperature",
    "the highest temperature",
    "a low temperature",
}
PROBES = {
    "softmax": _softmax_probes(),
    "log_softmax": _softmax_probes(),
    "distillation_loss": LESSON_PROBES,
    "distillation_gradient": {group: calls for group, calls in LESSON_PROBES.items() if group != "the highest temperature"},
}

# Temperature and weight of each ordinary lesson: a basis is given positional arguments only.
HOW = {repr(lesson[:3]): lesson[3:] for lesson in LESSONS}
NAMES = [
    "(1 - alpha) CE",
    "alpha T^2 KL(teacher||student)",
    "alpha T KL(teacher||student)",
    "alpha KL(teacher||student)",
    "alpha T^2 KL(student||teacher)",
    "alpha KL(student||teacher)",
    "alpha T^2 KL(teacher||student) / C",
    "alpha T^2 KL(teacher||student) times B",
    "alpha T^2 H(teacher)",
    "alpha T^2 KL(teacher||student) at T = 1",
    "alpha T^2 KL(teacher at T = 1||student)",
    "alpha CE",
    "(1 - alpha) CE at T",
    "(1 - alpha) T^2 CE",
    "(1 - alpha) T^2 KL(teacher||student)",
    "(1 - alpha) KL(teacher||student)",
    "CE",
    "T^2 KL(teacher||student)",
    "alpha^2 T^2 KL(teacher||student)",
    "1",
]


def _logs(logits, temperature):
    scaled = np.array(logits) / temperature
    return scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))


def _kl(log_p, log_q):
    return float(np.mean(np.sum(np.exp(log_p) * (log_p - log_q), axis=1)))


def _parts(student, teacher, labels):
    temperature, alpha = HOW[repr((student, teacher, labels))]
    s, t, s1, t1 = (_logs(z, heat) for heat in (temperature, 1.0) for z in (student, teacher))
    at = np.arange(len(labels)), labels
    hard, hard_at_t = -float(np.mean(s1[at])), -float(np.mean(s[at]))
    there, back, rest, square = _kl(t, s), _kl(s, t), 1 - alpha, temperature**2
    entropy = -float(np.mean(np.sum(np.exp(t) * t, axis=1)))
    soft = alpha * square * there
    return [
        rest * hard,
        soft,
        alpha * temperature * there,
        alpha * there,
        alpha * square * back,
        alpha * back,
        soft / len(student[0]),
        soft * len(student),
        alpha * square * entropy,
        alpha * square * _kl(t1, s1),
        alpha * square * _kl(t1, s),
        alpha * hard,
        rest * hard_at_t,
        rest * square * hard,
        rest * square * there,
        rest * there,
        hard,
        square * there,
        alpha * soft,
        1.0,
    ]


BASES = {"distillation_loss": Basis(NAMES, _parts, lambda student, teacher, labels: len(labels), "the number of examples")}
