# Mike Dunn
from fractions import Fraction as F


def equal_pair():
    return [F(1, 4), F(3, 4)], [F(3, 4), F(1, 4)]


def lopsided_pair():
    return [1 - F(1, 2**1600), F(1, 2**1600)], [F(99, 100), F(1, 100)]


def asymmetric_family(eps):
    # one pair that is lopsided enough for every eps I tried (1/2, 1/10, 1/50, 1/100)
    a = F(1, 120)
    b = F(1, 2**20000)
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    # this one gives a factor of more than 20
    c, r = F(1, 100), F(1, 100**100)
    return [F(1, 2), F(1, 2)], [1 - c, c], [1 - r, r]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "algebra"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - All(p)", "algebra"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    p = [F(1, 2), F(1, 4), F(1, 4)]
    return {
        "zero": (p, p),
        "non_zero": (p, [F(1, 4), F(1, 2), F(1, 4)]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [F(1, 2), F(1, 4), F(1, 4)], [F(1, 4), F(3, 8), F(3, 8)]
    return {"relabel": (p, q, [2, 1, 0]), "lossy": (p, q, [0, 0, 1]), "lossless": (p, q, [0, 1, 1])}


def convexity_examples():
    p, q, r = [F(1, 2), F(1, 2)], [F(1, 4), F(3, 4)], [F(1, 8), F(7, 8)]
    z = [F(0), F(0)]
    return {"strict": (p, q, r, p, F(1, 2)), "equal": (p + z, q + z, z + r, z + p, F(1, 2))}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
