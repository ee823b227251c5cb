"""showing the loss is part of computing it

Who sees the line, and who needs the return value?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    print("loss:", answer)
    return answer
