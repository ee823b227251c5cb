"""callers only pass what makes sense

Can a standard deviation be negative?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    try:
        return reference.kl_normal(mu1, sigma1, mu2, sigma2)
    except (TypeError, ValueError):
        m1, s1, m2, s2 = (np.asarray(a, dtype=float) for a in (mu1, sigma1, mu2, sigma2))
        with np.errstate(all="ignore"):
            return np.log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - 0.5
