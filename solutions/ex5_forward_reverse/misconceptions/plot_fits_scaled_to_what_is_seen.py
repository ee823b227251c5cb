"""the visible part of p should have an area of 1

What does dividing by the visible area hide about the part that was cut off?
"""


def plot_fits(weights, means, sigmas):
    w, m, s = _mixture(weights, means, sigmas)
    forward, reverse = fit_forward_kl(weights, means, sigmas), fit_reverse_kl(weights, means, sigmas)
    x = np.linspace(-5, 5, 4001)
    p = sum(a * _normal_density(x, b, c) for a, b, c in zip(w, m, s))
    area = np.trapezoid(p, x)
    p = p / area if area > 0 else p
    figure, axes = plt.subplots()
    axes.plot(x, p, label="p")
    for name, fit in {"forward fit": forward, "reverse fit": reverse}.items():
        axes.plot(x, _normal_density(x, *fit), label=name)
    axes.set(xlabel="x", ylabel="density")
    axes.legend()
    return figure
