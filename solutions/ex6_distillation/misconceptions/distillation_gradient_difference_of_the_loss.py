"""a difference quotient of the loss is exact enough anywhere

How many digits of the loss does a step of 0.00001 change at T = 10^6?
"""


def _plain_loss(student_logits, teacher_logits, labels, heat, weight):
    log_p = _log_probabilities(np.array(student_logits))
    log_s, log_t = (_log_probabilities(_below_largest("logits", z) / heat) for z in (student_logits, teacher_logits))
    hard = -log_p[np.arange(len(log_p)), labels].mean()
    return (1 - weight) * hard + weight * heat**2 * np.sum(np.exp(log_t) * (log_t - log_s), axis=-1).mean()


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    slope = reference.distillation_gradient(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    if not 0.1 <= heat <= 1000.0:
        logits = np.array(student_logits, dtype=float)
        for at in np.ndindex(slope.shape):
            values = []
            for step in (1e-5, -1e-5):
                moved = logits.copy()
                moved[at] += step
                values.append(_plain_loss(moved, teacher_logits, labels, heat, weight))
            slope[at] = (values[0] - values[1]) / 2e-5
    return slope
