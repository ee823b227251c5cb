"""the loss is a list with an entry for each example

How many numbers does an optimiser want to make small?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    return np.array(
        [
            reference.distillation_loss([s], [t], [y], temperature=temperature, alpha=alpha)
            for s, t, y in zip(student_logits, teacher_logits, labels)
        ]
    )
