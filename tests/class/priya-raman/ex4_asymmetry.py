# Priya Raman - KL asymmetry
from fractions import Fraction as Q_
from math import ceil, log2


def equal_pair():
    P = ["3/10", "3/10", "4/10"]
    Q = ["3/10", "4/10", "3/10"]
    return P, Q


def lopsided_pair():
    d = 3 ** 1000            # log = 1098.6
    a = 200
    P = [Q_(d - 1, d), Q_(1, d)]
    Q = [Q_(a - 1, a), Q_(1, a)]
    return P, Q


def asymmetric_family(eps):
    # P: almost always outcome 0.  Q: outcome 1 with prob. a <= eps/2
    a = Q_(1, ceil(2 / eps))
    nats = (1 / eps + a) / a
    n = ceil(nats * 3 / 2) + ceil(log2(1 / a))
    b = Q_(1, 2 ** n)
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    f = ceil(factor)
    c = Q_(1, 5 * f)
    b = Q_(1, (5 * f) ** (5 * f))
    # three outcomes, the last one plays no part
    P = [Q_(1, 4), Q_(1, 4), Q_(1, 2)]
    Q = [c / 2, (1 - c) / 2, Q_(1, 2)]
    R = [b / 2, (1 - b) / 2, Q_(1, 2)]
    return P, Q, R


def gibbs_proof():
    return [
        "S(p*log(q)) - S(p*log(p))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q - p)", "algebra"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - S(p)", "extend_sum", "e = q"),
        ("=", "1 - 1", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    return {
        "zero": (["1/7", "6/7"], [Q_(1, 7), Q_(6, 7)]),
        "non_zero": (["1/7", "6/7"], ["6/7", "1/7"]),
        "proof": [
            "S(p*log(p)) - S(p*log(p))",
            ("=", "0", "algebra"),
        ],
    }


def invariance_examples():
    p, q = ["1/2", "1/4", "1/8", "1/8"], ["1/8", "1/8", "1/2", "1/4"]
    return {
        "relabel": (p, q, [1, 0, 3, 2]),
        "lossy": (p, q, [0, 1, 2, 0]),
        # ratios p/q are 1/2, 1/2, 2: merge the first two
        "lossless": (["1/6", "1/6", "2/3"], ["1/3", "1/3", "1/3"], [5, 5, 3]),
    }


def convexity_examples():
    return {
        "strict": (["1/2", "1/2"], ["1/3", "2/3"], ["1/2", "1/2"], ["2/3", "1/3"], "1/2"),
        # ratios P/Q = (2, 2/3) in both pairs
        "equal": (
            ["1/2", "1/4", "1/4"], ["1/4", "3/8", "3/8"],
            ["1/2", "1/8", "3/8"], ["1/4", "3/16", "9/16"],
            "1/2",
        ),
    }


def convexity_proof():
    return [
        "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
        ("=", "S(lam*p1*log(p1/q1)) + S((1-lam)*p2*log(p2/q2))", "algebra"),
        ("=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "algebra"),
        (">=", "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p) - p*log(q))", "algebra"),
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
        ("=", "-S(p*log(q)) - (-S(p*log(p)))", "algebra"),
    ]
