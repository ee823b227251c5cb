"""Olivia Bennett"""
from fractions import Fraction as F
from math import ceil


def equal_pair():
    return [F(1, 8), F(7, 8)], [F(7, 8), F(1, 8)]


def lopsided_pair():
    b = F(1, 2**1700)
    return [F(1, 16), F(15, 16)], [b, 1 - b]


def asymmetric_family(eps):
    b = F(1, 2 ** (ceil(3 / eps**2) + ceil(2 / eps) + 2))
    return [b, 1 - b], [eps / 2, 1 - eps / 2]


def triangle_family(factor):
    b = F(1, 2 ** ceil(100 * factor))
    return [F(1, 2), F(1, 2)], [F(1, 20), F(19, 20)], [b, 1 - b]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - S(p)", "extend_sum", "e = q"),
    ]  # and this is zero


def equality_case():
    p, q = [F(1, 2), F(1, 4), F(1, 4)], [F(1, 4), F(1, 2), F(1, 4)]
    return {
        "zero": (p, p),
        "non_zero": (p, q),
        "proof": ["S(p*log(p/q))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [F(1, 2), F(1, 4), F(1, 4)], [F(1, 4), F(1, 2), F(1, 4)]
    return {
        "relabel": (p, q, [1, 0, 2]),
        "lossy": (p, q, [0, 0, 1]),
        "lossless": (p, q, [0, 1, 1]),
    }


def convexity_examples():
    p, q = [F(1, 2), F(1, 2)], [F(1, 4), F(3, 4)]
    return {"strict": (p, p, q, q, F(1, 2)), "equal": (p, q, p, q, F(1, 2))}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["All(p*log(p/q))", ("=", "All(p*log(p)) - All(p*log(q))", "algebra")]
