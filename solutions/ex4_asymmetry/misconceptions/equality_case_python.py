"""an expression of the chain is Python

Which words does the small language have for a sum over outcomes?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["sum(p*log(p/p))", ("=", "sum(p*log(1))", "algebra"), ("=", "0", "algebra")]}
