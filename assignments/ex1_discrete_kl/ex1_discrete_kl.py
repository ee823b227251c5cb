"""Surprise, cross-entropy and KL divergence of discrete distributions

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""


# # Surprise, cross-entropy and KL divergence of discrete distributions
#
# A weather service gives rain a probability of 1/4 and it rains. How surprised should it be, on
# average, when rain in truth comes half of the time? This notebook turns that question into three
# functions that nearly all of machine learning is built on. You write them, and you make them
# right where most code on the internet is not: at zeros, at infinities, and for batches.
#
# **What you hand in** are `entropy`, `cross_entropy` and `kl_divergence`, and a short written answer.
# You may use NumPy, SciPy and Python's standard library.


import matplotlib.pyplot as plt
import numpy as np


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


# **Question 1.** Write `entropy`. Try it on `[1/2, 1/4, 1/4]` (it should give $\tfrac32 \log 2 \approx 1.0397$) and on
# a distribution with a zero.


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
    raise NotImplementedError("entropy is not written yet: put your code here and remove this line.")


# ## 2. Cross-entropy
#
# Now the outcomes follow $p$, but the surprise is measured by somebody who believes $q$:
#
# $$H(p, q) = -\sum_i p_i \log q_i .$$
#
# It is the loss of every classifier: $p$ is the label, $q$ what the network says. Two zeros behave very differently.
# Where $p_i = 0$ the term is $0$, whatever $q_i$ is. Where $q_i = 0 < p_i$ somebody called impossible what does happen, and the
# answer is $+\infty$: not an accident of floating point to be clipped away, but the right value.


# **Question 2.** Write `cross_entropy`. Which of the two arguments decides the weights, and which one is inside the logarithm?


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
    raise NotImplementedError("cross_entropy is not written yet: put your code here and remove this line.")


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


# **Question 3.** Write `kl_divergence`. Before you believe it, try: a zero in `p`, a zero in `q`, a batch, `axis=0`, and `p = q`.


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
    raise NotImplementedError("kl_divergence is not written yet: put your code here and remove this line.")


# ## 4. In your own words
#
# **Question 4.** When is an infinite divergence the right answer, and when is it a sign that something else went wrong? Name a
# situation for each, say which of the two directions is infinite and why, and what replacing the zeros by a small constant would
# have hidden. Five to ten sentences in the next cell; a person reads and marks them.


explanation = """
*Write your answer here.*
"""
