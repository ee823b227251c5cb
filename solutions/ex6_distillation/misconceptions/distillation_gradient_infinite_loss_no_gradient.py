"""where the other part of the loss is infinite there is no gradient

What should a part with weight 0 do to the gradient?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard, soft = (
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0),
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=1.0),
    )
    if (weight == 0 and np.isinf(soft)) or (weight == 1 and np.isinf(hard)):
        return np.full(np.shape(student_logits), np.nan)
    return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
