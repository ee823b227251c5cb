# %% [markdown]
# # Two directions, two best Gaussians: forward and reverse KL
#
# Your data come from two groups, so their density $p$ has two bumps. You may keep a single Gaussian $q$. Which one?
# "The closest" is no answer before you say in which direction you measure: $D(p\,\|\,q)$ and $D(q\,\|\,p)$ have different minimisers, and
# the difference decides what maximum likelihood, variational inference and distillation do to a world that is richer than the model.
#
# **What you hand in** are four functions, `fit_forward_kl`, `kl_gauss_to_mixture`, `fit_reverse_kl` and `plot_fits`, and a short written answer.
# You may use NumPy, SciPy, matplotlib and Python's standard library.

# %%
import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize

# %% [markdown]
# ## What all four functions have in common
#
# Throughout, $p$ is a mixture of Gaussians on the line, given by three lists of one length:
#
# $$p(x) = \sum_k w_k\, \mathcal N(x \mid m_k, s_k^2).$$
#
# - `weights` ($w_k \ge 0$, zeros allowed, sum 1 within `1e-6`), `means` ($m_k$) and `sigmas` ($s_k > 0$, **standard deviations**) are *array-like*: lists, tuples,
#   integers and `float32` arrays are fine. Compute in `float64`.
# - Bad values (not a number, a negative weight, a sum that is not 1, a deviation that is not positive, lengths that differ, nothing at all) raise
#   `ValueError`; what is not made of real numbers (`None`, strings, objects) raises `TypeError`. The message names the argument at fault.
# - A fit is a pair `(mu, sigma)` of real numbers. Divergences are in **nats**.
# - Arguments stay as they were, nothing is printed, and valid input raises no warning.

# %% [markdown]
# ## 1. Forward: everything that happens has to be covered
#
# Put a Gaussian $q = \mathcal N(\mu, \sigma^2)$ into the forward divergence. With $H(p)$ the differential entropy of the mixture,
#
# $$D(p\,\|\,q) = \mathbb E_p\!\left[\log\frac{p(x)}{q(x)}\right]
#   = -H(p) + \tfrac12\log(2\pi\sigma^2) + \frac{\operatorname{Var}_p(x) + (\mathbb E_p x - \mu)^2}{2\sigma^2}.$$
#
# Of the mixture only two numbers are left! Setting both derivatives to zero takes two lines, and no optimiser: the best $q$ has **the mean and the variance of $p$**
# (*moment matching*; it is what maximum likelihood does with endless data). What remains is the variance of a mixture. It has two sources, the
# spread *within* the components and the spread *between* their means; whoever forgets one of them fits something else.
#
# The fit behaves like the foot of a perpendicular. For every other Gaussian $q$,
#
# $$D(p\,\|\,q) = D(p\,\|\,q^*) + D(q^*\,\|\,q) ,$$
#
# a theorem of Pythagoras with divergences in place of squared lengths. Take $w = (\tfrac12,\tfrac12)$, $m = (-2, 2)$, $s = (0.7, 0.7)$: the fit is
# $\mathcal N(0, 4.49)$, $\sigma^* = 2.118962$, at a cost of $0.4205052$ nats. Drawings by eye like to show $\sigma = 2.5$. That costs
# $0.4450696$, and the difference $0.0245644$ is exactly $D(\mathcal N(0, 4.49)\,\|\,\mathcal N(0, 6.25))$.
#
# A word on a word: this fit is often called *mean-seeking*. Any Gaussian that matches moments has the right mean, but it does not look for a place where there is much of $p$:
# here $p$ is 30 times smaller at the mean than at its peaks. *Covering* says better what is going on: wherever $p$ has mass, $q$ must not be tiny.
#
# **Pitfall.** $\mathbb E x^2 - (\mathbb E x)^2$ is correct on paper. For means near $10^9$ both terms are near $10^{18}$, where neighbouring floats are 128 apart, and a
# variance of 1 is gone. Measure distances from a point in the middle before you square them.
#
# *(Bishop, Pattern Recognition and Machine Learning, sections 1.6.1, 10.1.2 and 10.7; Amari and Nagaoka, Methods of Information Geometry, chapter 3, for Pythagoras.)*

# %% [raw]
# # BEGIN QUESTION
# name: fit_forward_kl

# %% [markdown]
# **Question 1.** Write `fit_forward_kl`. Try `[1/4, 3/4], [0, 4], [1, 1]` (mean 3 and deviation 2, which you can check by hand), a single component, and the pair of bumps above.

# %% [raw]
# # BEGIN SOLUTION

# %%
# BEGIN SOLUTION NO PROMPT
STEPS = 6000
"""Intervals of the quadrature in z; 6000 leave errors near 1e-14 where the bumps are not extremely sharp."""

REACH = 13.0
"""The quadrature runs over |z| <= REACH, beyond which a Gaussian has 1e-38 of its mass."""

Z = np.linspace(-REACH, REACH, STEPS + 1)
DENSITY = np.exp(-0.5 * Z**2)
Z_WEIGHTS = DENSITY / DENSITY.sum()


def _real_array(name, value):
    """`value` as a float64 array without nan; TypeError unless it is made of real numbers."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a flat list of numbers") from error
    if array.dtype.kind not in "fiu" and array.size:
        raise TypeError(f"{name} must hold real numbers, not {array.dtype}")
    array = array.astype(float)
    if np.isnan(array).any():
        raise ValueError(f"{name} must not be nan")
    return array


def _mixture(weights, means, sigmas):
    """Validate a mixture; return its components of positive weight, sorted by mean, weights summing to 1."""
    w, m, s = _real_array("weights", weights), _real_array("means", means), _real_array("sigmas", sigmas)
    if w.ndim != 1 or w.size == 0:
        raise ValueError("weights must be a list of at least one number")
    for name, array in (("means", m), ("sigmas", s)):
        if array.shape != w.shape:
            raise ValueError(f"{name} must be as long as weights: shapes {array.shape} and {w.shape}")
    if (w < 0).any() or not abs(w.sum() - 1) <= 1e-6:
        raise ValueError("weights must not be negative and must sum to 1")
    if not np.isfinite(m).all():
        raise ValueError("means must be finite")
    if not ((s > 0) & np.isfinite(s)).all():
        raise ValueError("sigmas must be positive and finite")
    order = np.argsort(m, kind="stable")
    order = order[w[order] > 0]
    return w[order] / w[order].sum(), m[order], s[order]


def _moments(w, m, s):
    """Mean and standard deviation of a mixture, without squares of anything large or tiny."""
    origin = m[len(m) // 2]
    offset = w @ (m - origin)
    spread = np.hypot(s, (m - origin) - offset)  # each component's deviation from the common mean
    largest = spread.max()
    return float(origin + offset), float(largest * np.sqrt(w @ (spread / largest) ** 2))


# END SOLUTION
def fit_forward_kl(weights, means, sigmas):
    """The Gaussian q that minimises D(p || q) for a mixture p of Gaussians.

    Parameters
    ----------
    weights : array_like, shape (n,)
        Weights of the components: not negative, sum 1 within 1e-6.
    means : array_like, shape (n,)
        Means of the components.
    sigmas : array_like, shape (n,)
        Standard deviations of the components, positive.

    Returns
    -------
    (mu, sigma) : pair of float
        Mean and standard deviation of q, each to within 1e-6 sigma.

    Raises
    ------
    ValueError
        If the three lists do not describe a mixture.
    TypeError
        If one of them is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    return _moments(*_mixture(weights, means, sigmas))
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("fit_forward_kl is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 2. The other direction needs a computer
#
# $$D(q\,\|\,p) = \mathbb E_q\!\left[\log\frac{q(x)}{p(x)}\right] = -\tfrac12\log(2\pi e\,\sigma^2) - \mathbb E_q\!\left[\log \sum_k w_k\, \mathcal N(x \mid m_k, s_k^2)\right].$$
#
# A logarithm of a sum has no closed-form expectation, so you have to integrate. Four remarks that save an evening:
#
# 1. **Substitute** $x = \mu + \sigma z$. The interesting part then is $|z| \le 13$, whatever $\mu$ and $\sigma$ are; an integral over a fixed stretch of $x$
#    overlooks a narrow $q$ or cuts a wide one.
# 2. **The humble trapezoid rule is the right tool.** For smooth integrands that die out at both ends its error shrinks *exponentially* in the number of points:
#    6001 points on $[-13, 13]$ are exact to $10^{-14}$ here.
# 3. **Gauss-Hermite is not.** It is made for polynomials, and $\log p$ is nothing like one: halfway between two bumps it has a kink that is as sharp as the bumps are far
#    apart. For the mixture above and $q = \mathcal N(0, 1.85^2)$ it is off by $0.03$ with 40 nodes and still by $0.001$ with 160.
# 4. **Stay with logarithms.** Far from all bumps $p(x)$ underflows to 0 and its logarithm is lost, while $\log p(x)$ is a harmless number like $-1250$. Take the largest exponent out of the sum
#    first (*log-sum-exp*). A component of weight 0 must not get in the way either.
#
# One component is the case to test with, because then $D(q\,\|\,p) = \log\frac{s}{\sigma} + \frac{\sigma^2 + (\mu - m)^2}{2 s^2} - \frac12$.
#
# *(Hershey and Olsen, "Approximating the Kullback Leibler divergence between Gaussian mixture models", ICASSP 2007; Trefethen and Weideman, "The exponentially convergent trapezoidal rule",
# SIAM Review 56, 2014.)*

# %% [raw]
# # BEGIN QUESTION
# name: kl_gauss_to_mixture

# %% [markdown]
# **Question 2.** Write `kl_gauss_to_mixture`. For $w = (\tfrac12,\tfrac12)$, $m = (-2, 2)$, $s = (0.7, 0.7)$ it should give $0.6870961$ for the left component itself, $\mathcal N(-2, 0.7^2)$.

# %% [raw]
# # BEGIN SOLUTION


# %%
# BEGIN SOLUTION NO PROMPT
def _real_number(name, value):
    """`value` as a finite float."""
    array = _real_array(name, value)
    if array.ndim or not np.isfinite(array):
        raise ValueError(f"{name} must be one finite number")
    return float(array)


def _reverse_kl(mu, sigma, w, m, s):
    """D(q || p) and its derivatives by mu and by log sigma."""
    u = ((mu - m) / s)[:, None] + (sigma / s)[:, None] * Z  # distances in each component's own deviations
    exponents = np.log(w * (sigma / s))[:, None] - 0.5 * u**2
    top = exponents.max(axis=0)
    shares = np.exp(exponents - top)
    total = shares.sum(axis=0)
    value = -0.5 - Z_WEIGHTS @ (top + np.log(total))
    pull = ((u * shares) / (total * s[:, None])).sum(axis=0)  # minus the slope of log p
    return value, Z_WEIGHTS @ pull, sigma * (Z_WEIGHTS @ (Z * pull)) - 1.0


# END SOLUTION
def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    """Divergence D(q || p) of q = N(mu, sigma^2) from a mixture p of Gaussians, in nats.

    Parameters
    ----------
    mu, sigma : float
        Mean and standard deviation of q; `sigma` is positive.
    weights, means, sigmas : array_like, shape (n,)
        The mixture p, as in `fit_forward_kl`.

    Returns
    -------
    float
        The divergence, with an absolute error of at most 1e-6.

    Raises
    ------
    ValueError
        If `sigma` is not positive, a number is nan, or the three lists do not describe a mixture.
    TypeError
        If an argument is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    mu, sigma = _real_number("mu", mu), _real_number("sigma", sigma)
    if sigma <= 0:
        raise ValueError("sigma must be positive")
    return float(_reverse_kl(mu, sigma, *_mixture(weights, means, sigmas))[0])
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("kl_gauss_to_mixture is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 3. Reverse: nothing impossible may be claimed. Does that mean one bump?
#
# Now $q$ decides where to look, and it pays $\log\frac{q}{p}$ wherever it puts mass: much in the valley between the bumps, where $p$ is small, and nothing at all for
# leaving out a bump. So *"reverse KL picks a mode"*. Nearly every text says it, and as a law it is **wrong**. Take two equal bumps at $\pm a$ of deviation $s$ and look for the
# best $q$ of all, over every $\mu$ and $\sigma$:
#
# | $a/s$ | best $q$ | $D(q\,\Vert\,p)$ | the other stationary point |
# |---|---|---|---|
# | 0.5 | centred, $\sigma = 1.1176\,s$ | 0.000156 | none |
# | 2.5 | centred, $\sigma = 2.3906\,s$ | 0.4811 | at $\pm 2.3861\,s$: 0.6665 |
# | **2.80008** | **both** | **0.6843** | |
# | 3 | at $\pm 2.9843\,s$, $\sigma = 1.0234\,s$ | 0.6888 | centred, $\sigma = 2.7438\,s$: 0.8406 |
# | 4 | at $\pm 3.9996\,s$, $\sigma = 1.0008\,s$ | 0.6931 | centred, $\sigma = 3.4727\,s$: 1.8712 |
#
# Up to $a/s = 2.80008$ the best Gaussian in *reverse* KL is the wide one in the middle, bumps and valley and all. There the optimum jumps. The reason is a price comparison: choosing one of two bumps costs
# at most $\log 2 = 0.693$ nats (in general $-\log w_k$, for $p \ge w_k\,\mathcal N(m_k, s_k^2)$), while covering costs whatever the valley costs. A shallow valley is cheaper than $\log 2$.
# The picture shows the switch.

# %% tags=["otter_ignore"]
from scipy.interpolate import CubicSpline

# Stationary points of D(q || p) for bumps at -a and a of deviation 1, correct to the digits shown.
SWITCH = 2.80008
A_WIDE = np.append(np.arange(0, 4.01, 0.25), SWITCH)
SIGMA_WIDE = [1, 1.03077, 1.11756, 1.24484, 1.39373, 1.55176, 1.714, 1.87916, 2.04701]
SIGMA_WIDE += [2.21752, 2.39059, 2.56607, 2.74377, 2.92348, 3.105, 3.28814, 3.47272, 2.6015]
KL_WIDE = [0, 1e-06, 0.000156, 0.002136, 0.010888, 0.03306, 0.074234, 0.138034, 0.226508]
KL_WIDE += [0.340699, 0.481062, 0.647721, 0.840621, 1.059617, 1.304516, 1.575112, 1.871197, 0.684266]
A_MODE = [2.414, 2.43, 2.45, 2.5, 2.6, 2.7, SWITCH, 2.9, 3, 3.25, 3.5, 4]
MU_MODE = [2.17466, 2.24304, 2.29336, 2.38609, 2.52959, 2.6532, 2.768, 2.87765, 2.98431, 3.24346, 3.49732, 3.9996]
SIGMA_MODE = [1.26428, 1.21198, 1.18109, 1.13646, 1.08908, 1.06201, 1.04431, 1.03209, 1.02337, 1.01058, 1.00468, 1.0008]
KL_MODE = [0.654355, 0.657282, 0.660349, 0.666463, 0.674916, 0.680467, 0.684266, 0.686909, 0.688769, 0.691366, 0.692446, 0.693053]
order = np.argsort(A_WIDE)
sigma_wide, kl_wide = (CubicSpline(A_WIDE[order], np.array(table)[order]) for table in (SIGMA_WIDE, KL_WIDE))
mu_mode, sigma_mode, kl_mode = (CubicSpline(A_MODE, table) for table in (MU_MODE, SIGMA_MODE, KL_MODE))


def bell(x, mu, sigma):
    return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


x = np.linspace(-7.5, 7.5, 601)
figure, ((below, above), (shape, price)) = plt.subplots(2, 2, figsize=(10, 7))
for axes, a in ((below, 2.7), (above, 2.9)):
    covers = a < SWITCH
    axes.fill_between(x, (bell(x, -a, 1) + bell(x, a, 1)) / 2, color="tab:gray", alpha=0.35, label="p")
    for colour, best, mu, sigma in (("tab:green", covers, 0, sigma_wide(a)), ("tab:red", not covers, mu_mode(a), sigma_mode(a))):
        style = {"linewidth": 2.2, "label": "best q"} if best else {"linewidth": 1, "linestyle": ":", "label": "local minimum"}
        axes.plot(x, bell(x, mu, sigma), color=colour, **style)
    axes.set(
        xlabel="x / s",
        ylabel="density",
        ylim=(0, 0.42),
        title=f"a/s = {a}: the best q {'covers both bumps' if covers else 'keeps to one bump'}",
    )
    axes.legend(loc="upper left", frameon=False)

a_left, a_right, a_late = np.linspace(0, SWITCH, 100), np.linspace(SWITCH, 4, 60), np.linspace(A_MODE[0], 4, 80)
shape.plot(a_left, sigma_wide(a_left), color="tab:blue", linewidth=2, label=r"$\sigma/s$")
shape.plot(a_right, sigma_mode(a_right), color="tab:blue", linewidth=2)
shape.plot(a_left, 0 * a_left, color="tab:orange", linewidth=2, label=r"$|\mu|/s$")
shape.plot(a_right, mu_mode(a_right), color="tab:orange", linewidth=2)
shape.text(SWITCH + 0.06, 0.25, "2.80008")
shape.set(ylabel="best q, in units of s", title="The best q jumps", ylim=(-0.1, 4.2))
price.plot([*a_left, *a_right], kl_wide([*a_left, *a_right]), color="tab:green", label="q covers both bumps")
price.plot(a_late, kl_mode(a_late), color="tab:red", label="q keeps to one bump")
price.axhline(np.log(2), color="gray", linewidth=0.8, linestyle=":")
price.text(0.06, np.log(2) + 0.02, "log 2: one of two is left out", color="gray")
price.text(SWITCH + 0.06, 0.06, "2.80008")
price.set(ylabel="D(q || p) in nats", title="Why: two prices cross", ylim=(0, 1.2))
for axes in (shape, price):
    axes.axvline(SWITCH, color="black", linewidth=0.8, linestyle="--")
    axes.set(xlabel="half distance of the bumps, a/s", xlim=(0, 4))
    axes.legend(loc="upper left", frameon=False)
figure.tight_layout()
plt.show()

# %% [markdown]
# The pair of bumps from part 1 has $a/s = 2/0.7 = 2.857$, a mere 2 % beyond the switch. Its best Gaussian is $(\mp1.981754,\ 0.725771)$ with $0.6858889$ nats, and three traps wait around it:
#
# - **Copying a component**, $(\mp 2, 0.7)$, gives $0.6870961$: close, but no minimum. The other bump's tail pulls the fit inwards and makes it a little wider.
# - **Starting in one place only.** The centred Gaussian with $\sigma = 1.849377$ is a *local* minimum with $0.7271863$; from the forward fit an optimiser slides into it and reports
#   success. For $a/s = 2.5$ it is the other way round: starting on a bump, it gets stuck there.
# - **Choosing the heaviest component.** With weights $(0.4, 0.3, 0.3)$ and the two lighter bumps close together, covering those two is cheaper.
#
# So start from several places, compare what you reached, and keep the best. Mirror images are equally good: for a symmetric $p$ either answer is right.
#
# All this is daily business in variational inference, which minimises $D(q\,\|\,p)$: a posterior with two separated peaks is reported as one, with too little uncertainty. A model that leaves out modes
# is cured by *more* of the forward direction, never by the reverse one.
#
# *(Minka, "Divergence measures and message passing", Microsoft Research TR-2005-173; Blei, Kucukelbir and McAuliffe, "Variational inference: a review for statisticians", JASA 112, 2017. The numbers were computed for this course.)*

# %% [raw]
# # BEGIN QUESTION
# name: fit_reverse_kl

# %% [markdown]
# **Question 3.** Write `fit_reverse_kl`. It is graded by the divergence that your pair *achieves*, which has to come within `2e-5` nats of the best one there is. Your own
# `kl_gauss_to_mixture` and `scipy.optimize.minimize` are a good pair; $\log\sigma$ makes a better variable than $\sigma$. A call may take up to a second.

# %% [raw]
# # BEGIN SOLUTION


# %%
def fit_reverse_kl(weights, means, sigmas):
    """A Gaussian q that minimises D(q || p) for a mixture p of Gaussians, over all q.

    Parameters
    ----------
    weights, means, sigmas : array_like, shape (n,)
        The mixture p, as in `fit_forward_kl`.

    Returns
    -------
    (mu, sigma) : pair of float
        Mean and standard deviation of q, whose divergence is at most 2e-5 above the global minimum;
        any such pair will do.

    Raises
    ------
    ValueError
        If the three lists do not describe a mixture.
    TypeError
        If one of them is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    w, m, s = _mixture(weights, means, sigmas)
    centre, unit = _moments(w, m, s)
    m, s = (m - centre) / unit, s / unit

    def objective(theta):
        value, by_mu, by_log_sigma = _reverse_kl(theta[0], np.exp(theta[1]), w, m, s)
        return value, np.array([by_mu, by_log_sigma])

    # A minimum covers some neighbouring components, so each such group's own moments are a start.
    best = None
    for first in range(len(w)):
        for last in range(first + 1, len(w) + 1):
            group = slice(first, last)
            mu, sigma = _moments(w[group] / w[group].sum(), m[group], s[group])
            found = minimize(objective, [mu, np.log(sigma)], jac=True, method="BFGS", options={"gtol": 1e-6})
            if best is None or found.fun < best.fun:
                best = found
    return float(centre + unit * best.x[0]), float(unit * np.exp(best.x[1]))
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("fit_reverse_kl is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 4. Look at it
#
# A fit that nobody has looked at is not finished. Draw $p$ and both of your fits as *densities* (each encloses an area of 1; do not rescale a curve so that it looks better), far enough to show all of $p$, and with enough
# points where $p$ is narrow. Two habits spoil such pictures: a fixed stretch of the axis, say $[-5, 5]$, which cuts off what does not happen to lie there, and dividing
# by the sum over the visible points, which then hides that something was cut.

# %% [raw]
# # BEGIN QUESTION
# name: plot_fits

# %% [markdown]
# **Question 4.** Write `plot_fits`. It returns a matplotlib `Figure` (and does not have to show or close it) with the density of $p$, as a line or a filled area, and the densities of what *your* `fit_forward_kl` and
# `fit_reverse_kl` return, as lines; on one `Axes` or on several. Label the axes, and let a legend or titles say which curve is which. Style is up to you.

# %% [raw]
# # BEGIN SOLUTION


# %%
# BEGIN SOLUTION NO PROMPT
def _normal_density(x, mu, sigma):
    """Density of N(mu, sigma^2)."""
    return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


# END SOLUTION
def plot_fits(weights, means, sigmas):
    """Draw a mixture p and the Gaussians that fit it best in either direction.

    Parameters
    ----------
    weights, means, sigmas : array_like, shape (n,)
        The mixture p, as in `fit_forward_kl`.

    Returns
    -------
    matplotlib.figure.Figure
        The densities of p and of both fits over a range that shows all of p; axes labelled, the curves
        told apart by a legend or by titles.  The caller closes it.
    """
    # BEGIN SOLUTION NO PROMPT
    w, m, s = _mixture(weights, means, sigmas)
    fits = {"forward": fit_forward_kl(weights, means, sigmas), "reverse": fit_reverse_kl(weights, means, sigmas)}
    centres, widths = np.append(m, [mu for mu, _ in fits.values()]), np.append(s, [sigma for _, sigma in fits.values()])
    # Points in proportion to each curve's own width, so that a narrow bump is as smooth as a wide one.
    x = np.sort((centres[:, None] + widths[:, None] * np.linspace(-4, 4, 161)).ravel())
    figure, axes = plt.subplots(figsize=(7, 4))
    p = sum(weight * _normal_density(x, mean, sigma) for weight, mean, sigma in zip(w, m, s))
    axes.fill_between(x, p, color="tab:gray", alpha=0.35, label="mixture p")
    for name, (mu, sigma) in fits.items():
        axes.plot(x, _normal_density(x, mu, sigma), label=f"{name} fit: {mu:.3g} ± {sigma:.3g}")
    axes.set(xlabel="x", ylabel="density", title="The best Gaussian in either direction")
    axes.legend(frameon=False)
    return figure
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("plot_fits is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 5. In your own words
#
# **Written answer.** What does each direction do to a single Gaussian that is fitted to a mixture, and why? Say for each of $D(p\,\|\,q)$ and $D(q\,\|\,p)$ *where* the integrand gets large and what the fit does to avoid that. Then say when the slogan
# "reverse KL picks one mode" holds and when it does not, with your own numbers or pictures. Ten sentences are plenty; formulas are welcome. Put your text into the next cell, in place of the line that is there
# (in the `.py` file, into the string `explanation`).

# %% [markdown] tags=["written:explanation"]
# *Your answer goes here.*
