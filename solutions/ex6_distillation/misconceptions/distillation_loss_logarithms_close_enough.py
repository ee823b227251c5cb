"""the difference of two log-probabilities keeps its digits

How many digits of a log-probability are about the difference of student and teacher at T = 10^12?
"""


def _positive_terms(student, teacher):
    log_s, log_t = _log_probabilities(student), _log_probabilities(teacher)
    p_s, p_t = np.exp(log_s), np.exp(log_t)
    tilt = np.subtract(log_s, log_t, out=np.zeros_like(p_t), where=p_t > 0)
    near = (np.abs(tilt) < SMALL) & (p_t > 0)
    series = p_t * np.where(near, tilt, 0.0) ** 2 * np.polyval(SERIES, np.where(near, tilt, 0.0))
    return np.sum(np.where(near, series, p_s - p_t - p_t * tilt), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(np.mean(_positive_terms(student / heat, teacher / heat)))
    return (1 - weight) * hard + weight * soft
