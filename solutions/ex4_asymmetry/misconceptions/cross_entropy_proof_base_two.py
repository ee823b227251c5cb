"""the logarithm of information theory is to base 2

Which logarithm does the small language know, and does the proof need another one?
"""


def cross_entropy_proof():
    return ["S(p*log2(p/q))", ("=", "-S(p*log2(q)) - (-S(p*log2(p)))", "algebra")]
