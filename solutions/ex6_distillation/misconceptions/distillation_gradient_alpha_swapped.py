"""alpha is the weight of the labels

What should alpha = 0 reduce to?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=heat, alpha=1 - weight)
