# Checks of fit_reverse_kl in ex5_forward_reverse; written by `make build`.
from __future__ import annotations

OK_FORMAT = False

name = "fit_reverse_kl"

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

from collections.abc import Generator

from collections.abc import Sequence

from fractions import Fraction

from functools import lru_cache

from functools import partial

from math import prod

LARGE = 10**6

STEPS = 2

GONE = ("Took too long", "Process ended")

class Mismatch(AssertionError):
    """A case failed; `input`, `answer` and `expected` are its counterexample in words."""

    def __init__(self, sentence: str, input: dict[str, str] | None = None, answer: str = "", expected: str | None = None) -> None:
        self.sentence, self.input, self.answer, self.expected = sentence, input, answer, expected
        super().__init__(tell(sentence, input, answer, expected))

class Disagreement(Exception):
    """A law does not hold: which of its calls to show, and what was expected there."""

    def __init__(self, sentence: str, about: int = 0, expected: Any = None) -> None:
        super().__init__(sentence)
        self.about, self.expected = about, expected

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

def holds(condition: Any, sentence: str, about: int = 0) -> None:
    """Raise a Disagreement unless `condition` is true."""
    if not condition:
        raise Disagreement(sentence, about)

class Bank(list[Any]):
    """Cases of a check; `small` holds simple ones, by size, that are tried when one of the cases fails."""

    small: Sequence[Any] = ()

Law = Callable[..., Generator[list[Call], list[Any], None]]

Failed = tuple[Any, Callable[[], Mismatch]]

def _judge(function: Any, cases: Sequence[Any], law: Law, sentence: str) -> list[Failed]:
    """Run `law` over all cases, all first calls in one message, all second ones in another.

    Returns the failed cases, each with what puts it into words: only one of them is told.
    """
    running: list[tuple[Any, Any, list[Call]]] = []
    for case in cases:
        steps = law(*case)
        running.append((case, steps, next(steps)))
    failed: list[Failed] = []
    while running:
        replies = iter(batch(function, [call for _, _, calls in running for call in calls]))
        following = []
        for case, steps, calls in running:
            mine = [next(replies) for _ in calls]
            try:
                answers = [numeric(reply, call, sentence) for reply, call in zip(mine, calls)]
                _go_together(answers)
                following.append((case, steps, steps.send(answers)))
            except StopIteration:
                pass
            except Unusable as unusable:
                failed.append((case, unusable.mismatch))
            except Disagreement as found:
                found.__traceback__ = None  # which leads here, and so to itself
                failed.append((case, partial(_disagreement, found, calls, mine, sentence)))
        running = following
    return failed

def _go_together(answers: list[Any]) -> None:
    """Raise a Disagreement where a law's arithmetic would blow the answers up: a long column and a long row."""
    shapes = [answer.shape for answer in answers if type(answer) is np.ndarray]
    if not shapes:
        return
    width, total = max(map(len, shapes)), sum(map(prod, shapes))
    room = prod(map(max, zip(*[(1,) * (width - len(shape)) + shape for shape in shapes])))
    if max(room - 10 * total, total) > LARGE:
        raise Disagreement(f"The results' shapes do not go together: {', '.join(map(str, sorted(set(shapes))[:4]))}.")

def _disagreement(found: Disagreement, calls: list[Call], replies: list[Reply], sentence: str) -> Mismatch:
    at = found.about
    answer, expected = told(replies[at]), None if found.expected is None else show(found.expected)
    if answer == expected:  # to six digits
        answer, expected = show(replies[at].value, exact=True), show(found.expected, exact=True)
    return Mismatch(str(found) or sentence, calls[at].shown(), answer, expected)

def _size(case: Any) -> tuple[int, int]:
    digits = [len(repr(number)) for number in _numbers_in(case)]
    return len(digits), sum(digits)

def for_all(function: Any, cases: Sequence[Any], law: Law) -> None:
    """Check that `law` holds for every case; raise the smallest counterexample found.

    Parameters
    ----------
    function : callable or proxy
        The student's function.
    cases : Bank or list of tuples
        The arguments of `law`, a case a tuple.
    law : generator function
        ``law(*case)`` yields a list of calls, gets their answers (floats or float64 arrays),
        may yield again, and raises through :func:`agree` or :func:`holds`.  Its docstring's
        first line is the sentence shown when it fails.
    """
    sentence = (law.__doc__ or "").strip().split("\n")[0]
    failed = _judge(function, cases, law, sentence)
    if not failed:
        return
    ladder, steps = list(getattr(cases, "small", ())), STEPS
    while ladder:
        simpler = _judge(function, ladder[:steps], law, sentence)
        if simpler:
            raise min(simpler, key=lambda item: _size(item[0]))[1]()
        ladder, steps = ladder[steps:], 2 * steps
    raise min(failed, key=lambda item: _size(item[0]))[1]()

def after(function: Any, good: Call, calls: Sequence[Call]) -> list[Reply]:
    """Replies to `calls`; a plain, valid call goes first, as a function that always fails earns nothing."""
    first, *replies = batch(function, [good, *calls])
    usable(first, good, "A valid input has to be answered.")
    return replies

BANKS = {
    'reverse_shown': ([([0.5, 0.5], [-0.5, 0.5], [1.0, 1.0], 0.00015609039858789747, ), ([0.5, 0.5], [-2.5, 2.5], [1.0, 1.0], 0.48106184524100065, ), ([0.5, 0.5], [-3.0, 3.0], [1.0, 1.0], 0.6887689958549644, )], []),
}

def bank(name):
    cases = Bank(BANKS[name][0])
    cases.small = BANKS[name][1]
    return cases

import math

NAMES = ("weights", "means", "sigmas")

three = signature(*NAMES)

SINGLE = ([1.0], [3.0], [2.0])

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

class Pairs:
    """A fit function whose answers are read as pairs; anything else ends the case (unless not `strict`).

    With `alone` each call is a message, so that a slow optimiser has the whole time limit for each mixture.
    """

    def __init__(self, function, strict=True, alone=False):
        self.function, self.strict, self.alone = function, strict, alone

    def call_batch(self, pairs, watch=False):
        calls = [Call(args, kwargs, NAMES) for args, kwargs in pairs]
        messages = [[call] for call in calls] if self.alone else [calls]
        replies = [reply for message in messages for reply in batch(self.function, message, watch)]
        return [self._read(reply, call) for reply, call in zip(replies, calls)]

    def _read(self, reply, call):
        pair = pair_of(reply.value)
        if pair is None and reply.failure is None and self.strict:
            raise Mismatch("The fit has to be a pair (mu, sigma) of real numbers.", call.shown(), told(reply))
        return reply if pair is None else Reply(pair, None, reply.mutated, reply.printed, reply.warned)

Z = np.linspace(-13.0, 13.0, 6001)

PHI = np.exp(-0.5 * Z**2) / np.sum(np.exp(-0.5 * Z**2))

def log_density(x, weights, means, sigmas):
    """log p(x) + log(2 pi)/2 of a mixture, stable where p underflows."""
    parts = [math.log(w / s) - 0.5 * ((x - m) / s) ** 2 for w, m, s in zip(weights, means, sigmas) if w > 0]
    top = np.max(parts, axis=0)
    return top + np.log(np.sum(np.exp(np.array(parts) - top), axis=0))

def reverse_kl(mu, sigma, weights, means, sigmas):
    """D(q || p) by the trapezoid rule; agrees with 30 digits to 1e-12 on all mixtures used here."""
    if not (sigma > 0 and math.isfinite(sigma) and math.isfinite(mu)):
        return math.inf
    with np.errstate(all="ignore"):
        return float(-0.5 - math.log(sigma) - PHI @ log_density(mu + sigma * Z, weights, means, sigmas))

def kl_normal(mu1, sigma1, mu2, sigma2):
    """D(N(mu1, sigma1^2) || N(mu2, sigma2^2)) in closed form."""
    ratio = sigma1 / sigma2
    return 0.5 * (ratio**2 - 1 + ((mu1 - mu2) / sigma2) ** 2) - math.log(ratio)

from otter.test_files import test_case

# What the docstring promises. Copying a component costs up to 1.2e-3 more than the optimum, a local minimum far more.
SLACK = 2e-5

def achieved(answer, mixture, about=0):
    """The divergence of a fit, by the check's own quadrature."""
    mu, sigma = answer
    holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.", about)
    return reverse_kl(mu, sigma, *mixture)

def is_best_shown(*case):
    """Another Gaussian has a smaller divergence D(q || p)."""
    *mixture, least = case
    (answer,) = yield [three(*mixture)]
    value = achieved(answer, mixture)
    holds(value <= least + SLACK, f"Your Gaussian has D(q || p) = {value:.6f}; the least possible is {least:.6f}.")

@test_case(name="value: bumps close together and far apart", points=1.5, hidden=False)
def value_switch(fit_reverse_kl):
    """For two equal bumps at a/s = 0.5, 2.5 and 3 the divergence achieved is within 2e-5 of the least."""
    for_all(Pairs(fit_reverse_kl, alone=True), list(bank("reverse_shown")), is_best_shown)

@test_case(name="property: a Gaussian is its own fit", points=1, hidden=False)
def property_single(fit_reverse_kl):
    """A mixture of one component, or of equal components, is fitted by that component: the divergence achieved is 0."""

    def own_fit(weights, means, sigmas):
        """A single Gaussian is its own best fit, with divergence 0."""
        (answer,) = yield [three(weights, means, sigmas)]
        mu, sigma = answer
        holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.")
        holds(kl_normal(mu, sigma, means[0], sigmas[0]) <= SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), [SINGLE, ([0.25, 0.75], [-5.0, -5.0], [0.5, 0.5])], own_fit)

@test_case(name="edge: components of weight 0", points=0.4, hidden=False)
def edge_zero_weights(fit_reverse_kl):
    """A component of weight 0 is not there, wherever it is."""

    def not_there(weights, means, sigmas):
        """A component of weight 0 must not count."""
        (answer,) = yield [three(weights, means, sigmas)]
        mu, sigma = answer
        holds(np.all(np.isfinite(answer)) and sigma > 0, "mu has to be finite and sigma positive.")
        holds(kl_normal(mu, sigma, 3.0, 2.0) <= SLACK, "")

    for_all(Pairs(fit_reverse_kl, alone=True), [([0.0, 1.0, 0.0], [-7.0, 3.0, 200.0], [1.0, 2.0, 0.5])], not_there)
