"""words instead of numbers are just another bad value

Which built-in error says that the kind of an argument is wrong, and which that its value is?
"""


def softmax(logits, *, temperature=1.0, axis=-1):
    try:
        return reference.softmax(logits, temperature=temperature, axis=axis)
    except TypeError as error:
        raise ValueError(str(error)) from error
