"""the KL term is an average over the latents

Do the divergences of independent coordinates add up or average out?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    log_likelihood = reference.elbo_bernoulli(x, logits, mu, log_var, beta=0)
    cost = reference.vae_kl(mu, log_var)
    return log_likelihood - beta * cost / np.shape(mu)[-1]
