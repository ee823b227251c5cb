# Priya Menon, exercise 6
import numpy as np


def softmax(logits, *, temperature=1.0, axis=-1):
    z = np.asarray(logits, dtype=np.float64) / temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(logits, *, temperature=1.0, axis=-1):
    return np.log(softmax(logits, temperature=temperature, axis=axis))


# which temperature makes the distribution exactly uniform?
T = 1.0
z = np.array([0.1, 0.7, -0.4])
while softmax(z, temperature=T).max() - softmax(z, temperature=T).min() > -1e-12:
    T *= 1.0000001


def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    T = temperature
    lt, ls = log_softmax(teacher_logits, temperature=T), log_softmax(student_logits, temperature=T)
    ce = -log_softmax(student_logits)[np.arange(len(labels)), labels].mean()
    return (1 - alpha) * ce + alpha * T**2 * (np.exp(lt) * (lt - ls)).sum(axis=1).mean()


def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    T = temperature
    hard = softmax(student_logits) - np.eye(np.shape(student_logits)[1])[labels]
    soft = softmax(student_logits, temperature=T) - softmax(teacher_logits, temperature=T)
    return ((1 - alpha) * hard + alpha * T * soft) / len(labels)
