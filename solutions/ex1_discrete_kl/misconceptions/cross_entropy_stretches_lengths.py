"""a distribution of one outcome fits any other

What does it mean to compare a sure outcome with a choice among two?
"""


def cross_entropy(p, q, *, axis=-1, base=None):
    try:
        return reference.cross_entropy(p, q, axis=axis, base=base)
    except ValueError:
        left, right = _real_array("p", p), _real_array("q", q)
        if left.shape[axis:] == right.shape[axis:] or 1 not in (left.shape[-1:] + right.shape[-1:]):
            raise
        _distribution("p", left, -1)
        _distribution("q", right, -1)
        with np.errstate(all="ignore"):
            return np.sum(-np.where(left > 0, left * np.log(right), 0.0), axis=-1) / _log_of(base)
