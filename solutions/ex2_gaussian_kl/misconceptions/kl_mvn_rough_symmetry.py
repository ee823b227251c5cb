"""a covariance is symmetric if its triangles agree to three digits

How much do two triangles differ by rounding alone?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    near = []
    for c in (cov1, cov2):
        turned = np.swapaxes(c, -1, -2) if c.ndim > 1 and c.shape[-1] == c.shape[-2] else c
        near.append((c + turned) / 2 if np.allclose(c, turned, rtol=1e-3) else c)
    return reference.kl_mvn(mu1, near[0], mu2, near[1])
