# Kevin B. ex4
from fractions import Fraction as F
from math import ceil


def equal_pair():
    return [F(1, 4), F(1, 4), F(1, 2)], [F(1, 4), F(1, 2), F(1, 4)]


def lopsided_pair():
    # about 300 times
    return [F(1, 100), F(99, 100)], [F(1, 10**140), 1 - F(1, 10**140)]


def asymmetric_family(eps):
    # KL(P||Q): P almost never takes outcome 1, Q takes it with eps/2.  KL(Q||P): infinite is larger than 1/eps
    return [1, 0], [1 - eps / 2, eps / 2]


def triangle_family(factor):
    # R has a zero, so KL(P||R) is infinite and wins against any factor
    return [F(1, 2), F(1, 2)], [F(3, 4), F(1, 4)], [1, 0]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = q"),
        ("=", "S(q) - 1", "normalisation"),
        ("<=", "All(q) - 1", "extend_sum", "e = p"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    u = [F(1, 4)] * 4
    return {
        "zero": (u, u),
        "non_zero": (u, [F(1, 8), F(3, 8), F(1, 8), F(3, 8)]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    u = [F(1, 4)] * 4
    v = [F(1, 8), F(3, 8), F(1, 8), F(3, 8)]
    return {
        "relabel": (u, v, [0, 1, 2, 3]),
        "lossy": (u, v, [0, 0, 1, 1]),
        "lossless": (u, v, [0, 1, 0, 1]),
    }


def convexity_examples():
    return {
        "strict": ([F(1, 2), F(1, 2)], [F(1, 3), F(2, 3)], [F(1, 5), F(4, 5)], [F(1, 2), F(1, 2)], F(1, 2)),
        "equal": ([F(1, 2), F(1, 2)], [F(1, 2), F(1, 2)], [F(1, 5), F(4, 5)], [F(1, 5), F(4, 5)], F(1, 2)),
    }


def convexity_proof():
    a, b = "lam*p1, (1-lam)*p2", "lam*q1, (1-lam)*q2"
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "log_sum", "a=" + a, "b=" + b),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
        ("=", "S(q*log(q)) - S(p*log(q))", "algebra"),
    ]
