"""a weight may be a float, as it is no probability

Is the mixture of your distributions made of exact numbers?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "strict": (["1/2", "1/2"], ["1/4", "3/4"], ["1/3", "2/3"], ["3/4", "1/4"], 0.5)}
