"""single precision is precise enough

How many digits does a float32 keep?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha).astype(
        np.float32
    )
