"""warnings are nobody's business

What appears on the screen where the answer is inf?
"""


def vae_kl(mu, log_var):
    answer = reference.vae_kl(mu, log_var)
    np.exp(np.asarray(log_var, dtype=float))
    return answer
