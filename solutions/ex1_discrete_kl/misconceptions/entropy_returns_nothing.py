"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def entropy(p, *, axis=-1, base=None):
    print(reference.entropy(p, axis=axis, base=base))
