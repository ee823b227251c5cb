from decimal import Decimal
from fractions import Fraction
import numpy as np


def equal_pair():
    return [Decimal("0.2"), Decimal("0.8")], [Decimal("0.8"), Decimal("0.2")]


def lopsided_pair():
    # so small that nobody can complain
    b = Fraction(1, 2**5000)
    return [b, 1 - b], [Fraction(1, 100), Fraction(99, 100)]


def asymmetric_family(eps):
    a = eps / 2
    b = Fraction(float(a) * float(np.exp(-2 / float(eps) ** 2 - 2)))   # exact fraction of a double
    return [b, 1 - b], [a, 1 - a]


def triangle_family(factor):
    c = Fraction(1, 4) / factor
    r = Fraction(float(c) ** 4)
    return [Fraction(1, 2), Fraction(1, 2)], [c, 1 - c], [r, 1 - r]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - All(p)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    p = list(np.array([1, 1, 2]) / 4)
    q = list(np.array([1, 2, 1]) / 4)
    return {"zero": (p, p), "non_zero": (p, q), "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")]}


def invariance_examples():
    p, q = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)], [Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)]
    perm = list(np.random.default_rng(0).permutation(3))
    return {"relabel": (p, q, perm), "lossy": (p, q, list(np.array([0, 1, 1]))), "lossless": (p, q, list(np.array([0, 0, 1])))}


def convexity_examples():
    p, q = ["1/4", "3/4"], ["1/2", "1/2"]
    return {"strict": (p, q, q, p, "0.5"), "equal": (p + [0], q + [0], [0, 0, 1], [0, 0, 1], "0.5")}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log((lam*p1)/(lam*q1)) + (1-lam)*p2*log(((1-lam)*p2)/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*(log(p) - log(q)))", "algebra"), ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
