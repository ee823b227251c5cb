"""Simon Graf, 4. Serie."""
from fractions import Fraction
from math import ceil


def paar(b, a):
    return [1 - b, b], [1 - a, a]


def equal_pair():
    return paar(Fraction(2, 5), Fraction(3, 5))


def lopsided_pair():
    # Verhaeltnis sollte 10^3 sein, also b = a/10^3... zur Sicherheit 10^6
    return paar(Fraction(1, 10**9), Fraction(1, 1000))


def asymmetric_family(eps):
    a = eps / 2
    b = a / 2 ** ceil(3 / eps)          # log(a/b) > 1/eps
    return paar(b, a)


def triangle_family(factor):
    m = ceil(factor)
    return [Fraction(1, 2)] * 2, [1 - Fraction(1, 4 * m), Fraction(1, 4 * m)], [1 - Fraction(1, 16 * m * m), Fraction(1, 16 * m * m)]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = p/q", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - S(p)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    p = [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]
    q = [Fraction(1, 6), Fraction(1, 3), Fraction(1, 2)]
    return {"zero": (p, p), "non_zero": (p, q), "proof": ["S(p*log(p/p))", ("=", "0", "algebra")]}


def invariance_examples():
    p = [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]
    q = [Fraction(1, 6), Fraction(1, 3), Fraction(1, 2)]
    r = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]
    return {"relabel": (p, q, [3, 2, 1]), "lossy": (p, q, [1, 1, 2]), "lossless": (p, r, [1, 1, 2])}


def convexity_examples():
    p, q = paar(Fraction(1, 4), Fraction(1, 2))
    return {"strict": (p, q, p, q, Fraction(1, 2)), "equal": (p, p, q, q, Fraction(1, 2))}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("=", "S(lam*p1*log(p1/q1) + (1-lam)*p2*log(p2/q2))", "algebra"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "-S(p*log(q)) + S(p*log(p))", "algebra")]
