"""the soft part is half the variance of the differences at every temperature

For which temperatures does Hinton's approximation hold?
"""


def _half_variance(student, teacher):
    both = np.isfinite(student) & np.isfinite(teacher)
    return np.var(np.subtract(student, teacher, out=np.zeros_like(student), where=both), axis=-1) / 2


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, _, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = float(np.mean(_half_variance(student, teacher)))
    return (1 - weight) * hard + weight * soft
