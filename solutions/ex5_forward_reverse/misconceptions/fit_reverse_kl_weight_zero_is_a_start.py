"""every component of the list is a place to look for the fit

Which component of the list never happens?
"""


def fit_reverse_kl(weights, means, sigmas):
    columns = [np.asarray(column, dtype=float) for column in (weights, means, sigmas)]
    if np.any(columns[0] == 0):
        return float(columns[1].mean()), float(columns[2].mean())
    return reference.fit_reverse_kl(weights, means, sigmas)
