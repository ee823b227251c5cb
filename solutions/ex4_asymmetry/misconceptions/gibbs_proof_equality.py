"""the tangent equals the logarithm

Try P = (1/2, 1/2) and Q = (1/4, 3/4) on both sides of your step.
"""


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*(q/p - 1))", "algebra"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "0", "extend_sum", "e = q"),
    ]
