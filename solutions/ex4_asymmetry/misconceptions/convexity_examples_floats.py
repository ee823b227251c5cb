"""a float that looks exact is exact

Is 0.1 + 0.2 the same as 0.3, and what would that do to a proof?
"""


def convexity_examples():
    strict = [0.5, 0.5], [0.25, 0.75], [0.75, 0.25], [0.5, 0.5], "1/2"
    return {"strict": strict, "equal": ([0.5, 0.5, 0.0], [0.25, 0.75, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0], "1/2")}
