"""every example has the gradient that it would have alone

What does the mean in front of the loss do to its derivative?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return (
        reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
        * np.shape(student_logits)[0]
    )
