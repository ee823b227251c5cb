"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def log_softmax(logits, *, temperature=1.0, axis=-1):
    print(reference.log_softmax(logits, temperature=temperature, axis=axis))
