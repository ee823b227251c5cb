"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def kl_divergence(p, q, *, axis=-1, base=None):
    print(reference.kl_divergence(p, q, axis=axis, base=base))
