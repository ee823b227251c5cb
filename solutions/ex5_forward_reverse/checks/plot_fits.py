"""Checks of plot_fits: the curves are found by their shape, whatever the style of the figure."""

import sys

import numpy as np
from otter.test_files import test_case

from autograder.checking import GONE, Mismatch, batch, told
from autograder.student.figure import summary
from common import log_density, pair_of, three

# Deviations in parts of the density's peak: at the drawn points, and between them (a straight line
# between points half a deviation apart is off by up to 3 %).
AT_POINTS = 0.02
BETWEEN = 0.05


class Curve:
    """A line or a filled area of a figure: the points of its (upper) edge, in order of x."""

    def __init__(self, x, y, label, axes, filled):
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        known = np.isfinite(x) & np.isfinite(y)
        self.reach = (x[known].min(), x[known].max()) if known.any() else (0.0, 0.0)
        # An area's outline comes back along its base line.
        known &= (y > 0) if filled else True
        order = np.argsort(x[known], kind="stable")
        self.x, self.y = x[known][order], y[known][order]
        self.label, self.axes, self.filled = label, axes, filled

    def follows(self, density, between=BETWEEN):
        """Whether the points lie on `density`, which describes a curve's x to its y, and are close together."""
        if len(self.x) < 5 or self.x[0] == self.x[-1]:
            return False
        fine = np.linspace(self.x[0], self.x[-1], 4001)
        right = density(fine)
        peak = np.max(right)
        if not (peak > 0 and np.all(np.abs(self.y - density(self.x)) <= AT_POINTS * peak)):
            return False
        return bool(np.all(np.abs(np.interp(fine, self.x, self.y) - right) <= between * peak))


class Density:
    """The density of a mixture, and the stretch that holds all its mass but 1e-9."""

    def __init__(self, weights, means, sigmas):
        self.mixture = (weights, means, sigmas)
        self.low = min(m - 6 * s for w, m, s in zip(*self.mixture) if w > 0)
        self.high = max(m + 6 * s for w, m, s in zip(*self.mixture) if w > 0)

    def __call__(self, x):
        return np.exp(log_density(x, *self.mixture)) / np.sqrt(2 * np.pi)


def share_inside(density, low, high):
    """The share of a density's mass between `low` and `high`."""
    x = np.linspace(density.low, density.high, 20001)
    y = density(x)
    return float(np.sum(y[(x >= low) & (x <= high)]) / np.sum(y))


def figure_of(plot_fits, call):
    """The plain summary of the figure that a call returns."""
    (reply,) = batch(plot_fits, [call])
    if reply.failure is not None:
        if reply.failure.name == "NotImplementedError":
            raise Mismatch(reply.failure.text or "This function is not written yet.")
        if reply.failure.name in GONE:
            raise Mismatch(f"No answer came: {reply.failure.text}.")
        raise Mismatch("The call ended in an error.", call.shown(), told(reply))
    found = getattr(reply.value, "summary", None)
    if not isinstance(found, dict) and any(base.__name__ == "Figure" for base in type(reply.value).__mro__):
        found = summary(reply.value)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.close(reply.value)
    if not isinstance(found, dict):
        raise Mismatch("plot_fits has to return the matplotlib Figure itself.", call.shown(), told(reply))
    return found


def curves_of(figure):
    """All lines and areas; areas with the same label on the same axes also as one (fill_between with `where`)."""
    curves = []
    for number, axes in enumerate(figure["axes"]):
        curves += [Curve(line["x"], line["y"], line["label"], number, False) for line in axes["lines"]]
        areas = axes["areas"]
        for label in dict.fromkeys(area["label"] for area in areas):
            mine = [area for area in areas if area["label"] == label]
            curves += [Curve(area["x"], area["y"], label, number, True) for area in mine]
            if len(mine) > 1:
                x, y = (np.concatenate([area[side] for area in mine]) for side in "xy")
                curves.append(Curve(x, y, label, number, True))
    return curves


def drawn(curves, call, density, what, need=0.9, between=BETWEEN):
    """Raise a Mismatch unless one of `curves` follows `density` and shows at least the share `need` of its mass."""
    on_it = [curve for curve in curves if curve.follows(density, between)]
    if any(share_inside(density, *curve.reach) >= need for curve in on_it):
        return
    if on_it:
        raise Mismatch(
            f"The curve of {what} is cut off: part of its area lies outside of what is drawn.", call.shown(), "a figure"
        )
    lines = sum(not curve.filled for curve in curves)
    raise Mismatch(
        f"No curve of the figure is the density of {what} (among {lines} lines and {len(curves) - lines} filled areas); "
        "it has to be a density, not rescaled, with points close enough together.",
        call.shown(),
        "a figure",
    )


def fit_density(reply):
    """The density of a fit that a student's function returned; None if it is no Gaussian."""
    pair = None if reply.failure is not None else pair_of(reply.value)
    if pair is None or not (np.all(np.isfinite(pair)) and pair[1] > 0):
        return None
    return Density([1.0], [float(pair[0])], [float(pair[1])])


def all_drawn(plot_fits, fit_forward_kl, fit_reverse_kl, mixture, need=0.9):
    """Raise a Mismatch unless p, the forward and the reverse fit are drawn."""
    call = three(*mixture)
    curves = curves_of(figure_of(plot_fits, call))
    drawn(curves, call, Density(*mixture), "the mixture p", need)
    for name, function in (("forward", fit_forward_kl), ("reverse", fit_reverse_kl)):
        (reply,) = batch(function, [call])
        if reply.failure is not None or pair_of(reply.value) is None:
            sentence = f"fit_{name}_kl gives no pair (mu, sigma) with which the curve could be compared."
            raise Mismatch(sentence, call.shown(), told(reply))
        density = fit_density(reply)
        # A pair that is no Gaussian has lost its points in its own question.
        if density is not None:
            drawn(curves, call, density, f"your own {name} fit", 0.8)


@test_case(name="value: the mixture", points=1.5, hidden=False)
def value_mixture(plot_fits):
    """The density of p is drawn, as a line or as a filled area."""
    for mixture in bank("plot_shown"):
        call = three(*mixture)
        drawn(curves_of(figure_of(plot_fits, call)), call, Density(*mixture), "the mixture p")


@test_case(name="value: both fits", points=1.5, hidden=False)
def value_fits(plot_fits, fit_forward_kl, fit_reverse_kl):
    """The densities of the Gaussians that your own fit_forward_kl and fit_reverse_kl return are drawn."""
    for mixture in bank("plot_shown"):
        all_drawn(plot_fits, fit_forward_kl, fit_reverse_kl, mixture)


@test_case(name="value: another mixture", points=1, hidden=True)
def value_other(plot_fits, fit_forward_kl, fit_reverse_kl):
    """For a mixture of other components, p and both of your fits are drawn."""
    all_drawn(plot_fits, fit_forward_kl, fit_reverse_kl, bank("plot_values")[-1])


@test_case(name="property: all of p is in view", points=1.5, hidden=False)
def property_range(plot_fits):
    """The curve of p reaches over all its components, wherever they are (at least 99 % of its area)."""
    for mixture in bank("plot_far"):
        call = three(*mixture)
        drawn(curves_of(figure_of(plot_fits, call)), call, Density(*mixture), "the mixture p", need=0.99)


@test_case(name="property: other units", points=1.5, hidden=True)
def property_units(plot_fits, fit_forward_kl, fit_reverse_kl):
    """In other units the curves follow: they stay densities of area 1, in view over all of p."""
    all_drawn(plot_fits, fit_forward_kl, fit_reverse_kl, bank("plot_units")[-1], need=0.99)


@test_case(name="edge: labelled axes", points=1, hidden=False)
def edge_labels(plot_fits):
    """Both axes carry a label; on several Axes that share one, the outer ones are enough."""
    for mixture in bank("plot_shown"):
        call = three(*mixture)
        figure = figure_of(plot_fits, call)
        if not any(axes["lines"] or axes["areas"] for axes in figure["axes"]):
            raise Mismatch("The figure is empty.", call.shown(), "a figure")
        for side in ("x", "y"):
            if not any(part.get(f"{side}label", "").strip() for part in (figure, *figure["axes"])):
                raise Mismatch(f"The {side} axis has no label: say what is drawn along it.", call.shown(), "a figure")


@test_case(name="edge: curves told apart", points=1, hidden=False)
def edge_legend(plot_fits, fit_forward_kl, fit_reverse_kl):
    """A legend, texts at the curves, or titles of several Axes say which curve is which."""
    for mixture in bank("plot_shown"):
        call = three(*mixture)
        figure = figure_of(plot_fits, call)
        curves = [curve for curve in curves_of(figure) if len(curve.x) >= 5]
        if not told_apart(figure, curves):
            raise Mismatch(
                "Nothing tells the curves apart: add a legend with a name for each (or a title to each Axes).",
                call.shown(),
                "a figure",
            )
        functions = {"forward": fit_forward_kl, "reverse": fit_reverse_kl}
        densities = {name: fit_density(*batch(function, [call])) for name, function in functions.items()}
        if None not in densities.values():
            names_are_right(curves, densities, call)


def written_in(texts):
    """The different texts that say anything."""
    return {text.strip() for text in texts} - {""}


def told_apart(figure, curves):
    """Whether some Axes name all that is on them, or several Axes have names of their own."""
    names = []
    for axes in figure["axes"]:
        written = (*axes["legend"], *axes["texts"], *figure["legend"])
        names.append(written_in(written))
    used = sorted({curve.axes for curve in curves})
    counts = {number: sum(curve.axes == number for curve in curves) for number in used}
    # Helping lines need no name of their own, but p and two fits do.
    if any(counts[number] >= 2 and len(names[number]) >= min(3, counts[number]) for number in used):
        return True
    # One legend may name the curves of several Axes, as of twins that share a place.
    if len(curves) >= 3 and any(len(written_in(axes["legend"])) >= 3 for axes in figure["axes"]):
        return True
    own = {(figure["axes"][number]["title"].strip(), *sorted(names[number])) for number in used}
    return len({name for name in own if any(name)}) >= 2


def names_are_right(curves, densities, call):
    """Raise a Mismatch where a curve is called forward and is the reverse fit, or the other way round."""
    for name, other in (("forward", "reverse"), ("reverse", "forward")):
        for curve in curves:
            label = curve.label.lower()
            wrong = curve.follows(densities[other]) and not curve.follows(densities[name])
            if name in label and other not in label and wrong:
                raise Mismatch(f"The curve called {curve.label[:40]!r} is your {other} fit.", call.shown(), "a figure")


@test_case(name="numerics: a narrow component", points=1, hidden=True)
def numerics_narrow(plot_fits):
    """Where p is narrow there are enough points that its peak has the right height and shape."""
    mixture = ([0.375, 0.625], [-3.0, 1.0], [0.025, 1.0])
    call = three(*mixture)
    # 1000 equal steps over the mixture and 5 wide deviations either side are 3/4 of the narrow deviation
    # each, off by 7 % between the points; 400 steps miss the peak.
    density = Density(*mixture)
    drawn(
        curves_of(figure_of(plot_fits, call)),
        call,
        density,
        "the mixture p, whose narrow component needs points close together",
        0.9,
        0.12,
    )
