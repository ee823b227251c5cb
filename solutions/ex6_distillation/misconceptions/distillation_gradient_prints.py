"""showing the gradient is part of computing it

Who sees the line, and who needs the return value?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    print("gradient:", answer)
    return answer
