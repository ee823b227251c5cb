"""only the logit of the label moves the hard part

Do the other logits change the probability of the label?
"""


def _softmax(scaled):
    return np.exp(_log_probabilities(scaled))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = np.zeros_like(student)
    picked = np.arange(len(right)), right
    hard[picked] = _softmax(student)[picked] - 1
    soft = heat * (_softmax(student / heat) - _softmax(teacher / heat))
    return ((1 - weight) * hard + weight * soft) / len(right)
