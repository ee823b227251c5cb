"""only the labels are averaged over the batch

Duplicate the batch: what should happen to the gradient of a row?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return (1 - weight) * hard / len(right) + weight * soft
