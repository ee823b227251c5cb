"""only the first Gaussian has to be checked

Which of your arguments do you look at before you compute?
"""


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    try:
        return reference.kl_diag_normal(mu1, sigma1, mu2, sigma2, axis=axis)
    except ValueError as error:
        if "sigma2" not in str(error) or "shapes" in str(error):
            raise
        return np.nan
