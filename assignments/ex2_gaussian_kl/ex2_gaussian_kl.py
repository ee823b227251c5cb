"""KL divergence of Gaussians: one dimension, many, and all digits

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""


# # KL divergence of Gaussians: one dimension, many, and all digits
#
# A thermometer reads with a spread of 1 degree, and somebody's model of it says 2. What does the wrong model cost,
# and does it cost the same to be too sure as to be too careful? For Gaussians the integral that defines the KL divergence
# has a closed form, which is why they sit inside variational autoencoders, trust-region methods and Kalman filters.
# The closed form looks harmless. Typed in as it stands, it returns `nan` for small numbers, pure rounding noise for two
# nearly equal Gaussians, and a cheerful `0.318` for the "standard deviations" -1 and -2.
#
# **What you hand in** are `kl_normal`, `kl_diag_normal` and `kl_mvn`. You may use NumPy, SciPy and Python's standard library.


import matplotlib.pyplot as plt
import numpy as np


# ## What all three functions have in common
#
# - Input is *array-like*: lists, tuples, integers and `float32` arrays are fine. Compute in `float64` and use natural
#   logarithms (**nats**).
# - The first pair of arguments describes $p$, the second pair $q$, and the answer is $D(p \,\|\, q)$: the average is taken over $p$.
# - `sigma1` and `sigma2` are **standard deviations**, `cov1` and `cov2` are **covariances**. Libraries disagree on what they
#   call a scale (a variance? a precision? a Cholesky factor?), so it is the first thing to look up, and the first thing that goes wrong.
# - Bad values and shapes raise `ValueError`: a NaN or infinity, a standard deviation of 0 or below, a matrix that is no covariance,
#   shapes that do not fit together. What is not made of real numbers (`None`, strings, objects) is a `TypeError`. The message names the argument.
# - One pair gives one number; a batch gives an array with the batch's shape.
# - Arguments stay as they were, nothing is printed, and valid input raises no warning.


# ## 1. One dimension
#
# Write a draw from $p = N(\mu_1, \sigma_1^2)$ as $x = \mu_1 + \sigma_1 z$ with $z$ standard normal. Up to one shared constant the log-densities are
#
# $$\log p(x) = -\log\sigma_1 - \tfrac12 z^2, \qquad \log q(x) = -\log\sigma_2 - \tfrac12\Big(\frac{\mu_1 - \mu_2 + \sigma_1 z}{\sigma_2}\Big)^2 .$$
#
# Their difference is a quadratic in $z$, and all that an average needs is $E z = 0$ and $E z^2 = 1$:
#
# $$D(p \,\|\, q) = \underbrace{\tfrac12\big(r^2 - 1\big) - \log r}_{\text{widths}} + \underbrace{\tfrac12\, \delta^2}_{\text{means}},
# \qquad r = \frac{\sigma_1}{\sigma_2}, \quad \delta = \frac{\mu_1 - \mu_2}{\sigma_2}.$$
#
# Only two numbers without a unit are left: the ratio of the widths and the distance of the means, *measured in widths of* $q$. Measure both Gaussians
# in millimetres instead of metres and nothing changes, whereas each of the two differential entropies in $D = H(p, q) - H(p)$ shifts by $\log 1000$ and may well be negative.
# Both parts are never negative: the first because $\log r^2 \le r^2 - 1$, with equality for $r = 1$ only.
#
# *(Kullback, Information Theory and Statistics, 1959, chapter 9; Cover and Thomas, Elements of Information Theory, chapter 8, for the entropies.)*
#
# Swap the roles and $r$ becomes $1/r$. For $\sigma_1 = 1$, $\sigma_2 = 2$ and equal means the model that is too wide costs $\log 2 - \tfrac38 \approx 0.318$,
# the one that is too narrow $\tfrac32 - \log 2 \approx 0.807$; with a very wide $q$ the price grows like $\log \sigma_2$, with a very narrow one like $1/\sigma_2^2$. But asymmetry is
# no law: whenever $\sigma_1 = \sigma_2$ both directions give $\delta^2/2$. So a test with equal widths cannot tell which direction your code computes, and one with
# widths of 1 cannot tell $\sigma$ from $\sigma^2$.


# ### Where the plain formula loses its digits
#
# 1. **Squares before ratios.** With $\sigma_1 = \sigma_2 = 10^{-200}$ and means one width apart the truth is $\tfrac12$. But $\sigma^2 = 10^{-400}$ is zero in floating point,
#    $\sigma^2/\sigma^2$ is `nan`, and $10^{200}$ overflows the same way. Dividing first costs nothing.
# 2. **Cancellation.** For $\sigma_2 = (1 + \varepsilon)\,\sigma_1$ the truth is about $\varepsilon^2$, while the terms of the formula are of size $\varepsilon$ and $\tfrac12$. They cancel, and
#    leave their rounding errors of some $10^{-16}$: at $\varepsilon = 10^{-8}$ the result is twice the truth, at $10^{-9}$ it is below zero. An optimiser that
#    polishes $q$ works in exactly this region. With $u = r - 1 = (\sigma_1 - \sigma_2)/\sigma_2$, which loses nothing when the two are close,
#
# $$\tfrac12(r^2 - 1) - \log r = \tfrac12 u^2 + \big(u - \log(1 + u)\big),$$
#
# two terms that are never negative. What is left to do is the last bracket, for small $u$: `np.log1p` keeps half of the digits of the difference, and a series keeps all.
# (Far from $r = 1$ take the plain logarithm: at $r = 10^{-150}$ the number $u$ rounds to $-1$, and $\log(1 + u)$ to $-\infty$.)
# The last tenth of the points asks for this; the plain formula earns the rest.
#
# *(Higham, Accuracy and Stability of Numerical Algorithms, chapter 1, on cancellation and on log(1 + u).)*


# **Question 1.** Write `kl_normal`. By hand: what must it give for equal Gaussians, for `(0, 1, 1, 1)`, and for `(0, 1, 1, 2)`? (The last is $\log 2 - \tfrac14 \approx 0.4431$.)


def kl_normal(mu1, sigma1, mu2, sigma2):
    """KL divergence D(p || q) in nats of Gaussians p with mu1, sigma1 and q with mu2, sigma2, elementwise.

    Parameters
    ----------
    mu1, mu2 : array_like
        Means, finite.
    sigma1, sigma2 : array_like
        Standard deviations (not variances), finite and above 0.

    Returns
    -------
    float or ndarray
        One number for each pair of Gaussians; the shapes of all four arguments broadcast.

    Raises
    ------
    TypeError
        If an argument is not made of real numbers.
    ValueError
        If an argument is not finite, a sigma is not positive, or the shapes do not broadcast.
    """
    raise NotImplementedError("kl_normal is not written yet: put your code here and remove this line.")


# ## 2. Independent coordinates
#
# If the coordinates are independent under $p$ and under $q$ alike, both log-densities are sums, and so is the divergence:
#
# $$D(p \,\|\, q) = \sum_i D\big(N(\mu_{1i}, \sigma_{1i}^2) \,\|\, N(\mu_{2i}, \sigma_{2i}^2)\big).$$
#
# A **sum**, not a mean: every further coordinate is a further thing to be wrong about. (Averaging is a frequent slip, and hides well: training still
# works, with the weight of the term divided by the number of coordinates.)
#
# The coordinates lie along `axis` and everything else is a batch. All four arguments broadcast *fully*, along `axis` too, and `axis` counts on the
# broadcast shape. A single `sigma2 = 1` against means of shape `(5, 3)` thus stands for fifteen Gaussians of width 1, and the answer has shape `(5,)`:
# a coordinate counts even where it takes its width from a scalar.


# **Question 2.** Write `kl_diag_normal`. What is the shape of your answer for means of shape `(2, 3)` with `axis=0`, and for a mean of shape `(3,)` against one of shape `(2, 3)`?


def kl_diag_normal(mu1, sigma1, mu2, sigma2, *, axis=-1):
    """KL divergence in nats between Gaussians with independent coordinates.

    Parameters
    ----------
    mu1, mu2 : array_like
        Means, finite.
    sigma1, sigma2 : array_like
        Standard deviations (not variances), finite and above 0.
    axis : int, optional
        The axis of the coordinates, counted on the shape to which all four arguments broadcast.

    Returns
    -------
    float or ndarray
        One number for each pair of Gaussians: the broadcast shape without `axis`.

    Raises
    ------
    TypeError
        If an argument is not made of real numbers.
    ValueError
        If an argument is not finite, a sigma is not positive, or the shapes do not broadcast.
    """
    raise NotImplementedError("kl_diag_normal is not written yet: put your code here and remove this line.")


# ## 3. Full covariances
#
# For $p = N(\mu_1, \Sigma_1)$ and $q = N(\mu_2, \Sigma_2)$ in $d$ dimensions the same average gives, with $\Delta = \mu_1 - \mu_2$,
#
# $$D(p \,\|\, q) = \tfrac12\Big[\operatorname{tr}(\Sigma_2^{-1}\Sigma_1) - d - \log\frac{\det \Sigma_1}{\det \Sigma_2} + \Delta^{\mathsf T}\Sigma_2^{-1}\Delta\Big].$$
#
# Only the covariance of $q$ is inverted, for only $\log q$ has a quadratic form that is not averaged to a constant: $E_p\,(x-\mu_1)^{\mathsf T}\Sigma_1^{-1}(x-\mu_1) = d$, whatever $\Sigma_1$ is.
#
# *(Rasmussen and Williams, Gaussian Processes for Machine Learning, appendix A.5; Kullback, chapter 9.)*
#
# Take a look at $q$'s own coordinates to see what this measures. Factor $\Sigma_1 = L_1 L_1^{\mathsf T}$ and $\Sigma_2 = L_2 L_2^{\mathsf T}$ with lower triangles (Cholesky) and
# set $M = L_2^{-1} L_1$, $y = L_2^{-1}\Delta$. A divergence does not care about coordinates, and in those of $L_2^{-1}$ the model $q$ is the standard normal
# and $p$ is $N(y, MM^{\mathsf T})$:
#
# $$D(p \,\|\, q) = \sum_i \Big[\tfrac12\big(M_{ii}^2 - 1\big) - \log M_{ii}\Big] + \tfrac12 \sum_{i > j} M_{ij}^2 + \tfrac12 \sum_i y_i^2 .$$
#
# Every term is non-negative, so nothing cancels; there is no determinant and no inverse, only triangular systems. The diagonal $M_{ii} = (L_1)_{ii} / (L_2)_{ii}$ compares widths,
# one coordinate after the other, given those before: question 1 again. The entries below it price what $q$ believes wrongly about how the coordinates hang together.


# ### Pitfalls
#
# 1. **Determinants vanish.** $\Sigma = 10^{-3} I$ in 300 dimensions is a perfectly good covariance with determinant $10^{-900}$, which is $0$ in floating point, and the logarithm of
#    the ratio is `nan`. `np.linalg.slogdet` mends this; the Cholesky factors do not have the problem.
# 2. **Inverses amplify.** A condition number of $10^{12}$ leaves some four right digits in an inverse; the trace and the "$-d$" then cancel, and take those with them.
# 3. **Equal diagonals hide mistakes.** Code that looks at the diagonals only is right for every diagonal pair. The classic counterexample: $p$ with correlation $\rho$ against independent
#    coordinates of the same widths costs $-\tfrac12\log(1-\rho^2)$, the *mutual information* of the two coordinates; $0.4133$ for $\rho = \tfrac34$.
# 4. **Not every square matrix is a covariance.** `np.linalg.cholesky` reads one triangle only and so never notices an asymmetric matrix. Refuse what differs from its
#    transpose by more than `1e-8` of its largest entry (rounding in a product stays far below this), and what is not positive definite; a positive determinant is no proof
#    of that, as $-I$ in two dimensions shows.


# **Question 3.** Write `kl_mvn`. The last axis of a mean and the last two of a covariance have length $d$ (exactly; they do not broadcast); all axes before them are a batch and broadcast.
# Try $d = 1$ against question 1, and a diagonal pair against question 2. In 300 dimensions three nested Python loops take seconds: leave the linear algebra to NumPy or SciPy.


def kl_mvn(mu1, cov1, mu2, cov2):
    """KL divergence D(p || q) in nats of Gaussians p with mu1, cov1 and q with mu2, cov2.

    Parameters
    ----------
    mu1, mu2 : array_like
        Means of shape (..., d), finite.
    cov1, cov2 : array_like
        Covariances of shape (..., d, d): finite, symmetric within 1e-8 of the largest entry, positive definite.

    Returns
    -------
    float or ndarray
        One number for each pair of Gaussians; the axes before the last one (two) broadcast.

    Raises
    ------
    TypeError
        If an argument is not made of real numbers.
    ValueError
        If an argument is not finite, a matrix is no covariance, or the shapes do not fit together.
    """
    raise NotImplementedError("kl_mvn is not written yet: put your code here and remove this line.")
