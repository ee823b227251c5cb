"""Zofia Kamińska, zadanie 4"""
from fractions import Fraction


def equal_pair():
    # przesuniecie cykliczne
    P = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
    return P, P[1:] + P[:1]


def lopsided_pair():
    return [1 - Fraction(1, 7**700), Fraction(1, 7**700)], [Fraction(9, 10), Fraction(1, 10)]


def asymmetric_family(eps):
    a = eps / 2
    n = int(4 / eps**2) + 5
    return [1 - a / 2**n, a / 2**n], [1 - a, a]


def triangle_family(factor):
    f = int(factor) + 1
    return ["1/2", "1/2"], [1 - Fraction(1, 4 * f), Fraction(1, 4 * f)], [1 - Fraction(1, (4 * f) ** (5 * f)), Fraction(1, (4 * f) ** (5 * f))]


def gibbs_proof():
    return [
        "S(p*log(p/q))",
        (">=", "S(-p*(q/p - 1))", "log_le", "x = q/p", "w = -p"),
        ("=", "S(p) - S(q)", "algebra"),
        (">=", "S(p) - All(q)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    P = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
    return {
        "zero": (P, [Fraction(3, 6), Fraction(2, 6), Fraction(1, 6)]),
        "non_zero": (P, [Fraction(1, 2), Fraction(1, 6), Fraction(1, 3)]),
        "proof": {"start": "S(p*log(p/p))", "steps": [{"rel": "=", "expr": "S(p*log(1))", "by": "algebra"}]},
    }


def invariance_examples():
    P = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
    Q = [Fraction(1, 4), Fraction(1, 6), Fraction(7, 12)]
    return {"relabel": (P, Q, [1, 0, 2]), "lossy": (P, Q, [0, 1, 1]), "lossless": (P, Q, [0, 0, 1])}


def convexity_examples():
    P, Q, U = [Fraction(1, 2), Fraction(1, 2)], [Fraction(1, 4), Fraction(3, 4)], [Fraction(1, 3), Fraction(2, 3)]
    return {"strict": (P, Q, U, P, Fraction(1, 2)), "equal": (P, Q, U, P, 1)}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
