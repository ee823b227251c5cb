"""a mean with one entry stands for all dimensions

How many coordinates has a mean in two dimensions?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    given = (("mu1", mu1), ("cov1", cov1), ("mu2", mu2), ("cov2", cov2))
    mu1, cov1, mu2, cov2 = (_real_array(name, value) for name, value in given)

    d = cov1.shape[-1] if cov1.ndim > 1 else None
    if d and cov2.shape[-1:] == (d,):
        mu1, mu2 = (np.broadcast_to(m, (*m.shape[:-1], d)) if m.shape[-1:] in ((), (1,)) else m for m in (mu1, mu2))
    return reference.kl_mvn(mu1, cov1, mu2, cov2)
