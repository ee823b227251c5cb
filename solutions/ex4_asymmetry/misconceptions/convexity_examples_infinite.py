"""finite against infinite is strict

Are both sides of your inequality numbers?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "strict": ([1, 0], [0, 1], ["1/2", "1/2"], ["1/2", "1/2"], "1/2")}
