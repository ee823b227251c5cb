"""the logarithm of information theory is to base 2

Which logarithm does the small language know, and does the proof need another one?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["S(p*log2(p/p))", ("=", "S(p*log2(1))", "algebra"), ("=", "0", "algebra")]}
