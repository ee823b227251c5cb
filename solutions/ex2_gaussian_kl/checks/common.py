"""What the checks of all three questions share: tolerances, bad input, the definition, and how calls are shown."""

import numpy as np

from autograder.checking import signature

normal = signature("mu1", "sigma1", "mu2", "sigma2")
mvn = signature("mu1", "cov1", "mu2", "cov2")

# Rounding is 1e-13 at most in any sound formula on ordinary input; 1e-9 leaves room for a
# numerical integral and none for a wrong formula.
CLOSE = {"rtol": 1e-9, "atol": 1e-13}
# Solving with a covariance of condition 1e4 costs four of sixteen digits; inverting it, some more.
CLOSE_MVN = {"rtol": 1e-7, "atol": 1e-12}
# A change of coordinates rounds the covariance itself.
CLOSE_AFFINE = {"rtol": 1e-6, "atol": 1e-12}
# At u = 6e-10 the rounding of log1p(u) alone is 4e-7 of u - log1p(u); the plain formula is off by 100 %.
CLOSE_TINY = {"rtol": 1e-5, "atol": 0.0}

NAN, INF = float("nan"), float("inf")
LOG2 = float(np.log(2))
NOT_NUMBERS = [None, "half", [None, 1.0], [1.0, object()]]

# The trapezoid rule on these nodes is exact to rounding for a standard normal times a quadratic.
NODES = np.arange(-40, 41) / 4
WEIGHTS = np.exp(-(NODES**2) / 2) / (4 * np.sqrt(2 * np.pi))


def average_log_ratio(mu1, sigma1, mu2, sigma2):
    """The definition in one dimension: the average over p of log p(x) - log q(x)."""
    x = mu1 + sigma1 * NODES
    log_p = -(NODES**2) / 2 - np.log(sigma1)
    log_q = -(((x - mu2) / sigma2) ** 2) / 2 - np.log(sigma2)
    return float(WEIGHTS @ (log_p - log_q))
