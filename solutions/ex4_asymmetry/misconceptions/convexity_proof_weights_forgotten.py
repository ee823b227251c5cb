"""the weights cancel in the ratios, so the lists need none

Add up your list a: does the sum stand in your chain?
"""


def convexity_proof():
    mixed = "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/(lam*q1 + (1-lam)*q2)))"
    return [mixed, ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "log_sum", "a = p1, p2", "b = q1, q2")]
