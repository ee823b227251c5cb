"""the soft part needs no factor for the temperature

How many powers of the temperature does the gradient of the divergence have?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = (_softmax(student / heat) - _softmax(teacher / heat)) / heat
    return ((1 - weight) * hard + weight * soft) / len(right)
