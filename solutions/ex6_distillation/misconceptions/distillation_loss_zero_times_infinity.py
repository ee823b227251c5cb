"""a weight of 0 needs no special care

What is 0 times infinity in the computer, and what should it be here?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard, soft = (
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0),
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=1.0),
    )
    if (weight == 0 and np.isinf(soft)) or (weight == 1 and np.isinf(hard)):
        return np.nan
    return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
