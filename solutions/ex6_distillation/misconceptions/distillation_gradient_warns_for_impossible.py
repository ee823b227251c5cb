"""warnings about impossible classes are nobody's business

What appears on the screen for a valid logit of -inf?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    np.log(np.where(np.isneginf(np.array([student_logits, teacher_logits], dtype=float)), 0.0, 1.0))
    return answer
