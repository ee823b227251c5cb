"""Asymmetry, and what counts as a proof

Put your code where a function raises NotImplementedError, and hand this file in (or the notebook
of the same name, which also has the figures).
"""


# # Asymmetry, and what counts as a proof
#
# $D(P\,\|\,Q)$ is no distance: the two directions differ, the triangle inequality fails. You have read that, and perhaps seen two numbers on a screen that were
# not the same. In this notebook you *prove* things about the divergence, and a program checks your proofs. It does so without a single floating point number, so
# what it certifies is certain.
#
# **What you hand in** are ten functions without or with a single argument. Six return *examples*, made of fractions: an example refutes an "always", and it can be checked to the
# last digit. Three return *chains*: proofs, written line by line in a small language. One returns both. You need paper more than a search program.


from fractions import Fraction
from math import ceil

import matplotlib.pyplot as plt
import numpy as np


# ## Three readings of one sentence
#
# "KL divergence is not symmetric." What is claimed?
#
# 1. *There are* $P$ and $Q$ with $D(P\,\|\,Q) \ne D(Q\,\|\,P)$. One pair proves it, and it is hard to miss one.
# 2. *All* $P \ne Q$ have $D(P\,\|\,Q) \ne D(Q\,\|\,P)$. One pair that behaves otherwise **refutes** it. Nothing more is needed, and nothing less will do: a million
#    pairs that behave prove nothing.
# 3. The two directions can be *arbitrarily* far apart: however small $\varepsilon$ is, some pair is cheap one way and dear the other. Here a single pair is worth
#    nothing, as there is always a smaller $\varepsilon$. A proof is a *rule* that makes a pair from any $\varepsilon$.
#
# A plain example of the first kind would test nobody. Draw $P$, $Q$ and $R$ at random on three outcomes: $D(P\,\|\,Q)$ is the larger direction in half of all
# cases, and the triangle inequality $D(P\,\|\,R) \le D(P\,\|\,Q) + D(Q\,\|\,R)$ fails in a quarter. (The well-known triple $(\tfrac12,\tfrac12)$, $(\tfrac14,\tfrac34)$,
# $(\tfrac1{10},\tfrac9{10})$ has $0.5108$ on the left and $0.1438 + 0.0923$ on the right.) But the larger direction is then rarely more than three times the smaller one. So
# the questions ask for what guessing does not find.
#
# ### Exact answers
#
# A number is an `int`, a `Fraction`, or a string such as `"3/4"`. A distribution is a list or a tuple of at most 64 numbers, none negative, with sum **exactly** 1.
# Floats are refused, also nice ones. They are rounded: `0.6 + 0.3 + 0.1` gives `0.9999999999999999`, so `[0.6, 0.3, 0.1]` is not a distribution, and no statement about
# it is a theorem about anything. Zeros are welcome, but where a question compares divergences all of them have to be finite.
# Numerators and denominators may have up to 4,096 bits (1,233 digits), in questions 3 and 4 a million bits.
#
# How can a computer compare such things for certain? Every divergence of fractions is a sum $\sum_k c_k \log n_k$ with rational $c_k$ and whole numbers $n_k$.
# Whether that is zero is a question about prime factors: $3\log 4 - 2\log 8 = 0$ because $4^3 = 8^2$, and by unique factorisation there is no other way to
# become zero. If it is not zero, enclosing every logarithm between two fractions, ever more tightly, shows its sign after finitely many steps.
# Two sides that differ in the 400th digit only are told apart, which no `np.isclose` does.


# The left picture shows that pairs with equal directions are nothing rare: they fill a line through the triangle of all $Q$, and every path from the red to the blue region
# crosses it (the divergences are continuous). But what you read off the right picture, $t = 0.4955\ldots$, is no such pair. It is *near* one, and for an exact one you need
# $Q$ in fractions and a reason.
#
# ## 1. Equal after all
#
# A published text demonstrates asymmetry by computing both directions for a pair of its own, and prints a difference. Computed without rounding, the
# difference is exactly zero: the pair refutes what it was meant to show. Find out how that can happen.


# **Question 1.** Return $P \ne Q$ with $D(P\,\|\,Q) = D(Q\,\|\,P)$, exactly, both finite. *Which changes of a pair can a divergence not notice?*


def equal_pair():
    """A pair that refutes "different distributions have different directions".

    Returns
    -------
    (P, Q) : pair of lists
        Two different distributions of the same outcomes, made of exact numbers (Fraction, int
        or "3/4"), with KL(P||Q) = KL(Q||P) < inf.
    """
    raise NotImplementedError("equal_pair is not written yet: put your pair here and remove this line.")


# ## 2. A thousand to one
#
# One pair again, but not one that a guess finds: one direction at least a thousand times the other. Infinity would be cheap, so both have to be finite.
# Begin with two outcomes. Which entry must be small for one direction to be dear, and what may the other distribution say about that outcome so that the other direction stays cheap?
# How fast does the ratio grow as you shrink that entry? (Ten to one is quickly found; look at what a hundred to one takes, and you will know what a thousand does. A float
# ends near $10^{-324}$. Fractions do not end.)


# **Question 2.** Return $(P, Q)$ with both divergences finite and positive, one of them at least 1000 times the other.


def lopsided_pair():
    """A pair of which one direction is at least 1000 times the other.

    Returns
    -------
    (P, Q) : pair of lists
        Distributions of the same outcomes, made of exact numbers of at most 4,096 bits, with
        0 < KL(P||Q), KL(Q||P) < inf and one of the two at least 1000 times the other.
    """
    raise NotImplementedError("lopsided_pair is not written yet: put your pair here and remove this line.")


# ## 3. For every epsilon
#
# Now the third reading, a statement with two quantifiers: **for every** $\varepsilon$ in $(0, 1)$ **there is** a pair with
#
# $$D(P\,\|\,Q) < \varepsilon \quad\text{and}\quad D(Q\,\|\,P) > \frac1\varepsilon .$$
#
# A proof of "for every, there is" *is* a function: it takes an $\varepsilon$ and returns the pair. Estimate both divergences on paper first, with one inequality each that you are sure of, then choose the entries so that
# the estimates suffice. (A power of two, `Fraction(1, 2**n)`, is the cheapest way to write a very small number; `ceil` rounds a `Fraction` up without leaving exact
# arithmetic.)
#
# **What the check can and cannot say.** At each $\varepsilon$ that it tries, the verdict is certain. But it tries some twenty values of $\varepsilon$, drawn anew at every run, down to $7/1000$.
# That your rule works for *all* of them is a matter between you and your estimate.


# **Question 3.** Write the rule. `eps` is a `Fraction` strictly between 0 and 1; stay exact.


def asymmetric_family(eps):
    """For any eps a pair that is cheap in one direction and dear in the other.

    Parameters
    ----------
    eps : Fraction
        Strictly between 0 and 1.

    Returns
    -------
    (P, Q) : pair of lists
        Distributions of the same outcomes, made of exact numbers of at most a million bits,
        with KL(P||Q) < eps and 1/eps < KL(Q||P) < inf, in nats.
    """
    raise NotImplementedError("asymmetric_family is not written yet: put your rule here and remove this line.")


# ## 4. Shortcuts
#
# For a distance, a detour is never shorter than the direct way. For KL divergence the detour over $Q$ can be cheaper by any factor: for every $f \ge 1$ there are $P$, $Q$ and $R$ with
#
# $$D(P\,\|\,R) > f\cdot\bigl(D(P\,\|\,Q) + D(Q\,\|\,R)\bigr).$$
#
# The direct way is dear where $R$ calls rare what $P$ calls common. On the detour, that surprise is paid by $Q$: how often does $Q$ have to pay it, and what does it cost $P$ to get to such a $Q$?
# (A one-parameter family on three outcomes is possible, but two outcomes are enough.)


# **Question 4.** Write the rule. `factor` is a `Fraction`, at least 1, not necessarily whole.


def triangle_family(factor):
    """For any factor three distributions of which the detour is cheaper by more than it.

    Parameters
    ----------
    factor : Fraction
        At least 1; the checks go up to 100.

    Returns
    -------
    (P, Q, R) : three lists
        Distributions of the same outcomes, made of exact numbers of at most a million bits,
        with KL(P||R) > factor * (KL(P||Q) + KL(Q||R)), all finite.
    """
    raise NotImplementedError("triangle_family is not written yet: put your rule here and remove this line.")


# ## How a proof is written
#
# A proof on paper is often a chain: an expression, a sign, a reason; the next expression, a sign, a reason. Here is one, of a fact that is not asked for: entropy is at least the
# probability that two independent draws differ,
#
# $$H(P) = \sum_{i:\,p_i > 0} p_i \log\frac1{p_i} \;\ge\; 1 - \sum_{i:\,p_i>0} p_i^2 .$$
#
# ```python
# [
#     "S(p*log(1/p))",
#     ("=", "-S(p*log(p))", "algebra"),
#     (">=", "-S(p*(p - 1))", "log_le", "x = p", "w = p"),
#     ("=", "S(p) - S(p*p)", "algebra"),
#     ("=", "1 - S(p*p)", "normalisation"),
# ]
# ```
#
# The first entry is where the chain starts; each further one holds the relation, the next expression, the rule that justifies the step, and the rule's arguments. (If you prefer, write a dict
# `{"start": ..., "steps": [{"rel": ">=", "expr": "-S(p*(p - 1))", "by": "log_le", "x": "p", "w": "p"}, ...]}`.)
#
# **Expressions** are made of whole numbers, `+ - * /`, brackets, `log`, and the names `p` and `q`, which stand for the probabilities of *one* outcome. Two sums bring the outcomes
# together: `S(...)` adds over the support of $P$, the outcomes with $p_i > 0$; `All(...)` adds over all outcomes. There are no powers (write `p*p`), no decimals, and at most 300 characters.
#
# **Throughout**, $P$ and $Q$ are distributions, both may have zeros, and $q_i > 0$ wherever $p_i > 0$. Off the support of $P$, `q` may be anything.
# An expression that takes the logarithm of 0 or divides by 0 at a legal pair is refused, so the convention $0\log 0 = 0$ never has to be invoked: that is what `S` is for.
#
# **Rules for `=`**: `algebra`, `definition`, `normalisation` (three names for one thing, choose the one that tells your reader why).
#
# **Rules for `<=`** (read from right to left they justify `>=`), each with arguments of your own choice:
#
# | rule | arguments | what it says | and only if |
# |---|---|---|---|
# | `log_le` | `x`, `w` | $\sum w \log x \le \sum w\,(x - 1)$ | $w \ge 0$, $x > 0$ |
# | `jensen` | `x`, `w` | $\sum w \log x \le \log \sum w\,x$ | $w \ge 0$, $\sum w = 1$, $x > 0$ |
# | `extend_sum` | `e` | `S(e) <= All(e)` | $e \ge 0$ |
# | `log_monotone` | `e` | `log(S(e)) <= log(All(e))` | $e \ge 0$, positive on the support |
# | `log_sum` | `a`, `b` | $\bigl(\sum a\bigr) \log \frac{\sum a}{\sum b} \le \sum a \log\frac ab$ | $a \ge 0$, $b > 0$ |
#
# - `log_le` is the tangent: the line $x - 1$ touches the logarithm at $x = 1$ and lies above it everywhere else. Multiply by a weight and add.
# - `jensen`: the logarithm of an average is at least the average of the logarithms.
# - `extend_sum` and `log_monotone`: more terms that are not negative make a sum, and its logarithm, no smaller.
# - `log_sum` is convexity of $a\log\frac ab$. With single expressions the sums run over the outcomes; with lists of equal length (`"a = a1, a2"`, `"b = b1, b2"`) they run over
#   the list, at each outcome, and the results are added over the outcomes.
#
# The sums of `log_le`, `jensen` and `log_sum` run over the support (`S`); an argument `"over = All"` makes them run over all outcomes. The rest of an expression stays as it is: in the example,
# `log_le` changed a sum with a minus before it, which is why the step goes down. *Non-negative* and *positive* must be visible: positive numbers, the names, and sums, products and
# quotients of such; `p - q` is not, whatever the rest of your proof knows.
#
# A chain uses `=` and one direction only. *(Cover and Thomas, Elements of Information Theory, sections 2.5 to 2.7, have the lemmas and the theorems.)*
#
# ### What the checker guarantees, and what it does not
#
# - A step with `<=` or `>=` is accepted only as an *instance of a rule*: the checker works the lemma out anew from your own `x`, `w`, ... "It follows from Gibbs' inequality" is no rule when Gibbs' inequality is what is to be proved.
# - A step with `=` is tested at eleven pairs $(P, Q)$ (eight in the question on convexity), with exact arithmetic: simple pairs, pairs with zeros, $P = Q$, and pairs
#   drawn from the text of your own chain. A false identity can slip through only by holding at all of them. That is not a proof, only very good evidence; it is the one place in this notebook where
#   numbers on a screen have to do.
# - A refused step comes back with a pair at which you can see it fail. Steps up to the first refused one earn part of the points, by how far they got.
#
# **The trap.** `S(p)` is 1. Is `S(q)`? The sum runs over the outcomes that *$P$* allows, and for $P = (1, 0)$, $Q = (\tfrac12, \tfrac12)$ half of $Q$ lies elsewhere. Most proofs of Gibbs' inequality found in
# the wild replace this sum by 1 without a word. What is true is an inequality, and it needs a reason of its own.


# ## 5. Gibbs' inequality
#
# $D(P\,\|\,Q) \ge 0$, for all $P$ and $Q$. Two textbook proofs exist, one over the tangent of the logarithm and one over Jensen's inequality. Either is welcome. Both are short, and in both the trap
# is waiting.


# **Question 5.** Return a chain from $-D(P\,\|\,Q)$ to 0 by `=` and `<=`, or from $D(P\,\|\,Q)$ to 0 by `=` and `>=`. The last expression is `0`. (Use `show_chain(gibbs_proof())` to look at it.)


def gibbs_proof():
    """A proof of Gibbs' inequality.

    Returns
    -------
    chain : list or dict
        Starts at -KL(P||Q) and goes up to 0, or starts at KL(P||Q) and goes down to 0.
    """
    raise NotImplementedError("gibbs_proof is not written yet: put your chain here and remove this line.")


# ## 6. When is it zero?
#
# Gibbs' inequality has a second half: $D(P\,\|\,Q) = 0$ *only* for $P = Q$. One direction of that "if and only if" is a chain, and a short one. The other is where the tangent touches: an inequality of the
# chain is an equality only if $x = 1$ wherever the weight is positive. You need not write that half down, but your examples show that you know what it says: there is no $Q$ so close to
# $P$ that the divergence does not notice, and $Q$ cannot differ from $P$ in a single outcome (why?), so two is the least.


# **Question 6.** Return a dict with `"zero"`, a pair with divergence 0; `"non_zero"`, a pair with positive divergence whose members agree in all but two outcomes; and `"proof"`, a
# chain of `=` from $D(P\,\|\,P)$, written as the definition says, to `0`. In this chain the only name is `p`.


def equality_case():
    """The equality case of Gibbs' inequality, by example and by proof.

    Returns
    -------
    dict
        "zero": (P, Q) with KL(P||Q) = 0. "non_zero": (P, Q) with KL(P||Q) > 0 and all but two
        entries equal. "proof": a chain from KL(P||P) to 0.
    """
    raise NotImplementedError("equality_case is not written yet: put your examples here and remove this line.")


# ## 7. What a map does to a divergence
#
# Send every outcome $i$ to a new outcome $f(i)$. Outcomes with the same image are merged, and their probabilities add up. The *data-processing inequality* says that no map can raise a divergence: whoever sees less
# tells $P$ and $Q$ apart less well.
#
# - A **relabelling** (a permutation) changes nothing, exactly. For densities, invertible changes of variable do the same to $D$. Beware of what is often said next: the entropy of a density and its
#   cross-entropy do change, both of them; only in the difference does the change cancel.
# - A map that **merges** outcomes in general loses something.
# - But not always! Then nothing that tells $P$ from $Q$ was in what was thrown away. Statisticians say that the map is a *sufficient statistic*. When can two outcomes be merged at no cost? (Look at what
#   one observation says: how many times likelier is it under $P$ than under $Q$?)
#
# *(Cover and Thomas, sections 2.8 and 2.9; Kullback and Leibler, On information and sufficiency, 1951, made the divergence for this purpose.)*


# **Question 7.** Return a dict of triples `(P, Q, map)`, where `map` is a list and outcome `i` is sent to `map[i]` (whole numbers from 0): `"relabel"`, a permutation that is not the identity; `"lossy"`, a
# map that makes the divergence strictly smaller; `"lossless"`, a map that merges outcomes, for $P \ne Q$, and leaves the divergence exactly as it was. All divergences are finite.


def invariance_examples():
    """Three maps of outcomes: one that renames, one that loses and one that loses nothing.

    Returns
    -------
    dict
        "relabel", "lossy" and "lossless", each (P, Q, map) with exact distributions and a list
        of ints; KL(P||Q) is compared before and after outcome i is sent to map[i].
    """
    raise NotImplementedError("invariance_examples is not written yet: put your examples here and remove this line.")


# ## 8. Convexity in the pair
#
# Mix two pairs with weights $\lambda$ and $1-\lambda$, firsts with firsts and seconds with seconds. The divergence of the mixtures is at most the mixture of the divergences:
#
# $$D\bigl(\lambda P_1 + (1-\lambda) P_2 \,\big\|\, \lambda Q_1 + (1-\lambda) Q_2\bigr) \;\le\; \lambda\, D(P_1\,\|\,Q_1) + (1-\lambda)\, D(P_2\,\|\,Q_2).$$
#
# It says the same as data processing: keep the coin that chose the pair in view, and you see the right side; forget it, and you see the left one. So equality must have to do
# with a coin about which there is nothing to know, or nothing to forget.


# **Question 8a.** Return a dict of five-tuples `(P1, Q1, P2, Q2, weight)` with $0 <$ `weight` $< 1$ an exact number: `"strict"`, where the inequality is strict, and `"equal"`, where it is an equality although
# $(P_1, Q_1) \ne (P_2, Q_2)$ and $P_1 \ne Q_1$. All divergences are finite.


def convexity_examples():
    """Joint convexity, once strictly and once with equality.

    Returns
    -------
    dict
        "strict" and "equal", each (P1, Q1, P2, Q2, weight) with exact distributions of the same
        outcomes and an exact weight, 0 < weight < 1, that P1 and Q1 get in the mixtures.
    """
    raise NotImplementedError("convexity_examples is not written yet: put your examples here and remove this line.")


# **Question 8b.** Return a chain that proves the inequality, from the left side to the right one by `=` and `<=`, or from right to left by `=` and `>=`. The names are `p1`, `q1`, `p2`, `q2` and `lam`; here all four distributions are
# positive on every outcome, and `lam` is strictly between 0 and 1. Which rule handles lists?


def convexity_proof():
    """A proof that KL divergence is convex in the pair.

    Returns
    -------
    chain : list or dict
        Between the KL of the mixtures lam*p1 + (1-lam)*p2 and lam*q1 + (1-lam)*q2, and
        lam*KL(P1||Q1) + (1-lam)*KL(P2||Q2); up by <= or down by >=.
    """
    raise NotImplementedError("convexity_proof is not written yet: put your chain here and remove this line.")


# ## 9. Cross-entropy minus entropy
#
# The last chain has no inequality. (If you have not written a chain yet, begin here.) With $H(P, Q) = -\sum p \log q$ and $H(P) = -\sum p\log p$,
#
# $$D(P\,\|\,Q) = H(P, Q) - H(P).$$
#
# In an `=` chain all expressions have the same value, so here the *form* of the two ends counts: on the one side the divergence as a single sum, on the other the two entropies as two sums. An
# expression on the way in which every logarithm holds one name only earns half.


# **Question 9.** Return a chain of `=` from $D(P\,\|\,Q)$ to $H(P, Q) - H(P)$, or back.


def cross_entropy_proof():
    """A proof that KL divergence is cross-entropy minus entropy.

    Returns
    -------
    chain : list or dict
        From KL(P||Q), one sum, to H(P,Q) - H(P), two sums, or the other way, by = alone.
    """
    raise NotImplementedError("cross_entropy_proof is not written yet: put your chain here and remove this line.")
