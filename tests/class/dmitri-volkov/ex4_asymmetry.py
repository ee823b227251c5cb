"""D. Volkov: all answers as strings."""
from fractions import Fraction


def s(p):
    return [str(x) for x in p]


def equal_pair():
    return ["1/2", "1/2"], ["1/3", "2/3"]


def lopsided_pair():
    b = Fraction(1, 10**480)
    return s([b, 1 - b]), ["1/30", "29/30"]


def asymmetric_family(eps):
    a = eps / 2
    b = a / 2 ** int(3 / eps**2 + 3)
    return s([b, 1 - b]), s([a, 1 - a])


def triangle_family(factor):
    k = int(6 * factor) + 1
    r = Fraction(1, k**k)
    return ["1/2", "1/2"], [f"1/{k}", f"{k - 1}/{k}"], s([r, 1 - r])


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("=", "S(p*log(q/p))", "algebra"),
        ("<=", "log(S(p*q/p))", "jensen", "x = q/p", "w = p"),
        ("=", "log(S(q))", "algebra"),
        ("=", "log(1)", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    return {
        "zero": (["1/2", "1/4", "1/4"], ["1/2", "1/4", "1/4"]),
        "non_zero": (["1/2", "1/4", "1/4"], ["1/2", "3/8", "1/8"]),
        "proof": ["S(p*log(p/p))", ("=", "S(p*log(1))", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = ["1/2", "1/4", "1/4"], ["1/4", "1/8", "5/8"]
    return {"relabel": (p, q, [1, 2, 0]), "lossy": (p, q, [1, 0, 0]), "lossless": (p, q, [1, 1, 0])}


def convexity_examples():
    return {
        "strict": (["1/2", "1/2"], ["1/4", "3/4"], ["1/4", "3/4"], ["1/2", "1/2"], 1),
        "equal": (["1/2", "1/2", "0"], ["1/4", "3/4", "0"], ["0", "0", "1"], ["0", "0", "1"], "1/2"),
    }


def convexity_proof():
    # convex in the first argument, q is fixed
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/q1))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q1)))", "log_sum",
         "a = lam*p1, (1-lam)*p2", "b = lam*q1, (1-lam)*q1"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q1))", "algebra"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "S(p*log(p)) - S(p*log(q))", "algebra")]
