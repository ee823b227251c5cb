"""a list is as good as an array

Can the caller do arithmetic with what you return?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha).tolist()
