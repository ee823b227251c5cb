# Lucas Moreau : tout en Python
import math
from fractions import Fraction


def equal_pair():
    return [Fraction(1, 4), Fraction(1, 2), Fraction(1, 4)], [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]


def lopsided_pair():
    return [Fraction(1, 2), Fraction(1, 2)], [Fraction(1, 2**2400), 1 - Fraction(1, 2**2400)]


def asymmetric_family(eps):
    n = math.ceil(3 / eps**2)
    b = eps / 2 ** (n + 3)
    return [b, 1 - b], [eps / 2, 1 - eps / 2]


def triangle_family(factor):
    n = math.ceil(4 * factor)
    return [Fraction(1, 2)] * 2, [Fraction(1, n), 1 - Fraction(1, n)], [Fraction(1, n**n * n**n), 1 - Fraction(1, n**n * n**n)]


def gibbs_proof():
    return [
        "-sum(p[i]*math.log(p[i]/q[i]) for i in range(len(p)) if p[i] > 0)",
        ("=", "sum(p[i]*math.log(q[i]/p[i]) for i in range(len(p)) if p[i] > 0)", "algebra"),
        ("<=", "sum(q[i] - p[i] for i in range(len(p)) if p[i] > 0)", "log_le", "x = q[i]/p[i]", "w = p[i]"),
        ("<=", "sum(q) - sum(p)", "extend_sum", "e = q[i]"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    p = [Fraction(1, 2), Fraction(1, 2)]
    return {
        "zero": (p, p),
        "non_zero": (p, [Fraction(1, 4), Fraction(3, 4)]),
        "proof": lambda p: sum(x * math.log(x / x) for x in p) == 0,
    }


def invariance_examples():
    p = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]
    q = [Fraction(1, 8), Fraction(1, 8), Fraction(3, 4)]
    return {
        "relabel": (p, q, {0: 1, 1: 2, 2: 0}),
        "lossy": (p, q, {0: 0, 1: 1, 2: 1}),
        "lossless": (p, q, {0: 0, 1: 0, 2: 1}),
    }


def convexity_examples():
    p, q = [Fraction(1, 2), Fraction(1, 2)], [Fraction(1, 4), Fraction(3, 4)]
    return {
        "strict": (p, q, q, p, Fraction(1, 2)),
        "equal": (p + [0], q + [0], [0, 0, 1], [0, 0, 1], Fraction(1, 2)),
    }


def convexity_proof():
    return "KL(lam*P1 + (1-lam)*P2 || lam*Q1 + (1-lam)*Q2) <= lam*KL(P1||Q1) + (1-lam)*KL(P2||Q2) by the log sum inequality"


def cross_entropy_proof():
    return ["KL(P,Q)", ("=", "sum(p*log(p)) - sum(p*log(q))", "algebra"), ("=", "H(P,Q) - H(P)", "definition")]
