"""the distribution function shows a distribution

Where are the bumps in your curve of p?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.linspace((m - 5 * s).min(), (m + 5 * s).max(), 2000)
    p = np.cumsum(sum(a * _normal_density(x, b, c) for a, b, c in zip(w, m, s))) * (x[1] - x[0])
    figure, axes = plt.subplots()
    axes.plot(x, p, label="p")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
