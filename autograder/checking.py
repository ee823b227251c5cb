"""What checks are written with: calls in batches, laws over banks of cases, counterexamples.

A check reaches a student's function only through :func:`batch`, which sends all its calls in
one message where the function is a proxy and loops where it is the function itself.  The build
copies this module's text into the test files that students and Gradescope get, so it needs
NumPy, the standard library and :mod:`autograder.student.observe` only.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial
from math import prod
from typing import Any

import numpy as np

from autograder.student.observe import Failure, Reply, observe

RTOL = 1e-10
ATOL = 1e-13
LARGE = 10**6
"""More numbers than right answers to a law ever are."""
FEW = 16
"""Up to so many numbers are compared one by one, which is faster than NumPy."""
STEPS = 2
"""How many of a bank's simple cases are tried first; each time that all of them pass, twice as many follow."""
GONE = ("Took too long", "Process ended")
"""Names of the failures that stand for a student process that is no more."""


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


def close(answer: Any, expected: Any, rtol: float = RTOL, atol: float = ATOL) -> bool:
    """Equal shapes, and entries within ``atol + rtol * |expected|``; infinities must be equal."""
    if type(answer) is float and type(expected) is float:
        return answer == expected or abs(answer - expected) <= atol + rtol * abs(expected) < np.inf
    if np.shape(answer) != np.shape(expected):
        return False
    if np.size(answer) > FEW:
        return bool(np.allclose(answer, expected, rtol=rtol, atol=atol, equal_nan=False))
    mine, right = (np.asarray(value, dtype=float).ravel().tolist() for value in (answer, expected))
    return all(close(*pair, rtol, atol) for pair in zip(mine, right))


def agree(
    answer: Any, expected: Any, sentence: str, rtol: float = RTOL, atol: float = ATOL, about: int = 0, shown: bool = True
) -> None:
    """Raise a Disagreement unless `answer` is close to `expected` (shown only if `shown`)."""
    if type(answer) is not type(expected) and np.shape(answer) != np.shape(expected):
        raise Disagreement(f"{sentence} The result's shape is {np.shape(answer)}, not {np.shape(expected)}.", about)
    if not close(answer, expected, rtol, atol):
        raise Disagreement(sentence, about, expected if shown else None)


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


def expect(function: Any, rows: Iterable[tuple[Call, Any]], sentence: str = "", rtol: float = RTOL, atol: float = ATOL) -> None:
    """Check answers against known values; `rows` are pairs of a call and its right answer."""

    def value(call: Call, expected: Any) -> Generator[list[Call], list[Any], None]:
        (answer,) = yield [call]
        agree(answer, expected, sentence, rtol, atol)

    failed = _judge(function, list(rows), value, sentence)
    if failed:
        raise min(failed, key=lambda item: _size((item[0][0].args, item[0][1])))[1]()


def after(function: Any, good: Call, calls: Sequence[Call]) -> list[Reply]:
    """Replies to `calls`; a plain, valid call goes first, as a function that always fails earns nothing."""
    first, *replies = batch(function, [good, *calls])
    usable(first, good, "A valid input has to be answered.")
    return replies


def refuses(function: Any, error: str, calls: Sequence[Call], good: Call, sentence: str) -> None:
    """Check that each of `calls` raises `error` (a built-in's name), and that `good` does not."""
    for call, reply in zip(calls, after(function, good, calls)):
        if reply.failure is not None and reply.failure.name in GONE:
            raise Mismatch(f"No answer came: {reply.failure.text}.")
        if reply.failure is None or error not in reply.failure.bases:
            raise Mismatch(f"{sentence} This input has to raise {error}.", call.shown(), told(reply))


def names_argument(function: Any, rows: Sequence[tuple[Call, Sequence[str]]], good: Call, sentence: str) -> None:
    """Check that the error's message names the argument at fault (any one of those given)."""
    for (call, names), reply in zip(rows, after(function, good, [call for call, _ in rows])):
        if reply.failure is None:
            raise Mismatch(f"{sentence} This input has to raise an error.", call.shown(), told(reply))
        words = "".join(c if c.isalnum() or c == "_" else " " for c in reply.failure.text).lower().split()
        if not any(name.lower() in words for name in names):
            raise Mismatch(sentence, call.shown(), told(reply))


def _watched(function: Any, calls: Sequence[Call], sentence: str) -> list[Reply]:
    replies = batch(function, calls, watch=True)
    values = [usable(reply, call, sentence) for reply, call in zip(replies, calls)]
    if len({np.asarray(value).tobytes() for value in values}) < 2:
        raise Mismatch("Different inputs have to get different answers.", calls[0].shown(), told(replies[0]))
    return replies


def leaves_arguments(function: Any, calls: Sequence[Call], sentence: str) -> None:
    """Check that no call changes what it was given; the calls' answers have to differ."""
    for call, reply in zip(calls, _watched(function, calls, sentence)):
        if reply.mutated:
            names = [call.names[n] for n in reply.mutated]
            raise Mismatch(f"{sentence} {' and '.join(names)} changed.", call.shown(), told(reply))


def prints_nothing(function: Any, calls: Sequence[Call], sentence: str) -> None:
    """Check that no call writes to standard output; the calls' answers have to differ."""
    for call, reply in zip(calls, _watched(function, calls, sentence)):
        if reply.printed:
            raise Mismatch(f"{sentence} It printed {reply.printed[:40]!r}.", call.shown(), told(reply))


def warns_nothing(function: Any, calls: Sequence[Call], sentence: str) -> None:
    """Check that valid input causes no warning; the calls' answers have to differ."""
    for call, reply in zip(calls, _watched(function, calls, sentence)):
        if reply.warned:
            raise Mismatch(f"{sentence} It warned: {reply.warned[0][:80]}.", call.shown(), told(reply))
