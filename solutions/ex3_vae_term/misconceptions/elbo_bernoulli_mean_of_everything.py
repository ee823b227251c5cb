"""both terms are averages

What happens to your bound when an image is put beside itself?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood / np.shape(x)[-1] - beta * cost / np.shape(mu)[-1]
