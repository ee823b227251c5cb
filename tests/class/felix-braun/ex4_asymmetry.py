# Übung 4, Felix Braun -- kurz und knapp
from fractions import Fraction as F

b = lambda x: [F(x), 1 - F(x)]  # noqa: E731


def equal_pair():
    return b("1/4"), b("3/4")


def lopsided_pair():
    return b(F(1, 10**9)), b(F(1, 10**450))  # log(10^441) = 1015


def asymmetric_family(eps):
    return b(eps / 2 / 3 ** int(2 / eps**2 + 3)), b(eps / 2)


def triangle_family(factor):
    n = 8 * int(factor + 1)
    return b(F(1, 2)), b(F(1, n)), b(F(1, n**n))


def gibbs_proof():
    return [
        "-S(p*log(p/q))",
        ("<=", "S(p*(q/p-1))", "log_le", "x=q/p", "w=p"),
        ("<=", "All(q)-1", "extend_sum", "e=q"),
        ("=", "0", "normalisation"),
    ]


def equality_case():
    return {
        "zero": (b("1/2"), b("1/2")),
        "non_zero": (b("1/2"), b("1/3")),
        "proof": ["S(p*log(p/p))", ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = [F(1, 2), F(1, 4), F(1, 4)], [F(1, 3), F(1, 3), F(1, 3)]
    return {"relabel": (p, q, [1, 0, 2]), "lossy": (p, q, [0, 0, 1]), "lossless": (p, q, [0, 1, 1])}


def convexity_examples():
    p, q = b("1/2"), b("1/3")
    return {
        "strict": (p, q, q, p, "1/2"),
        "equal": (p + [0, 0], q + [0, 0], [0, 0] + p, [0, 0] + q, "1/2"),
    }


def convexity_proof():
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "lam*S(p1*log(p1/q1))+(1-lam)*S(p2*log(p2/q2))", "log_sum", "a=lam*p1,(1-lam)*p2", "b=lam*q1,(1-lam)*q2"),
    ]


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "-S(p*log(q))-(-S(p*log(p)))", "algebra")]
