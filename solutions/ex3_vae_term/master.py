# %% [markdown]
# # The KL term of a variational autoencoder, and the evidence lower bound
#
# A variational autoencoder (VAE) turns each image into a small Gaussian cloud of codes, and pays rent for it: the
# farther the cloud is from a standard normal, the more it costs. The rent is a KL divergence, and it is one line of code. That
# line goes wrong in more ways than one would think: a lost factor, a lost sum, a clip that was meant to help. Here
# you write it so that it holds from the smallest log-variance to the largest, put it into the loss of a VAE, and then look at
# a model so simple that everything a VAE can only bound is known exactly.
#
# **What you hand in** are `vae_kl`, `elbo_bernoulli` and `gaussian_elbo`. You may use NumPy, SciPy and Python's
# standard library.

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## What all three functions have in common
#
# - Input is *array-like*: lists, tuples, integers and `float32` arrays are fine. Compute in `float64`.
# - What is not made of real numbers (`None`, strings, objects) is a `TypeError`. NaN where a number belongs, ragged lists and shapes that
#   do not fit together are a `ValueError`, and so is what a question below excludes. The message names the argument (`mu`, `log_var`, ...).
# - One answer is a number; several are a `float64` array.
# - Natural logarithms, so every answer is in **nats**.
# - Arguments stay as they were, nothing is printed, and valid input raises no warning.
#
# ## 1. The KL term
#
# For an image $x$ the encoder says: the code $z$ has independent coordinates, $z_j \sim \mathcal N(\mu_j, \sigma_j^2)$. Call this $q(z\,|\,x)$.
# The prior $p(z)$ is a standard normal in every coordinate. With one coordinate, the divergence of two normals becomes
#
# $$D\big(\mathcal N(\mu,\sigma^2)\,\|\,\mathcal N(0,1)\big) = \mathbb E_q\!\left[\log\frac{q(z)}{p(z)}\right]
#   = \tfrac12\left(\mu^2 + \sigma^2 - \log \sigma^2 - 1\right).$$
#
# Independent coordinates **add**: the divergence of one image is the *sum* over its latent coordinates, and a batch has one number an image.
# (Kingma and Welling, *Auto-Encoding Variational Bayes*, 2014, appendix B; Rezende, Mohamed and Wierstra, 2014.)
#
# Encoders do not put out $\sigma$ but $\lambda = \log\sigma^2$, the *log-variance*: any real number is legal, and no constraint has to be
# kept during training. The name says what it is, the log of the **variance**. Every formula below takes `log_var` in that sense, so the standard deviation
# is $e^{\lambda/2}$. The two slopes are worth knowing, as they are what training feels:
#
# $$\frac{\partial D}{\partial \mu} = \mu, \qquad \frac{\partial D}{\partial \lambda} = \tfrac12\left(e^{\lambda} - 1\right).$$
#
# The mean is pulled home as by a spring. A cloud that is too wide is squeezed exponentially hard; one that is too narrow is
# widened with a force of at most $\tfrac12$, however narrow it is. In the picture below the white lines follow these forces.
#
# **Four pitfalls**
#
# 1. **The half and the one.** Without the $\tfrac12$ every answer doubles; without the $-1$ the prior itself costs $\tfrac12$ a coordinate. Check the term at $\mu = \lambda = 0$ and its slopes, and
#    trust no printed number that you have not computed: a table in circulation gives $0.6065$ nats for $\mu = 0$, $\lambda = 1$. The right value is
#    $\tfrac12(e - 2) = 0.3591$; the table's number is $e^{-1/2}$, the $\sigma$ of another cloud and no divergence at all.
# 2. **Per image or per coordinate?** The function next to that table promised one number a sample and returned one number a *coordinate*: for a
#    batch of shape `(2, 3)` an array of shape `(2, 3)`. Nothing crashes, and a mean taken later makes the KL term too small by the number of latents.
# 3. **Clipping.** Cutting $\lambda$ to $[-10, 10]$ "for stability" makes the term flat outside: there the slope is $0$ and nothing ever pulls the encoder back.
#    Nothing needs clipping. At $\lambda = -1000$ the answer is $499.5 + \mu^2/2$; at $\lambda = 30$ it is $5.3\cdot 10^{12}$. From $\lambda = 711$ on it no longer fits into a
#    `float64`, and $+\infty$ is the right answer (NumPy's `exp` gives it, with a warning; `math.exp` raises `OverflowError` instead).
# 4. **Cancellation.** Near the prior $D \approx \lambda^2/4 + \mu^2/2$. At $\lambda = 10^{-9}$, $\mu = 0$ that is $2.5\cdot10^{-19}$, but $e^\lambda - 1 - \lambda$ subtracts numbers
#    near $1$ whose last digit is worth $2\cdot10^{-16}$: whatever comes out is rounding noise, and often negative. Which NumPy function knows $e^\lambda - 1$ without passing through
#    $1$? The last tenth of the points asks for this, and for silence at $\lambda \ge 711$.

# %% tags=["otter_ignore"]
# Both panels average over q by plain quadrature: no closed form is used.
noise = np.linspace(-9, 9, 361)
weight = np.exp(-(noise**2) / 2)
weight /= weight.sum()

mean, log_variance = np.meshgrid(np.linspace(-3, 3, 101), np.linspace(-6, 2.4, 101))
codes = mean[..., None] + np.exp(log_variance / 2)[..., None] * noise
cost = ((codes**2 - noise**2) / 2) @ weight - log_variance / 2  # the average of log q(z) - log p(z)

figure, (left, right) = plt.subplots(1, 2, figsize=(13, 5.2), layout="constrained")
levels = [0, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 10]
colours = plt.get_cmap("viridis")(np.linspace(0, 0.95, len(levels) - 1))
filled = left.contourf(mean, log_variance, np.maximum(cost, 0), levels=levels, colors=colours)
force_up, force_right = (-slope for slope in np.gradient(cost, log_variance[:, 0], mean[0]))
left.streamplot(mean, log_variance, force_right, force_up, color="white", linewidth=0.6, density=0.7, arrowsize=0.8)
left.plot(0, 0, "*", color="white", markersize=18, markeredgecolor="black")
for mu, lam, text in ((0, 1, "0.359"), (1, 0, "0.5"), (2, -0.5, "2.053")):
    left.plot(mu, lam, "o", color="white", markeredgecolor="black")
    left.annotate(text, (mu, lam), (7, 5), textcoords="offset points", color="white", weight="bold")
left.set(
    xlabel="mean $\\mu$",
    ylabel="log-variance $\\lambda = \\log\\sigma^2$",
    title="The rent of one latent coordinate, and where it pulls",
)
figure.colorbar(filled, ax=left, label="KL term in nats", ticks=levels, format="%g")

# The linear-Gaussian model of question 3 with x = 3, w = 1, s = 1: the posterior is N(3/2, 1/2).
means = np.linspace(-0.6, 4.2, 200)


def bound(m, v):
    """The average of log p(x, z) - log q(z) over q = N(m, v), for x = 3 and w = s = 1."""
    z = m + np.sqrt(v) * noise
    log_joint = -((3 - z) ** 2 + z**2) / 2 - np.log(2 * np.pi)
    return weight @ (log_joint + noise**2 / 2 + np.log(2 * np.pi * v) / 2)


evidence = -9 / 4 - np.log(4 * np.pi) / 2
right.axhline(evidence, color="black", linewidth=1.5, label="log p(x), known here")
for v, colour, text in (
    (0.5, "tab:blue", "ELBO, q = N(m, 1/2): touches at the posterior mean"),
    (2.0, "tab:orange", "ELBO, q = N(m, 2): too wide, never touches"),
):
    right.plot(means, [bound(m, v) for m in means], color=colour, label=text)
right.fill_between(means, [bound(m, 0.5) for m in means], evidence, color="tab:blue", alpha=0.12, linewidth=0)
for m, v, colour, place in ((2.5, 0.5, "tab:blue", (3.2, -3.9)), (1.5, 2.0, "tab:orange", (1.5, -5.0))):
    right.annotate(
        "", (m, bound(m, v)), (m, evidence), arrowprops={"arrowstyle": "<->", "color": colour, "shrinkA": 0, "shrinkB": 0}
    )
    right.text(*place, f"the gap is\nKL(q || posterior)\n= {evidence - bound(m, v):.3f}", color=colour, ha="center", va="center")
right.plot(1.5, evidence, "o", color="black")
right.annotate("q is the posterior: no gap", (1.5, evidence), (0, 7), textcoords="offset points", ha="center")
right.set(
    xlabel="mean m of q", ylabel="nats", title="What the bound misses is a KL divergence", xlim=(-0.6, 4.2), ylim=(-6.9, -3.2)
)
right.legend(loc="lower center", framealpha=1)
plt.show()

# %% [raw]
# # BEGIN QUESTION
# name: vae_kl

# %% [markdown]
# **Question 1.** Write `vae_kl`. `mu` and `log_var` have equal shapes, such as `(d,)`, `(B, d)` or `(B, T, d)`, and finite entries; anything else is a `ValueError`.
# The **last** axis holds the latent coordinates. Try $\mu = (\tfrac12)$, $\lambda = (-\tfrac12)$, which gives $0.1783$, then the prior itself, then a batch.

# %% [raw]
# # BEGIN SOLUTION

# %%
# BEGIN SOLUTION NO PROMPT
LOG_TWO_PI = float(np.log(2 * np.pi))
# For |t| < 1/4 the terms t^k/k! with k > 13 are below 1e-16 of the one with k = 2.
POWERS = np.arange(2, 14)
INVERSE_FACTORIALS = 1 / np.cumprod(np.arange(1.0, 14.0))[1:]


def _real_array(name, value):
    """`value` as a float64 array; TypeError unless it is made of real numbers."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a rectangular array of numbers") from error
    if array.dtype.kind not in "fiu":
        raise TypeError(f"{name} must hold real numbers, not {array.dtype}")
    return array.astype(float)


def _finite(name, value):
    """`value` as a float64 array without NaN and infinities."""
    array = _real_array(name, value)
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite")
    return array


def _excess(t):
    """exp(t) - 1 - t, to the last digits everywhere; inf where it overflows."""
    near = np.abs(t) < 0.25
    far = np.expm1(t) - t
    if not near.any():
        return far
    return np.where(near, np.where(near, t, 0.0)[..., None] ** POWERS @ INVERSE_FACTORIALS, far)


def _latents(mu, log_var):
    """Both arguments of the KL term, validated."""
    mu, log_var = _finite("mu", mu), _finite("log_var", log_var)
    if mu.shape != log_var.shape:
        raise ValueError(f"mu and log_var must have equal shapes, not {mu.shape} and {log_var.shape}")
    if mu.ndim == 0 or mu.size == 0:
        raise ValueError("mu and log_var must hold at least one latent coordinate")
    return mu, log_var


def _kl_to_prior(mu, log_var):
    """The KL term of validated arrays, summed over the last axis."""
    with np.errstate(over="ignore"):
        return 0.5 * np.sum(_excess(log_var) + mu * mu, axis=-1)


# END SOLUTION
def vae_kl(mu, log_var):
    """KL divergence of a diagonal Gaussian from the standard normal, in nats.

    Parameters
    ----------
    mu : array_like, shape (..., d)
        Means of the latent coordinates; finite.
    log_var : array_like, shape (..., d)
        Logarithms of their variances; finite, the same shape as `mu`.

    Returns
    -------
    float or ndarray, shape (...)
        The sum over the last axis: one number for each sample. inf where it exceeds the floats.

    Raises
    ------
    ValueError
        For NaN, infinities or unequal shapes.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    return _kl_to_prior(*_latents(mu, log_var))
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("vae_kl is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 2. The evidence lower bound of a VAE
#
# What one would like to maximise is the *evidence* $\log p(x)$, an integral over all codes that nobody can do. Take any
# distribution $q$ of codes and write $p(x) = p(x, z)/p(z\,|\,x)$ inside an average over $q$:
#
# $$\log p(x) \;=\; \underbrace{\mathbb E_q\big[\log p(x\,|\,z)\big] - D\big(q(z)\,\|\,p(z)\big)}_{\text{ELBO}} \;+\; D\big(q(z)\,\|\,p(z\,|\,x)\big).$$
#
# No inequality is used in this line. The last term cannot be negative, so the first two are a lower bound, the **E**vidence **L**ower **BO**und, and the
# bound is tight when $q$ is the posterior. Raising the ELBO does two things at once: the model explains the data better, and $q$ comes closer to the posterior.
# (Jordan, Ghahramani, Jaakkola and Saul, 1999; Bishop, *Pattern Recognition and Machine Learning*, chapter 10.)
#
# For images in black and white the decoder gives a *logit* $\ell$ for each pixel: the pixel is white with probability $1/(1+e^{-\ell})$. Given the code, the pixels are independent,
#
# $$\log p(x\,|\,z) = \sum_{\text{pixels}} \Big(x\,\ell - \log\big(1 + e^{\ell}\big)\Big),$$
#
# which is $\ell - \log(1+e^\ell) = -\log(1+e^{-\ell})$ where $x = 1$ and $-\log(1+e^\ell)$ where $x = 0$. The average over $q$ is replaced by its value at one
# random code $z$, so the function below gets the logits of that one code: its result is an unbiased estimate of the ELBO. With $\beta$ as a price of the KL term
# (Higgins and others, *beta-VAE*, 2017), it is
#
# $$\log p(x\,|\,z) - \beta\, D\big(q(z\,|\,x)\,\|\,p(z)\big),$$
#
# and with $\beta = 1$ the bound proper. A *loss* is its negative; here the bound itself is asked for, a number that is never above zero.
#
# **Four pitfalls**
#
# 1. **Sum over pixels, never average.** Averaging divides one term by $784$ (for a 28 by 28 image) and leaves the other: it is a silent $\beta = 784$, and the codes collapse to the prior.
# 2. **$\beta$ belongs to the KL term** and to nothing else.
# 3. **Probabilities.** $\log(1 - p)$ with $p = 1/(1+e^{-\ell})$ is $-\infty$ from $\ell = 37$ on, as $p$ is then exactly $1$, and $\log(1+e^\ell)$ overflows from $\ell = 710$ on. A confident decoder reaches such logits. Stay with
#    logits: `np.logaddexp` takes the logarithm of a sum of exponentials without leaving log space.
# 4. **Grey pixels.** The formula takes any $x \in [0, 1]$ (and so should your function), but only for $x \in \{0, 1\}$ it is the logarithm of a probability: over all $2^n$ images of $n$ pixels, $\sum_x p(x\,|\,z) = 1$.
#    That sum is a fine check of your code.

# %% [raw]
# # BEGIN QUESTION
# name: elbo_bernoulli

# %% [markdown]
# **Question 2.** Write `elbo_bernoulli`: one number for each image. `x` and `logits` have the shape `(batch, pixels)`, `mu` and `log_var` the shape `(batch, latents)`.
# Shapes that do not fit and NaN are a `ValueError`, as are infinities in `mu` and `log_var`. You need not check that `x` lies in $[0,1]$ and that `beta >= 0`.
# Try one image of three white pixels, all logits $0$ and $q$ equal to the prior: it gives $-3\log 2$.

# %% [raw]
# # BEGIN SOLUTION


# %%
def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    """Evidence lower bound of a VAE with Bernoulli pixels at one code, in nats.

    Parameters
    ----------
    x : array_like, shape (batch, pixels)
        Pixels, from 0 to 1.
    logits : array_like, shape (batch, pixels)
        The decoder's logits at a code drawn from q.
    mu, log_var : array_like, shape (batch, latents)
        Means and log-variances of q; finite.
    beta : float, optional
        The weight of the KL term.

    Returns
    -------
    ndarray, shape (batch,)
        Log-likelihood minus `beta` times the KL term, for each image.

    Raises
    ------
    ValueError
        For NaN, infinities in `mu` or `log_var`, and shapes that do not fit.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    x, logits = _finite("x", x), _finite("logits", logits)
    mu, log_var = _latents(mu, log_var)
    if x.shape != logits.shape or x.ndim == 0:
        raise ValueError(f"x and logits must have equal shapes (batch, pixels), not {x.shape} and {logits.shape}")
    if x.shape[:-1] != mu.shape[:-1]:
        raise ValueError(f"x and mu must belong to the same batch, but have shapes {x.shape} and {mu.shape}")
    # Two terms of one sign keep digits that x*l - log(1 + e^l) loses for confident pixels.
    surprise = x * np.logaddexp(0.0, -logits) + (1 - x) * np.logaddexp(0.0, logits)
    return -np.sum(surprise, axis=-1) - beta * _kl_to_prior(mu, log_var)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("elbo_bernoulli is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 3. A model in which the evidence is known
#
# One real code, one real observation, a linear decoder (factor analysis in its smallest form; Tipping and Bishop, 1999):
#
# $$z \sim \mathcal N(0, 1), \qquad x\,|\,z \sim \mathcal N(w z, s^2), \qquad q(z) = \mathcal N(m, v).$$
#
# Here $s$ is a **standard deviation** and $v$ a **variance**, as papers like to mix them. Everything is Gaussian, so what a VAE never knows can be written down:
#
# $$p(x) = \mathcal N\big(x;\, 0,\, w^2 + s^2\big), \qquad
#   p(z\,|\,x) = \mathcal N\!\left(\frac{w x}{w^2 + s^2},\ \frac{s^2}{w^2 + s^2}\right).$$
#
# For $x = 3$, $w = s = 1$ the evidence is $\log p(3) = -3.5155$ and the posterior is $\mathcal N(\tfrac32, \tfrac12)$: the right panel of the picture above. The ELBO of $\mathcal N(\tfrac52, \tfrac12)$ is exactly
# $1$ nat lower, and $1$ is the divergence of that $q$ from the posterior.
#
# Now the average over $q$ has to be done, not sampled. The one step that is often missed: for $z \sim \mathcal N(m, v)$
#
# $$\mathbb E_q\big[(x - w z)^2\big] = (x - w m)^2 + w^2 v .$$
#
# Whoever puts $z = m$ into the decoder forgets the second part, and at the posterior the "bound" comes out above the evidence. Do not forget the normalising constant of the
# likelihood either: $-\tfrac12\log(2\pi s^2)$ changes nothing when a network is trained with fixed $s$, but without it the number is not a bound on $\log p(x)$.
#
# The last tenth of the points: $s = 10^{-200}$ is a legal standard deviation (measure lengths in strange units), but $s^2$ is $0$ in floating point.
# Form ratios before you square.

# %% [raw]
# # BEGIN QUESTION
# name: gaussian_elbo

# %% [markdown]
# **Question 3.** Write `gaussian_elbo`. Arguments are numbers or arrays that broadcast against each other; `s` and `v` have to be positive, else `ValueError`. Test it the strong way:
# compute $\log p(x)$ and the divergence from the posterior as well, and see whether the difference is zero.

# %% [raw]
# # BEGIN SOLUTION


# %%
def gaussian_elbo(x, w, s, m, v):
    """Evidence lower bound of the linear-Gaussian model, in nats.

    The model is z ~ N(0, 1) and x | z ~ N(w z, s^2); the approximation is q(z) = N(m, v).

    Parameters
    ----------
    x : array_like
        Observations.
    w : array_like
        Slopes of the decoder.
    s : array_like
        Standard deviations of the noise; positive.
    m : array_like
        Means of q.
    v : array_like
        Variances of q; positive.

    Returns
    -------
    float or ndarray
        The bound, in the shape that the arguments broadcast to.

    Raises
    ------
    ValueError
        For NaN, for `s` or `v` not positive, and for shapes that do not broadcast.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    arguments = {"x": x, "w": w, "s": s, "m": m, "v": v}
    x, w, s, m, v = (_finite(name, value) for name, value in arguments.items())
    for name, array in (("s", s), ("v", v)):
        if not (array > 0).all():
            raise ValueError(f"{name} must be positive")
    try:
        np.broadcast(x, w, s, m, v)
    except ValueError as error:
        shapes = (x.shape, w.shape, s.shape, m.shape, v.shape)
        raise ValueError(f"x, w, s, m and v have shapes {shapes}, which do not broadcast") from error
    with np.errstate(over="ignore"):
        log_likelihood = -np.log(s) - 0.5 * (LOG_TWO_PI + ((x - w * m) / s) ** 2 + (w / s * np.sqrt(v)) ** 2)
        return log_likelihood - 0.5 * (v - 1 - np.log(v) + m * m)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("gaussian_elbo is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## What to take along
#
# The KL term of a VAE is a sum over latent coordinates of $\tfrac12(e^\lambda - 1 - \lambda + \mu^2)$, one number an image, at home at zero. The ELBO is the evidence minus a second KL divergence, that of $q$ from
# the posterior. A bound you can check in a model where the truth is known is worth more than ten you cannot.
