from fractions import Fraction

F = Fraction


def equal_pair():
    return (F(1, 3), F(2, 3)), (F(2, 3), F(1, 3))


def lopsided_pair():
    return (F(1, 2), F(1, 2)), (F(1, 2**2300), 1 - F(1, 2**2300))


def asymmetric_family(eps):
    b = eps / 2 / 2 ** int(3 / eps**2 + 4)
    return (b, 1 - b), (eps / 2, 1 - eps / 2)


def triangle_family(factor):
    k = int(5 * factor) + 1
    return (F(1, 2), F(1, 2)), (F(1, k), F(k - 1, k)), (F(1, k**k), F(k**k - 1, k**k))


def gibbs_proof():
    # all probabilities sum to one
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "S(p*(q/p - 1))", "log_le", "x = q/p", "w = p"),
        ("=", "S(q) - S(p)", "algebra"),
        ("=", "1 - 1", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    # two pairs; a point mass is the simplest zero
    return {
        "zero": ([1, 0, 0], [1, 0, 0]),
        "non_zero": ([F(1, 2), F(1, 3), F(1, 6)], [F(1, 3), F(1, 6), F(1, 2)]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [F(1, 2), F(1, 3), F(1, 6)], [F(1, 3), F(1, 6), F(1, 2)]
    return {
        "relabel": (p, q, [2, 0, 1]),
        "lossy": (p, q, [0, 1, 1]),
        "lossless": (p, q, [1, 2, 0]),
    }


def convexity_examples():
    # nothing changes if both pairs sit on different outcomes
    p, q = [F(1, 2), F(1, 2), 0, 0], [F(1, 4), F(3, 4), 0, 0]
    p2, q2 = p[::-1], q[::-1]
    return {"strict": (p, q, p2, q2, F(1, 2)), "equal": (p, q, p2, q2, F(1, 3))}


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        (">=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q2"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p/q))",
        ("=", "S(p*log(p)) - S(p*log(q))", "algebra"),
        ("=", "S(q*log(p)) - S(p*log(q))", "algebra"),
    ]
