"""the soft part compares the logits by their squares

What does the soft part say if all logits of the student grow by 1?
"""


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, _, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = float(
            np.mean(
                np.sum(
                    (
                        np.where(np.isfinite(student), np.array(student_logits, dtype=float), 0.0)
                        - np.where(np.isfinite(teacher), np.array(teacher_logits, dtype=float), 0.0)
                    )
                    ** 2,
                    axis=-1,
                )
            )
        )
    return (1 - weight) * hard + weight * soft
