"""an inequality proves an equality

What does your chain say about the case that the left side is larger?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["S(p*log(p/p))", (">=", "0", "log_le", "x = p/p", "w = p")]}
