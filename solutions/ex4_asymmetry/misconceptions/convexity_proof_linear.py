"""the divergence of a mixture is the mixture of the divergences

Try lam = 1/2 with two pairs that differ: are both sides equal?
"""


def convexity_proof():
    mixed = "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/(lam*q1 + (1-lam)*q2)))"
    return [mixed, ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra")]
