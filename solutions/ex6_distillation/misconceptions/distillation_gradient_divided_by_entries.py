"""the gradient is averaged over all entries of the table

Over what is the loss a mean, and over what a sum?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return (
        reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
        / np.shape(student_logits)[1]
    )
