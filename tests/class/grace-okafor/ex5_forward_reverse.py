"""ex5 by Grace Okafor: only the standard library does the mathematics."""
import math
from numbers import Real

import matplotlib.pyplot as plt


def to_list(x, name):
    if isinstance(x, (str, bytes)) or not hasattr(x, "__iter__"):
        raise TypeError(f"{name} is not a sequence of numbers")
    out = []
    for v in x:
        if hasattr(v, "__len__") and not isinstance(v, str):
            raise ValueError(f"{name} has more than one dimension")
        out.append(to_number(v, name))
    if not out:
        raise ValueError(f"{name} is empty")
    return out


def to_number(v, name):
    if hasattr(v, "item"):
        v = v.item()
    if not isinstance(v, Real):
        raise TypeError(f"{name} holds something that is no real number")
    v = float(v)
    if not math.isfinite(v):
        raise ValueError(f"{name} is not finite")
    return v


def mixture(weights, means, sigmas):
    w, m, s = to_list(weights, "weights"), to_list(means, "means"), to_list(sigmas, "sigmas")
    if not len(w) == len(m) == len(s):
        raise ValueError("weights, means and sigmas have different lengths")
    if min(w) < 0 or abs(math.fsum(w) - 1) > 1e-6:
        raise ValueError("weights are no probabilities")
    if min(s) <= 0:
        raise ValueError("sigmas are not positive")
    return [c for c in zip(w, m, s) if c[0] > 0]


def moments(p):
    start = p[0][1]
    mean = math.fsum(w * (m - start) for w, m, s in p)
    var = math.fsum(w * (s * s + (m - start - mean) ** 2) for w, m, s in p)
    return start + mean, math.sqrt(var)


def reverse(mu, sigma, p, n, end):
    comps = [(math.log(w / s), (mu - m) / s, sigma / s) for w, m, s in p]
    h = 2 * end / n
    total = norm = 0.0
    for i in range(n + 1):
        z = i * h - end
        logs = [c - 0.5 * (d + r * z) ** 2 for c, d, r in comps]
        top = max(logs)
        lp = top + math.log(sum([math.exp(v - top) for v in logs]))
        g = math.exp(-0.5 * z * z)
        norm += g
        total += g * (-0.5 * z * z - lp)
    return total / norm - math.log(sigma)


def fit_forward_kl(weights, means, sigmas):
    return moments(mixture(weights, means, sigmas))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    p = mixture(weights, means, sigmas)
    if hasattr(mu, "__len__") or hasattr(sigma, "__len__") and not isinstance(sigma, str):
        raise (TypeError if isinstance(mu, str) else ValueError)("mu and sigma are single numbers")
    mu, sigma = to_number(mu, "mu"), to_number(sigma, "sigma")
    if sigma <= 0:
        raise ValueError("sigma is not positive")
    return reverse(mu, sigma, p, 9000, 12.0)


def amoeba(f, x, size):
    """Nelder and Mead in two dimensions."""
    pts = sorted((f(*v), v) for v in (x, (x[0] + size, x[1]), (x[0], x[1] + 0.2)))
    for _ in range(60):
        (fb, b), (fg, g), (fw, w) = pts
        if abs(b[0] - w[0]) + abs(b[1] - w[1]) < 1e-3 and fw - fb < 1e-8:
            break
        c = ((b[0] + g[0]) / 2, (b[1] + g[1]) / 2)

        def at(t):
            v = (c[0] + t * (w[0] - c[0]), c[1] + t * (w[1] - c[1]))
            return f(*v), v

        r = at(-1)
        if r[0] < fb:
            new = min(r, at(-2))
        elif r[0] < fg:
            new = r
        else:
            new = at(-0.5) if r[0] < fw else at(0.5)
            if new[0] >= min(r[0], fw):
                half = [((b[0] + v[0]) / 2, (b[1] + v[1]) / 2) for v in (g, w)]
                pts = sorted([(fb, b)] + [(f(*v), v) for v in half])
                continue
        pts = sorted([(fb, b), (fg, g), new])
    return pts[0]


def fit_reverse_kl(weights, means, sigmas):
    p = mixture(weights, means, sigmas)
    zero, unit = moments(p)
    p = sorted((w, (m - zero) / unit, s / unit) for w, m, s in p)
    starts = [(m, math.log(s)) for _, m, s in p]
    p.sort(key=lambda c: c[1])
    for i in range(len(p)):
        for j in range(i + 2, len(p) + 1):
            share = sum(w for w, _, _ in p[i:j])
            mu, sd = moments([(w / share, m, s) for w, m, s in p[i:j]])
            starts.append((mu, math.log(sd)))
    ranked = sorted((reverse(a, math.exp(b), p, 40, 5.0), a, b) for a, b in starts)[:4]
    runs = [amoeba(lambda a, b: reverse(a, math.exp(b), p, 64, 5.5), (a, b), 0.1) for _, a, b in ranked]
    runs.sort()
    runs = [amoeba(lambda a, b: reverse(a, math.exp(b), p, 160, 7.0), v, 0.02) for f, v in runs[:2] if f < runs[0][0] + 0.003]
    value, (mu, ls) = min(runs)
    return zero + unit * mu, unit * math.exp(ls)


def plot_fits(weights, means, sigmas):
    p = mixture(weights, means, sigmas)
    left, right = min(m - 4 * s for _, m, s in p), max(m + 4 * s for _, m, s in p)
    xs = [left + (right - left) * i / 1000 for i in range(1001)]

    def density(mix):
        return [sum(w * math.exp(-0.5 * ((x - m) / s) ** 2) / (s * math.sqrt(2 * math.pi)) for w, m, s in mix) for x in xs]

    fig, ax = plt.subplots()
    ax.plot(xs, density(p), label="mixture")
    ax.plot(xs, density([(1, *fit_forward_kl(weights, means, sigmas))]), label="forward fit (moments)")
    ax.plot(xs, density([(1, *fit_reverse_kl(weights, means, sigmas))]), label="reverse fit")
    ax.set_xlabel("value")
    ax.set_ylabel("density")
    ax.legend()
    return fig


explanation = """In the forward direction the samples come from p, and q is asked to explain them: a q that calls a sample
impossible pays a huge price. In the reverse direction the samples come from q, and p is the judge: q avoids places which p
calls impossible, and nobody asks whether q forgot something."""
