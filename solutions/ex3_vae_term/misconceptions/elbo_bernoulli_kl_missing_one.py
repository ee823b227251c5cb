"""the 1 of the KL term is a constant that can be left out

What is the price of a code that equals the prior?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    bound = reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    return bound - beta * np.shape(mu)[-1] / 2
