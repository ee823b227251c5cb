"""a chain may use H and KL as words

Which sum does your word stand for, written out?
"""


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "H(p,q) - H(p)", "definition")]
