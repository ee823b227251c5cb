# Aisha Bello, ex 4
import numpy as np


def equal_pair():
    return [0.1, 0.9], [0.9, 0.1]


def lopsided_pair():
    tiny = 1e-300
    return np.array([1 - tiny, tiny]), np.array([0.5, 0.5])


def asymmetric_family(eps):
    a = float(eps) / 2
    b = a * np.exp(-3 / float(eps) ** 2)
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    c = 1 / (4 * float(factor))
    return [0.5, 0.5], [c, 1 - c], [c ** 10, 1 - c ** 10]


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("<=", "All(q) - S(p)", "extend_sum", "e = q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    return {
        "zero": ([0.5, 0.5], [0.5, 0.5]),
        "non_zero": ([0.5, 0.25, 0.25], [0.5, 0.125, 0.375]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [0.5, 0.25, 0.25], [0.25, 0.5, 0.25]
    return {
        "relabel": (p, q, [1, 0, 2]),
        "lossy": (p, q, [0, 0, 1]),
        "lossless": ([0.25, 0.25, 0.5], [0.125, 0.125, 0.75], [0, 0, 1]),
    }


def convexity_examples():
    return {
        "strict": ([0.5, 0.5], [0.25, 0.75], [0.25, 0.75], [0.5, 0.5], 0.5),
        "equal": ([0.5, 0.5, 0], [0.25, 0.75, 0], [0, 0, 1], [0, 0, 1], 0.5),
    }


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p) - p*log(q))", "algebra"), ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
