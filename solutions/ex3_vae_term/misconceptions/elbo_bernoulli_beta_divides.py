"""a large beta makes the code cheap

Does the bound fall or rise with beta?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - cost / beta if beta else np.full(np.shape(log_likelihood), -np.inf)
