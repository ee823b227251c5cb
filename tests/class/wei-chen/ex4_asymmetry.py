# Wei Chen, ex 4: strings only, no arithmetic imports where I can avoid them
from fractions import Fraction


def _kl_pair(small, big):
    """Two-point distributions with first entries `small` and `big`."""
    return (
        (str(small), str(1 - small)),
        (str(big), str(1 - big)),
    )


def equal_pair():
    return ("1/2", "1/3", "1/6"), ("1/6", "1/3", "1/2")


def lopsided_pair():
    # denominators with 500 digits.  log(10**500) = 1151
    return _kl_pair(Fraction(1, 10**500), Fraction(1, 10))


def asymmetric_family(eps):
    # entry of Q: eps/3; entry of P: a power of 10 far below it
    a = eps / 3
    # need log(a/b) > 3/eps^2 + 1, and log 10 > 2
    k = int(2 / eps**2) + 3
    b = a / 10**k
    # no strings here: Python refuses str() of an int with more than 4300 digits
    return (b, 1 - b), (a, 1 - a)


def triangle_family(factor):
    # P has weight 1/2 on outcome 0, Q 1/2^k, R 1/2^(k*m): big enough m
    k = 3
    while 2**k < 4 * factor:
        k += 1
    m = 5 * int(factor + 1)
    P = ("1/2", "1/2")
    Q, R = _kl_pair(Fraction(1, 2**k), Fraction(1, 2 ** (k * m)))
    return P, Q, R


def gibbs_proof():
    steps = []

    def step(rel, expr, by, **kw):
        steps.append({"rel": rel, "expr": expr, "by": by, **kw})

    step("=", "S(p*log(q/p))", "algebra")
    step("<=", "log(S(p*(q/p)))", "jensen", x="q/p", w="p")
    step("=", "log(S(q))", "algebra")
    step("<=", "log(All(q))", "log_monotone", e="q")
    step("=", "log(1)", "normalisation")
    step("=", "0", "algebra")
    return {"start": "-S(p*log(p/q))", "steps": steps}


def equality_case():
    same = ("1/2", "1/2")
    return {
        "zero": (same, same),
        "non_zero": (("1/4", "1/4", "1/4", "1/4"), ("1/4", "1/4", "1/8", "3/8")),
        "proof": {
            "start": "S(p*log(p/p))",
            "steps": [
                {"rel": "=", "expr": "S(p*0)", "by": "algebra"},
                {"rel": "=", "expr": "0", "by": "algebra"},
            ],
        },
    }


def invariance_examples():
    p = ("1/2", "1/4", "1/4")
    q = ("1/4", "1/2", "1/4")
    fine_p = ("1/6", "1/3", "1/2")
    fine_q = ("1/4", "1/2", "1/4")
    return {
        "relabel": (p, q, [1, 2, 0]),
        "lossy": (p, q, [0, 0, 1]),
        "lossless": (fine_p, fine_q, [0, 0, 1]),
    }


def convexity_examples():
    return {
        "strict": (("1", "0"), ("1/2", "1/2"), ("0", "1"), ("1/2", "1/2"), "1/2"),
        # P1 = P2 would be too boring: disjoint supports never mix
        "equal": (
            ("1/2", "1/2", "0", "0"),
            ("1/4", "3/4", "0", "0"),
            ("0", "0", "1/3", "2/3"),
            ("0", "0", "2/3", "1/3"),
            "2/5",
        ),
    }


def convexity_proof():
    P = "(lam*p1+(1-lam)*p2)"
    Q = "(lam*q1+(1-lam)*q2)"
    return {
        "start": f"S({P}*log({P}/{Q}))",
        "steps": [
            {
                "rel": "<=",
                "expr": "S(lam*p1*log((lam*p1)/(lam*q1)) + (1-lam)*p2*log(((1-lam)*p2)/((1-lam)*q2)))",
                "by": "log_sum",
                "a": ["lam*p1", "(1-lam)*p2"],
                "b": ["lam*q1", "(1-lam)*q2"],
            },
            {"rel": "=", "expr": "S(lam*p1*log(p1/q1)) + S((1-lam)*p2*log(p2/q2))", "by": "algebra"},
            {"rel": "=", "expr": "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "by": "algebra"},
        ],
    }


def cross_entropy_proof():
    return {
        "start": "-S(p*log(q)) + S(p*log(p))",
        "steps": [
            {"rel": "=", "expr": "S(p*log(p) - p*log(q))", "by": "algebra"},
            {"rel": "=", "expr": "S(p*log(p/q))", "by": "algebra"},
        ],
    }
