"""ex4, H. Tanaka. Everything is an int, a Fraction or a "a/b" string."""
from fractions import Fraction


def bern(x):
    x = Fraction(x)
    return (x, 1 - x)


def product(*parts):
    """Joint distribution of independent parts."""
    out = [Fraction(1)]
    for part in parts:
        out = [x * y for x in out for y in part]
    return out


def equal_pair():
    # a product of a fair coin and mirrored coins
    coin = bern("1/2")
    return product(coin, bern("1/3")), product(coin, bern("2/3"))


def lopsided_pair():
    # found with a loop over n; the ratio grows by log 2 per bit only
    return bern(Fraction(1, 100)), bern(Fraction(1, 1 << 1600))


def asymmetric_family(eps):
    den = 1
    while den < 2 / eps:
        den += 1
    a = Fraction(1, den)              # eps/3 < a <= eps/2
    # 1/a * (1/eps + a) <= 3/eps^2 + 1 nats, one nat < 3/2 bits
    bits = 0
    while bits < (3 / eps**2 + 1) * 3 / 2:
        bits += 64
    return bern(a / (1 << bits)), bern(a)


def triangle_family(factor):
    j = 4
    while (1 << j) < 8 * factor:
        j += 1
    m = 1
    while m < 6 * factor:
        m *= 2
    return bern("1/2"), bern(Fraction(1, 1 << j)), bern(Fraction(1, 1 << (j * m)))


def gibbs_proof():
    def s(rel, expr, by, **arguments):
        return dict(rel=rel, expr=expr, by=by, **arguments)

    return dict(
        start="-S(p*log(p/q))",
        steps=[
            s("<=", "log(S(q))", "jensen", x="q/p", w="p"),
            s("<=", "S(q) - 1", "log_le", x="S(q)", w="1"),
            s("<=", "All(q) - 1", "extend_sum", e="q"),
            s("=", "1 - 1", "normalisation"),
            s("=", "0", "algebra"),
        ],
    )


def equality_case():
    return {
        "zero": ([1], [1]),
        "non_zero": ([1, 0], ["1/2", "1/2"]),
        "proof": ["S(p*log(p/p))", ("=", "0", "algebra")],
    }


def invariance_examples():
    p, q = product(bern("1/4"), bern("1/3")), product(bern("1/2"), bern("1/3"))
    return {
        "relabel": (p, q, [0, 2, 1, 3]),
        "lossy": (p, q, [0, 0, 0, 0]),
        "lossless": (p, q, [0, 0, 1, 1]),   # forget the second coin
    }


def convexity_examples():
    a, b = bern("1/4"), bern("1/2")
    return {
        "strict": (a, b, b, a, "1/3"),
        # scale both members of a pair by the same outcome weights
        "equal": (product(b, a), product(b, b), product(bern("1/9"), a), product(bern("1/9"), b), "1/3"),
    }


def convexity_proof():
    mix = "(lam*{0}1 + (1-lam)*{0}2)"
    P, Q = mix.format("p"), mix.format("q")
    return dict(
        start=f"S({P}*log({P}/{Q}))",
        steps=[
            dict(
                rel="<=",
                expr="S(lam*p1*log(lam*p1/(lam*q1)) + (1-lam)*p2*log((1-lam)*p2/((1-lam)*q2)))",
                by="log_sum",
                a="lam*p1, (1-lam)*p2",
                b="lam*q1, (1-lam)*q2",
            ),
            dict(rel="=", expr="S(lam*p1*log(p1/q1) + (1-lam)*p2*log(p2/q2))", by="algebra"),
            dict(rel="=", expr="lam*S(p1*log(p1/q1)) + (1-lam)*S(p2*log(p2/q2))", by="algebra"),
        ],
    )


def cross_entropy_proof():
    return ["S(p*log(p/q))", ("=", "-S(p*log(q)) + S(p*log(p))", "algebra")]
