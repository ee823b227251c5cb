# Rosa Delgado
from fractions import Fraction as F


def equal_pair():
    return ["0.25", "0.75"], ["0.75", "0.25"]


def lopsided_pair():
    return ["1e-450", "1"], ["1/100", "99/100"]


def asymmetric_family(eps):
    # P and Q swapped compared with my first version, now it works for 1/2
    a = eps / 2
    b = a / 2**8
    return [b, 1 - b], [a, 1 - a]


def triangle_family(factor):
    k = 1
    while k < 8 * factor:
        k += 1
    return ["1/2", "1/2"], [F(1, k), F(k - 1, k)], [F(1, k**k), F(k**k - 1, k**k)]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "log((q/p)**p)", "algebra"),
        ("<=", "9**9**9**9*(S(q) - 1)", "log_le", "x = (q/p)**p", "w = 1"),
        ("<=", "9**9**9**9*(All(q) - 1)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    return {
        "zero": (["1/3", "1/3", "1/3"], ["1/3", "1/3", "1/3"]),
        "non_zero": (["1/3", "1/3", "1/3"], ["1/6", "1/3", "1/2"]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = ["1/3", "1/3", "1/3"], ["1/6", "1/3", "1/2"]
    return {
        "relabel": (p, q, [2, 1, 0]),
        "lossy": (p, q, [0, 0, 0]),
        "lossless": (p, q, [0, 0, 1]),
    }


def convexity_examples():
    p, q = ["1/3", "2/3"], ["1/6", "5/6"]
    return {"strict": (p, q, p, q, "1/2"), "equal": (p, q, q, p, "1/2")}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "H(p,q) - H(p)", "definition")]
