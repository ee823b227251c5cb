"""the divergence is linear in P when Q stays the same

Work out the entropy of your mixture of P1 and P2: is it the mixture of their entropies?
"""


def convexity_examples():
    return {
        **reference.convexity_examples(),
        "equal": (["9/10", "1/10"], ["1/4", "3/4"], ["1/10", "9/10"], ["1/4", "3/4"], "1/2"),
    }
