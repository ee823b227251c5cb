"""the derivative of the hard part is the softmax itself

Do the entries of a row of your gradient add up to 0?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
