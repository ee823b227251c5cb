"""ex4 by Grace Okafor: I first wrote small helpers, then the answers."""
import math
from fractions import Fraction as Fr


def dist(*numbers):
    total = sum(numbers)
    return [Fr(n, total) for n in numbers]


def exp_below(x):
    """A rational number r with 0 < r < exp(-x), for rational x >= 0."""
    return Fr(1, 3 ** math.ceil(x))


def equal_pair():
    return dist(1, 2, 3, 4), dist(4, 3, 2, 1)


def lopsided_pair():
    a = Fr(1, 64)
    b = a * exp_below(1030)
    return [a, 1 - a], [b, 1 - b]


def asymmetric_family(eps):
    a = eps / 2
    b = a * exp_below(2 / eps**2 + 2)
    return [b, 1 - b], [a, 1 - a]


def triangle_family(factor):
    # Q close to P in one direction, R tiny: c*log(c/r) has to stay below log(1/r)/(8 factor)
    c = 1 / (8 * factor)
    r = c * exp_below(8 * factor * (2 + math.ceil(math.log(factor))) + 8)
    return [Fr(1, 2), Fr(1, 2)], [c, 1 - c], [r, 1 - r]


GIBBS = """
-S(p*log(p/q))
=  S(p*log(q/p))      algebra
<= S(p*(q/p - 1))     log_le       x=q/p  w=p
=  S(q - p)           algebra
=  S(q) - 1           normalisation
<= All(q) - 1         extend_sum   e=q
=  0                  normalisation
"""


def _chain(text):
    start, *lines = [line for line in text.strip().splitlines()]
    chain = [start.strip()]
    for line in lines:
        rel, rest = line.split(None, 1)
        expr, by, *arguments = [part.strip() for part in rest.split("  ") if part.strip()]
        chain.append((rel, expr, by, *arguments))
    return chain


def gibbs_proof():
    return _chain(GIBBS)


def equality_case():
    return {
        "zero": (dist(1, 1, 5), dist(2, 2, 10)),
        "non_zero": (dist(1, 1, 5), dist(2, 0, 5)),   # infinite, but certainly not 0
        "proof": _chain("S(p*log(p/p))\n= S(p*log(1))  algebra\n= 0  algebra"),
    }


def invariance_examples():
    p, q = dist(3, 1, 2, 6), dist(1, 3, 4, 4)
    return {
        "relabel": (p, q, [3, 0, 1, 2]),
        "lossy": (p, q, [0, 0, 0, 1]),
        "lossless": (dist(3, 3, 2, 4), dist(1, 1, 5, 5), [0, 0, 1, 2]),
    }


def convexity_examples():
    return {
        "strict": (dist(3, 1), dist(1, 1), dist(1, 3), dist(1, 1), Fr(1, 2)),
        "equal": (dist(2, 1, 1), dist(1, 1, 2), dist(2, 3, 1), dist(1, 3, 2), Fr(1, 2)),
    }


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log((lam*p1)/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))",
         "log_sum", "a=lam*p1, (1-lam)*p2", "b=lam*q1, (1-lam)*q2"),
        ("=", "S(lam*p1*log(p1/q1) + (1-lam)*p2*log(p2/q2))", "algebra"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return _chain("""
S(p*log(p/q))
= S(p*log(p) - p*log(q))  algebra
= S(p*log(p)) - S(p*log(q))  algebra
= -S(p*log(q)) + S(p*log(p))  algebra
""")
