"""names given to the curves show up by themselves

Where in the picture can a reader find which curve is which?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.sort(np.concatenate([mean + width * np.linspace(-5, 5, 401) for mean, width in [*zip(m, s), forward, reverse]]))
    p = sum(a * _normal_density(x, b, c) for a, b, c in zip(w, m, s))
    figure, axes = plt.subplots()
    axes.plot(x, p, label="p")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    return figure
