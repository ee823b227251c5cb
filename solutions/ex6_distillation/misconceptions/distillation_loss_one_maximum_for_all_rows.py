"""taking the largest logit of the whole batch off is safe for every row

What is left of the row [-2000, -1999] next to the row [0, 1]?
"""


def _shifted_by_one(logits):
    below = logits - logits.max()
    return below - np.log(np.exp(below).sum(axis=-1, keepdims=True))


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, _, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    s, t = np.array(student_logits, dtype=float), np.array(teacher_logits, dtype=float)
    hard = soft = 0.0
    if weight < 1:
        hard = -_shifted_by_one(s)[np.arange(len(s)), np.array(labels)].mean()
    if weight > 0:
        log_s, log_t = _shifted_by_one(s / heat), _shifted_by_one(t / heat)
        p_t = np.exp(log_t)
        soft = heat**2 * np.sum(p_t * np.subtract(log_t, log_s, out=np.zeros_like(p_t), where=p_t > 0), axis=-1).mean()
    return float((1 - weight) * hard + weight * soft)
