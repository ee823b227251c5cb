# %% [markdown]
# # Surprise, cross-entropy and KL divergence of discrete distributions
#
# A weather service gives rain a probability of 1/4 and it rains. How surprised should it be, on
# average, when rain in truth comes half of the time? This notebook turns that question into three
# functions that nearly all of machine learning is built on. You write them, and you make them
# right where most code on the internet is not: at zeros, at infinities, and for batches.
#
# **What you hand in** are `entropy`, `cross_entropy` and `kl_divergence`, and a short written answer.
# You may use NumPy, SciPy and Python's standard library.

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## What all three functions have in common
#
# - Input is *array-like*: lists, tuples, integers and `float32` arrays are fine. Compute in `float64`.
# - The outcomes lie along `axis` (the last one unless told otherwise); all other axes are a batch. Shapes of
#   `p` and `q` broadcast against each other, except along `axis`, where their lengths must agree. `axis`
#   counts on the broadcast shape.
# - Every slice along `axis` has to be a distribution: finite, never negative, sum 1 within `1e-6`. If not,
#   raise `ValueError` and name the argument in the message (`p`, `q` or `base`). What is not made of real
#   numbers (`None`, strings, objects) is a `TypeError`. **Do not repair bad input**: whoever passes counts
#   where probabilities belong wants to know.
# - One distribution gives one number; a batch gives an array with the batch's shape.
# - Natural logarithms (**nats**), unless `base` is given: a number above 0 and other than 1.
# - Arguments stay as they were, nothing is printed, and valid input raises no warning.

# %% [markdown]
# ## 1. Entropy
#
# The *surprise* at an outcome of probability $p_i$ is $-\log p_i$: nothing for a certain outcome, and without
# bound as $p_i \to 0$. Entropy is the surprise to be expected when the outcomes really follow $p$:
#
# $$H(p) = -\sum_i p_i \log p_i, \qquad 0 \log 0 = 0 .$$
#
# The convention is a limit and not a trick: $x \log x \to 0$ as $x \to 0$. An outcome that never happens never
# surprises. For $n$ outcomes $0 \le H(p) \le \log n$, with equality for a certain outcome on the left and for
# equal chances on the right.
#
# *(Cover and Thomas, Elements of Information Theory, chapter 2.)*

# %% [raw]
# # BEGIN QUESTION
# name: entropy

# %% [markdown]
# **Question 1.** Write `entropy`. Try it on `[1/2, 1/4, 1/4]` (it should give $\tfrac32 \log 2 \approx 1.0397$) and on
# a distribution with a zero.

# %% [raw]
# # BEGIN SOLUTION


# %%
# BEGIN SOLUTION NO PROMPT
def _real_array(name, value):
    """`value` as a float64 array; TypeError unless it is made of real numbers."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a rectangular array of numbers") from error
    if array.dtype.kind not in "fiu":
        raise TypeError(f"{name} must hold real numbers, not {array.dtype}")
    return array.astype(float)


def _distribution(name, array, axis):
    """Raise ValueError unless every slice of `array` along `axis` is a distribution."""
    if array.size == 0:
        raise ValueError(f"{name} must not be empty")
    if not np.all(np.isfinite(array)):
        raise ValueError(f"{name} must be finite")
    if np.any(array < 0):
        raise ValueError(f"{name} must not be negative")
    if np.any(np.abs(array.sum(axis=axis) - 1) > 1e-6):
        raise ValueError(f"{name} must sum to 1 along axis {axis}")


def _pair(p, q, axis):
    """Validate both distributions, broadcast them and move the outcomes to the last axis."""
    p, q = _real_array("p", p), _real_array("q", q)
    for name, array in (("p", p), ("q", q)):
        if array.ndim == 0:
            raise ValueError(f"{name} must have at least one axis")
    try:
        shape = np.broadcast_shapes(p.shape, q.shape)
    except ValueError as error:
        raise ValueError(f"p and q have shapes {p.shape} and {q.shape}, which do not fit together") from error
    back = axis - len(shape) if axis >= 0 else axis
    for name, array in (("p", p), ("q", q)):
        if -back > array.ndim or array.shape[back] != shape[back]:
            raise ValueError(f"{name} has another number of outcomes along axis {axis}: shapes {p.shape} and {q.shape}")
        _distribution(name, array, back)
    p, q = np.broadcast_arrays(p, q)
    return np.moveaxis(p, back, -1), np.moveaxis(q, back, -1)


def _log_of(base):
    """The natural logarithm of `base`, 1.0 for None."""
    if base is None:
        return 1.0
    value = _real_array("base", base)
    if not (value > 0 and value != 1):
        raise ValueError("base must be positive and different from 1")
    return float(np.log(value))


PHI = [(-1.0) ** k / (k * (k - 1)) for k in range(11, 1, -1)]


# END SOLUTION
def entropy(p, *, axis=-1, base=None):
    """Entropy of a distribution, in nats unless `base` is given.

    Parameters
    ----------
    p : array_like
        Probabilities; every slice along `axis` is a distribution.
    axis : int, optional
        The axis of the outcomes.
    base : float, optional
        Base of the logarithm; None means e.

    Returns
    -------
    float or ndarray
        One number for each distribution.
    """
    # BEGIN SOLUTION NO PROMPT
    p = _real_array("p", p)
    if p.ndim == 0:
        raise ValueError("p must have at least one axis")
    _distribution("p", p, axis)
    positive = np.where(p > 0, p, 1.0)
    return -np.sum(positive * np.log(positive) * (p > 0), axis=axis) / _log_of(base) + 0.0
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("entropy is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 2. Cross-entropy
#
# Now the outcomes follow $p$, but the surprise is measured by somebody who believes $q$:
#
# $$H(p, q) = -\sum_i p_i \log q_i .$$
#
# It is the loss of every classifier: $p$ is the label, $q$ what the network says. Two zeros behave very differently.
# Where $p_i = 0$ the term is $0$, whatever $q_i$ is. Where $q_i = 0 < p_i$ somebody called impossible what does happen, and the
# answer is $+\infty$: not an accident of floating point to be clipped away, but the right value.

# %% [raw]
# # BEGIN QUESTION
# name: cross_entropy

# %% [markdown]
# **Question 2.** Write `cross_entropy`. Which of the two arguments decides the weights, and which one is inside the logarithm?

# %% [raw]
# # BEGIN SOLUTION


# %%
def cross_entropy(p, q, *, axis=-1, base=None):
    """Cross-entropy of `q` under outcomes that follow `p`, in nats unless `base` is given.

    Parameters
    ----------
    p, q : array_like
        Probabilities; shapes broadcast except along `axis`, where lengths must agree.
    axis : int, optional
        The axis of the outcomes, counted on the broadcast shape.
    base : float, optional
        Base of the logarithm; None means e.

    Returns
    -------
    float or ndarray
        One number for each pair; inf where `q` is 0 and `p` is not.
    """
    # BEGIN SOLUTION NO PROMPT
    p, q = _pair(p, q, axis)
    log_base = _log_of(base)
    impossible = np.any((p > 0) & (q == 0), axis=-1)
    log_q = np.log(np.where(q > 0, q, 1.0))
    total = -np.sum(np.where(p > 0, p * log_q, 0.0), axis=-1)
    return np.where(impossible, np.inf, total) / log_base + 0.0
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("cross_entropy is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 3. KL divergence
#
# What the wrong belief costs, over and above what could not be avoided:
#
# $$D(p \,\|\, q) = H(p, q) - H(p) = \sum_i p_i \log \frac{p_i}{q_i}.$$
#
# In nats; divide by $\log 2$ for bits. It is never negative and zero only for $p = q$ (Gibbs' inequality). It is **not** a distance: the two directions
# differ in general, and the triangle inequality fails. With $p=(\tfrac12,\tfrac12)$, $q=(\tfrac14,\tfrac34)$ and $r=(\tfrac1{10},\tfrac9{10})$
# the detour over $q$ costs $0.1438 + 0.0923$, the direct way $0.5108$.
#
# Three pitfalls, each of which made a published table wrong:
#
# 1. **Direction.** For a fair die $p$ and the model $q = (\tfrac13,\tfrac13,\tfrac13,0,0,0)$ the divergence $D(p\|q)$ is
#    infinite, for $q$ rules out half of what happens, while $D(q\|p) = \log 2$ is harmless. The zeros of the *second* argument matter.
#    (Code that replaces zeros by $10^{-15}$ prints $16.03$ instead of $\infty$, with $10^{-10}$ it prints $10.27$: such a number says something about the constant
#    and nothing about the distributions.)
# 2. **Pairs that cannot tell.** $(\tfrac14,\tfrac14,\tfrac12)$ against $(\tfrac12,\tfrac14,\tfrac14)$ gives $\tfrac14\log 2 \approx 0.1733$ in *both* directions, because one is
#    the other with its outcomes renamed. Never test code on such a pair alone.
# 3. **Cancellation.** For $p = (\tfrac12 + 2^{-30}, \tfrac12 - 2^{-30})$ against equal chances the truth is $1.7\cdot10^{-18}$, but the two terms of the
#    plain sum are near $10^{-9}$ and leave nothing but rounding noise. The last tenth of the points asks for a formula whose terms are never negative:
#    use $\sum_i (p_i - q_i) = 0$ to add $q_i - p_i$ to each term, and look at what is left when $p_i$ is close to $q_i$. (`scipy.special.kl_div` has the
#    same idea and still returns `0.0` here.)

# %% tags=["otter_ignore"]
levels = np.linspace(0.001, 0.999, 400)
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8))
for p_rain, colour in ((0.5, "tab:blue"), (0.25, "tab:orange"), (0.05, "tab:green")):
    cost = p_rain * np.log(p_rain / levels) + (1 - p_rain) * np.log((1 - p_rain) / (1 - levels))
    left.plot(levels, cost, color=colour, label=f"it rains with p = {p_rain}")
    left.plot([p_rain], [0], "o", color=colour)
left.set(xlabel="forecast q(rain)", ylabel="D(p || q) in nats", title="Being sure and wrong costs most", ylim=(0, 3))
left.legend()
forward = 0.5 * np.log(0.5 / levels) + 0.5 * np.log(0.5 / (1 - levels))
backward = levels * np.log(levels / 0.5) + (1 - levels) * np.log((1 - levels) / 0.5)
right.plot(levels, forward, label="D(p || q): grows without bound")
right.plot(levels, backward, label="D(q || p): at most log 2")
right.axhline(np.log(2), color="gray", linewidth=0.8, linestyle=":")
right.set(xlabel="forecast q(rain), with p = 1/2", ylabel="nats", title="Two directions, two answers", ylim=(0, 2))
right.legend()
figure.tight_layout()
plt.show()

# %% [raw]
# # BEGIN QUESTION
# name: kl_divergence

# %% [markdown]
# **Question 3.** Write `kl_divergence`. Before you believe it, try: a zero in `p`, a zero in `q`, a batch, `axis=0`, and `p = q`.

# %% [raw]
# # BEGIN SOLUTION


# %%
def kl_divergence(p, q, *, axis=-1, base=None):
    """KL divergence D(p || q), in nats unless `base` is given.

    Parameters
    ----------
    p, q : array_like
        Probabilities; shapes broadcast except along `axis`, where lengths must agree.
    axis : int, optional
        The axis of the outcomes, counted on the broadcast shape.
    base : float, optional
        Base of the logarithm; None means e.

    Returns
    -------
    float or ndarray
        One number for each pair; inf where `q` is 0 and `p` is not.
    """
    # BEGIN SOLUTION NO PROMPT
    p, q = _pair(p, q, axis)
    log_base = _log_of(base)
    safe_q = np.where(q > 0, q, 1.0)
    u = np.where(q > 0, (p - q) / safe_q, 0.0)
    near = np.abs(u) < 0.4
    v = np.where(near, u, 0.0)
    # (1 + v) log(1 + v) - v, which for tiny v is the series sum (-v)^k / (k (k - 1)), k = 2, 3, ...
    series = v * v * np.polyval(PHI, v)
    close = q * np.where(np.abs(v) < 0.02, series, (1 + v) * np.log1p(v) - v)
    both = (p > 0) & (q > 0)
    ratio = np.log(np.where(both, p, 1.0)) - np.log(np.where(both, q, 1.0))
    far = np.where(both, p * ratio, 0.0) - p + q
    terms = np.where((p > 0) & (q == 0), np.inf, np.where(near & (q > 0), close, far))
    return np.sum(terms, axis=-1) / log_base
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("kl_divergence is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 4. In your own words
#
# **Question 4.** When is an infinite divergence the right answer, and when is it a sign that something else went wrong? Name a
# situation for each, say which of the two directions is infinite and why, and what replacing the zeros by a small constant would
# have hidden. Five to ten sentences in the next cell; a person reads and marks them.

# %% [markdown] tags=["written:explanation"]
# *Write your answer here.*
