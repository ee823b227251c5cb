"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    answer = reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    if isinstance(student_logits, np.ndarray) and student_logits.dtype == float:
        student_logits /= temperature
    return answer
