"""the losses of all examples are added up

Duplicate the batch: should the loss double?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    return (
        reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
        * np.shape(student_logits)[0]
    )
