"""a batch can come back as a list

What could a caller not do with a list that an array allows?
"""


def elbo_bernoulli(x, logits, mu, log_var, *, beta=1.0):
    answer = reference.elbo_bernoulli(x, logits, mu, log_var, beta=beta)
    return answer.tolist() if np.ndim(answer) else answer
