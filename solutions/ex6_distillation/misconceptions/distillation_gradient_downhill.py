"""the gradient is the direction in which the loss falls

Compare your answer with a difference quotient of the loss: which sign has it?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    return 0.0 - reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
