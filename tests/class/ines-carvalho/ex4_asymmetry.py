from fractions import Fraction as F
import math


def equal_pair():
    # KL(P||P) = KL(P||P), obviously
    return [F(1, 2), F(1, 2)], [F(1, 2), F(1, 2)]


def lopsided_pair():
    b = F(1, 3**1300)
    return [F(1, 20), F(19, 20)], [b, 1 - b]


def asymmetric_family(eps):
    b = eps / 3 / 4 ** math.ceil(3 / eps**2 + 1)
    return [b, 1 - b], [eps / 3, 1 - eps / 3]


def triangle_family(factor):
    n = 5 * math.ceil(factor)
    return [F(1, 2), F(1, 2)], [F(1, n), 1 - F(1, n)], [F(1, n**n), 1 - F(1, n**n)]


def gibbs_proof():
    return [
        "S(p*log(p/q))",
        (">=", "0", "gibbs"),
    ]


def equality_case():
    return {
        "zero": ([F(1, 2), F(1, 2)], [F(1, 2), F(1, 2)]),
        "non_zero": ([F(1, 2), F(1, 2)], [F(1, 4), F(3, 4)]),
        "proof": ["S(p*log(p/p))", (">=", "0", "gibbs")],
    }


def invariance_examples():
    p, q = [F(1, 2), F(3, 10), F(1, 5)], [F(1, 5), F(3, 10), F(1, 2)]
    return {
        "relabel": (p, q, [0, 1, 2]),
        "lossy": (p, q, [0, 1, 1]),
        "lossless": (p, p, [0, 0, 1]),
    }


def convexity_examples():
    p, q = [F(1, 2), F(1, 2)], [F(1, 5), F(4, 5)]
    return {"strict": (p, q, q, p, F(1, 2)), "equal": (p, q, p, q, F(1, 2))}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "convexity"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*(log(p) - log(q)))", "algebra"), ("=", "S(p*log(p) - p*log(q))", "algebra")]
