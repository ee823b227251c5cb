"""Gibbs' inequality settles the case of equality, too

What does an inequality say about when its two sides agree?
"""


def equality_case():
    return {**reference.equality_case(), "proof": ["S(p*log(p/p))", (">=", "0", "gibbs")]}
