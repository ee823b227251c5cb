"""the components are the mixture

Where is the sum of the bumps in your figure?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.sort(np.concatenate([mean + width * np.linspace(-5, 5, 401) for mean, width in [*zip(m, s), forward, reverse]]))
    figure, axes = plt.subplots()
    for k in range(len(w)):
        axes.plot(x, w[k] * _normal_density(x, m[k], s[k]), label=f"component {k + 1}")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
