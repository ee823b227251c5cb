"""the deviation of q is what it is, only the mixture needs checking

Which density has a deviation of 0, or below?
"""


def kl_gauss_to_mixture(mu, sigma, weights, means, sigmas):
    mu, sigma = _real_number("mu", mu), _real_array("sigma", sigma)
    w, m, s = _mixture(weights, means, sigmas)
    return float(_reverse_kl(mu, max(abs(float(sigma)), 1e-9), w, m, s)[0])
