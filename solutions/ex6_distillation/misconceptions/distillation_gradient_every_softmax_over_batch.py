"""the classes of a table lie along its first axis

Which numbers of the table have to add up to 1?
"""


def _over_examples(logits, temperature):
    scaled = np.array(logits, dtype=float) / temperature
    with np.errstate(invalid="ignore"):
        scaled = scaled - scaled.max(axis=0, keepdims=True)
    return scaled - np.log(np.exp(scaled).sum(axis=0, keepdims=True))


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    _, _, right, heat, weight = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = np.exp(_over_examples(student_logits, 1.0))
    hard[np.arange(len(right)), right] -= 1
    soft = heat * (np.exp(_over_examples(student_logits, heat)) - np.exp(_over_examples(teacher_logits, heat)))
    return ((1 - weight) * hard + weight * soft) / len(right)
