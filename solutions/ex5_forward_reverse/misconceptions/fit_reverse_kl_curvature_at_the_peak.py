"""the best fit has its mean at the highest peak and its width from the curvature there

Does the fit see the tail of p, or only its peak?
"""


def fit_reverse_kl(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    x = np.linspace((m - 2 * s).min(), (m + 2 * s).max(), 40001)
    log_p = np.logaddexp.reduce([np.log(a / c) - 0.5 * ((x - b) / c) ** 2 for a, b, c in zip(w, m, s)])
    k, step = int(np.argmax(log_p)), x[1] - x[0]
    bend = (log_p[k + 1] - 2 * log_p[k] + log_p[k - 1]) / step**2
    return x[k], 1 / np.sqrt(max(-bend, 1e-300))
