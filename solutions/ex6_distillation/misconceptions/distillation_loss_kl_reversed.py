"""the student's probabilities are the weights of the divergence

Who is the reference here, teacher or student?
"""


def _divergence(student, teacher):
    log_s, log_t = _log_probabilities(student), _log_probabilities(teacher)
    p_t = np.exp(log_t)
    return np.sum(p_t * np.subtract(log_t, log_s, out=np.zeros_like(p_t), where=p_t > 0), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(np.mean(_divergence(teacher / heat, student / heat)))
    return (1 - weight) * hard + weight * soft
