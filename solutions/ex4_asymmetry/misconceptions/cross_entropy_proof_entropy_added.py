"""entropy is S(p*log(p)), without a minus

Is the entropy of a fair coin positive in your notation?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*(log(p) - log(q)))", "algebra"),
        ("=", "-S(p*log(q)) - S(p*log(p))", "definition"),
    ]
