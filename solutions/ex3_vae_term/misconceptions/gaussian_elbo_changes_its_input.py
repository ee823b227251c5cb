"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def gaussian_elbo(x, w, s, m, v):
    answer = reference.gaussian_elbo(x, w, s, m, v)
    if isinstance(v, np.ndarray) and v.dtype == float:
        with np.errstate(all="ignore"):
            np.sqrt(v, out=v)
    return answer
