"""Asymmetrie der KL-Divergenz, Jonas Weber."""
from fractions import Fraction
import math


def zwei(a):
    a = Fraction(a)
    return [a, 1 - a]


def equal_pair():
    return zwei("2/7"), zwei("5/7")


def lopsided_pair():
    # a = 1/2:  KL(P||Q) = 1/2 log(1/(4b(1-b))), KL(Q||P) < log 2
    # -> 1/2 * 2100 * log 2 - log 2 > 1000 log 2
    return zwei(Fraction(1, 2)), zwei(Fraction(1, 2**2100))


def asymmetric_family(eps):
    """Q = (a, 1-a) mit a = eps/2, P = (b, 1-b) mit b = 3^-n."""
    a = eps / 2
    n = math.ceil(2 / eps**2 + 1) + math.ceil(math.log(float(1 / a)))
    return zwei(Fraction(1, 3**n)), zwei(a)


def triangle_family(factor):
    m = math.ceil(factor) * 4
    Q = zwei(Fraction(1, m))
    R = zwei(Fraction(1, m ** (m + 2)))
    return zwei("1/2"), Q, R


def gibbs_proof():
    # Log-Summen-Ungleichung, dann Summe vergroessern
    return [
        "S(p*log(p/q))",
        (">=", "S(p)*log(S(p)/S(q))", "log_sum", "a = p", "b = q"),
        ("=", "log(1/S(q))", "normalisation"),
        ("=", "-log(S(q))", "algebra"),
        (">=", "-log(All(q))", "log_monotone", "e = q"),
        ("=", "-log(1)", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    P = [Fraction(k, 10) for k in (1, 2, 3, 4)]
    Q = [Fraction(k, 10) for k in (2, 1, 3, 4)]
    beweis = ["S(p*log(p/p))", ("=", "S(p*(log(p) - log(p)))", "algebra"), ("=", "0", "algebra")]
    return dict(zero=(P, P), non_zero=(P, Q), proof=beweis)


def invariance_examples():
    P = [Fraction(k, 10) for k in (1, 2, 3, 4)]
    Q = [Fraction(1, 4)] * 4
    return {
        "relabel": (P, Q, [3, 2, 1, 0]),
        "lossy": (P, Q, [0, 0, 1, 1]),
        # Wuerfel: nur gerade/ungerade zaehlt, Q ist P bedingt anders gewichtet
        "lossless": (
            [Fraction(1, 6)] * 6,
            [Fraction(1, 12), Fraction(1, 4)] * 3,
            [0, 1, 0, 1, 0, 1],
        ),
    }


def convexity_examples():
    w = Fraction(1, 4)
    return {
        "strict": (zwei("1/5"), zwei("1/2"), zwei("4/5"), zwei("1/2"), w),
        "equal": (zwei("1/5") + [0], zwei("2/5") + [0], [0, 0, 1], [0, 0, 1], w),
    }


def convexity_proof():
    links = "(lam*p1 + (1-lam)*p2)"
    rechts = "(lam*q1 + (1-lam)*q2)"
    return [
        "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
        ("=", "S(lam*p1*log(lam*p1/(lam*q1))) + S((1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "algebra"),
        (
            ">=",
            f"S({links}*log({links}/{rechts}))",
            "log_sum",
            "a = lam*p1, (1-lam)*p2",
            "b = lam*q1, (1-lam)*q2",
        ),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*(log(p) - log(q)))", "algebra"),
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
    ]
