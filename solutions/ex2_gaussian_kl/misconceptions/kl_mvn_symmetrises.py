"""a matrix that is not symmetric can be made so

Should a function repair what makes no sense without telling anybody?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    halves = [(c + np.swapaxes(c, -1, -2)) / 2 if c.ndim > 1 and c.shape[-1] == c.shape[-2] else c for c in (cov1, cov2)]
    return reference.kl_mvn(mu1, halves[0], mu2, halves[1])
