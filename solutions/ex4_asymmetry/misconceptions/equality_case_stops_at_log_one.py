"""log(1) need not be worked out

What is the last line of your chain?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra")]}
