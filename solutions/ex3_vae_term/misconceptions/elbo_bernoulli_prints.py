"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    answer = reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    print(answer)
    return answer
