"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    print(reference.softmax(logits, temperature=temperature, axis=axis))
