"""losses are measured in bits

Check which unit (nats or bits) your logarithm gives.
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha) / np.log(2)
