"""every convexity comes from Jensen's inequality for the logarithm

Which rule of the table compares two pairs at each outcome?
"""


def convexity_proof():
    mixed = "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/(lam*q1 + (1-lam)*q2)))"
    return [mixed, ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "jensen", "x = q1/p1", "w = p1")]
