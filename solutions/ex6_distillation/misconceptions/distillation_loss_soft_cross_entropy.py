"""the soft part is the cross-entropy of teacher and student

Is the soft term zero when the student copies the teacher?
"""


def _cross_entropy(student, teacher):
    log_s, p_t = _log_probabilities(student), np.exp(_log_probabilities(teacher))
    return -np.sum(p_t * np.where(p_t > 0, log_s, 0.0), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(np.mean(_cross_entropy(student / heat, teacher / heat)))
    return (1 - weight) * hard + weight * soft
