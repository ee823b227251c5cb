"""taking the largest logit of the whole batch off is safe for every row

What is left of the row [-2000, -1999] next to the row [0, 1]?
"""


def _plain(logits):
    weights = np.exp(logits - logits.max())
    return weights / weights.sum(axis=-1, keepdims=True)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    s, t = np.array(student_logits, dtype=float), np.array(teacher_logits, dtype=float)
    hard = _plain(s)
    hard[np.arange(len(s)), np.array(labels)] -= 1
    return ((1 - weight) * hard + weight * heat * (_plain(s / heat) - _plain(t / heat))) / len(s)
