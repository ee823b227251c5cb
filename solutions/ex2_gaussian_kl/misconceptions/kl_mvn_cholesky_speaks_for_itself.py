"""NumPy's own message about a matrix is enough

Which of two matrices does NumPy's message mean?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    try:
        return reference.kl_mvn(mu1, cov1, mu2, cov2)
    except ValueError as error:
        if "positive definite" in str(error):
            raise np.linalg.LinAlgError("Matrix is not positive definite") from error
        raise
