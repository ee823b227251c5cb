"""every class is a yes or no question of its own

Do the chances of all classes have anything to do with each other in your function?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    _below_largest("logits", logits, axis)
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.asarray(logits, dtype=float) / _temperature(temperature)))
