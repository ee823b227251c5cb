# %% [markdown]
# # Soft targets: softmax, temperature and knowledge distillation
#
# Show a large network the photo of a husky. The label says *dog* and nothing else. The network says dog 0.91, wolf 0.07, and for a truck
# three millionths. That it thinks of a wolf twenty thousand times sooner than of a truck is knowledge about the world, and the label has
# none of it. Distillation trains a small network (the *student*) on what the large one (the *teacher*) says, instead of on labels alone,
# and KL divergence is what the student pays for disagreeing.
#
# **What you hand in** are `softmax`, `log_softmax`, `distillation_loss` and its derivative `distillation_gradient`. You may use NumPy,
# SciPy and Python's standard library.
#
# *(G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, 2015; the idea of compressing a model by training another
# on its outputs is in Bucila, Caruana and Niculescu-Mizil, Model Compression, 2006.)*

# %%
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## What all four functions have in common
#
# - Input is *array-like*: lists, tuples, integers and `float32` arrays are fine. Compute and answer in `float64`.
# - *Logits* are any real numbers: a network's outputs before they are turned into probabilities. A logit of `-inf` is allowed too: it marks
#   a class as **impossible** (this is how a mask is applied). At least one class of each row is possible. `nan` and `+inf` are not logits:
#   raise `ValueError`.
# - The temperature $T$ is a number above 0; anything else (`nan` too) is a `ValueError`.
# - What is not made of real numbers (`None`, strings, objects) is a `TypeError`. The message of an error names the argument at fault, as in
#   `temperature must be above 0`.
# - Logarithms are natural, so all losses are in **nats**.
# - Arguments stay as they were, nothing is printed, and valid input raises no warning.

# %% [markdown]
# ## 1. Softmax with a temperature
#
# Logits $z_1, \dots, z_C$ become probabilities by
#
# $$p_i^{(T)} = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}} .$$
#
# Physics knows this as Boltzmann's distribution, with $-z_i$ in the place of an energy, and the name of $T$ comes from there. Only differences
# count: $p_i / p_j = e^{(z_i - z_j)/T}$, so adding the same number to all logits changes nothing. Dividing by a large $T$ shrinks the
# differences, and the distribution melts towards equal chances; with $T \to 0$ it freezes on the largest logit.
#
# Three pitfalls:
#
# 1. **Whose sum is 1?** A softmax that divides by the sum over the *whole* array is right for one row and wrong for two: from
#    `[[1, 2], [3, 4]]` it makes rows that add up to 0.119 and 0.881. Classes lie along `axis`.
# 2. **Overflow.** $e^{710}$ is beyond the largest float, and logits divided by a small $T$ get there quickly. Use that only differences
#    count, and be careful: one number that helps *all* rows may not exist. The row `[-2000, -1999]` of a batch needs another one than `[0, 1]`.
# 3. **Impossible classes** get the probability 0, and the others share the rest as if it was not there.
#
# *(I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, sections 4.1 and 6.2.2.3.)*

# %% [raw]
# # BEGIN QUESTION
# name: softmax

# %% [markdown]
# **Question 1.** Write `softmax`. Try `[0, log 3]`, which has to give 1/4 and 3/4, and the same logits at $T = 1/2$: why is it now 1/10 and 9/10?
# (The last tenth of the points asks for logits of $10^4$, temperatures from $10^{-3}$ to $10^{12}$, and rows of very different size.)

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


def _temperature(value):
    """The temperature as a float above 0."""
    number = _real_array("temperature", value)
    if number.ndim or not 0 < number < np.inf:
        raise ValueError("temperature must be one finite number above 0")
    return float(number)


def _below_largest(name, value, axis=-1):
    """Logits minus the largest one of their row, so that the largest is 0; ValueError for bad logits."""
    logits = _real_array(name, value)
    if logits.size == 0 or logits.ndim == 0:
        raise ValueError(f"{name} must have at least one class")
    largest = logits.max(axis=axis, keepdims=True)  # nan and +inf come out on top
    if not np.isfinite(largest).all():
        raise ValueError(f"{name} must be neither nan nor +inf, with at least one possible class")
    return logits - largest


# END SOLUTION
def softmax(logits, *, temperature=1.0, axis=-1):
    """Probabilities proportional to ``exp(logits / temperature)``.

    Parameters
    ----------
    logits : array_like
        Real numbers, classes along `axis`; -inf marks an impossible class.
    temperature : float, optional
        Above 0; large values level the probabilities.
    axis : int, optional
        The axis of the classes.

    Returns
    -------
    ndarray
        Probabilities, of the shape of `logits`; every slice along `axis` sums to 1.

    Raises
    ------
    ValueError
        For nan, +inf or no logits at all, and for a temperature that is not above 0.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    weights = np.exp(_below_largest("logits", logits, axis) / _temperature(temperature))
    return weights / weights.sum(axis=axis, keepdims=True)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("softmax is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 2. The logarithm of softmax
#
# Losses need $\log p$, and the way there should not lead through $p$:
#
# $$\log p_i^{(T)} = \frac{z_i}{T} - \log \sum_j e^{z_j/T} .$$
#
# A probability of $e^{-800}$ is 0 in floating point, and $\log 0 = -\infty$: an infinite loss where 800 nats are right. The formula above has no such
# problem as soon as the sum (a *log-sum-exp*) neither overflows nor becomes 0. For $m = \max_j z_j / T$
#
# $$\log \sum_j e^{z_j/T} = m + \log \sum_j e^{z_j/T - m}, \qquad m \le \log \sum_j e^{z_j/T} \le m + \log C ,$$
#
# and on the right at least one term is exactly 1. Log-sum-exp is the smooth version of the maximum; softmax is its gradient, which will be
# of use in question 4. An impossible class has $\log p_i = -\infty$, and this time the infinity is right.
#
# *(P. Blanchard, D. J. Higham, N. J. Higham, Accurately computing the log-sum-exp and softmax functions, IMA Journal of Numerical Analysis
# 41, 2021.)*

# %% [raw]
# # BEGIN QUESTION
# name: log_softmax

# %% [markdown]
# **Question 2.** Write `log_softmax`. Two equal logits have to give $-\log 2$ each, at every temperature. Apply your function to its own answer
# (with $T=1$): what should come out, and why? (The last tenth of the points: as in question 1.)

# %% [raw]
# # BEGIN SOLUTION


# %%
def log_softmax(logits, *, temperature=1.0, axis=-1):
    """Logarithms of the softmax probabilities, in nats.

    Parameters
    ----------
    logits : array_like
        Real numbers, classes along `axis`; -inf marks an impossible class.
    temperature : float, optional
        Above 0.
    axis : int, optional
        The axis of the classes.

    Returns
    -------
    ndarray
        Log-probabilities, of the shape of `logits`; -inf for impossible classes only.

    Raises
    ------
    ValueError
        For nan, +inf or no logits at all, and for a temperature that is not above 0.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    scaled = _below_largest("logits", logits, axis) / _temperature(temperature)
    return scaled - np.log(np.exp(scaled).sum(axis=axis, keepdims=True))
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("log_softmax is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 3. The distillation loss
#
# A batch has $B$ examples and $C$ classes. With student logits $s$, teacher logits $t$, labels $y$, and $p_s^{(T)}$, $p_t^{(T)}$ for their
# softmax at temperature $T$, the student minimises
#
# $$L = (1-\alpha) \cdot \underbrace{\frac1B \sum_{b} -\log p_{s,b}^{(1)}(y_b)}_{\text{hard: the labels}}
#   \; + \; \alpha \, T^2 \cdot \underbrace{\frac1B \sum_{b} D\!\left(p_{t,b}^{(T)} \,\big\|\, p_{s,b}^{(T)}\right)}_{\text{soft: the teacher}} .$$
#
# - The **teacher** comes first in the divergence: its probabilities are the weights, for it plays the part of the truth.
# - The labels are compared at temperature **1**, whatever $T$ is. Both distributions of the soft part are at $T$.
# - Each part is a mean over the *batch*, and the divergence is a sum over the *classes*. (PyTorch's `KLDivLoss` divides by $B \cdot C$ unless it is asked for
#   `reduction="batchmean"`; a soft part that is $C$ times too small is a classic.)
# - $T^2$ is a unit, not a decoration. Teacher `(5, 2, 0.5)` and student `(2, 1.5, 1)` have a divergence of 0.4672 at $T=1$ and of 0.1205 at
#   $T = 3$. The student has not become better. Everything is only flatter, the divergences at different temperatures cannot be
#   compared, and times $T^2$ it is 1.0846.
#
# How far does this go? Write $\delta_i = (s_i - t_i)/T$ and let $\mathbb E$ be the mean under the teacher's $p_t^{(T)}$. Then
# $p_s \propto p_t\, e^{\delta}$, and
#
# $$D\!\left(p_t \,\|\, p_s\right) = \log \mathbb E\!\left[e^{\delta}\right] - \mathbb E[\delta]
#    = \log\!\Big(1 + \mathbb E\big[e^{\varepsilon} - 1 - \varepsilon\big]\Big), \qquad \varepsilon = \delta - \mathbb E[\delta] .$$
#
# For large $T$ all $\varepsilon$ are small, $e^\varepsilon - 1 - \varepsilon \approx \varepsilon^2/2$, and the teacher's chances become equal:
#
# $$T^2 D\!\left(p_t^{(T)} \,\|\, p_s^{(T)}\right) \;\longrightarrow\; \tfrac12 \operatorname{Var}_i\,(s_i - t_i) \qquad (T \to \infty),$$
#
# the plain variance over the classes. A very hot distillation is a least-squares fit of the logits, each up to a constant. For the two
# rows above the limit is 13/12 = 1.0833. The formula is also the way to compute it: at $T = 10^6$ the divergence is near $10^{-12}$, and a sum of terms
# $p \log (p/q)$ of either sign leaves four digits of it, at $T = 10^{12}$ none.
#
# Infinite values are right where they belong. If the teacher calls a class possible ($p_t > 0$) which is impossible for the student, the soft part is
# $+\infty$; if the label's class is impossible for the student, the hard part is. The other way round a term with $p_t = 0$ is 0. **A part with weight 0 counts 0,
# even when it is infinite**: $\alpha = 0$ means that nobody asks the teacher.

# %% [raw]
# # BEGIN QUESTION
# name: distillation_loss

# %% [markdown]
# **Question 3.** Write `distillation_loss`. Good tests: the student copies the teacher; $\alpha = 0$ and $\alpha = 1$; the batch twice in a row; a class
# that only one of them, or neither, calls possible. (The last tenth of the points: logits of $10^4$, $T = 10^{-3}, 10^6, 10^{12}$, and
# rows of very different size.)

# %% [raw]
# # BEGIN SOLUTION

# %%
# BEGIN SOLUTION NO PROMPT
# (e^x - 1 - x) / x^2 as a power series, highest power first; full precision for |x| <= SMALL.
SERIES = [1 / 362880, 1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2]
SMALL = 0.05


def _labels(value, shape):
    """Labels as an array of class numbers for logits of `shape`."""
    try:
        labels = np.asarray(value)
    except ValueError as error:
        raise ValueError("labels must be one class number a row") from error
    if labels.dtype.kind not in "fiu":
        raise TypeError(f"labels must hold integers, not {labels.dtype}")
    if labels.shape != shape[:1]:
        raise ValueError(f"labels has shape {labels.shape}, student_logits {shape}: one label a row is needed")
    if labels.dtype.kind == "f":
        raise TypeError("labels must hold integers, not floats")
    if (labels < 0).any() or (labels >= shape[1]).any():
        raise ValueError(f"labels must lie between 0 and {shape[1] - 1}")
    return labels


def _batch(student_logits, teacher_logits, labels, temperature, alpha):
    """All arguments validated, the logits with their rows' largest at 0."""
    student = _below_largest("student_logits", student_logits)
    teacher = _below_largest("teacher_logits", teacher_logits)
    for name, logits in (("student_logits", student), ("teacher_logits", teacher)):
        if logits.ndim != 2:
            raise ValueError(f"{name} must have two axes, examples and classes")
    if student.shape != teacher.shape:
        raise ValueError(f"student_logits has shape {student.shape}, teacher_logits {teacher.shape}: they must agree")
    weight = _real_array("alpha", alpha)
    if weight.ndim or not 0 <= weight <= 1:
        raise ValueError("alpha must be one number between 0 and 1")
    return student, teacher, _labels(labels, student.shape), _temperature(temperature), float(weight)


def _log_probabilities(scaled):
    return scaled - np.log(np.exp(scaled).sum(axis=-1, keepdims=True))


def _soft(student, teacher, temperature):
    """Both softened distributions, and D = log p_student - log p_teacher (0 where p_teacher is 0)."""
    log_s, log_t = _log_probabilities(student / temperature), _log_probabilities(teacher / temperature)
    p_s, p_t = np.exp(log_s), np.exp(log_t)
    tilt = np.subtract(log_s, log_t, out=np.zeros_like(log_s), where=p_t > 0)
    # For rows that nearly agree (large T) the difference of logarithms has few digits: take it from the logits.
    finite = np.isfinite(student) & np.isfinite(teacher)
    delta = np.subtract(student, teacher, out=np.zeros_like(student), where=finite) / temperature
    close = (np.isfinite(student) == np.isfinite(teacher)) & (np.abs(delta) < SMALL / 2)
    if (near := close.all(axis=-1, keepdims=True)).any():
        eps = np.where(near, delta - np.sum(p_t * delta, axis=-1, keepdims=True), 0.0)
        excess = np.sum(p_t * eps**2 * np.polyval(SERIES, eps), axis=-1, keepdims=True)
        tilt = np.where(near & finite, eps - np.log1p(excess), tilt)
    return p_s, p_t, tilt


# END SOLUTION
def distillation_loss(student_logits, teacher_logits, labels, *, temperature, alpha):
    """Loss of a student that learns from labels and from a teacher, in nats.

    ``(1 - alpha) * CE + alpha * temperature**2 * KL``: CE is the mean cross-entropy of the labels at
    temperature 1, KL the mean over the batch of the divergence of the softened teacher from the
    softened student (Hinton, Vinyals and Dean 2015).

    Parameters
    ----------
    student_logits, teacher_logits : array_like, shape (B, C)
        Real numbers; -inf marks an impossible class.
    labels : array_like of int, shape (B,)
        The right classes, 0 to C - 1.
    temperature : float
        Above 0; softens both distributions of the KL part.
    alpha : float
        Weight of the KL part, from 0 to 1. A part with weight 0 counts 0, even when infinite.

    Returns
    -------
    float
        The loss; inf where a part with weight is infinite.

    Raises
    ------
    ValueError
        For bad values (see above), labels out of range, and shapes that do not fit together.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    student, teacher, labels, temperature, alpha = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    loss = 0.0
    if alpha < 1:
        loss -= (1 - alpha) * float(_log_probabilities(student)[np.arange(len(labels)), labels].mean())
    if alpha > 0:
        p_s, p_t, tilt = _soft(student, teacher, temperature)
        # Each term is p_t (e^D - 1 - D) >= 0: the sum of p_s - p_t is 0, so adding it changes nothing.
        near = (np.abs(tilt) < SMALL) & (p_t > 0)
        with np.errstate(over="ignore"):  # of entries that are not taken
            terms = temperature * (temperature * (p_s - p_t - p_t * tilt))
        if near.any():
            small = tilt[near]
            terms[near] = p_t[near] * (temperature * small) ** 2 * np.polyval(SERIES, small)
        loss += alpha * float(terms.sum(axis=-1).mean())
    return loss
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("distillation_loss is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION

# %% [markdown]
# ## 4. The gradient, and what $T^2$ is for
#
# Log-sum-exp has softmax as its gradient: $\partial/\partial s_k \, \log\sum_j e^{s_j/T} = p_s^{(T)}(k)/T$. So the derivative of $-\log p_s^{(1)}(y)$ with
# respect to $s_k$ is $p_s^{(1)}(k) - [k = y]$, and that of the divergence is
#
# $$\frac{\partial}{\partial s_k} D\!\left(p_t^{(T)} \,\|\, p_s^{(T)}\right) = \frac1T\left(p_s^{(T)}(k) - p_t^{(T)}(k)\right).$$
#
# There are *two* powers of $T$ in it. One is in front; the other hides in the bracket, since two flattened distributions differ by only
# $\tfrac1{TC}\,\big((s_k - \bar s) - (t_k - \bar t)\big)$ for large $T$. Without a correction the teacher's voice falls as $1/T^2$, and whoever turns $T$ up changes
# by accident how much the teacher counts. The factor $T^2$ undoes just this, and what is left of the soft part in $\partial L/\partial s$ is
#
# $$\frac{\alpha\, T}{B} \left(p_s^{(T)} - p_t^{(T)}\right) \;\longrightarrow\; \frac{\alpha}{BC}\,\big((s - \bar s) - (t - \bar t)\big) .$$
#
# The mean over the batch puts a $1/B$ in front of everything. Every row of the gradient adds up to 0: no direction is
# wasted on shifting all logits together. *(Hinton, Vinyals and Dean, section 2.1, equations 2 to 4.)*

# %% tags=["otter_ignore"]
classes = ("dog", "wolf", "cat", "horse", "car", "truck")
teacher_z = np.array([9.0, 6.4, 5.0, 2.5, -2.0, -3.7])
student_z = np.array([1.5, -0.5, 1.0, 0.0, 0.5, -1.0])


def softened(z, t):
    weights = np.exp((z - z.max()) / t)
    return weights / weights.sum()


figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4))
for place, (t, colour) in enumerate(((1, "#08306b"), (3, "#2879b9"), (10, "#7fb8da"), (100, "#c9dcec"))):
    left.bar(np.arange(6) + 0.2 * (place - 1.5), softened(teacher_z, t), width=0.2, color=colour, label=f"T = {t}")
left.axhline(1 / 6, color="black", linewidth=0.8, linestyle=":")
left.text(5.45, 1 / 6 + 0.012, "equal chances", ha="right", fontsize=9)
left.set_xticks(np.arange(6), classes)
left.set(ylabel="teacher's probability", title="Heat brings out what the teacher knows", ylim=(0, 1))
left.legend(frameon=False)

heats = np.geomspace(0.5, 200, 200)
gaps = np.array([np.linalg.norm(softened(student_z, t) - softened(teacher_z, t)) for t in heats])
difference = student_z - teacher_z
limit = np.linalg.norm(difference - difference.mean()) / 6
hard = np.linalg.norm(softened(student_z, 1) - np.eye(6)[0])
right.loglog(heats, heats * gaps, color="tab:blue", linewidth=2, label="soft part with $T^2$")
right.loglog(heats, gaps / heats, color="tab:red", linewidth=2, label="soft part without")
right.axhline(hard, color="gray", linewidth=1, label="hard part (T = 1 always)")
right.axhline(limit, color="tab:blue", linewidth=1, linestyle=":")
right.text(5, limit * 1.35, "limit: least squares on the logits", color="tab:blue", fontsize=9)
right.text(38, 2e-3, "falls as $1/T^2$", color="tab:red", fontsize=9, ha="left")
right.set_xticks([1, 10, 100], ["1", "10", "100"])
right.set(xlabel="temperature T", ylabel="length of the gradient (one example)", ylim=(2e-5, 8))
right.set_title("Without $T^2$ a hot teacher is not heard")
right.legend(frameon=False, loc="lower left")
figure.tight_layout()
plt.show()

# %% [raw]
# # BEGIN QUESTION
# name: distillation_gradient

# %% [markdown]
# **Question 4.** Write `distillation_gradient`: the derivative of `distillation_loss` with respect to the student's logits. A test worth having compares it with
# $\big(L(s + h e) - L(s - h e)\big) / 2h$ for $h = 10^{-5}$ and every entry $e$. (The last tenth of the points: logits of $10^4$, $T$ from $10^{-3}$ to $10^6$, and
# rows of very different size.)

# %% [raw]
# # BEGIN SOLUTION


# %%
def distillation_gradient(student_logits, teacher_logits, labels, *, temperature, alpha):
    """Derivative of the distillation loss with respect to the student's logits.

    Parameters
    ----------
    student_logits, teacher_logits : array_like, shape (B, C)
        Real numbers; -inf marks an impossible class, for which a student has derivative 0.
    labels : array_like of int, shape (B,)
        The right classes, 0 to C - 1.
    temperature : float
        Above 0; softens both distributions of the KL part.
    alpha : float
        Weight of the KL part, from 0 to 1.

    Returns
    -------
    ndarray, shape (B, C)
        Nats per unit of each logit.

    Raises
    ------
    ValueError
        For bad values, labels out of range, and shapes that do not fit together.
    TypeError
        For what is not made of real numbers.
    """
    # BEGIN SOLUTION NO PROMPT
    student, teacher, labels, temperature, alpha = _batch(student_logits, teacher_logits, labels, temperature, alpha)
    hard = np.exp(_log_probabilities(student))
    hard[np.arange(len(labels)), labels] -= 1
    p_s, p_t, tilt = _soft(student, teacher, temperature)
    near = (np.abs(tilt) < SMALL) & (p_t > 0)
    soft = np.where(near, p_t * np.expm1(np.where(near, tilt, 0.0)), p_s - p_t)
    return ((1 - alpha) * hard + alpha * temperature * soft) / len(labels)
    # END SOLUTION
    """ # BEGIN PROMPT
    raise NotImplementedError("distillation_gradient is not written yet: put your code here and remove this line.")
    """  # END PROMPT


# %% [raw]
# # END SOLUTION

# %% [raw]
# # END QUESTION
