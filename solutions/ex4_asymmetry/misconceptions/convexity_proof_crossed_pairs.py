"""the order of the terms in the lists does not matter

Which b belongs to which a?
"""


def convexity_proof():
    mixed = "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/(lam*q1 + (1-lam)*q2)))"
    return [
        mixed,
        ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "log_sum", "a = lam*p1, (1-lam)*p2", "b = (1-lam)*q2, lam*q1"),
    ]
