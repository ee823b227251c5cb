"""cross-entropy is at least the divergence, which is all that can be said

What is the difference of the two sides of your step, and is it ever not zero?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("<=", "-S(p*log(q))", "extend_sum", "e = 0"),
    ]
