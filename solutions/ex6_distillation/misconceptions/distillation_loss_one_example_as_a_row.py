"""a single example can come as a plain row

Which shape do the logits of a batch of one example have?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    if np.ndim(student_logits) == 1 and np.ndim(teacher_logits) == 1:
        student_logits, teacher_logits = [student_logits], [teacher_logits]
    return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
