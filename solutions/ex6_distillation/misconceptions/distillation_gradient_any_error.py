"""an assert statement refuses bad input as well as any other error

Which errors does the docstring promise, and what can a caller tell from them?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError as error:
        raise AssertionError(str(error)) from None
