"""a probability of 0 in the student is a tiny number

If the student calls impossible what the teacher says, how surprised should it be?
"""


def _clipped(student, teacher):
    p_s, p_t = np.clip(np.exp(_log_probabilities(student)), 1e-10, 1), np.exp(_log_probabilities(teacher))
    return np.sum(p_t * (np.log(np.where(p_t > 0, p_t, 1.0)) - np.log(p_s)), axis=-1)


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    student, teacher, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = soft = 0.0
    if weight < 1:
        hard = float(np.mean(-np.log(np.clip(np.exp(_log_probabilities(student)), 1e-10, 1))[np.arange(len(right)), right]))
    if weight > 0:
        soft = heat**2 * float(np.mean(_clipped(student / heat, teacher / heat)))
    return (1 - weight) * hard + weight * soft
