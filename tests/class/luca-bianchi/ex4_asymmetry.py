# esercizio 4, Luca Bianchi (in bit)
from fractions import Fraction as F


def equal_pair():
    print("P =", "1/4 3/4", " Q =", "3/4 1/4")


def lopsided_pair():
    P = [F(1, 2), F(1, 2)]
    Q = [F(1, 2**2500), 1 - F(1, 2**2500)]
    print("P, Q =", P[0], "...")


def asymmetric_family(eps):
    a = eps / 2
    b = a / 2 ** int(3 / eps**2 + 3)
    return {"P": [b, 1 - b], "Q": [a, 1 - a]}


def triangle_family(factor):
    k = 8 * int(factor + 1)
    return {"P": [F(1, 2), F(1, 2)], "Q": [F(1, k), 1 - F(1, k)], "R": [F(1, k**k), 1 - F(1, k**k)]}


def gibbs_proof():
    return [
        "-S(p*log2(p/q))",
        ("=", "S(p*log2(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))/log(2)", "log_le", "x = q/p", "w = p/log(2)"),
        ("=", "(S(q) - 1)/log(2)", "normalisation"),
        ("<=", "(All(q) - 1)/log(2)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    p = [F(1, 2), F(1, 2)]
    return {"zero": (p, p), "non_zero": (p, [F(1, 4), F(3, 4)]), "proof": ["S(p*log2(p/p))", ("=", "0", "algebra")]}


def invariance_examples():
    p = [F(1, 2), F(1, 4), F(1, 4)]
    q = [F(1, 4), F(1, 4), F(1, 2)]
    return {"relabel": (p, q, [2, 1, 0]), "lossy": (p, q, [0, 0, 1]), "lossless": ([F(1, 2), F(1, 4), F(1, 4)], [F(2, 3), F(1, 6), F(1, 6)], [0, 1, 1])}


def convexity_examples():
    p, q = [F(1, 2), F(1, 2)], [F(1, 4), F(3, 4)]
    return [(p, q, q, p, F(1, 2)), (p + [0], q + [0], [0, 0, 1], [0, 0, 1], F(1, 2))]


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log2(p/q))", ("=", "S(p*log2(p)) - S(p*log2(q))", "algebra")]
