"""Q = P may be kept in mind instead of being written

Which letter has to stand for Q once it equals P?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["S(p*log(p/q))", ("=", "0", "algebra")]}
