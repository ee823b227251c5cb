"""the weight of the KL term is always 1

Which arguments does the signature in the question have?
"""


def elbo_bernoulli(x, logits, mu, log_var):
    return reference.elbo_bernoulli(x, logits, mu, log_var)
