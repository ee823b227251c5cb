"""different P and Q make the inequality strict

What is mixed in your example, and does mixing change it?
"""


def convexity_examples():
    return {**reference.convexity_examples(), "strict": (["1/2", "1/2"], ["1/4", "3/4"], ["1/2", "1/2"], ["1/4", "3/4"], "1/2")}
