"""the range of the figure follows the reverse fit

Which part of p does nobody see?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.linspace(reverse[0] - 4 * reverse[1], reverse[0] + 4 * reverse[1], 2000)
    p = sum(a * _normal_density(x, b, c) for a, b, c in zip(w, m, s))
    figure, axes = plt.subplots()
    axes.plot(x, p, label="p")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
