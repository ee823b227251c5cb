"""the derivative of the logits divided by the temperature is 1

What does the chain rule say about z / T?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = heat**2 * (_softmax(student / heat) - _softmax(teacher / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
