"""Άσκηση 4 (asymmetry), Sofia Papadaki."""
from fractions import Fraction


class Point2:
    """A distribution on {0, 1}, written down by the mass of outcome 1."""

    def __init__(self, mass):
        self.mass = Fraction(mass)

    def table(self):
        return [1 - self.mass, self.mass]


def equal_pair():
    return Point2("1/3").table(), Point2("2/3").table()


def lopsided_pair():
    P, Q = Point2("1/50"), Point2(Fraction(1, 11**450))    # 450 * 2.398 = 1079
    return P.table(), Q.table()


def asymmetric_family(eps):
    eps = Fraction(eps)
    a = eps / 2
    exponent = -(-3 // eps**2)                # ceiling
    b = Fraction(1, 2 ** (exponent + 2)) * a
    P, Q = Point2(b), Point2(a)
    return P.table(), Q.table()


def triangle_family(factor):
    factor = Fraction(factor)
    # P (1/3), Q (c), R (r) with c ~ 1/(6 factor) and r = c^m
    m = 6 * (factor.numerator // factor.denominator + 1)
    c = Fraction(1, m)
    r = c**m
    return [Point2(x).table() for x in (Fraction(1, 3), c, r)]


def gibbs_proof():
    # log t <= t - 1 applied to the support only, then Q may have mass outside it
    chain = {"start": "-S(p*log(p/q))", "steps": []}
    for rel, expr, by, more in (
        ("<=", "S(p*(q/p - 1))", "log_le", {"x": "q/p", "w": "p", "over": "S"}),
        ("=", "S(q) - S(p)", "algebra", {}),
        ("<=", "All(q) - S(p)", "extend_sum", {"e": "q"}),
        ("=", "All(q) - All(p)", "normalisation", {}),
        ("=", "0", "normalisation", {}),
    ):
        chain["steps"].append({"rel": rel, "expr": expr, "by": by, **more})
    return chain


def equality_case():
    d = ["1/6", "1/6", "1/6", "1/2"]
    e = ["1/12", "1/4", "1/6", "1/2"]
    return {
        "zero": (d, d),
        "non_zero": (d, e),
        "proof": {
            "start": "S(p*log(p/p))",
            "steps": [
                {"rel": "=", "expr": "S(p*log(1))", "by": "algebra"},
                {"rel": "=", "expr": "S(p*0)", "by": "algebra"},
                {"rel": "=", "expr": "0", "by": "algebra"},
            ],
        },
    }


def invariance_examples():
    d = ["1/6", "1/6", "1/6", "1/2"]
    e = ["1/12", "1/4", "1/6", "1/2"]
    return dict(
        relabel=(d, e, (1, 0, 2, 3)),
        lossy=(d, e, (0, 0, 1, 2)),          # 1/6 : 1/12 and 1/6 : 1/4 are different ratios
        lossless=(d, e, (0, 1, 2, 2)),       # ratio 1 twice
    )


def convexity_examples():
    u = ["1/2", "1/2"]
    v = ["1/10", "9/10"]
    return dict(
        strict=(u, v, v, u, Fraction(1, 2)),
        equal=(u + [0], v + [0], [0, 0, 1], [0, 0, 1], Fraction(1, 2)),
    )


def convexity_proof():
    mixed = "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))"
    apart = "S(lam*p1*log(lam*p1/(lam*q1))) + S((1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))"
    done = "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))"
    lists = {"a": ["lam*p1", "(1-lam)*p2"], "b": ["lam*q1", "(1-lam)*q2"]}
    return {
        "start": mixed,
        "steps": [
            {"rel": "<=", "expr": apart, "by": "log_sum", **lists},
            {"rel": "=", "expr": done, "by": "algebra"},
        ],
    }


def cross_entropy_proof():
    return {
        "start": "S(p*log(p/q))",
        "steps": [
            {"rel": "=", "expr": "S(p*(log(p) - log(q)))", "by": "algebra"},
            {"rel": "=", "expr": "-S(p*log(q)) + S(p*log(p))", "by": "algebra"},
        ],
    }
