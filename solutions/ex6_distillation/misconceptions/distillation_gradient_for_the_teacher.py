"""the teacher's logits are learned

Whose logits does the exercise ask about?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def _for_teacher(student, teacher):
    log_s, log_t = _log_probabilities(student), _log_probabilities(teacher)
    p_t = np.exp(log_t)
    tilt = np.subtract(log_t, log_s, out=np.zeros_like(p_t), where=np.isfinite(log_s) & np.isfinite(log_t))
    return p_t * (tilt - np.sum(p_t * tilt, axis=-1, keepdims=True))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = _for_teacher(student / heat, teacher / heat) * heat
    return ((1 - weight) * hard + weight * soft) / len(right)
