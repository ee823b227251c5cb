"""the labels are softened and the chain rule divides by the temperature

Are the hard labels compared at the temperature of the teacher?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student / heat)
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return ((1 - weight) * hard / heat + weight * soft) / len(right)
