"""a few hundred equal steps suit every mixture

How many of your points lie on a bump that is 40 times narrower than the other?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.linspace(min((m - 5 * s).min(), forward[0] - 4 * forward[1]), max((m + 5 * s).max(), forward[0] + 4 * forward[1]), 300)
    p = sum(a * _normal_density(x, b, c) for a, b, c in zip(w, m, s))
    figure, axes = plt.subplots()
    axes.plot(x, p, label="p")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
