"""softmax runs over the examples

Along which axis do the class probabilities add up to 1?
"""


def _over_examples(logits, temperature):
    scaled = np.array(logits, dtype=float) / temperature
    with np.errstate(invalid="ignore"):
        scaled = scaled - scaled.max(axis=0, keepdims=True)
    return scaled - np.log(np.exp(scaled).sum(axis=0, keepdims=True))


def _divergence_of(log_s, log_t):
    p_t = np.exp(log_t)
    return np.sum(p_t * np.subtract(log_t, log_s, out=np.zeros_like(p_t), where=p_t > 0), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, _, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-_log_probabilities(student)[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(
            np.mean(_divergence_of(_over_examples(student_logits, heat), _over_examples(teacher_logits, heat)))
        )
    return (1 - weight) * hard + weight * soft
