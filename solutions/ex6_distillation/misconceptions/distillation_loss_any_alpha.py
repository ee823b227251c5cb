"""alpha is a knob that may take any value

What does a weight below 0 or above 1 do to a mixture?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError as error:
        if "alpha" not in str(error) or np.ndim(alpha):
            raise
    hard = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0)
    return (1 - alpha) * hard + alpha * reference.distillation_loss(
        student_logits, teacher_logits, labels, temperature=temperature, alpha=1.0
    )
