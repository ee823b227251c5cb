"""alpha weighs the teacher and the labels count in full

What should be left of the labels for alpha = 1?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0)
    return hard + (
        weight * reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=1.0)
        if weight > 0
        else 0.0
    )
