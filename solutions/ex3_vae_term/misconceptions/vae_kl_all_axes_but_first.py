"""everything but the first axis belongs to one sample

What does a batch of sequences, with three axes, get?
"""


def vae_kl(mu, log_var):
    mu, log_var = _latents(mu, log_var)
    answer = _kl_to_prior(mu, log_var)
    return answer.reshape(len(answer), -1).sum(axis=1) if np.ndim(answer) > 1 else answer
