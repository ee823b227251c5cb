"""the soft part pulls by the difference of the logits

For which temperatures does the least-squares limit hold?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def _gap(student, teacher):
    both = np.isfinite(student) & np.isfinite(teacher)
    gap = np.subtract(student, teacher, out=np.zeros_like(student), where=both)
    return (gap - gap.mean(axis=-1, keepdims=True)) / gap.shape[1]


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, _, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = _gap(student, teacher)
    return ((1 - weight) * hard + weight * soft) / len(right)
