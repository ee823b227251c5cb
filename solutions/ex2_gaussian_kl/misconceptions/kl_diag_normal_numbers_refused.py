"""every argument has an axis of coordinates

What does a single width for all coordinates stand for?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    mu1, sigma1, mu2, sigma2 = _means_and_widths(mu1, sigma1, mu2, sigma2)

    for name, array in (("mu1", mu1), ("sigma1", sigma1), ("mu2", mu2), ("sigma2", sigma2)):
        if array.ndim == 0:
            raise ValueError(f"{name} must have an axis of coordinates")
    return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
