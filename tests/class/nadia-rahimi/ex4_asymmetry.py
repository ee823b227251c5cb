"""Nadia Rahimi, exercise on asymmetry.

Notation: B(x) = (x, 1 - x).
"""
from fractions import Fraction


def B(x):
    return [x, 1 - x]


def equal_pair():
    return B(Fraction(1, 1000)), B(Fraction(999, 1000))


def lopsided_pair():
    P = B(Fraction(1, 3))
    Q = B(Fraction(1, 3**1400))
    # KL(P||Q) = (1400/3) log 3 - H(1/3) ~ 512 and KL(Q||P) ~ log(3/2) = 0.405
    return P, Q


def asymmetric_family(eps):
    n = 1
    while Fraction(1, n) > eps / 2:
        n *= 2
    a = Fraction(1, n)
    # a * m * log(2) - a*log(n)...: take m so large that everything else is small change
    m = n * (int(2 / eps) + 4)
    return B(Fraction(1, 2**m * n)), B(a)


def triangle_family(factor):
    a = Fraction(1, 10)
    c = a / (4 * factor)
    r = c ** (int(4 * factor) + 6)
    return B(a), B(c), B(r)


def gibbs_proof():
    # write 0 = S(p) - 1 into the sum first
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(p*q/p) - S(p)", "algebra"),
        ("=", "S(q) - All(p)", "algebra"),
        ("<=", "All(q) - All(p)", "extend_sum", "e = q"),
        ("=", "1 - 1", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    zero = (B(Fraction(0)), B(Fraction(0)))       # two point masses at outcome 1
    non_zero = (B(Fraction(0)), B(Fraction(1, 4)))
    proof = {"start": "S(p*log(p/p))", "steps": [{"rel": "=", "expr": "0", "by": "algebra"}]}
    return {"zero": zero, "non_zero": non_zero, "proof": proof}


def invariance_examples():
    P = [Fraction(1, 10), Fraction(2, 10), Fraction(7, 10)]
    Q = [Fraction(2, 10), Fraction(4, 10), Fraction(4, 10)]
    return {
        "relabel": (P, Q, [1, 2, 0]),
        "lossy": (P, Q, [0, 1, 0]),
        "lossless": (P, Q, [0, 0, 1]),
    }


def convexity_examples():
    P = [Fraction(1, 10), Fraction(2, 10), Fraction(7, 10)]
    Q = [Fraction(2, 10), Fraction(4, 10), Fraction(4, 10)]
    P2 = [Fraction(2, 10), Fraction(1, 10), Fraction(7, 10)]
    Q2 = [Fraction(4, 10), Fraction(2, 10), Fraction(4, 10)]
    U = [Fraction(1, 3)] * 3
    return {
        "strict": (P, Q, U, U, Fraction(1, 2)),
        "equal": (P, Q, P2, Q2, Fraction(1, 2)),
    }


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log(((1-lam)*p2)/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "(1-lam)*S(p2*log(p2/q2)) + lam*S(p1*log(p1/q1))", "algebra"),
    ]


def cross_entropy_proof():
    H_pq, H_p = "-S(p*log(q))", "-S(p*log(p))"
    return [f"{H_pq} - ({H_p})", ("=", "S(p*log(p/q))", "definition")]
