"""the classes of a table lie along its first axis

Which numbers of the table have to add up to 1?
"""


def _over_examples(logits, temperature):
    scaled = np.array(logits, dtype=float) / temperature
    with np.errstate(invalid="ignore"):
        scaled = scaled - scaled.max(axis=0, keepdims=True)
    return scaled - np.log(np.exp(scaled).sum(axis=0, keepdims=True))


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    log_s, log_t = _over_examples(student_logits, heat), _over_examples(teacher_logits, heat)
    p_t = np.exp(log_t)
    hard = -float(np.mean(_over_examples(student_logits, 1.0)[np.arange(len(right)), right]))
    terms = p_t * np.subtract(log_t, log_s, out=np.zeros_like(p_t), where=p_t > 0)
    return (1 - weight) * hard + weight * heat**2 * float(np.mean(np.sum(terms, axis=1)))
