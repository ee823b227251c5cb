# Szabo Viktor, 4. feladat
from fractions import Fraction


def _two(x):
    return [x, 1 - x]


def equal_pair():
    x = Fraction(123456789, 1000000007)
    return _two(x), _two(1 - x)


def lopsided_pair():
    return _two(Fraction(1, 5)), _two(Fraction(1, 10**540))


def asymmetric_family(eps):
    # search: double the exponent until a lower bound of KL(Q||P) is big enough
    a = eps / 2
    n = 1
    while True:
        # log(a/b) = n*log 2 > 2n/3;   KL(Q||P) >= a*log(a/b) + log(1 - a), log(1-a) >= -a/(1-a)
        if a * Fraction(2 * n, 3) - a / (1 - a) > 1 / eps:
            return _two(a / 2**n), _two(a)
        n += n // 8 + 1


def triangle_family(factor):
    k = 8
    while k < 8 * factor:
        k *= 2
    # factor <= k/8
    return _two(Fraction(2, 3)), _two(Fraction(1, k)), _two(Fraction(1, k**k))


def gibbs_proof():
    kl = "S(p*log(p/q))"
    return {
        "start": kl,
        "steps": [
            {"rel": "=", "expr": "-S(p*log(q/p))", "by": "definition"},
            {"rel": ">=", "expr": "-S(p*(q/p-1))", "by": "log_le", "x": "q/p", "w": "p"},
            {"rel": "=", "expr": "-S(q)+S(p)", "by": "algebra"},
            {"rel": ">=", "expr": "-All(q)+S(p)", "by": "extend_sum", "e": "q"},
            {"rel": "=", "expr": "-1+1", "by": "normalisation"},
            {"rel": "=", "expr": "0", "by": "algebra"},
        ],
    }


def equality_case():
    p = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]
    q = [Fraction(1, 8), Fraction(3, 8), Fraction(1, 2)]
    proof = [
        "S(p*log(p/p))",
        ("=", "-S(p*log(p/p))", "algebra"),
        ("=", "0", "algebra"),
    ]
    return {"zero": (q, q), "non_zero": (p, q), "proof": proof}


def invariance_examples():
    p = [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)]
    q = [Fraction(1, 8), Fraction(3, 8), Fraction(1, 2)]
    return {
        "relabel": (q, p, [1, 0, 2]),
        "lossy": (q, p, [0, 0, 1]),
        # outcomes 0, 1 tell the same story, and so do 2, 3 (which nobody ever sees)
        "lossless": (
            [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2), 0],
            [Fraction(1, 8), Fraction(1, 8), Fraction(3, 4), 0],
            [0, 0, 1, 1],
        ),
    }


def convexity_examples():
    p, q = _two(Fraction(1, 3)), _two(Fraction(1, 4))
    return {
        "strict": (p, q, q, p, Fraction(1, 10)),
        "equal": ([1, 0, 0], [Fraction(1, 2), Fraction(1, 2), 0], [1, 0, 0], [Fraction(1, 2), 0, Fraction(1, 2)], Fraction(1, 10)),
    }


def convexity_proof():
    m = "(lam*p1+(1-lam)*p2)"
    n = "(lam*q1+(1-lam)*q2)"
    return {
        "start": f"S({m}*log({m}/{n}))",
        "steps": [
            {
                "rel": "<=",
                "expr": "S(lam*p1*log(p1/q1)) + S((1-lam)*p2*log(p2/q2))",
                "by": "log_sum",
                "a": "lam*p1, (1-lam)*p2",
                "b": "lam*q1, (1-lam)*q2",
            },
            {"rel": "=", "expr": "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "by": "algebra"},
        ],
    }


def cross_entropy_proof():
    return {
        "start": "S(p*log(p/q))",
        "steps": [
            {"rel": "=", "expr": "S(p*log(1/q) - p*log(1/p))", "by": "algebra"},
            {"rel": "=", "expr": "S(p*log(1/q)) - S(p*log(1/p))", "by": "algebra"},
        ],
    }
