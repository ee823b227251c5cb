"""the student's probabilities are the weights of the divergence

Who is the reference here, teacher or student?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def _reversed(student, teacher):
    log_s, log_t = _log_probabilities(student), _log_probabilities(teacher)
    p_s = np.exp(log_s)
    tilt = np.subtract(log_s, log_t, out=np.zeros_like(p_s), where=np.isfinite(log_s) & np.isfinite(log_t))
    return p_s * (tilt - np.sum(p_s * tilt, axis=-1, keepdims=True))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = _reversed(student / heat, teacher / heat) * heat
    return ((1 - weight) * hard + weight * soft) / len(right)
