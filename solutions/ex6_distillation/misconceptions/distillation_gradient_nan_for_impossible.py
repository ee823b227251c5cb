"""the computer takes care of logits of minus infinity

What is infinity minus infinity, and what should an impossible class pull?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    touched = np.isneginf(np.array(student_logits, dtype=float)) | np.isneginf(np.array(teacher_logits, dtype=float))
    return np.where(touched, np.nan, answer)
