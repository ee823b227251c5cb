"""Two directions, two best Gaussians: forward and reverse KL

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""


# # Two directions, two best Gaussians: forward and reverse KL
#
# Your data come from two groups, so their density $p$ has two bumps. You may keep a single Gaussian $q$. Which one?
# "The closest" is no answer before you say in which direction you measure: $D(p\,\|\,q)$ and $D(q\,\|\,p)$ have different minimisers, and
# the difference decides what maximum likelihood, variational inference and distillation do to a world that is richer than the model.
#
# **What you hand in** are four functions, `fit_forward_kl`, `kl_gauss_to_mixture`, `fit_reverse_kl` and `plot_fits`, and a short written answer.
# You may use NumPy, SciPy, matplotlib and Python's standard library.


import matplotlib.pyplot as plt
import numpy as np
from scipy.optimize import minimize


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


# **Question 1.** Write `fit_forward_kl`. Try `[1/4, 3/4], [0, 4], [1, 1]` (mean 3 and deviation 2, which you can check by hand), a single component, and the pair of bumps above.


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
    raise NotImplementedError("fit_forward_kl is not written yet: put your code here and remove this line.")


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


# **Question 2.** Write `kl_gauss_to_mixture`. For $w = (\tfrac12,\tfrac12)$, $m = (-2, 2)$, $s = (0.7, 0.7)$ it should give $0.6870961$ for the left component itself, $\mathcal N(-2, 0.7^2)$.


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
    raise NotImplementedError("kl_gauss_to_mixture is not written yet: put your code here and remove this line.")


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


# **Question 3.** Write `fit_reverse_kl`. It is graded by the divergence that your pair *achieves*, which has to come within `2e-5` nats of the best one there is. Your own
# `kl_gauss_to_mixture` and `scipy.optimize.minimize` are a good pair; $\log\sigma$ makes a better variable than $\sigma$. A call may take up to a second.


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
    raise NotImplementedError("fit_reverse_kl is not written yet: put your code here and remove this line.")


# ## 4. Look at it
#
# A fit that nobody has looked at is not finished. Draw $p$ and both of your fits as *densities* (each encloses an area of 1; do not rescale a curve so that it looks better), far enough to show all of $p$, and with enough
# points where $p$ is narrow. Two habits spoil such pictures: a fixed stretch of the axis, say $[-5, 5]$, which cuts off what does not happen to lie there, and dividing
# by the sum over the visible points, which then hides that something was cut.


# **Question 4.** Write `plot_fits`. It returns a matplotlib `Figure` (and does not have to show or close it) with the density of $p$, as a line or a filled area, and the densities of what *your* `fit_forward_kl` and
# `fit_reverse_kl` return, as lines; on one `Axes` or on several. Label the axes, and let a legend or titles say which curve is which. Style is up to you.


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
    raise NotImplementedError("plot_fits is not written yet: put your code here and remove this line.")


# ## 5. In your own words
#
# **Written answer.** What does each direction do to a single Gaussian that is fitted to a mixture, and why? Say for each of $D(p\,\|\,q)$ and $D(q\,\|\,p)$ *where* the integrand gets large and what the fit does to avoid that. Then say when the slogan
# "reverse KL picks one mode" holds and when it does not, with your own numbers or pictures. Ten sentences are plenty; formulas are welcome. Put your text into the next cell, in place of the line that is there
# (in the `.py` file, into the string `explanation`).


explanation = """
*Your answer goes here.*
"""
