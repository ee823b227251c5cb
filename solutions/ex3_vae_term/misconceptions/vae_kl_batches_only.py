"""codes always come in a batch

What does your function do with the code of a single image?
"""


def vae_kl(mu, log_var):
    answer = reference.vae_kl(mu, log_var)
    if np.ndim(mu) < 2:
        raise ValueError("mu has to be a batch")
    return answer
