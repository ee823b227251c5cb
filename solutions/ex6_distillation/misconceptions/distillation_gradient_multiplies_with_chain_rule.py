"""softening multiplies the logits, and so does the inner derivative

What does a very high temperature do to the probabilities?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = np.exp(_log_probabilities(student))
    hard[np.arange(len(right)), right] -= 1
    soft = heat**3 * (np.exp(_log_probabilities(student * heat)) - np.exp(_log_probabilities(teacher * heat)))
    return ((1 - weight) * hard + weight * soft) / len(right)
