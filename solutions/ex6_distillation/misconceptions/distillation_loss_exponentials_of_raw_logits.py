"""the exponential of a logit is always a number

exp(1000) is too big for a float: what may be taken off all logits without changing anything?
"""


def _raw(logits):
    return np.array(logits, dtype=float)


def _plain(logits):
    return np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)


def _of_probabilities(p_s, p_t):
    with np.errstate(divide="ignore"):
        return np.sum(p_t * np.where(p_t > 0, np.log(np.where(p_t > 0, p_t, 1.0) / p_s), 0.0), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        with np.errstate(divide="ignore"):
            hard = float(np.mean(-np.log(_plain(_raw(student_logits)))[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(
            np.mean(_of_probabilities(_plain(_raw(student_logits) / heat), _plain(_raw(teacher_logits) / heat)))
        )
    return (1 - weight) * hard + weight * soft
