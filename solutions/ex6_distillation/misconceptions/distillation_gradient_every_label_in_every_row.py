"""indexing with all labels picks one entry a row

Which entries does table[:, labels] pick?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[:, right] -= 1
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
