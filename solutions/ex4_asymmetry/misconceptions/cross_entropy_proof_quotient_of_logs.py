"""the logarithm of a quotient is the quotient of the logarithms

Try log(8/2) and log(8)/log(2).
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*(log(p)/log(q)))", "algebra"),
        ("=", "S(p*log(p)) - S(p*log(q))", "definition"),
    ]
