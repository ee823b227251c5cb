"""an expression of the chain is Python

Which words does the small language have for a sum over outcomes?
"""


def cross_entropy_proof():
    return ["sum(p*log(p/q))", ("=", "-sum(p*log(q)) + sum(p*log(p))", "algebra")]
