import numpy as np


def log_softmax(logits, *, temperature=1.0, axis=-1):
    logits = np.asarray(logits, dtype=np.float64)
    assert logits.size > 0, "logits must not be empty"
    assert not np.isnan(logits).any(), "logits must not be NaN"
    assert not np.isposinf(logits).any(), "logits must not be +inf"
    assert temperature > 0, "temperature must be positive"
    z = (logits - logits.max(axis=axis, keepdims=True)) / temperature
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def softmax(logits, *, temperature=1.0, axis=-1):
    return np.exp(log_softmax(logits, temperature=temperature, axis=axis))


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t = np.asarray(student_logits, dtype=np.float64), np.asarray(teacher_logits, dtype=np.float64)
    y = np.asarray(labels)
    assert s.ndim == 2 and s.shape == t.shape, "student_logits and teacher_logits must be (B, C)"
    assert y.shape == (len(s),), "labels must be (B,)"
    assert y.min() >= 0 and y.max() < s.shape[1], "labels must be in range"
    assert 0 <= alpha <= 1, "alpha must be in [0, 1]"
    T = float(temperature)
    loss = 0.0
    if alpha < 1:
        loss -= (1 - alpha) * log_softmax(s)[np.arange(len(y)), y].mean()
    if alpha > 0:
        lt, ls = log_softmax(t, temperature=T), log_softmax(s, temperature=T)
        keep = lt > -np.inf
        loss += alpha * T**2 * np.sum(np.exp(lt[keep]) * (lt[keep] - ls[keep])) / len(y)
    return float(loss)


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    s, t = np.asarray(student_logits, dtype=np.float64), np.asarray(teacher_logits, dtype=np.float64)
    y = np.asarray(labels)
    assert s.shape == t.shape, "student_logits and teacher_logits must be (B, C)"
    assert 0 <= alpha <= 1, "alpha must be in [0, 1]"
    hard = softmax(s)
    hard[np.arange(len(y)), y] -= 1
    # gradient of the loss: we go downhill, so minus
    soft = softmax(t, temperature=temperature) - softmax(s, temperature=temperature)
    return ((1 - alpha) * hard + alpha * temperature * soft) / len(y)
