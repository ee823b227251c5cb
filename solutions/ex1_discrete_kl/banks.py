"""Cases for the checks: strategies, and right answers by a second route (mpmath, 50 digits)."""

import numpy as np
from hypothesis import strategies as st
from mpmath import mp, mpf

from autograder.banks import Bank


def entropy_mp(p):
    with mp.workdps(50):
        return float(-sum(mpf(a) * mp.log(mpf(a)) for a in p if a > 0))


def cross_entropy_mp(p, q):
    with mp.workdps(50):
        return float(-sum(mpf(a) * mp.log(mpf(b)) for a, b in zip(p, q) if a > 0))


def kl_mp(p, q):
    with mp.workdps(50):
        return float(sum(mpf(a) * mp.log(mpf(a) / mpf(b)) for a, b in zip(p, q) if a > 0))


def normalised(weights):
    total = sum(weights)
    return [w / total for w in weights]


@st.composite
def distribution(draw, size=None, low=0):
    n = size or draw(st.integers(2, 5))
    weights = draw(st.lists(st.integers(low, 12), min_size=n, max_size=n).filter(lambda w: sum(w) > 0))
    return normalised(weights)


@st.composite
def pair(draw, low_p=0, low_q=1):
    """Two distributions, the second positive: every divergence is finite."""
    n = draw(st.integers(2, 5))
    return draw(distribution(n, low_p)), draw(distribution(n, low_q))


@st.composite
def triple(draw):
    """Two distributions and a positive third one."""
    n = draw(st.integers(2, 4))
    return draw(distribution(n)), draw(distribution(n)), draw(distribution(n, 1))


@st.composite
def joint_pair(draw):
    """Two joint distributions of two variables as lists of rows, the second positive."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    p, q = draw(distribution(rows * columns, 1)), draw(distribution(rows * columns, 1))
    return tuple([flat[r * columns : (r + 1) * columns] for r in range(rows)] for flat in (p, q))


@st.composite
def two_pairs(draw):
    return (*draw(pair()), *draw(pair()))


@st.composite
def perturbed(draw):
    """A positive distribution and a direction that sums to 0, both dyadic."""
    n = draw(st.sampled_from([2, 4]))
    weights = draw(st.lists(st.integers(2, 6), min_size=n, max_size=n))
    weights[-1] = 32 - sum(weights[:-1])
    steps = draw(st.lists(st.sampled_from([-1, 0, 1]), min_size=n - 1, max_size=n - 1).filter(any))
    return [w / 32 for w in weights], [s / 16 for s in [*steps, -sum(steps)]]


def along(oracle):
    """Apply an oracle of 1-D distributions along an axis of broadcast arrays."""

    def batch(*case):
        *arrays, axis = case
        moved = [np.moveaxis(a, axis, -1) for a in np.broadcast_arrays(*map(np.asarray, arrays))]
        shape = moved[0].shape[:-1]
        return np.array([oracle(*(m[at].tolist() for m in moved)) for at in np.ndindex(shape)]).reshape(shape)

    return batch


ROWS = np.array([[0.5, 0.25, 0.25], [0.125, 0.125, 0.75], [0.25, 0.25, 0.5], [0.625, 0.25, 0.125]])
CUBE = ROWS.reshape(2, 2, 3)
OTHER = np.roll(ROWS, 1, axis=0).reshape(2, 2, 3)
ZEROS = np.array([[0.5, 0.0, 0.5], [0.0, 1.0, 0.0]])


def moved(array, axis):
    return np.ascontiguousarray(np.moveaxis(array, -1, axis))


single_batches = [
    (CUBE, -1),
    (moved(CUBE, 0), 0),
    (moved(CUBE, 0), -3),
    (moved(OTHER, 1), 1),
    (ZEROS, -1),
    (ROWS[:, :2] * 0 + 0.5, 1),
]
pair_batches = [
    (CUBE, OTHER, -1),
    (moved(CUBE, 0), moved(OTHER, 0), 0),
    (moved(CUBE, 1), moved(OTHER, 1), -2),
    (ROWS[0], CUBE, -1),
    (CUBE, ROWS[1], 2),
    (CUBE[:, :1], OTHER, -1),
    (moved(ROWS, 0), ROWS[1][:, None], 0),
    (ZEROS, ROWS[:2], -1),
]
# Dyadic, so that they sum to 1 exactly.
tiny_singles = [([1 - 2.0**-40, 2.0**-40],), ([1 - 2.0**-52, 2.0**-52],), ([2.0**-30, 1 - 2.0**-29, 2.0**-30],)]
tiny_cross = [
    ([1.0, 0.0], [1 - 2.0**-40, 2.0**-40]),
    ([1 - 2.0**-30, 2.0**-30], [1 - 2.0**-31, 2.0**-31]),
    ([0.0, 1.0], [2.0**-50, 1 - 2.0**-50]),
]
tiny_pairs = [
    ([0.5 + 2.0**-30, 0.5 - 2.0**-30], [0.5, 0.5]),
    ([0.5, 0.5], [0.5 - 2.0**-30, 0.5 + 2.0**-30]),
    ([0.25 + 2.0**-25, 0.25, 0.5 - 2.0**-25], [0.25, 0.25 - 2.0**-24, 0.5 + 2.0**-24]),
    ([0.5 + 2.0**-20, 0.5 - 2.0**-20, 0.0], [0.5, 0.5, 0.0]),
    ([1 - 2.0**-30, 2.0**-30], [1 - 2.0**-29, 2.0**-29]),
]
single = st.tuples(distribution())
positive_single = st.tuples(distribution(low=1))
two_joints = joint_pair().filter(lambda pair: pair[0] != pair[1])  # equal ones come first and show nothing

BANKS = {
    "entropy_values": Bank(single, 7, expected=entropy_mp),
    "entropy_shown": Bank(single, 4, [([0.5, 0.25, 0.25],)], expected=entropy_mp),
    "entropy_joint": Bank(two_joints, 2),
    "entropy_padded": Bank(single, 3),
    "entropy_batches": Bank(fixed=single_batches, expected=along(entropy_mp)),
    "entropy_tiny": Bank(fixed=tiny_singles, expected=entropy_mp),
    "cross_batches": Bank(fixed=pair_batches, expected=along(cross_entropy_mp)),
    "cross_tiny": Bank(fixed=tiny_cross, expected=cross_entropy_mp),
    "kl_batches": Bank(fixed=pair_batches, expected=along(kl_mp)),
    "kl_tiny": Bank(fixed=tiny_pairs, expected=kl_mp),
    "cross_values": Bank(pair(), 7, expected=cross_entropy_mp),
    "cross_shown": Bank(pair(), 4, [([0.5, 0.5], [0.25, 0.75])], expected=cross_entropy_mp),
    "cross_gap": Bank(pair(), 3, expected=kl_mp),
    "cross_point": Bank(positive_single, 3),
    "cross_products": Bank(two_pairs(), 2),
    "kl_values": Bank(pair(), 7, expected=kl_mp),
    "kl_shown": Bank(pair(), 4, [([0.5, 0.5], [0.25, 0.75]), ([0.125, 0.125, 0.75], [0.5, 0.375, 0.125])], expected=kl_mp),
    "kl_gap": Bank(pair(), 3, expected=lambda p, q: (entropy_mp(p), cross_entropy_mp(p, q))),
    "kl_point": Bank(positive_single, 3),
    "kl_joint": Bank(two_joints, 2),
    "kl_perturbed": Bank(perturbed(), 4),
    "kl_triples": Bank(triple(), 2),
}
