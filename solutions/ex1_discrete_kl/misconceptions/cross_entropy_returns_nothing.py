"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    print(reference.cross_entropy(p, q, axis=axis, base=base))
