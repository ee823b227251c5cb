"""a loss can come back in a list

What can a caller do with a number that a list cannot?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    return [reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)]
