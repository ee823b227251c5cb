"""the gradients of all examples are added to one row

Which shape have the logits, and which the derivative for each of them?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha).sum(
        axis=0
    )
