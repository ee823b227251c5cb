# Thandi Mokoena
#   e^a - 1 - a = a^2/2 * 1F1(1; 3; a)    (Kummer function, for small a)
import numpy as np
from scipy import special, stats


def check(x, label):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError(f"'{label}' is ragged")
    if not (np.issubdtype(a.dtype, np.floating) or np.issubdtype(a.dtype, np.integer)):
        raise TypeError(f"'{label}' must contain real numbers")
    a = a.astype(np.float64)
    if a.size < 1:
        raise ValueError(f"'{label}' must not be empty")
    if np.isnan(a).any() or np.isinf(a).any():
        raise ValueError(f"'{label}' must be finite")
    return a


def bowl(a):
    small = np.abs(a) < 0.5
    out = np.empty_like(a)
    b = a[small]
    out[small] = 0.5 * b * b * special.hyp1f1(1.0, 3.0, b)
    with np.errstate(over="ignore"):
        out[~small] = np.exp(a[~small]) - 1.0 - a[~small]
    return out


def vae_kl(mu, log_var):
    mu = check(mu, "mu")
    log_var = check(log_var, "log_var")
    if mu.ndim == 0 or mu.shape != log_var.shape:
        raise ValueError("'mu' and 'log_var' must be arrays of the same shape")
    with np.errstate(over="ignore"):
        per_dim = 0.5 * bowl(log_var) + 0.5 * np.square(mu)
        return per_dim.sum(axis=-1)


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x = check(x, "x")
    logits = check(logits, "logits")
    if x.ndim == 0 or x.shape != logits.shape:
        raise ValueError("'x' and 'logits' must be arrays of the same shape")
    b = check(beta, "beta")
    if b.size != 1:
        raise ValueError("'beta' is one number")
    kl = vae_kl(mu, log_var)
    if np.shape(kl) != x.shape[:-1]:
        raise ValueError("'mu' and 'x' have different batches")
    recon = (x * special.log_expit(logits) + (1.0 - x) * special.log_expit(-logits)).sum(axis=-1)
    b = float(b.ravel()[0])
    return recon - b * kl if b != 0 else recon


def gaussian_elbo(x, w, s, m, v):
    x, w, s, m, v = (check(a, n) for a, n in zip((x, w, s, m, v), "xwsmv"))
    for a, n in ((s, "s"), (v, "v")):
        if a.min() <= 0:
            raise ValueError(f"'{n}' must be > 0")
    try:
        x, w, s, m, v = np.broadcast_arrays(x, w, s, m, v)
    except ValueError:
        raise ValueError("'x', 'w', 's', 'm', 'v' do not broadcast")
    sd = np.sqrt(v)
    with np.errstate(over="ignore"):
        # E log p(x|z): log density at the mean, minus the variance of w z in units of s
        expected = stats.norm.logpdf((x - w * m) / s) - np.log(s) - 0.5 * (w * sd / s) ** 2
        # E log p(z), and the entropy of q
        prior = stats.norm.logpdf(m) - 0.5 * v
        entropy = 0.5 * (1 + np.log(2 * np.pi)) + np.log(sd)
        return expected + prior + entropy
