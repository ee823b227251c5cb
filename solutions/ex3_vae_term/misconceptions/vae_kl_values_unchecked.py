"""shapes have to be checked, and the numbers take care of themselves

What does your function say about a mean that is NaN?
"""


def vae_kl(mu, log_var):
    left, right = _real_array("mu", mu), _real_array("log_var", log_var)
    if left.shape != right.shape:
        raise ValueError("mu and log_var must have equal shapes")
    with np.errstate(invalid="ignore"):
        return _kl_to_prior(left, right)
