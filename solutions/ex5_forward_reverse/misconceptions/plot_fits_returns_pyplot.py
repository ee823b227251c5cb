"""the drawing module holds the figure, so it can be returned

Which object is the one figure that you have drawn?
"""


def plot_fits(weights, means, sigmas):
    reference.plot_fits(weights, means, sigmas)
    return plt
