"""the exponential of a logit is always a number

exp(1000) is too big for a float: what may be taken off all logits without changing anything?
"""


def _plain(logits):
    return np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    s, t = np.array(student_logits, dtype=float), np.array(teacher_logits, dtype=float)
    hard = _plain(s)
    hard[np.arange(len(s)), np.array(labels)] -= 1
    return ((1 - weight) * hard + weight * heat * (_plain(s / heat) - _plain(t / heat))) / len(s)
