"""only the first Gaussian has to be checked

Which of your arguments do you look at before you compute?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except ValueError as error:
        if "cov2 must be symmetric" in str(error) or "cov2 must be positive" in str(error):
            return np.nan
        raise
