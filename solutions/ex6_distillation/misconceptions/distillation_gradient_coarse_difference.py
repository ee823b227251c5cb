"""a one-sided difference quotient with a step of 0.001 is the derivative

How does the error of a difference quotient depend on the step, and on which sides you step to?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    slope = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    start = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=weight)
    logits = np.array(student_logits, dtype=float)
    for at in np.ndindex(slope.shape):
        if np.isfinite(logits[at]) and np.isfinite(start):
            moved = logits.copy()
            moved[at] += 1e-3
            slope[at] = (
                reference.distillation_loss(moved, teacher_logits, labels, temperature=heat, alpha=weight) - start
            ) / 1e-3
    return slope
