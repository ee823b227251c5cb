from fractions import Fraction
from itertools import count


def equal_pair():
    P = [Fraction(1, 2), Fraction(1, 8), Fraction(3, 8)]
    Q = [P[1], P[0], P[2]]
    return P, Q


def lopsided_pair():
    # ints and fractions; 5**680 has 476 digits, 680*log(5) = 1094
    tiny = Fraction(1, 5 ** 680)
    return (1 - tiny, tiny), (Fraction(39, 40), Fraction(1, 40))


def asymmetric_family(eps):
    # three outcomes: the third one is equally likely under both
    rest = Fraction(1, 2)
    a = min(eps, rest) / 2
    n = next(n for n in count(1, 100) if n * Fraction(69, 100) > (1 / eps + 1) / a)
    b = a / 2 ** n
    return [b, rest - b, rest], [a, rest - a, rest]


def triangle_family(factor):
    m = 4 * -(-factor.numerator // factor.denominator)
    base = 2 * m
    P = [Fraction(1, 2), Fraction(1, 2)]
    Q = [Fraction(1, base), 1 - Fraction(1, base)]
    R = [Fraction(1, base ** (m + 4)), 1 - Fraction(1, base ** (m + 4))]
    return P, Q, R


def gibbs_proof():
    # mix of both classical proofs
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "log(S(p*(q/p)))", "jensen", "x = q/p", "w = p"),
        ("=", "log(S(q))", "algebra"),
        ("<=", "S(q) - 1", "log_le", "x = S(q)", "w = 1"),
        ("<=", "All(q) - 1", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    P, Q = equal_pair()
    return {
        "zero": (Q, Q),
        "non_zero": (P, Q),
        "proof": ["S(p*(log(p) - log(p)))", ("=", "S(p*0)", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    P, Q = equal_pair()
    twins_P = [x / 2 for x in P for _ in range(2)]
    twins_Q = [x / 2 for x in Q for _ in range(2)]
    return {
        "relabel": (P, Q, [2, 1, 0]),
        "lossy": (P, Q, [0, 0, 2]),
        "lossless": (twins_P, twins_Q, [0, 0, 1, 1, 2, 2]),
    }


def convexity_examples():
    P, Q = equal_pair()
    U = [Fraction(1, 3)] * 3
    Z = [Fraction(0)] * 3
    return {
        "strict": (P, U, Q, U, Fraction(3, 7)),
        "equal": (P + Z, U + Z, Z + Q, Z + U, Fraction(3, 7)),
    }


def convexity_proof():
    # with log_le instead of log_sum: both KLs are compared with the mixture's ratio
    P, Q = "(lam*p1+(1-lam)*p2)", "(lam*q1+(1-lam)*q2)"
    kls = "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))"
    x1 = f"q1*{P}/(p1*{Q})"
    x2 = f"q2*{P}/(p2*{Q})"
    return [
        f"S({P}*log({P}/{Q}))",
        ("=", f"{kls} + S(lam*p1*log({x1})) + S((1-lam)*p2*log({x2}))", "algebra"),
        ("<=", f"{kls} + S(lam*p1*({x1} - 1)) + S((1-lam)*p2*log({x2}))", "log_le", f"x = {x1}", "w = lam*p1"),
        ("<=", f"{kls} + S(lam*p1*({x1} - 1)) + S((1-lam)*p2*({x2} - 1))", "log_le", f"x = {x2}", "w = (1-lam)*p2"),
        ("=", f"{kls} + S({P}) - lam - (1-lam)", "algebra"),
        ("=", kls, "normalisation"),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p)) + S(p*log(1/q))", "algebra"),
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
    ]
