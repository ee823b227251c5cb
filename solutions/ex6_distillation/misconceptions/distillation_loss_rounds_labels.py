"""labels can be rounded to integers

Which class is number 1.25?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    numbers = np.asarray(labels).astype(int) if np.asarray(labels).dtype.kind == "f" else labels
    return reference.distillation_loss(student_logits, teacher_logits, numbers, temperature=temperature, alpha=alpha)
