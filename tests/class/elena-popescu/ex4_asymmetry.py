"""Elena Popescu - not finished, sorry (exam week)."""
from fractions import Fraction


def equal_pair():
    return [Fraction(2, 9), Fraction(7, 9)], [Fraction(7, 9), Fraction(2, 9)]


def lopsided_pair():
    raise NotImplementedError("lopsided_pair is not written yet")


def asymmetric_family(eps):
    a = eps / 2
    b = a / 2 ** (int(3 / eps**2) + 4)
    return [b, 1 - b], [a, 1 - a]


def gibbs_proof():
    raise NotImplementedError("gibbs_proof is not written yet")


def equality_case():
    p = [Fraction(2, 9), Fraction(7, 9)]
    return {
        "zero": (p, p),
        "non_zero": (p, p[::-1]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [Fraction(1, 9), Fraction(1, 9), Fraction(7, 9)], [Fraction(2, 9), Fraction(2, 9), Fraction(5, 9)]
    return {"relabel": (p, q, [2, 0, 1]), "lossy": (p, q, [0, 1, 1])}


def convexity_examples():
    pass


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
