"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def kl_mvn(mu1, cov1, mu2, cov2):
    answer = reference.kl_mvn(mu1, cov1, mu2, cov2)
    if isinstance(cov2, np.ndarray) and cov2.dtype == float:
        np.multiply(cov2, cov2, out=cov2)
    return answer
