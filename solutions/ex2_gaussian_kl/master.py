# %% [markdown]
# # KL divergence of Gaussians: one dimension, many, and all digits
#
# A thermometer reads with a spread of 1 degree, and somebody's model of it says 2. What does the wrong model cost,
# and does it cost the same to be too sure as to be too careful? For Gaussians the integral that defines the KL divergence
# has a closed form, which is why they sit inside variational autoencoders, trust-region methods and Kalman filters.
# The closed form looks harmless. Typed in as it stands, it returns `nan` for small numbers, pure rounding noise for two
# nearly equal Gaussians, and a cheerful `0.318` for the "standard deviations" -1 and -2.
#
# **What you hand in** are `kl_normal`, `kl_diag_normal` and `kl_mvn`. You may use NumPy, SciPy and Python's standard library.

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
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

# %% [markdown]
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

# %% tags=["otter_ignore"]
x = np.linspace(-6, 8.5, 1200)
log_p = -0.5 * x**2 - 0.5 * np.log(2 * np.pi)
log_q = -0.5 * ((x - 2) / 2) ** 2 - np.log(2) - 0.5 * np.log(2 * np.pi)
figure, (left, right) = plt.subplots(1, 2, figsize=(11.5, 4.4))
left.plot(x, np.exp(log_p), color="tab:blue", linewidth=2, label="p = N(0, 1²)")
left.plot(x, np.exp(log_q), color="tab:orange", linewidth=2, label="q = N(2, 2²)")
integrand = np.exp(log_p) * (log_p - log_q)
left.fill_between(
    x, integrand, where=integrand > 0, color="tab:blue", alpha=0.30, linewidth=0, label="p log(p/q) > 0: p expects more than q"
)
left.fill_between(
    x, integrand, where=integrand < 0, color="tab:red", alpha=0.35, linewidth=0, label="p log(p/q) < 0: p expects less"
)
left.axhline(0, color="black", linewidth=0.6)
arrow = {"arrowstyle": "->", "color": "gray", "connectionstyle": "arc3,rad=0.15"}
left.annotate("shaded area, signs counted:\nD(p‖q) = 0.818 nats", xy=(-0.55, 0.28), xytext=(2.15, 0.40), arrowprops=arrow)
left.set(xlabel="x", ylabel="density, and integrand", title="The divergence is an area", xlim=(-5, 8), ylim=(-0.11, 0.84))
left.legend(loc="upper right", fontsize=8.5)

distance = np.linspace(-5, 5, 400)
wide = 0.5 * (0.25 - 1) - np.log(0.5) + 0.5 * (distance / 2) ** 2
narrow = 0.5 * (4 - 1) - np.log(2) + 0.5 * distance**2
right.plot(distance, narrow, color="tab:orange", linewidth=2, label="D(q‖p): the model is too narrow (1 for 2)")
right.plot(distance, wide, color="tab:blue", linewidth=2, label="D(p‖q): the model is too wide (2 for 1)")
right.plot(
    distance, 0.5 * distance**2, color="gray", linestyle="--", linewidth=1.2, label="both widths 1: d²/2 in both directions"
)
right.plot([0, 0], [narrow.min(), wide.min()], "o", color="black", markersize=4, zorder=5)
right.text(0, 1.12, "0.807", ha="center")
right.annotate("0.318", xy=(0, 0.318), xytext=(0.95, 0.02), arrowprops={"arrowstyle": "-", "color": "gray"})
right.plot([2], [0.818], "s", color="tab:blue", markersize=6)
right.annotate("the pair on the left", xy=(2, 0.818), xytext=(2.35, 0.2), arrowprops={"arrowstyle": "-", "color": "gray"})
right.set(
    xlabel="distance d of the means", ylabel="nats", title="Too sure costs more than too careful", ylim=(-0.2, 7), xlim=(-5, 5)
)
right.legend(loc="upper center", fontsize=8.5)
for side in (left, right):
    side.spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
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

# %% [raw]
# # BEGIN QUESTION
# name: kl_normal

# %% [markdown]
# **Question 1.** Write `kl_normal`. By hand: what must it give for equal Gaussians, for `(0, 1, 1, 1)`, and for `(0, 1, 1, 2)`? (The last is $\log 2 - \tfrac14 \approx 0.4431$.)

# %% [raw]
# # BEGIN SOLUTION


# %%
# BEGIN SOLUTION NO PROMPT
def _real_array(name, value):
    """`value` as a finite float64 array; TypeError unless it is made of real numbers."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a rectangular array of numbers") from error
    if array.dtype.kind not in "fiu":
        raise TypeError(f"{name} must hold real numbers, not {array.dtype}")
    array = array.astype(float)
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite")
    return array


def _means_and_widths(mu1, sigma1, mu2, sigma2):
    """All four arguments as arrays whose shapes broadcast; both sigmas are positive."""
    given = {"mu1": mu1, "sigma1": sigma1, "mu2": mu2, "sigma2": sigma2}
    arrays = [_real_array(name, value) for name, value in given.items()]
    for name, array in zip(("sigma1", "sigma2"), arrays[1::2]):
        if (array <= 0).any():
            raise ValueError(f"{name} is a standard deviation and must be positive")
    shapes = [array.shape for array in arrays]
    try:
        np.broadcast_shapes(*shapes)
    except ValueError as error:
        raise ValueError(f"mu1, sigma1, mu2 and sigma2 have shapes {shapes}, which do not fit together") from error
    return arrays


def _from_widths(sigma1, sigma2):
    """(r^2 - 1)/2 - log r for r = sigma1/sigma2, to nearly full precision for every r."""
    u = (sigma1 - sigma2) / sigma2
    v = np.where(np.abs(u) < 0.1, u, 0.0)
    # u - log(1+u) = s (u - R) with s = u/(2+u) and log(1+u) = 2 artanh(s) = 2s + sR; the first
    # term left out of R is below 1e-17 of the sum.
    s = v / (2 + v)
    t = s * s
    remainder = t * (2 / 3 + t * (2 / 5 + t * (2 / 7 + t * (2 / 9 + t * (2 / 11 + t * (2 / 13))))))
    near = 0.5 * v * v + s * (v - remainder)
    # A difference of logarithms, because sigma1/sigma2 may underflow.
    far = 0.5 * u * (u + 2) - (np.log(sigma1) - np.log(sigma2))
    return np.where(v == u, near, far)


def _kl_elementwise(mu1, sigma1, mu2, sigma2):
    # A divergence beyond the largest float is inf.
    with np.errstate(over="ignore"):
        delta = (mu1 - mu2) / sigma2
        return _from_widths(sigma1, sigma2) + 0.5 * delta * delta


# END SOLUTION
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
    # BEGIN SOLUTION NO PROMPT
    return _kl_elementwise(*_means_and_widths(mu1, sigma1, mu2, sigma2))
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("kl_normal is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
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

# %% [raw]
# # BEGIN QUESTION
# name: kl_diag_normal

# %% [markdown]
# **Question 2.** Write `kl_diag_normal`. What is the shape of your answer for means of shape `(2, 3)` with `axis=0`, and for a mean of shape `(3,)` against one of shape `(2, 3)`?

# %% [raw]
# # BEGIN SOLUTION


# %%
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
    # BEGIN SOLUTION NO PROMPT
    terms = _kl_elementwise(*_means_and_widths(mu1, sigma1, mu2, sigma2))
    if terms.ndim == 0:
        raise ValueError("mu1, sigma1, mu2 and sigma2 are all scalars: one of them must have an axis")
    return terms.sum(axis=axis)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("kl_diag_normal is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
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

# %% tags=["otter_ignore"]
cov_p, cov_q = np.array([[1.0, 0.9], [0.9, 1.3]]), np.array([[2.0, -0.6], [-0.6, 0.8]])
mean_p, mean_q = np.array([1.1, 0.6]), np.array([-0.4, -0.2])
l_p, l_q = np.linalg.cholesky(cov_p), np.linalg.cholesky(cov_q)
angle = np.linspace(0, 2 * np.pi, 300)
circle = np.array([np.cos(angle), np.sin(angle)])
m, y = np.linalg.solve(l_q, l_p), np.linalg.solve(l_q, mean_p - mean_q)
parts = [
    0.5 * (m[0, 0] ** 2 - 1) - np.log(m[0, 0]) + 0.5 * (m[1, 1] ** 2 - 1) - np.log(m[1, 1]),
    0.5 * m[1, 0] ** 2,
    0.5 * float(y @ y),
]
figure, axes = plt.subplots(1, 3, figsize=(12.5, 4.1), gridspec_kw={"width_ratios": [1, 1, 0.75]})
views = ((axes[0], mean_q, l_q, mean_p, l_p, "as given"), (axes[1], 0 * y, np.eye(2), y, m, "in coordinates where q is standard"))
for side, centre_q, shape_q, centre_p, shape_p, title in views:
    for centre, shape, colour, name in ((centre_q, shape_q, "tab:orange", "q"), (centre_p, shape_p, "tab:blue", "p")):
        for radius, alpha in ((1, 0.30), (2, 0.12)):
            outline = centre[:, None] + radius * shape @ circle
            side.fill(*outline, color=colour, alpha=alpha, linewidth=0)
            side.plot(
                *outline, color=colour, linewidth=1.2, label=f"{name}: 1 and 2 standard deviations" if radius == 1 else None
            )
        side.plot(*centre, "o", color=colour, markersize=4)
    side.annotate("", xy=centre_p, xytext=centre_q, arrowprops={"arrowstyle": "->", "color": "black"})
    side.set_aspect("equal")
    side.set_title(title)
axes[0].legend(loc="upper left", fontsize=8)
axes[0].set(xlim=(-4.1, 4.1), ylim=(-2.6, 5.6))
axes[1].set(xlim=(-3.2, 5.0), ylim=(-2.6, 5.6))
axes[1].text(*(y / 2 + [-0.45, 0.1]), "y", fontsize=12)
names = ["widths\n(diagonal of M)", "correlation\n(below it)", "means\n(y)"]
bars = axes[2].bar(names, parts, color=["#4c78a8", "#72b7b2", "#bab0ac"])
axes[2].bar_label(bars, fmt="%.3f")
axes[2].tick_params(axis="x", labelsize=8.5)
axes[2].set(title=f"D(p‖q) = {sum(parts):.3f} nats, part by part", ylabel="nats", ylim=(0, 1.15 * max(parts)))
axes[2].spines[["top", "right"]].set_visible(False)
figure.tight_layout()
plt.show()

# %% [markdown]
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

# %% [raw]
# # BEGIN QUESTION
# name: kl_mvn

# %% [markdown]
# **Question 3.** Write `kl_mvn`. The last axis of a mean and the last two of a covariance have length $d$ (exactly; they do not broadcast); all axes before them are a batch and broadcast.
# Try $d = 1$ against question 1, and a diagonal pair against question 2. In 300 dimensions three nested Python loops take seconds: leave the linear algebra to NumPy or SciPy.

# %% [raw]
# # BEGIN SOLUTION


# %%
# BEGIN SOLUTION NO PROMPT
def _cholesky(name, array):
    """Lower Cholesky factors of a stack of covariances; ValueError for what is none."""
    asymmetry = np.abs(array - np.swapaxes(array, -1, -2)).max(axis=(-2, -1))
    if (asymmetry > 1e-8 * np.abs(array).max(axis=(-2, -1))).any():
        raise ValueError(f"{name} must be symmetric")
    try:
        return np.linalg.cholesky(array)
    except np.linalg.LinAlgError as error:
        raise ValueError(f"{name} must be positive definite") from error


# END SOLUTION
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
    # BEGIN SOLUTION NO PROMPT
    mu1, cov1 = _real_array("mu1", mu1), _real_array("cov1", cov1)
    mu2, cov2 = _real_array("mu2", mu2), _real_array("cov2", cov2)
    for name, array in (("cov1", cov1), ("cov2", cov2)):
        if array.ndim < 2 or array.shape[-1] != array.shape[-2] or array.size == 0:
            raise ValueError(f"{name} must hold square matrices, not have shape {array.shape}")
    d = cov1.shape[-1]
    for name, array in (("mu1", mu1), ("mu2", mu2), ("cov2", cov2)):
        if array.ndim == 0 or array.shape[-1] != d:
            raise ValueError(f"{name} has shape {array.shape}, which does not fit the {d} dimensions of cov1")
    try:
        np.broadcast_shapes(mu1.shape[:-1], cov1.shape[:-2], mu2.shape[:-1], cov2.shape[:-2])
    except ValueError as error:
        raise ValueError("the batch axes of mu1, cov1, mu2 and cov2 do not fit together") from error
    lower1, lower2 = _cholesky("cov1", cov1), _cholesky("cov2", cov2)
    y = np.linalg.solve(lower2, (mu1 - mu2)[..., None])[..., 0]
    below = np.tril(np.linalg.solve(lower2, lower1), -1)
    widths = _from_widths(np.diagonal(lower1, axis1=-2, axis2=-1), np.diagonal(lower2, axis1=-2, axis2=-1))
    return widths.sum(axis=-1) + 0.5 * (below**2).sum(axis=(-2, -1)) + 0.5 * (y**2).sum(axis=-1)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("kl_mvn is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION
