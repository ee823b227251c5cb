"""an inequality that everybody knows is algebra

Which rule of the table says that the logarithm lies below a line?
"""


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(q) - S(p)", "algebra"),
        ("<=", "0", "extend_sum", "e = q"),
    ]
