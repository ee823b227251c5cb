from fractions import Fraction
import math


def kl(p, q):
    return sum(float(a) * math.log(float(a) / float(b)) for a, b in zip(p, q) if a)


def equal_pair():
    return [Fraction(1, 11), Fraction(10, 11)], [Fraction(10, 11), Fraction(1, 11)]


def lopsided_pair():
    b = Fraction(1, 10**470)
    return [b, 1 - b], [Fraction(1, 10), Fraction(9, 10)]


def asymmetric_family(eps):
    # make b smaller until it is enough
    a = b = eps / 2
    while -float(a) * math.log(max(float(b), 1e-300)) <= 1 / float(eps) + 1:
        b = b / 2 if b > Fraction(1, 2**900) else b
    return [b, 1 - b], [a, 1 - a]


def triangle_family(factor):
    n = math.ceil(6 * factor)
    return [Fraction(1, 2), Fraction(1, 2)], [Fraction(1, n), Fraction(n - 1, n)], [Fraction(1, n**n), 1 - Fraction(1, n**n)]


def gibbs_proof():
    # up with one inequality, down with the other, they meet at zero
    return [
        "-S(p*log(p/q))",
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - 1", "algebra"),
        (">=", "S(q) - All(q)", "normalisation"),
        ("<=", "0", "extend_sum", "e = q"),
    ]


def equality_case():
    p, q = equal_pair()
    return {
        "zero": (p, p),
        "non_zero": (p, q),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)], [Fraction(1, 6), Fraction(1, 6), Fraction(2, 3)]
    return {"relabel": (p, q, [1, 2, 0]), "lossy": (p, q, [1, 0, 0]), "lossless": (p, q, [1, 1, 0])}


def convexity_examples():
    p, q = equal_pair()
    u = [Fraction(1, 2)] * 2
    return {"strict": (p, u, q, u, Fraction(1, 2)), "equal": (p + [0], q + [0], [0, 0, 1], [0, 0, 1], Fraction(1, 2))}


def convexity_proof():
    return [
        "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
        ("=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "algebra"),
        (">=", "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "-S(p*log(q)) - S(p*log(p))", "algebra")]
