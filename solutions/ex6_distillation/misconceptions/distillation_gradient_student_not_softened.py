"""only the teacher is softened

Both sides of the soft term need the same temperature.
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (_softmax(student) - _softmax(teacher / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
