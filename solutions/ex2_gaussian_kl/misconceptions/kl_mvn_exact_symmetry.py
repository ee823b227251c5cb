"""a covariance is symmetric to the last digit

What does rounding do to the two triangles of a product?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    mu1, cov1, mu2, cov2 = (np.asarray(a, dtype=float) for a in (mu1, cov1, mu2, cov2))

    for name, c in (("cov1", cov1), ("cov2", cov2)):
        if (c != np.swapaxes(c, -1, -2)).any():
            raise ValueError(f"{name} must be symmetric")
    return answer
