"""a proof may start with what it wants to show

Where does the chain have to begin, and where to end?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["0", ("=", "S(p) - S(p)", "algebra"), ("=", "0", "algebra")]}
