"""one factor of the temperature in the loss cancels the whole of it in the gradient

Which power of the temperature is in front of the divergence, and which comes out of its derivative?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = _softmax(student / heat) - _softmax(teacher / heat)
    return ((1 - weight) * hard + weight * soft) / len(right)
