"""alpha weighs the teacher and the labels count in full

What should be left of the labels for alpha = 1?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = _softmax(student)
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return (hard + weight * soft) / len(right)
