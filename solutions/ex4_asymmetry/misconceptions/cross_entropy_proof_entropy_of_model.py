"""the divergence is the difference of two entropies

Over which distribution are both logarithms averaged?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p)) - S(q*log(q))", "algebra"),
    ]
