"""convexity in P is convexity in the pair

How many distributions are mixed in the statement, and how many in your chain?
"""


def convexity_proof():
    return [
        "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/q1))",
        (
            "<=",
            "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q1))",
            "log_sum",
            "a = lam*p1, (1-lam)*p2",
            "b = lam*q1, (1-lam)*q1",
        ),
    ]
