"""Exercise 4 - Amira Haddad."""
from fractions import Fraction as F
from math import ceil


def equal_pair():
    # swapping two outcomes mirrors the sum
    return [F(1, 10), F(9, 10)], [F(9, 10), F(1, 10)]


def lopsided_pair():
    # KL(Q||P) ~ a log(a/b) - a while KL(P||Q) ~ a: the ratio is about log(a/b)
    a = F(1, 1000)
    b = F(1, 2**1500)
    return [1 - b, b], [1 - a, a]


def asymmetric_family(eps):
    a = eps / 2
    # KL(Q||P) >= a log(a/b) - a, so log(a/b) > 2/eps^2 + 1 is enough
    n = ceil(3 / eps**2) + 2
    b = a / 2**n
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    n = ceil(factor)
    c = F(1, 4 * n)
    r = c ** (4 * n + 4)
    half = F(1, 2)
    return [half, half], [c, 1 - c], [r, 1 - r]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("=", "S(q) - 1", "normalisation"),
        ("<=", "All(q) - 1", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    return {
        "zero": ([F(1, 3), F(2, 3)], [F(1, 3), F(2, 3)]),
        "non_zero": ([F(1, 2), F(1, 4), F(1, 4)], [F(1, 2), F(1, 8), F(3, 8)]),
        "proof": [
            "S(p*log(p/p))",
            ("=", "S(p*log(1))", "algebra"),
            ("=", "0", "algebra"),
        ],
    }


def invariance_examples():
    p = [F(1, 2), F(1, 3), F(1, 6)]
    q = [F(1, 6), F(1, 3), F(1, 2)]
    return {
        "relabel": (p, q, [2, 0, 1]),
        "lossy": (p, q, [0, 0, 1]),
        # outcomes 0 and 1 have the same ratio p/q = 2
        "lossless": ([F(1, 2), F(1, 4), F(1, 4)], [F(1, 4), F(1, 8), F(5, 8)], [0, 0, 1]),
    }


def convexity_examples():
    return {
        "strict": ([F(1, 2), F(1, 2)], [F(1, 4), F(3, 4)], [F(1, 3), F(2, 3)], [F(5, 6), F(1, 6)], F(1, 2)),
        # the same P/Q ratios in both pairs: (2, 1/2)
        "equal": (
            [F(1, 3), F(1, 3), F(1, 3)],
            [F(1, 6), F(1, 6), F(2, 3)],
            [F(1, 6), F(1, 2), F(1, 3)],
            [F(1, 12), F(1, 4), F(2, 3)],
            F(1, 3),
        ),
    }


def convexity_proof():
    return [
        "S((lam*p1 + (1-lam)*p2)*log((lam*p1 + (1-lam)*p2)/(lam*q1 + (1-lam)*q2)))",
        (
            "<=",
            "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))",
            "log_sum",
            "a = lam*p1, (1-lam)*p2",
            "b = lam*q1, (1-lam)*q2",
        ),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p) - p*log(q))", "algebra"),
        ("=", "-S(p*log(q)) - (-S(p*log(p)))", "algebra"),
    ]
