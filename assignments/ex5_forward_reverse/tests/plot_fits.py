# Checks of plot_fits in ex5_forward_reverse; written by `make build`.
from __future__ import annotations

OK_FORMAT = False

name = "plot_fits"

import builtins

import contextlib

import functools

import io

import sys

import warnings

from collections.abc import Callable

from collections.abc import Iterable

from collections.abc import Iterator

from dataclasses import dataclass

from typing import Any

import numpy as np

_ALL_FLOATS = {float}

@dataclass(frozen=True)
class Failure:
    """An exception as plain data: its class's name, its built-in base classes, its text."""

    name: str
    bases: tuple[str, ...]
    text: str

@dataclass(slots=True)  # frozen ones take three times as long to make
class Reply:
    """One call's outcome: a value or a failure, and what was seen besides (when watched)."""

    value: Any = None
    failure: Failure | None = None
    mutated: tuple[int, ...] = ()
    printed: str = ""
    warned: tuple[str, ...] = ()

def failure_of(error: BaseException) -> Failure:
    """Describe `error`, whatever its ``__str__`` does."""
    kind: Any = type(error)
    try:
        # How Python words a recursion without end depends on where the stack was full.
        text = "maximum recursion depth exceeded" if type(error) is RecursionError else str(error)[:300]
    except BaseException:
        text = ""
    return Failure(str(kind.__name__)[:80], _bases(kind), text)

@functools.lru_cache(64)
def _bases(kind: type) -> tuple[str, ...]:
    return tuple(base.__name__ for base in kind.__mro__ if getattr(builtins, base.__name__, None) is base)

def _same(before: Any, after: Any) -> bool:
    if before is after:
        return True  # copies of lists share their numbers
    if isinstance(before, np.ndarray):
        return (
            isinstance(after, np.ndarray)
            and before.dtype == after.dtype
            and before.shape == after.shape
            and before.tobytes() == after.tobytes()
        )
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(_same, before, after))
    return type(before) is type(after) and repr(before) == repr(after)

def _copy(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)) and set(map(type, value)) != _ALL_FLOATS:
        return type(value)(_copy(item) for item in value)
    return value.copy() if isinstance(value, list) else value

class _Nowhere(io.TextIOBase):
    """Standard output that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)

def _called(function: Callable[..., Any], args: Any, kwargs: Any) -> Reply:
    try:
        return Reply(function(*args, **kwargs))
    except Exception as error:
        return Reply(failure=failure_of(error))
    except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
        return Reply(failure=failure_of(error))

def _noted(function: Callable[..., Any], pairs: Iterable[tuple[Any, Any]]) -> Iterator[Reply]:
    """Call `function` on each of the pairs and note what it did besides answering."""
    calls, printed = iter(pairs), io.StringIO()
    while True:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as caught:
            # Python's default filters, as NumPy's users see them; "always" so that the second
            # call with the same warning is seen too.
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", PendingDeprecationWarning)
            filters = warnings.filters[:]
            for args, kwargs in calls:
                printed.seek(0)
                printed.truncate()
                caught.clear()
                given = [_copy(value) for value in args]
                reply = _called(function, given, kwargs)
                if reply.failure is None:
                    mutated = tuple(n for n, (old, new) in enumerate(zip(args, given)) if not _same(old, new))
                    told = tuple(str(w.message)[:200] for w in caught)
                    reply = Reply(reply.value, None, mutated, printed.getvalue()[:200], told)
                yield reply
                if sys.stdout is not printed or warnings.filters != filters:
                    break  # a call that turned them off must not hide what the next one does
            else:
                return

def observe(function: Callable[..., Any], pairs: Iterable[tuple[Any, Any]], watch: bool = False) -> Iterator[Reply]:
    """Call ``function(*args, **kwargs)`` for each pair of them; every exception but a kill becomes a failure.

    The arguments are copied first, so that one call cannot spoil the next one's input.  With
    `watch` the replies also say which arguments changed, what was printed and what was warned.
    """
    if watch:
        yield from _noted(function, pairs)
        return
    with contextlib.redirect_stdout(_Nowhere()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for args, kwargs in pairs:
            yield _called(function, map(_copy, args), kwargs)

from collections.abc import Sequence

from fractions import Fraction

from functools import lru_cache

from functools import partial

GONE = ("Took too long", "Process ended")

class Mismatch(AssertionError):
    """A case failed; `input`, `answer` and `expected` are its counterexample in words."""

    def __init__(self, sentence: str, input: dict[str, str] | None = None, answer: str = "", expected: str | None = None) -> None:
        self.sentence, self.input, self.answer, self.expected = sentence, input, answer, expected
        super().__init__(tell(sentence, input, answer, expected))

class Unusable(Exception):
    """An answer is no number at all; `mismatch` puts it into words."""

    def __init__(self, mismatch: Callable[[], Mismatch]) -> None:
        super().__init__()
        self.mismatch = mismatch

@dataclass(slots=True)
class Call:
    """Arguments of one call, with the names to show them under."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    names: tuple[str, ...]

    def shown(self) -> dict[str, str]:
        exact = _look_alike([*self.args, *self.kwargs.values()])
        named = {self.names[n] if n < len(self.names) else f"argument {n + 1}": show(v, exact) for n, v in enumerate(self.args)}
        return {**named, **{name: show(value, exact) for name, value in self.kwargs.items()}}

def signature(*names: str) -> Callable[..., Call]:
    """Make a factory of calls whose positional arguments are shown under `names`."""
    return lambda *args, **kwargs: Call(args, kwargs, names)

def tell(sentence: str, input: dict[str, str] | None, answer: str, expected: str | None) -> str:
    """One line: the sentence, the input, the student's answer, and the right one if given."""
    text = sentence
    if input is not None:
        given = ", ".join(f"{name} = {value}" for name, value in input.items())
        text += f" For {given} your answer is {answer}" if given else f" Your answer is {answer}"
        text += f"; it should be {expected}." if expected is not None else "."
    return text

def show(value: Any, exact: bool = False) -> str:
    """A short form of a value, 0.25 as 1/4, long arrays cut in the middle; all digits where `exact`."""
    if isinstance(value, np.ndarray):
        if value.ndim > 1 and not value.size:  # as lists it may be long
            return f"an empty array of shape {value.shape}"
        text = show(value.tolist(), exact)
        return text if value.dtype == float else f"{text} ({value.dtype.name})"
    if isinstance(value, (list, tuple)):
        items = [show(item, exact) for item in (value if len(value) <= 8 else [*value[:4], *value[-2:]])]
        if len(value) > 8:
            items.insert(4, f"... {len(value)} values ...")
        return "[" + ", ".join(items) + "]" if isinstance(value, list) else "(" + ", ".join(items) + ")"
    if isinstance(value, np.generic):
        return show(value.item(), exact) + ("" if isinstance(value, np.float64) else f" ({value.dtype.name})")
    if isinstance(value, float):
        return _show_float(value, exact)
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        text = str(value) if abs(value.numerator) < 10**30 > value.denominator else "a very long number"
        return text
    if value is None or isinstance(value, (bool, str)):
        return repr(value)[:60]
    return f"a value of type {getattr(value, 'type_name', type(value).__name__)}"

@lru_cache(4096)  # the same cases are shown again and again
def _show_float(value: float, exact: bool) -> str:
    if not np.isfinite(value):
        return str(value)
    if abs(value) < 1e6:
        for denominator in range(1, 65):
            numerator = round(value * denominator)
            if numerator / denominator == value:
                return f"{numerator}/{denominator}" if denominator > 1 else str(numerator)
    # A distribution's rounding error must not fill the line, unless it is the point of the case.
    short = f"{value:.6g}"
    return short if not exact and abs(float(short) - value) <= 1e-5 * abs(value) else repr(value)

def _numbers_in(value: Any) -> Iterator[float]:
    """All numbers in a value; those of a long array after the first fifty as zeros."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, (int, float)):
            yield item
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif isinstance(item, np.ndarray):
            waiting.extend(item.ravel()[:50].tolist() + [0] * max(0, item.size - 50))

def _look_alike(values: Sequence[Any]) -> bool:
    """Whether different numbers, by more than rounding, are the same in their short form."""
    seen: dict[str, float] = {}
    for number in _numbers_in(values):
        if abs(number) < 1e300:
            first = seen.setdefault(f"{number:.6g}", number)
            if abs(number - first) > 1e-15 * abs(first):
                return True
    return False

def batch(function: Any, calls: Sequence[Call], watch: bool = False) -> list[Reply]:
    """Call `function` for each of `calls`; one message where it is a proxy."""
    pairs = [(call.args, call.kwargs) for call in calls]
    if hasattr(function, "call_batch"):
        replies: list[Reply] = function.call_batch(pairs, watch)
        return replies
    if not callable(function):
        return [Reply(failure=Failure("NameError", ("NameError",), "this function is not defined")) for _ in pairs]
    return list(observe(function, pairs, watch))

def told(reply: Reply) -> str:
    """A reply as a student reads it."""
    if reply.failure is not None:
        return f"{reply.failure.name}({reply.failure.text!r})" if reply.failure.text else reply.failure.name
    return show(reply.value)

def numeric(reply: Reply, call: Call, sentence: str) -> Any:
    """The reply as a float or a float64 array; Unusable where it is neither."""
    value = reply.value
    if reply.failure is None:
        if isinstance(value, np.ndarray) and value.dtype == np.float64 and value.size:  # all holds of nothing
            return value if value.ndim else float(value)
        if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**1023):
            return float(value)
    raise Unusable(partial(_unusable, reply, call, sentence))

def _unusable(reply: Reply, call: Call, sentence: str) -> Mismatch:
    failure = reply.failure
    if failure is None:
        wanted = "array" if isinstance(reply.value, (np.ndarray, list)) else "number"
        return Mismatch(f"{sentence} The result has to be a float64 {wanted}.", call.shown(), told(reply))
    if failure.name == "NotImplementedError":
        return Mismatch(failure.text or "This function is not written yet.")
    if failure.name in GONE:
        return Mismatch(f"No answer came: {failure.text}.")
    return Mismatch(f"{sentence} The call ended in an error.", call.shown(), told(reply))

def usable(reply: Reply, call: Call, sentence: str) -> Any:
    """The reply as a float or a float64 array; a Mismatch where it is neither."""
    try:
        return numeric(reply, call, sentence)
    except Unusable as unusable:
        raise unusable.mismatch() from None

class Bank(list[Any]):
    """Cases of a check; `small` holds simple ones, by size, that are tried when one of the cases fails."""

    small: Sequence[Any] = ()

def after(function: Any, good: Call, calls: Sequence[Call]) -> list[Reply]:
    """Replies to `calls`; a plain, valid call goes first, as a function that always fails earns nothing."""
    first, *replies = batch(function, [good, *calls])
    usable(first, good, "A valid input has to be answered.")
    return replies

import math

POINT_CAP = 2000

PART_CAP = 200

TEXT_CAP = 300

def _text(value: Any) -> str:
    return str(value)[:TEXT_CAP]

def _numbers(values: Any) -> np.ndarray[Any, Any]:
    flat = np.asarray(values, dtype=float).ravel()
    return flat[:: max(1, -(-len(flat) // POINT_CAP))]

def _areas(ax: Any, room: int) -> list[dict[str, Any]]:
    """The outlines of an axes' filled areas, whichever way they were made, at most `room` of them."""
    outlines = [(area, path) for area in ax.collections for path in area.get_paths()]
    # A patch's path is that of its shape, such as a unit square, until its transform is applied.
    outlines += [(patch, patch.get_patch_transform().transform_path(patch.get_path())) for patch in ax.patches[:room]]
    return [
        {"x": _numbers(path.vertices[:, 0]), "y": _numbers(path.vertices[:, 1]), "label": _text(area.get_label())}
        for area, path in outlines[:room]
    ]

def _shared_label(figure: Any, name: str) -> str:
    """A label of all axes together, such as ``figure.supxlabel`` sets."""
    label = getattr(figure, f"_sup{name}", None)
    return _text(label.get_text()) if label else ""

def summary(figure: Any) -> dict[str, Any]:
    """Describe a figure: its title, legend and labels, and each axes' labels, title, legend, texts, lines and areas."""
    axes = []
    left = PART_CAP  # of lines and areas in the whole figure
    for ax in figure.axes[:PART_CAP]:
        legend = ax.get_legend()
        lines = [
            {"x": _numbers(line.get_xdata()), "y": _numbers(line.get_ydata()), "label": _text(line.get_label())}
            for line in ax.get_lines()[:left]
        ]
        left -= len(lines)
        areas = _areas(ax, left)
        left -= len(areas)
        axes.append(
            {
                "title": _text(ax.get_title()),
                "xlabel": _text(ax.get_xlabel()),
                "ylabel": _text(ax.get_ylabel()),
                "legend": [_text(text.get_text()) for text in legend.get_texts()[:PART_CAP]] if legend else [],
                "texts": [_text(text.get_text()) for text in ax.texts[:PART_CAP]],
                "lines": lines,
                "areas": areas,
            }
        )
    title = getattr(figure, "_suptitle", None)
    # A legend may belong to the figure instead of to one of its axes.
    shared = [_text(text.get_text()) for legend in figure.legends[:PART_CAP] for text in legend.get_texts()[:PART_CAP]]
    return {
        "title": _text(title.get_text()) if title else "",
        "xlabel": _shared_label(figure, "xlabel"),
        "ylabel": _shared_label(figure, "ylabel"),
        "legend": shared,
        "axes": axes,
    }

BANKS = {
    'plot_far': ([([0.25, 0.5, 0.25], [30.0, 42.0, 60.0], [1.0, 2.0, 4.0], )], []),
    'plot_shown': ([([0.625, 0.375], [-2.0, 2.0], [0.75, 0.75], )], []),
}

def bank(name):
    cases = Bank(BANKS[name][0])
    cases.small = BANKS[name][1]
    return cases

NAMES = ("weights", "means", "sigmas")

three = signature(*NAMES)

def real_number(value):
    """`value` as a float if it is one real number, else None."""
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, (int, float, Fraction, np.integer, np.floating)) and not isinstance(value, bool):
        return float(value)
    return None

def pair_of(value):
    """A fit as a float64 array of two, whatever pair of real numbers it is; None if it is none."""
    if isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim == 1):
        numbers = [real_number(item) for item in value] if len(value) == 2 else [None]
        if None not in numbers:
            return np.array(numbers)
    return None

def log_density(x, weights, means, sigmas):
    """log p(x) + log(2 pi)/2 of a mixture, stable where p underflows."""
    parts = [math.log(w / s) - 0.5 * ((x - m) / s) ** 2 for w, m, s in zip(weights, means, sigmas) if w > 0]
    top = np.max(parts, axis=0)
    return top + np.log(np.sum(np.exp(np.array(parts) - top), axis=0))

from otter.test_files import test_case

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

@test_case(name="property: all of p is in view", points=1.5, hidden=False)
def property_range(plot_fits):
    """The curve of p reaches over all its components, wherever they are (at least 99 % of its area)."""
    for mixture in bank("plot_far"):
        call = three(*mixture)
        drawn(curves_of(figure_of(plot_fits, call)), call, Density(*mixture), "the mixture p", need=0.99)

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
