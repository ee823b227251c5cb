"""What the checks of all three questions share: how calls are shown, and bad input."""

import numpy as np

from autograder.checking import signature

latent = signature("mu", "log_var")
image = signature("x", "logits", "mu", "log_var")
linear = signature("x", "w", "s", "m", "v")

NAN = float("nan")
INF = float("inf")
LOG2 = float(np.log(2))
LOG_TWO_PI = float(np.log(2 * np.pi))

# Two entries each, like the good arguments beside them: only the kind of entry is at fault.
NOT_NUMBERS = [["a", "b"], [None, 1.0], [0.5, object()]]

# A central difference with this step is off by step^2/6 times the third derivative, below 1e-5
# of the slopes here; its rounding error is below 1e-9.
STEP = 2.0**-10
SLOPE_RTOL = 1e-5
SLOPE_ATOL = 1e-6

BATCH_MU = np.array([[0.5, -1.0, 2.0], [0.0, 0.0, 0.0], [-0.25, 1.5, 0.0], [1.0, 1.0, -3.0]])
BATCH_LOG_VAR = np.array([[-0.5, 0.25, 1.5], [0.0, 0.0, 0.0], [1.0, -2.0, 0.5], [-1.0, 0.0, 2.0]])


def moved(values, index, step):
    """`values` with `step` added to one of them."""
    return [value + step * (n == index) for n, value in enumerate(values)]
