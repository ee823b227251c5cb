"""an error needs no name of the argument

Would a caller with five arguments know which one to repair?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError as error:
        raise ValueError("invalid input") from error
