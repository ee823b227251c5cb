from fractions import Fraction

# Maya Cohen

ONE = Fraction(1)


def equal_pair():
    """Any involution of the outcomes works."""
    P = [Fraction(n, 36) for n in (1, 4, 9, 22)]
    Q = [P[1], P[0], P[3], P[2]]
    return P, Q


def lopsided_pair():
    tiny = Fraction(1, 7**600)      # 7^600 ~ e^1167
    P = [ONE - 2 * tiny, tiny, tiny]
    Q = [Fraction(98, 100), Fraction(1, 100), Fraction(1, 100)]
    return Q, P


def _power_above(base, bound):
    n, value = 0, 1
    while n <= bound:
        n, value = n + 1, value * base
    return value


def asymmetric_family(eps):
    # 3 outcomes; the mass a = eps/2 of Q is split over two of them
    a = eps / 4
    # KL(Q||P) >= 2a log(a/b) - 2a and log 4 > 1.38
    big = _power_above(4, 2 / eps**2 + 2)
    b = a / big
    P = [1 - 2 * b, b, b]
    Q = [1 - 2 * a, a, a]
    return P, Q


def triangle_family(factor):
    c = 1 / (4 * factor)
    n = 0
    r = ONE
    while n < 4 * factor + 4:
        r, n = r * c, n + 1
    # exact fractions of big numbers; at factor 100 about 3500 bits
    P = [ONE / 2, ONE / 2]
    return P, [1 - c, c], [1 - r, r]


def gibbs_proof():
    return [
        "S(p*log(p/q))",
        ("=", "-S(p*log(q/p))", "algebra"),
        (">=", "-S(p*(q/p - 1))", "log_le", "x=q/p", "w=p"),
        ("=", "S(p) - S(q)", "algebra"),
        ("=", "1 - S(q)", "normalisation"),
        (">=", "1 - All(q)", "extend_sum", "e=q"),
        ("=", "1 - 1", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    u = [Fraction(1, 3)] * 3
    v = [Fraction(1, 3), Fraction(1, 6), Fraction(1, 2)]
    return {
        "zero": (v, list(v)),
        "non_zero": (u, v),
        "proof": [
            "-S(p*log(p/p))",
            ("=", "-S(p*log(1))", "algebra"),
            ("=", "-0", "algebra"),
            ("=", "0", "algebra"),
        ],
    }


def invariance_examples():
    p = [Fraction(1, 8), Fraction(3, 8), Fraction(1, 2)]
    q = [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)]
    joint_p, joint_q = [], []
    cond = [Fraction(1, 3), Fraction(2, 3)]
    for a, b in zip(p, q):
        for c in cond:           # same second coordinate given the first
            joint_p.append(a * c)
            joint_q.append(b * c)
    return {
        "relabel": (p, q, [1, 0, 2]),
        "lossy": (p, q, [0, 1, 1]),
        "lossless": (joint_p, joint_q, [0, 0, 1, 1, 2, 2]),
    }


def convexity_examples():
    p = [Fraction(1, 8), Fraction(7, 8)]
    q = [Fraction(1, 2), Fraction(1, 2)]
    r = [Fraction(3, 8), Fraction(5, 8)]
    return {
        "strict": (p, q, q, p, Fraction(1, 2)),
        "equal": (p + [0, 0], q + [0, 0], [0, 0] + r, [0, 0] + q, Fraction(2, 3)),
    }


def convexity_proof():
    top, bottom = "(lam*p1+(1-lam)*p2)", "(lam*q1+(1-lam)*q2)"
    return [
        "S(" + top + "*log(" + top + "/" + bottom + "))",
        (
            "<=",
            "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))",
            "log_sum",
            "a = lam*p1, (1-lam)*p2",
            "b = lam*q1, (1-lam)*q2",
        ),
    ]


def cross_entropy_proof():
    return [
        "-S(p*log(q)) - (-S(p*log(p)))",
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
        ("=", "S(p*(log(p)-log(q)))", "algebra"),
        ("=", "S(p*log(p/q))", "algebra"),
    ]
