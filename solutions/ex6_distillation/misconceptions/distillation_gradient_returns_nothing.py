"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    print(reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha))
