from fractions import Fraction
from math import ceil


def equal_pair():
    return ["1/2", "1/3", "1/5"], ["1/3", "1/2", "1/5"]


def lopsided_pair():
    a, b = Fraction(1, 100), Fraction(1, 10**450)
    return [1 - a, a], [1, b]          # 1 - b is practically 1


def asymmetric_family(eps):
    a = eps / 2
    b = a / 2 ** ceil(3 / eps**2 + 2)
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    n = 4 * ceil(factor)
    c, r = Fraction(1, n), Fraction(1, n ** (n + 4))
    return ["1/2", "1/2"], [c, 1 - c], [r, 1 - r]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "log(S(p*q/p))", "jensen", "x = q/p", "w = p"),
        ("=", "log(S(q))", "algebra"),
        ("<=", "log(All(q))", "log_monotone", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    return {
        "zero": ([1, 2, 3], [1, 2, 3]),
        "non_zero": ([1, 2, 3], [1, 3, 2]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = ["1/2", "1/4", "1/4"], ["1/8", "3/8", "1/2"]
    return {
        "relabel": (p, q, [0, 2, 1]),
        "lossy": (p, q, [0, 0, 1]),
        "lossless": (["1/4", "1/4", "1/2"], ["1/3", "1/3", "1/3"], [0, 0, 1]),
    }


def convexity_examples():
    return {
        "strict": (["1/2", "1/2"], ["1/4", "3/4"], ["1/3", "1/3"], ["1/2", "1/2"], "1/2"),
        "equal": (["1/2", "1/2"], ["1/4", "3/4"], ["1/2", "1/2"], ["1/4", "1/4"], "1/2"),
    }


def convexity_proof():
    # the convex combination of the terms, by the log-sum inequality
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(p1/q1) + (1-lam)*p2*log(p2/q2))", "log_sum",
         "a = p1, p2", "b = q1, q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "-S(p*log(q)) + S(p*log(p))", "algebra")]
