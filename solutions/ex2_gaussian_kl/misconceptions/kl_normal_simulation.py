"""the mean over 20000 draws is exact enough

How many digits does an average over so many draws have, and does the docstring ask for more?
"""

DRAWS = np.random.default_rng(0).standard_normal(20_000)


def kl_normal(mu1, sigma1, mu2, sigma2):
    exact = reference.kl_normal(mu1, sigma1, mu2, sigma2)
    mu1, sigma1, mu2, sigma2 = (np.asarray(a, dtype=float)[..., None] for a in (mu1, sigma1, mu2, sigma2))
    with np.errstate(all="ignore"):
        other = (mu1 - mu2) / sigma2 + sigma1 / sigma2 * DRAWS
        mean = np.mean(other**2 - DRAWS**2, axis=-1) / 2 - np.log(sigma1 / sigma2)[..., 0]
    return mean if isinstance(exact, np.ndarray) else float(mean)
