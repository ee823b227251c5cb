"""the sum runs over all outcomes, zero over zero included

What is p/p at an outcome with p = 0?
"""


def equality_case():
    return {
        **reference.equality_case(),
        "proof": ["S(p*log(p/p))", ("=", "All(p*log(p/p))", "definition"), ("=", "0", "algebra")],
    }
