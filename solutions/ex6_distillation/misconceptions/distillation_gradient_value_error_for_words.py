"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except TypeError as error:
        raise ValueError(str(error)) from error
