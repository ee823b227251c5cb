"""only NaN is no number

Which cloud has an infinite mean?
"""


def vae_kl(mu, log_var):
    left, right = _real_array("mu", mu), _real_array("log_var", log_var)
    if np.isnan(left).any():
        raise ValueError("mu must not be NaN")
    if np.isnan(right).any():
        raise ValueError("log_var must not be NaN")
    if left.shape != right.shape:
        raise ValueError("mu and log_var must have equal shapes")
    with np.errstate(invalid="ignore"):
        return _kl_to_prior(left, right)
