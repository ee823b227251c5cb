"""a result that is printed has been returned

What is in a variable to which you assign the result of your function?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    print(reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta))
