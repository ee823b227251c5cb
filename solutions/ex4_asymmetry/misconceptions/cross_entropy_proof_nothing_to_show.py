"""repeating the claim proves it

In which form does the question want the last line?
"""


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p/q))", "definition"),
    ]
