"""a single sum with two logarithms is a difference of two entropies

How many sums does the last line have to have?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*(log(p) - log(q)))", "algebra"),
    ]
