"""the teacher minus the student is the slope of the soft part

In which direction does the loss rise, towards the teacher or away from it?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (_softmax(teacher / heat) - _softmax(student / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
