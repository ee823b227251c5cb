"""Lena Hoffmann: SLSQP and bounds on (mu, log sigma)."""
import matplotlib.pyplot as plt
import numpy as np
import scipy.optimize
import scipy.stats

Z, STEP = np.linspace(-12, 12, 7201, retstep=True)
PHI = scipy.stats.norm.pdf(Z) * STEP


def _validate(weights, means, sigmas):
    """Return three float arrays or raise."""
    checked = []
    for name, values in (("weights", weights), ("means", means), ("sigmas", sigmas)):
        values = np.asarray(values)
        if values.dtype == object or values.dtype.kind in "USc":
            raise TypeError(f"{name} must be array_like of real numbers")
        if values.ndim != 1:
            raise ValueError(f"{name} must have exactly one axis")
        if not np.isfinite(values.astype(float)).all():
            raise ValueError(f"{name} must be finite")
        checked.append(values.astype(float))
    weights, means, sigmas = checked
    if weights.size == 0 or weights.shape != means.shape or weights.shape != sigmas.shape:
        raise ValueError("weights, means and sigmas must be equally long and not empty")
    if (weights < 0).any():
        raise ValueError("weights must be non-negative")
    if not np.isclose(weights.sum(), 1, rtol=0, atol=1e-6):
        raise ValueError("weights must sum to one")
    if (sigmas <= 0).any():
        raise ValueError("sigmas must be positive")
    return weights, means, sigmas


def _log_p(offset, weights, means, sigmas):
    """log of the mixture's density at `offset`; offsets and means share an origin."""
    used = weights > 0
    components = [
        np.log(w / s) - 0.5 * ((offset - m) / s) ** 2
        for w, m, s in zip(weights[used], means[used], sigmas[used])
    ]
    return np.logaddexp.reduce(components)


def _reverse(theta, mixture, every=1):
    weights, means, sigmas = mixture
    z, phi = Z[::every], PHI[::every] * every
    values = -0.5 * z**2 - _log_p(np.exp(theta[1]) * z, weights, means - theta[0], sigmas)
    return phi @ values - theta[1]


def fit_forward_kl(weights, means, sigmas):
    weights, means, sigmas = _validate(weights, means, sigmas)
    reference = means[0]
    centred = means - reference
    mean = np.dot(weights, centred)
    within = np.dot(weights, sigmas**2)
    between = np.dot(weights, (centred - mean) ** 2)
    return reference + mean, np.sqrt(within + between)


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    for name, value in (("mu", mu), ("sigma", sigma)):
        if np.asarray(value).dtype.kind not in "iuf":
            raise TypeError(f"{name} is not a real number")
        if np.ndim(value) or not np.isfinite(value):
            raise ValueError(f"{name} is not a finite number")
    mixture = _validate(weights, means, sigmas)
    _, (mu,), (sigma,) = _validate([1.0], [mu], [sigma])
    return _reverse((mu, np.log(sigma)), mixture)


def fit_reverse_kl(weights, means, sigmas):
    weights, means, sigmas = _validate(weights, means, sigmas)
    shift, scale = fit_forward_kl(weights, means, sigmas)
    mixture = (weights, (means - shift) / scale, sigmas / scale)
    lo, hi = mixture[1].min(), mixture[1].max()
    small, large = np.log(mixture[2].min()) - 0.5, np.log(max(1, mixture[2].max())) + 0.5
    bounds = [(lo - 1e-6, hi + 1e-6), (small, large)]
    scan = [(mu, log_sigma) for mu in np.linspace(lo, hi, 17) for log_sigma in np.linspace(small, large, 7)]
    scan += [(m, np.log(s)) for w, m, s in zip(*mixture) if w > 0]
    scan.sort(key=lambda theta: _reverse(theta, mixture, 120))
    best, places = None, []
    for theta in scan:
        if len(places) == 4:
            break
        if any(abs(theta[0] - mu) < 0.6 * np.exp(theta[1]) for mu in places):
            continue
        places.append(theta[0])
        result = scipy.optimize.minimize(_reverse, theta, args=(mixture, 40), method="SLSQP", bounds=bounds,
                                         options={"ftol": 1e-11, "maxiter": 200})
        if best is None or result.fun < best.fun:
            best = result
    return shift + scale * best.x[0], scale * np.exp(best.x[1])


def plot_fits(weights, means, sigmas):
    weights, means, sigmas = _validate(weights, means, sigmas)
    margin = 4 * sigmas
    x = np.linspace((means - margin).min(), (means + margin).max(), 2048)
    p = np.sum([w * scipy.stats.norm.pdf(x, m, s) for w, m, s in zip(weights, means, sigmas)], axis=0)
    fig, axes = plt.subplots(2, 1, sharex=True, figsize=(7, 6))
    for ax, title, q in zip(axes, ("Forward KL", "Reverse KL"), (fit_forward_kl, fit_reverse_kl)):
        ax.fill_between(x, p, alpha=0.25, color="C7", label="p")
        ax.plot(x, scipy.stats.norm.pdf(x, *q(weights, means, sigmas)), color="C3", label="q")
        ax.set_title(title)
        ax.set_ylabel("density")
        ax.set_xlabel("x")
        ax.legend()
    return fig


explanation = """Forward and reverse differ in the distribution over which the log ratio is averaged.

Averaging over p forces q to be large wherever p is; averaging over q forces q to be small wherever p is small.
The first gives the moments of p, the second one a mode (if there is a deep valley) or all of p (if there is none)."""
