"""Paolo Ricci."""
from fractions import Fraction


def equal_pair():
    return [Fraction(1, 9), Fraction(8, 9)], [Fraction(8, 9), Fraction(1, 9)]


def lopsided_pair():
    # infinitely lopsided: KL(P||Q) = log 2, the other one is infinite
    return [1, 0], [Fraction(1, 2), Fraction(1, 2)]


def asymmetric_family(eps):
    a = eps / 2
    n = 1
    while n < 3 / eps**2 + 3:
        n += 1
    b = a / 2**n
    P, Q = [1 - a, a], [1 - b, b]
    return P, Q


def triangle_family(factor):
    n = int(4 * factor) + 4
    c, r = Fraction(1, n), Fraction(1, n**n * n**4)
    P, Q, R = [Fraction(1, 2)] * 2, [c, 1 - c], [r, 1 - r]
    return R, Q, P


def gibbs_proof():
    return {
        "start": "-S(q*log(q/p))",
        "steps": [
            {"rel": "=", "expr": "S(q*log(p/q))", "by": "algebra"},
            {"rel": "<=", "expr": "S(q*(p/q - 1))", "by": "log_le", "x": "p/q", "w": "q"},
            {"rel": "=", "expr": "S(p) - S(q)", "by": "algebra"},
            {"rel": "=", "expr": "0", "by": "normalisation"},
        ],
    }


def equality_case():
    u = [Fraction(1, 5)] * 5
    v = [Fraction(1, 10), Fraction(3, 10)] + u[2:]
    return {
        "zero": (v, v),
        "non_zero": (v, u),
        "proof": ["S(p*log(p/p))", ("=", "S(p)*0", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    u = [Fraction(1, 5)] * 5
    v = [Fraction(1, 10), Fraction(3, 10)] + u[2:]
    return {
        "relabel": (u, v, [1, 2, 3, 4, 0]),
        "lossy": (u, v, [0, 0, 1, 2, 3]),
        "lossless": (u, v, [0, 1, 2, 2, 2]),
    }


def convexity_examples():
    u = [Fraction(1, 2)] * 2
    v = [Fraction(1, 10), Fraction(9, 10)]
    return {
        "strict": (v, u, u, v, Fraction(1, 2)),
        "equal": (v + [0], u + [0], [0, 0, 1], [0, 0, 1], Fraction(1, 2)),
    }


def convexity_proof():
    # proved with the roles as I had them in my notes, from the reversed divergence
    return [
        "S((lam*q1+(1-lam)*q2)*log((lam*q1+(1-lam)*q2)/(lam*p1+(1-lam)*p2)))",
        ("<=", "S(lam*q1*log(lam*q1/(lam*p1)) + (1-lam)*q2*log((1-lam)*q2/((1-lam)*p2)))", "log_sum",
         "a = lam*q1, (1-lam)*q2", "b = lam*p1, (1-lam)*p2"),
        ("=", "lam*S(q1*log(q1/p1)) + (1-lam)*S(q2*log(q2/p2))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(q*log(q/p))", ("=", "S(q*log(q)) - S(q*log(p))", "algebra")]
