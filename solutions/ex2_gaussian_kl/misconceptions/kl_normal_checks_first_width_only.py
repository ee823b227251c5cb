"""only the first Gaussian has to be checked

Which of your arguments do you look at before you compute?
"""


def kl_normal(mu1, sigma1, mu2, sigma2):
    try:
        return reference.kl_normal(mu1, sigma1, mu2, sigma2)
    except ValueError as error:
        if "sigma2" not in str(error) or "shapes" in str(error):
            raise
        return np.nan
