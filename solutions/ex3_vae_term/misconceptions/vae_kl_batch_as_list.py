"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def vae_kl(mu, log_var):
    answer = reference.vae_kl(mu, log_var)
    return answer.tolist() if np.ndim(answer) else answer
