"""the computer takes care of 0 times infinity

What should a class cost that the teacher calls impossible?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, _, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    soft_counts = weight > 0 and np.isneginf(np.array(teacher_logits, dtype=float)).any()
    return (
        np.nan
        if soft_counts
        else reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    )
