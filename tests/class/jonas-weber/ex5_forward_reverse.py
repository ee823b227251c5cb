"""Vorwaerts und rueckwaerts, Jonas Weber. Newton-Verfahren in (mu, log sigma)."""
import matplotlib.pyplot as plt
import numpy as np


def pruefen(weights, means, sigmas):
    arrays = []
    for name, werte in zip(("weights", "means", "sigmas"), (weights, means, sigmas)):
        a = np.asarray(werte)
        if a.dtype.kind not in "uif":
            raise TypeError(f"{name}: keine reellen Zahlen")
        if a.ndim != 1 or len(a) == 0:
            raise ValueError(f"{name}: keine Liste von Zahlen")
        a = a.astype(float)
        if not np.isfinite(a).all():
            raise ValueError(f"{name}: nicht endlich")
        arrays.append(a)
    w, m, s = arrays
    if len({len(a) for a in arrays}) != 1:
        raise ValueError("weights, means, sigmas: verschieden lang")
    if (w < 0).any() or abs(w.sum() - 1) > 1e-6:
        raise ValueError("weights: keine Verteilung")
    if (s <= 0).any():
        raise ValueError("sigmas: nicht positiv")
    return w, m, s


def zahl(x, name):
    a = np.asarray(x)
    if a.dtype.kind not in "uif":
        raise TypeError(f"{name}: keine reelle Zahl")
    if a.ndim or not np.isfinite(a):
        raise ValueError(f"{name}: keine endliche Zahl")
    return float(a)


def gitter(n, weite=12.0):
    z = np.linspace(-weite, weite, n)
    g = np.exp(-z * z / 2) / np.sqrt(2 * np.pi) * (z[1] - z[0])
    return z, g


FEIN, GROB = gitter(7201), gitter(241, 8.0)


def ableitungen(mu, ls, w, m, s, zg=GROB):
    """KL, Gradient und Hesse-Matrix (exakt, bis auf die Quadratur)."""
    z, g = zg
    sig = np.exp(ls)
    d = ((mu - m)[:, None] + sig * z) / s[:, None]
    l = np.log(w / s)[:, None] - d * d / 2
    top = l.max(axis=0)
    e = np.exp(l - top)
    summe = e.sum(axis=0)
    r = e / summe
    log_p = top + np.log(summe)
    a = -d / s[:, None]
    p1 = (r * a).sum(0)                                    # (log p)'
    p2 = (r * (a * a - 1 / s[:, None] ** 2)).sum(0) - p1**2  # (log p)''
    kl = g @ (-z * z / 2 - log_p) - ls
    grad = np.array([-g @ p1, -1 - sig * (g @ (z * p1))])
    h12 = -sig * (g @ (z * p2))
    hess = np.array([[-g @ p2, h12], [h12, -sig**2 * (g @ (z * z * p2)) - sig * (g @ (z * p1))]])
    return kl, grad, hess


def newton(start, w, m, s):
    x = np.array(start, float)
    f, g, H = ableitungen(*x, w, m, s)
    for _ in range(60):
        eig, V = np.linalg.eigh(H)
        schritt = -V @ ((V.T @ g) / np.maximum(abs(eig), 1e-3))   # immer bergab
        schritt /= max(1.0, np.abs(schritt).max() / 0.5)
        t = 1.0
        while t > 1e-6:
            f2, g2, H2 = ableitungen(*(x + t * schritt), w, m, s)
            if f2 <= f + 1e-4 * t * (g @ schritt) + 1e-14:
                break
            t /= 2
        x, f, g, H = x + t * schritt, f2, g2, H2
        if np.abs(g).max() < 1e-9:
            break
    return f, x


def fit_forward_kl(weights, means, sigmas):
    w, m, s = pruefen(weights, means, sigmas)
    mitte = (m.min() + m.max()) / 2
    m0 = m - mitte
    mu = np.dot(w, m0)
    return float(mitte + mu), float(np.sqrt(np.dot(w, s**2) + np.dot(w, (m0 - mu) ** 2)))


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    w, m, s = pruefen(weights, means, sigmas)
    mu, sigma = zahl(mu, "mu"), zahl(sigma, "sigma")
    if sigma <= 0:
        raise ValueError("sigma: nicht positiv")
    j = w > 0
    return float(ableitungen(mu, np.log(sigma), w[j], m[j], s[j], FEIN)[0])


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = pruefen(weights, means, sigmas)
    null, eins = fit_forward_kl(w, m, s)
    j = w > 0
    w, m, s = w[j], (m[j] - null) / eins, s[j] / eins
    starts = [(a, np.log(b)) for a, b in zip(m, s)]
    starts += [(a, b) for a in np.linspace(m.min(), m.max(), 9) for b in np.log([1.0, 0.6, 0.3])]
    starts.sort(key=lambda x: ableitungen(*x, w, m, s)[0])
    f, x = min((newton(x, w, m, s) for x in starts[:9]), key=lambda paar: paar[0])
    return float(null + eins * x[0]), float(eins * np.exp(x[1]))


def plot_fits(weights, means, sigmas):
    w, m, s = pruefen(weights, means, sigmas)
    x = np.sort(np.concatenate([a + b * np.linspace(-5, 5, 301) for a, b in zip(m, s)]))
    phi = lambda a, b: np.exp(-((x - a) ** 2) / (2 * b * b)) / (b * np.sqrt(2 * np.pi))  # noqa: E731
    bild, achse = plt.subplots()
    achse.fill_between(x, sum(c * phi(a, b) for c, a, b in zip(w, m, s)), alpha=0.3, label="p")
    achse.plot(x, phi(*fit_forward_kl(w, m, s)), label="vorwaerts KL(p||q)")
    achse.plot(x, phi(*fit_reverse_kl(w, m, s)), label="rueckwaerts KL(q||p)")
    achse.set_xlabel("x")
    achse.set_ylabel("Dichte")
    achse.legend(loc="upper right")
    return bild


explanation = """Vorwärts: der Erwartungswert läuft über p. Wo p Masse hat, q aber nicht, wird log(p/q) riesig, also muss q
alles zudecken. Rückwärts: der Erwartungswert läuft über q. q darf einen Hügel auslassen, aber nicht im Tal stehen."""
