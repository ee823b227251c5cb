"""the soft part is an average over the classes, too

How does the definition combine the classes of one example?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    classes = np.shape(student_logits)[-1] if np.ndim(student_logits) == 2 else 1
    whole = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    hard = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=0.0)
    return (1 - alpha) * hard + (whole - (1 - alpha) * hard) / classes
