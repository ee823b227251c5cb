"""alpha is a knob that may take any value

What does a weight below 0 or above 1 do to a mixture?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError as error:
        if "alpha" not in str(error) or np.ndim(alpha):
            raise
    hard, soft = (
        reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=a)
        for a in (0.0, 1.0)
    )
    return (1 - alpha) * hard + alpha * soft
