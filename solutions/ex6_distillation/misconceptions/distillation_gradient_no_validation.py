"""callers only pass valid batches

What does your function say about a temperature of -1, or a label that no class has?
"""


def _plain(logits):
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return weights / weights.sum(axis=-1, keepdims=True)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError:
        s, t = np.asarray(student_logits, dtype=float), np.asarray(teacher_logits, dtype=float)
    hard = _plain(s)
    hard[np.arange(len(s)), labels] -= 1
    return ((1 - alpha) * hard + alpha * temperature * (_plain(s / temperature) - _plain(t / temperature))) / len(s)
