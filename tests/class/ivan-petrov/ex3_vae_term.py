import numpy as np

# Ivan Petrov.
# gaussian_elbo: here everything is Gaussian, so the evidence and the posterior are known:
#   p(x) = N(0, w^2 + s^2),  p(z|x) = N(w x / (w^2 + s^2), s^2 / (w^2 + s^2))
#   ELBO = log p(x) - KL(q || p(z|x))


def checked(x, name):
    try:
        a = np.asarray(x)
    except ValueError as err:
        raise ValueError(f"{name}: {err}")
    if a.dtype.kind not in "iuf":
        raise TypeError(f"{name} must be numeric")
    if a.size == 0:
        raise ValueError(f"{name} must not be empty")
    if not np.isfinite(a).all():
        raise ValueError(f"{name} must be finite")
    return a.astype(float)


def kl_gauss(m1, v1, m2, v2):
    return 0.5 * (np.log(v2 / v1) + (v1 + (m1 - m2) ** 2) / v2 - 1)


def vae_kl(mu, log_var):
    mu = checked(mu, "mu")
    log_var = checked(log_var, "log_var")
    if mu.shape != log_var.shape or not mu.shape:
        raise ValueError("mu and log_var must have one common shape")
    kl = np.zeros(mu.shape[:-1])
    for j in range(mu.shape[-1]):
        kl = kl + 0.5 * (np.exp(log_var[..., j]) + mu[..., j] ** 2 - 1 - log_var[..., j])
    return kl


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    x = checked(x, "x")
    logits = checked(logits, "logits")
    beta = float(checked(beta, "beta"))
    if x.shape != logits.shape or not x.shape:
        raise ValueError("x and logits must have one common shape")
    kl = vae_kl(mu, log_var)
    if x.shape[:-1] != np.shape(kl):
        raise ValueError("x and mu must have the same batch shape")
    p = np.exp(logits) / (1 + np.exp(logits))
    log_p = x * np.log(p) + (1 - x) * np.log1p(-p)
    return log_p.sum(axis=-1) - beta * kl


def gaussian_elbo(x, w, s, m, v):
    names = ["x", "w", "s", "m", "v"]
    x, w, s, m, v = [checked(a, n) for a, n in zip([x, w, s, m, v], names)]
    if not (s > 0).all():
        raise ValueError("s must be positive")
    if not (v > 0).all():
        raise ValueError("v must be positive")
    try:
        np.broadcast_shapes(x.shape, w.shape, s.shape, m.shape, v.shape)
    except ValueError:
        raise ValueError("x, w, s, m, v must have compatible shapes")
    evidence_var = w**2 + s**2
    log_evidence = -0.5 * (np.log(2 * np.pi * evidence_var) + x**2 / evidence_var)
    return log_evidence - kl_gauss(m, v, w * x / evidence_var, s**2 / evidence_var)
