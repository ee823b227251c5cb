"""large logits are large energies and mean small probabilities

Which class should win, the one with the largest logit or the smallest?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    _below_largest("logits", logits, axis)
    flipped = np.where(np.isneginf(np.asarray(logits, dtype=float)), -np.inf, -np.asarray(logits, dtype=float))
    return reference.softmax(flipped, temperature=temperature, axis=axis)
