"""arrays can be prepared in place

Look at your inputs after the call: are they still what the caller gave you?
"""


def vae_kl(mu, log_var):
    answer = reference.vae_kl(mu, log_var)
    if isinstance(log_var, np.ndarray) and log_var.dtype == float:
        with np.errstate(all="ignore"):
            np.exp(log_var, out=log_var)
    return answer
