"""the divergence averages over Q

Whose surprise is measured, and whose outcomes happen?
"""


def cross_entropy_proof():
    return [
        "S(q*log(q/p))",
        ("=", "S(q*log(q)) - S(q*log(p))", "algebra"),
    ]
