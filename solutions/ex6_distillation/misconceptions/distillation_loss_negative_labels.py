"""a negative label counts from the end

Which class is number -1?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    shape = np.shape(student_logits)
    numbers = labels
    if isinstance(labels, (list, np.ndarray)) and len(shape) == 2 and np.asarray(labels).dtype.kind == "i":
        numbers = np.where(
            (np.asarray(labels) < 0) & (np.asarray(labels) >= -shape[1]), np.asarray(labels) + shape[1], np.asarray(labels)
        )
    return reference.distillation_loss(student_logits, teacher_logits, numbers, temperature=temperature, alpha=alpha)
