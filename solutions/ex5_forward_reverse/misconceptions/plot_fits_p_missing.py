"""the mixture is known and need not be drawn

What is a reader to compare the fits with?
"""


def plot_fits(weights, means, sigmas):
    _, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.sort(np.concatenate([mean + width * np.linspace(-5, 5, 401) for mean, width in [*zip(m, s), forward, reverse]]))
    figure, axes = plt.subplots()
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
