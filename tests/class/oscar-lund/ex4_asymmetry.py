"""Oscar Lund.  Each answer with the reasoning in comments."""
from fractions import Fraction

half = Fraction(1, 2)


def kl(p, q):
    """For my own experiments only (floats!), not part of any answer."""
    from math import log
    return sum(float(a) * (log(a.numerator) - log(a.denominator) - log(b.numerator) + log(b.denominator))
               for a, b in zip(p, q) if a)


def equal_pair():
    # p on (x, y, z), q with x and z exchanged
    x, y = Fraction(1, 9), Fraction(3, 9)
    z = 1 - x - y
    return (x, y, z), (z, y, x)


def lopsided_pair():
    t = Fraction(1, 10 ** 600)
    # kl(Q, P) ~ 690.7 - log 2, kl(P, Q) = log 2 -> ratio 995; a = 1/2 is too fat, so take 1/20
    a = Fraction(1, 20)
    return [1 - t, t], [1 - a, a]


def asymmetric_family(eps):
    a = eps / (1 + eps)          # -log(1 - a) = log(1 + eps) < eps
    # want a*log(a/b) - a >= 1/eps, i.e. log(a/b) >= (1+eps)/eps^2 + 1
    bound = (1 + eps) / eps ** 2 + 1
    n = int(bound) + 1
    b = a / 3 ** n               # log 3 > 1
    return [1 - b, b], [1 - a, a]


def triangle_family(factor):
    # P -> Q -> R in "logarithmic" steps: KL(P||R) ~ (1/2) log 1/r, but Q carries only c
    k = 2
    while k < 4 * factor:
        k += 1
    c, r = Fraction(1, k), Fraction(1, k ** (k + 1))
    return (half, half), (1 - c, c), (1 - r, r)


def gibbs_proof():
    # same as Jensen, but in the >= direction
    return [
        "S(p*log(p/q))",
        ("=", "-S(p*log(q/p))", "algebra"),
        (">=", "-log(S(p*(q/p)))", "jensen", "w = p", "x = q/p"),
        ("=", "-log(S(q))", "algebra"),
        (">=", "-log(All(q))", "log_monotone", "e = q"),
        ("=", "-log(1)", "normalisation"),
        ("=", "0", "algebra"),
    ]


def equality_case():
    p = [Fraction(i, 15) for i in (1, 2, 3, 4, 5)]
    q = p[:]
    q[0], q[4] = Fraction(3, 15), Fraction(3, 15)
    return {
        "zero": (p, p),
        "non_zero": (p, q),
        "proof": ["S(p*log(p/p))", ("=", "S(p)*log(1)", "algebra"), ("=", "0", "algebra")],
    }


def invariance_examples():
    p = [half, Fraction(1, 3), Fraction(1, 6)]
    q = [Fraction(1, 3)] * 3
    # split outcome 0 of both in the same proportion 3:1
    def split(d):
        return [d[0] * Fraction(3, 4), d[0] * Fraction(1, 4), *d[1:]]
    return {
        "relabel": (p, q, [0, 2, 1]),
        "lossy": (p, q, [1, 1, 0]),
        "lossless": (split(p), split(q), [0, 0, 1, 2]),
    }


def convexity_examples():
    p, q = [half, half], [Fraction(1, 5), Fraction(4, 5)]
    p2, q2 = [Fraction(9, 10), Fraction(1, 10)], [half, half]
    zero = [Fraction(0)] * 2
    return {
        "strict": (p, q, p2, q2, Fraction(1, 7)),
        "equal": (p + zero, q + zero, zero + p2, zero + q2, Fraction(1, 7)),
    }


def convexity_proof():
    a, b = "lam*p1, (1-lam)*p2", "lam*q1, (1-lam)*q2"
    return [
        "S((lam*p1+(1-lam)*p2)*log((lam*p1+(1-lam)*p2)/(lam*q1+(1-lam)*q2)))",
        ("<=", "S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))", "log_sum",
         "a = " + a, "b = " + b),
        ("=", "lam*S(p1*log(p1/q1)) + S(p2*log(p2/q2)) - lam*S(p2*log(p2/q2))", "algebra"),
        ("=", "lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", "algebra"),
    ]


def cross_entropy_proof():
    return [
        "S(p*log(p)) - S(p*log(q))",
        ("=", "S(p*log(p) - p*log(q))", "algebra"),
        ("=", "S(p*log(p/q))", "definition"),
    ]


if __name__ == "__main__":
    P, Q = lopsided_pair()
    print(kl(Q, P) / kl(P, Q))
