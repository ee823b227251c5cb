"""callers only pass valid batches

What does your function say about a temperature of -1, or a label that no class has?
"""


def _logs(logits):
    below = logits - logits.max(axis=-1, keepdims=True)
    return below - np.log(np.exp(below).sum(axis=-1, keepdims=True))


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    try:
        return reference.distillation_loss(student_logits, teacher_logits, labels, temperature=temperature, alpha=alpha)
    except ValueError:
        s, t = np.asarray(student_logits, dtype=float), np.asarray(teacher_logits, dtype=float)
    log_p, log_s, log_t = _logs(s), _logs(s / temperature), _logs(t / temperature)
    hard = -log_p[np.arange(len(s)), labels].mean()
    soft = np.sum(np.exp(log_t) * (log_t - log_s), axis=-1).mean()
    return float((1 - alpha) * hard + alpha * temperature**2 * soft)
