"""the squared temperature multiplies the whole loss

Does the temperature change the part of the labels?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0) if weight < 1 else 0.0
    soft = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=1.0) if weight > 0 else 0.0
    return (1 - weight) * heat**2 * hard + weight * soft
