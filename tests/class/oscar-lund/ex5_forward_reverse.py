"""Oscar Lund.  Reverse fit by zooming into a grid, no optimiser needed."""
import matplotlib.pyplot as plt
import numpy as np


def read(weights, means, sigmas):
    names, out = ("weights", "means", "sigmas"), []
    for name, value in zip(names, (weights, means, sigmas)):
        value = np.asarray(value)
        if value.dtype.kind in "OUSMm":
            raise TypeError(f"{name} should be numbers, not {value.dtype}")
        if value.ndim != 1 or value.size == 0:
            raise ValueError(f"{name} should be a non-empty list")
        if not np.isfinite(value).all():
            raise ValueError(f"{name} should be finite")
        out.append(value.astype(float))
    w, m, s = out
    if not w.size == m.size == s.size:
        raise ValueError("weights, means and sigmas should have the same length")
    if w.min() < 0:
        raise ValueError("weights should not be negative")
    if abs(w.sum() - 1) > 1e-6:
        raise ValueError(f"weights should sum to 1, not {w.sum()}")
    if s.min() <= 0:
        raise ValueError("sigmas should be positive")
    return w, m, s


def log_mixture(dx, w, m, s):
    """log p at dx, an array of shape (..., nodes)."""
    with np.errstate(divide="ignore"):
        lw = np.log(w)
    out = np.full(np.shape(dx), -np.inf)
    for k in range(len(w)):
        if w[k] > 0:
            out = np.logaddexp(out, lw[k] - np.log(s[k]) - 0.5 * ((dx - m[k]) / s[k]) ** 2)
    return out - 0.5 * np.log(2 * np.pi)


def simpson_nodes(n, width):
    z = np.linspace(-width, width, n)
    c = np.full(n, 2.0)
    c[1::2] = 4
    c[[0, -1]] = 1
    return z, c * (z[1] - z[0]) / 3 * np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi)


def kl(mu, sigma, w, m, s, nodes):
    z, c = nodes
    mu, sigma = np.asarray(mu)[..., None], np.asarray(sigma)[..., None]
    log_q = -0.5 * z * z - np.log(sigma) - 0.5 * np.log(2 * np.pi)
    return ((log_q - log_mixture(mu + sigma * z, w, m, s)) * c).sum(axis=-1)


def fit_forward_kl(weights, means, sigmas):
    w, m, s = read(weights, means, sigmas)
    first = m[0]
    mu = np.sum(w * (m - first))
    return first + mu, np.hypot(np.sqrt(np.sum(w * s**2)), np.sqrt(np.sum(w * (m - first - mu) ** 2)))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = read(weights, means, sigmas)
    (mu,), (sigma,) = scalar(mu, "mu"), scalar(sigma, "sigma")
    if sigma <= 0:
        raise ValueError("sigma should be positive")
    return kl(0.0, sigma, w, m - mu, s, simpson_nodes(12001, 12.5))


def scalar(x, name):
    x = np.asarray(x)
    if x.dtype.kind in "OUSMm":
        raise TypeError(f"{name} should be a number")
    if x.ndim > 0 or not np.isfinite(x):
        raise ValueError(f"{name} should be one finite number")
    return (float(x),)


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = read(weights, means, sigmas)
    centre, unit = fit_forward_kl(w, m, s)
    m, s = (m - centre) / unit, s / unit
    coarse, fine = simpson_nodes(81, 6.0), simpson_nodes(301, 8.0)
    mu = np.concatenate([np.linspace(m.min(), m.max(), 41), m[w > 0]])
    ls = np.linspace(np.log(s.min()) - 0.3, np.log(max(1, s.max())) + 0.3, 30)
    table = kl(mu[:, None], np.exp(ls), w, m, s, coarse)
    # the best point of each of several regions
    candidates = []
    for flat in table.ravel().argsort():
        a, b = mu[flat // len(ls)], ls[flat % len(ls)]
        if all(abs(a - c) > 0.5 * np.exp(max(b, d)) or abs(b - d) > 1 for c, d in candidates):
            candidates.append((a, b))
        if len(candidates) == 4:
            break
    results = []
    for a, b in candidates:
        h = 0.35
        while h > 1e-4:
            da = a + h * np.exp(b) * np.linspace(-1, 1, 7)[:, None]
            db = b + h * np.linspace(-1, 1, 7)
            t = kl(da, np.exp(db), w, m, s, fine)
            i, j = np.unravel_index(t.argmin(), t.shape)
            a, b = da[i, 0], db[j]
            if 0 < i < 6 and 0 < j < 6:       # inside: zoom; at the rim: move on
                h /= 2.5
        results.append((t.min(), a, b))
    _, a, b = min(results)
    return centre + unit * a, unit * np.exp(b)


def plot_fits(weights, means, sigmas):
    w, m, s = read(weights, means, sigmas)
    x = np.linspace(np.min(m - 4 * s), np.max(m + 4 * s), 1201)
    one = np.ones(1)
    fig, (left, right) = plt.subplots(ncols=2, figsize=(10, 4), sharex=True, sharey=True)
    for ax, f, colour in ((left, fit_forward_kl, "tab:blue"), (right, fit_reverse_kl, "tab:orange")):
        mu, sigma = f(weights, means, sigmas)
        ax.plot(x, np.exp(log_mixture(x, w, m, s)), "k-", lw=1)
        ax.plot(x, np.exp(log_mixture(x, one, [mu], [sigma])), color=colour)
        ax.set(xlabel="x", ylabel="density", title=f"{f.__name__}: {mu:.2f}, {sigma:.2f}")
    return fig


explanation = """The average decides.

1. forward: average over p -> every place p visits counts -> q covers all of p.
2. reverse: average over q -> only the places q visits count -> q goes where it is safe.

Safe means "p is not much smaller than q". Between two close bumps that holds too, therefore q does not always seek a mode."""
