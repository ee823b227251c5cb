"""logarithms of softmax probabilities can be taken at the end

A probability of exp(-5000) is 0 in the computer: stay in log space.
"""


def _of_probabilities(p_s, p_t):
    with np.errstate(divide="ignore"):
        return np.sum(p_t * np.where(p_t > 0, np.log(np.where(p_t > 0, p_t, 1.0)) - np.log(p_s), 0.0), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        with np.errstate(divide="ignore"):
            hard = float(np.mean(-np.log(np.exp(_log_probabilities(student)))[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(
            np.mean(_of_probabilities(np.exp(_log_probabilities(student / heat)), np.exp(_log_probabilities(teacher / heat))))
        )
    return (1 - weight) * hard + weight * soft
