# Maya Cohen: natural-gradient updates for the reverse fit
import matplotlib.pyplot as plt
import numpy as np


def _mix(weights, means, sigmas):
    arrs = {}
    for name, val in dict(weights=weights, means=means, sigmas=sigmas).items():
        arr = np.asarray(val)
        if arr.dtype.kind not in "iuf":
            raise TypeError("%s must hold numbers" % name)
        if arr.ndim != 1:
            raise ValueError("%s must be 1-D" % name)
        arr = arr.astype(np.float64)
        if arr.size < 1 or not np.isfinite(arr).all():
            raise ValueError("%s must be finite and not empty" % name)
        arrs[name] = arr
    w, m, s = arrs.values()
    if not (w.size == m.size == s.size):
        raise ValueError("weights, means and sigmas must be equally long")
    if np.any(w < 0) or np.abs(np.sum(w) - 1) > 1e-6:
        raise ValueError("weights must be non-negative with sum 1")
    if np.any(s <= 0):
        raise ValueError("sigmas must be positive")
    ok = w > 0
    return w[ok], m[ok], s[ok]


def _terms(mu, sigma, mix, z, g):
    """KL, E (log p)', E (log p)'' under N(mu, sigma^2); mu and sigma are 1-D arrays."""
    w, m, s = (a[:, None, None] for a in mix)
    dev = (mu[:, None] - m) + sigma[:, None] * z
    logs = np.log(w / s) - 0.5 * (dev / s) ** 2
    top = logs.max(0)
    resp = np.exp(logs - top)
    tot = resp.sum(0)
    resp /= tot
    grad = -(resp * dev / s**2).sum(0)
    curv = (resp * ((dev / s**2) ** 2 - 1 / s**2)).sum(0) - grad**2
    kl = (-0.5 * z * z - top - np.log(tot)) @ g - np.log(sigma)
    return kl, grad @ g, curv @ g


_z = np.linspace(-12.5, 12.5, 7501)
_g = np.exp(-0.5 * _z**2) * (_z[1] - _z[0]) / np.sqrt(2 * np.pi)
_zc = np.linspace(-8, 8, 161)
_gc = np.exp(-0.5 * _zc**2) * (_zc[1] - _zc[0]) / np.sqrt(2 * np.pi)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, v in (("mu", mu), ("sigma", sigma)):
        a = np.asarray(v)
        if a.dtype.kind not in "iuf":
            raise TypeError("%s must be a number" % name)
        if a.size != 1 or not np.isfinite(a).all():
            raise ValueError("%s must be one finite number" % name)
    if not sigma > 0:
        raise ValueError("sigma must be positive")
    mix = _mix(weights, means, sigmas)
    return float(_terms(np.array([float(mu)]), np.array([float(sigma)]), mix, _z, _g)[0][0])


def fit_forward_kl(weights, means, sigmas):
    w, m, s = _mix(weights, means, sigmas)
    w = w / w.sum()
    centre = m.mean()
    shift = (w * (m - centre)).sum()
    return centre + shift, np.sqrt((w * s**2).sum() + (w * (m - centre - shift) ** 2).sum())


def fit_reverse_kl(weights, means, sigmas):
    """Stationary: E_q[(log p)'] = 0 and E_q[(log p)''] = -1/sigma^2. Damped updates of the precision,
    many starts at once, each step kept only where the KL falls."""
    w, m, s = _mix(weights, means, sigmas)
    c, u = fit_forward_kl(w, m, s)
    mix = (w / w.sum(), (m - c) / u, s / u)
    m, s = mix[1], mix[2]
    lin = np.linspace(m.min(), m.max(), 13)
    mu = np.concatenate([m, lin, lin, lin])
    sd = np.concatenate([s, np.full(13, 1.0), np.full(13, 0.5), np.full(13, 0.2)])
    mu, sd = _iterate(mu, sd, mix, _zc, _gc, 120)
    mu, sd = _iterate(mu, sd, mix, _z[::15], _g[::15] * 15, 200)
    return c + u * mu[0], u * sd[0]


def _iterate(mu, sd, mix, z, g, steps):
    kl, gr, cu = _terms(mu, sd, mix, z, g)
    rho = np.full(mu.shape, 0.5)
    for it in range(steps):
        prec = np.maximum((1 - rho) / sd**2 - rho * cu, 0.5 / sd**2)
        new_sd = np.minimum(prec**-0.5, 1.5 * sd)
        new_mu = mu + rho * new_sd**2 * gr
        k2, g2, c2 = _terms(new_mu, new_sd, mix, z, g)
        better = k2 <= kl
        rho = np.where(better, np.minimum(rho * 1.3, 1.0), rho / 3)
        mu, sd = np.where(better, new_mu, mu), np.where(better, new_sd, sd)
        kl, gr, cu = np.where(better, k2, kl), np.where(better, g2, gr), np.where(better, c2, cu)
        if it % 20 == 19:                                  # drop the losers
            keep = np.argsort(kl)[: max(4, len(kl) // 2)]
            mu, sd, kl, gr, cu, rho = (a[keep] for a in (mu, sd, kl, gr, cu, rho))
    order = np.argsort(kl)
    return mu[order], sd[order]


def plot_fits(weights, means, sigmas):
    w, m, s = _mix(weights, means, sigmas)
    lo, hi = (m - 4 * s).min(), (m + 4 * s).max()
    x = np.linspace(lo - 0.1 * (hi - lo), hi + 0.1 * (hi - lo), 2500)

    def bell(mu, sd):
        return np.exp(-0.5 * ((x - mu) / sd) ** 2) / np.sqrt(2 * np.pi) / sd

    fig = plt.figure(figsize=(6, 6))
    top, bottom = fig.subplots(2, 1, sharex=True)
    p = (w[:, None] * np.array([bell(a, b) for a, b in zip(m, s)])).sum(0)
    for ax in (top, bottom):
        ax.plot(x, p, color="grey")
        ax.set_ylabel("density")
        ax.set_xlabel("x")
    top.plot(x, bell(*fit_forward_kl(weights, means, sigmas)), color="tab:blue")
    top.set_title("forward: q covers p (grey)")
    bottom.plot(x, bell(*fit_reverse_kl(weights, means, sigmas)), color="tab:red")
    bottom.set_title("reverse: q must not leave p (grey)")
    return fig


explanation = """Forward KL = "zero avoiding": E_p log(p/q) explodes if q is tiny where p lives, so the best q is wide.
Reverse KL = "zero forcing": E_q log(q/p) explodes if q puts mass where p is tiny, so the best q is narrow,
unless the modes overlap so much that there is no gap between them.
"""
