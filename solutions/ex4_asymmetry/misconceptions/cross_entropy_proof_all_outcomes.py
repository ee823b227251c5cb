"""the sums may run over all outcomes, as zero times anything is zero

What is log(p) at an outcome with p = 0?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "All(p*log(p)) - All(p*log(q))", "algebra"),
    ]
