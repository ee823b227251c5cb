# Checks of cross_entropy_proof in ex4_asymmetry; written by `make build`.
from __future__ import annotations

OK_FORMAT = False

name = "cross_entropy_proof"

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

def after(function: Any, good: Call, calls: Sequence[Call]) -> list[Reply]:
    """Replies to `calls`; a plain, valid call goes first, as a function that always fails earns nothing."""
    first, *replies = batch(function, [good, *calls])
    usable(first, good, "A valid input has to be answered.")
    return replies

import re

SMALL_BITS = 4_096

_DIGITS = re.compile(r"([0-9]+)(?:/([0-9]+))?", re.ASCII)

_WRITE = 'write a Fraction, an int or a string such as "3/4"'

class ProofError(ValueError):
    """An answer the proof engine refuses; the message is one sentence for the student."""

def type_name(value: object) -> str:
    """Return the name of a value's type; what stands in for a foreign value says its own."""
    return str(getattr(value, "type_name", type(value).__name__))[:40]

def _integer(digits: str) -> int:
    # Python refuses to convert long digit strings at once, so long ones go in halves.
    if len(digits) <= 4_000:
        return int(digits)
    half = len(digits) // 2
    shift: int = 10**half
    return _integer(digits[:-half]) * shift + _integer(digits[-half:])

def _parts(value: object, name: str, bits: int) -> tuple[int, int]:
    kind = type(value)
    if kind is bool:
        raise ProofError(f"{name} is a bool (True or False), not a number: {_WRITE}.")
    if kind is int:
        assert isinstance(value, int)
        return value, 1
    if kind is Fraction:
        assert isinstance(value, Fraction)
        return int(value.numerator), int(value.denominator)
    if kind is str:
        assert isinstance(value, str)
        if len(value) > bits:  # digits number less than a third of the bits, so this is generous
            raise ProofError(f"{name} is a string of {len(value)} characters: too long to read.")
        match = _DIGITS.fullmatch(value)
        if match is None:
            raise ProofError(f'{name} is a string of another form: write digits or digits/digits, as in "3/4".')
        return _integer(match[1]), _integer(match[2]) if match[2] else 1
    label = type_name(value)
    if kind.__module__.partition(".")[0] == "numpy":
        raise ProofError(f"{name} is a NumPy value ({label}), which is rounded or overflows: {_WRITE}.")
    if isinstance(value, float):
        raise ProofError(
            f"{name} is a float, which is rounded to the nearest binary fraction and so cannot prove anything exactly: {_WRITE}."
        )
    if label == "Decimal":
        raise ProofError(f"{name} is a Decimal, which is rounded when you calculate: {_WRITE}.")
    if label == "complex":
        raise ProofError(f"{name} is a complex number; probabilities are real: {_WRITE}.")
    raise ProofError(f"{name} is a value of type {label}: {_WRITE}.")

def rational(value: object, *, name: str = "the number", bits: int = SMALL_BITS) -> Fraction:
    """Read one exact number.

    Parameters
    ----------
    value : int, Fraction or str
        A string has the form ``digits`` or ``digits/digits``.
    name : str
        What the number is called in the error's sentence.
    bits : int
        The cap on the bits of numerator and denominator.

    Returns
    -------
    Fraction

    Raises
    ------
    ProofError
        With one sentence that names the number and the fault.
    """
    top, bottom = _parts(value, name, bits)
    if bottom == 0:
        raise ProofError(f"{name} has the denominator 0.")
    if max(top.bit_length(), bottom.bit_length()) > bits:
        raise ProofError(
            f"{name} has more than {bits:,} bits in its numerator or denominator: find an answer with smaller numbers."
        )
    return Fraction(top, bottom)

from functools import cache

from math import isqrt

@cache
def _log2(precision: int) -> int:
    """Return log 2 in units of 2^-precision, wrong by at most 2 (Machin-like formula)."""
    guard = precision.bit_length() + 16
    one = 1 << (precision + guard)

    def atanh_of_inverse(k: int) -> int:
        power, total, j = one // k, 0, 1
        while power:
            total += power // j
            power //= k * k
            j += 2
        return total

    value = 18 * atanh_of_inverse(26) - 2 * atanh_of_inverse(4801) + 8 * atanh_of_inverse(8749)
    return value >> guard

def log_ball(n: int, precision: int) -> tuple[int, int]:
    """Enclose log(n) for an integer n > 1.

    Returns
    -------
    (middle, radius) : tuple of int
        ``|log(n) * 2^precision - middle| <= radius``. Only the leading bits of n are used.

    Notes
    -----
    log n = e log 2 + log m with m in [0.7, 1.42); `halvings` square roots bring m close to 1,
    then log m = 2 atanh((m-1)/(m+1)). Errors in units of the working precision: truncating n
    2, each root at most 1.5 (and it halves what was there), the quotient 1.1, each of the t
    terms 2.3, the tail 2, the last three twice: below 5 t + 16 in all, times 2^halvings.
    """
    halvings = 0 if precision < 200 else isqrt(precision) // 2
    guard = halvings + precision.bit_length() + 8
    work = precision + guard
    one = 1 << work
    e = n.bit_length()
    m = n << (work - e) if e <= work else n >> (e - work)
    if m * m << 1 < one << work:
        m <<= 1
        e -= 1
    for _ in range(halvings):
        m = isqrt(m << work)
    distance = abs(m - one)
    power = (distance << work) // (m + one)
    square = power * power >> work
    total, terms = 0, 0
    while power:
        total += power // (2 * terms + 1)
        power = power * square >> work
        terms += 1
    log_m = total << (halvings + 1)
    if m < one:
        log_m = -log_m
    spare = 24  # e may have 20 bits: log 2 gets as many more
    middle = (e * _log2(precision + spare) >> spare) + (log_m >> guard)
    error = ((5 * terms + 16) << halvings >> guard) + (2 * e >> spare) + 4
    return middle, error

# chains and families meet the same small integers again and again
small_log_ball = lru_cache(maxsize=4096)(log_ball)

from importlib import import_module

from math import gcd

FIRST_PRECISION = 64

MAX_PRECISION = 2**16

# precision^2 * number of logarithms: a few seconds on a slow machine at worst
MAX_ENCLOSURE_WORK = 2**35

# bits * bits over all greatest common divisors taken
MAX_BASE_WORK = 2**40

@cache
def _flint() -> Any:
    try:
        return import_module("flint")
    except ImportError:
        return None

def has_flint() -> bool:
    """Tell whether python-flint is installed, so that the fast path is used."""
    return _flint() is not None

def sign(
    form: Iterable[tuple[Fraction | int, Fraction | int]],
    constant: Fraction | int = 0,
    *,
    engine: str = "auto",
) -> int:
    """Decide the sign of ``constant + sum c * log(r)``.

    Parameters
    ----------
    form : iterable of (c, r)
        Rational coefficients and positive rational arguments.
    constant : Fraction or int
        The rational part.
    engine : {"auto", "integer", "flint"}
        How the enclosures are computed; "auto" takes flint where it is installed.

    Returns
    -------
    int
        -1, 0 or 1, certain.

    Raises
    ------
    ProofError
        If an r is not positive, or the form is too large or too close to 0 for the caps.
    """
    constant = Fraction(constant)
    logs = collect(form)
    if not logs:
        return _sign(constant)
    enclosure = _arb_sign if engine == "flint" or (engine == "auto" and has_flint()) else _int_sign
    precision = FIRST_PRECISION
    while precision <= MAX_PRECISION:
        if precision**2 * len(logs) > MAX_ENCLOSURE_WORK:
            break
        found = enclosure(logs, constant, precision)
        if found:
            return found
        if precision == 2 * FIRST_PRECISION and logs_cancel(logs):
            return _sign(constant)
        precision *= 2
    raise ProofError(
        "the two sides are too close to each other (or their numbers too many) to be compared: "
        "find an answer whose sides lie further apart."
    )

def is_zero(form: Iterable[tuple[Fraction | int, Fraction | int]], constant: Fraction | int = 0) -> bool:
    """Decide exactly whether ``constant + sum c * log(r)`` is 0 (see the module's text)."""
    if constant != 0:
        return False
    logs = collect(form)
    return not logs or logs_cancel(logs)

def collect(form: Iterable[tuple[Fraction | int, Fraction | int]]) -> dict[int, Fraction]:
    """Rewrite sum c * log(r) over distinct integers > 1, without zero coefficients."""
    logs: dict[int, Fraction] = {}
    for c, r in form:
        if r <= 0:
            raise ProofError("a logarithm of a number that is not positive.")
        if c:
            for n, part in ((r.numerator, c), (r.denominator, -c)):
                if n != 1:
                    logs[n] = logs[n] + part if n in logs else Fraction(part)
    return {n: c for n, c in logs.items() if c}

def _sign(x: Fraction | int) -> int:
    return (x > 0) - (x < 0)

def logs_cancel(logs: dict[int, Fraction]) -> bool:
    """Decide whether sum c * log(n) over integers n > 1 is exactly 0."""
    odd: dict[int, Fraction] = {}
    twos = Fraction(0)
    for n, c in logs.items():
        zeros = (n & -n).bit_length() - 1  # powers of two may be giant; they need no gcd
        twos += zeros * c
        if n >> zeros > 1:
            odd[n >> zeros] = odd.get(n >> zeros, Fraction(0)) + c
    if twos:
        return False
    odd = {n: c for n, c in odd.items() if c}
    totals: list[Fraction] = []
    for b in coprime_base(odd):
        total = Fraction(0)
        for n, c in odd.items():
            total += c * _strip(n, b)[1]
        totals.append(total)
    return not any(totals)

def coprime_base(numbers: Iterable[int]) -> list[int]:
    """Return pairwise coprime integers > 1 of which every given integer is a product."""
    base: list[int] = []
    waiting = [n for n in numbers if n > 1]
    work = 0
    while waiting:
        n = waiting.pop()
        if n == 1:
            continue
        for k, b in enumerate(base):
            work += n.bit_length() * b.bit_length()
            if work > MAX_BASE_WORK:
                raise ProofError(
                    "the numbers are too many and too large to decide an exact equality: find an answer with smaller numbers."
                )
            g = gcd(n, b)
            if g == 1:
                continue
            if g == b:
                waiting.append(_strip(n, b)[0])
            elif g == n:
                base[k] = n
                waiting.append(_strip(b, n)[0])
            else:
                del base[k]
                waiting += [n // g, g, b // g]
            break
        else:
            base.append(n)
    return base

def _strip(n: int, b: int) -> tuple[int, int]:
    """Divide n by b as often as it goes; return the rest and the exponent."""
    quotient, remainder = divmod(n, b)
    if remainder:
        return n, 0
    n, exponent = _strip(quotient, b * b)
    exponent = 1 + 2 * exponent
    quotient, remainder = divmod(n, b)
    return (n, exponent) if remainder else (quotient, exponent + 1)

def _int_sign(logs: dict[int, Fraction], constant: Fraction, precision: int) -> int:
    middle = (constant.numerator << precision) // constant.denominator
    radius = 1
    for n, c in logs.items():
        log, error = log_ball(n, precision) if n >> 64 else small_log_ball(n, precision)
        middle += c.numerator * log // c.denominator
        radius += abs(c.numerator) * error // c.denominator + 2
    return _sign(middle) if abs(middle) > radius else 0

def _arb_sign(logs: dict[int, Fraction], constant: Fraction, precision: int) -> int:
    flint = _flint()
    before = flint.ctx.prec
    flint.ctx.prec = precision
    try:
        total = flint.arb(flint.fmpq(constant.numerator, constant.denominator))
        for n, c in logs.items():
            log = flint.arb(flint.fmpz(n)).log()
            total += log * flint.arb(flint.fmpq(c.numerator, c.denominator))
        return _sign(1 if total > 0 else -1 if total < 0 else 0)
    finally:
        flint.ctx.prec = before

import random

@dataclass(frozen=True)
class Setting:
    """The names a chain may use.

    Attributes
    ----------
    pairs : tuple of tuples of str
        Names of distributions, each pair (P, Q) with Q > 0 on the support of P; a 1-tuple is a
        P alone.
    weights : tuple of str
        Names of numbers strictly between 0 and 1.
    zeros : bool
        Whether entries may be 0. If not, S and All mean the same.
    conditions : str
        The side conditions in words, for the student.
    """

    pairs: tuple[tuple[str, ...], ...]
    weights: tuple[str, ...]
    zeros: bool
    conditions: str

    @property
    def distributions(self) -> tuple[str, ...]:
        """Return the names that stand for one outcome's probability."""
        return tuple(name for pair in self.pairs for name in pair)

GIBBS = Setting((("p", "q"),), (), True, "P and Q are distributions, and Q > 0 wherever P > 0; both may have 0s")

@dataclass(frozen=True)
class Point:
    """One choice of all variables; `support` lists the outcomes over which S runs."""

    distributions: dict[str, tuple[Fraction, ...]]
    weights: dict[str, Fraction]
    support: tuple[int, ...]
    size: int

    @property
    def full(self) -> bool:
        """Tell whether S runs over all outcomes."""
        return len(self.support) == self.size

    def describe(self) -> str:
        """Write the point as a sentence's part: P = (1/2, 1/2), Q = (1/4, 3/4)."""
        parts = [f"{name.upper()} = ({', '.join(map(str, entries))})" for name, entries in self.distributions.items()]
        return ", ".join(parts + [f"{name} = {value}" for name, value in self.weights.items()])

def point(setting: Setting, tables: Sequence[Sequence[Sequence[int]]], weight: Fraction) -> Point:
    """Build a point from integer tables, one a distribution in each pair, scaled to sum 1."""
    values: dict[str, tuple[Fraction, ...]] = {}
    for names, table in zip(setting.pairs, tables, strict=True):
        for name, row in zip(names, table, strict=False):
            total = sum(row)
            values[name] = tuple(Fraction(x, total) for x in row)
    first = values[setting.pairs[0][0]]
    support = tuple(i for i, x in enumerate(first) if x > 0)
    return Point(values, dict.fromkeys(setting.weights, weight), support, len(first))

# (P, Q) tables: readable, and each with another way to break a false identity
_SIMPLE = (
    ((1, 1), (1, 3)),
    ((1, 0), (1, 1)),
    ((1, 0, 1), (1, 1, 1)),
    ((1, 1), (1, 1)),
)

_SIMPLE_PAIRS = (
    (((1, 1), (1, 3)), ((1, 2), (1, 1))),
    (((1, 1), (1, 1)), ((1, 3), (1, 3))),
    (((1, 2), (1, 1)), ((1, 2), (1, 1))),
)

# one letter an outcome: + both positive, z only q positive, 0 neither; "=" asks for Q = P
_RANDOM = ("++", "+++", "z++++z", "z++", "+z0+", "+++=", "+0+=")

_RANDOM_PAIRS = ("++", "+++", "+++++", "+++=", "+++")

def draw_points(setting: Setting, seed: str) -> list[Point]:
    """Return the test points of a setting, the same for the same seed."""
    rng = random.Random(seed)
    if setting.zeros:
        points = [point(setting, [table], Fraction(1, 2)) for table in _SIMPLE]
    else:
        points = [point(setting, tables, Fraction(1, 2)) for tables in _SIMPLE_PAIRS]
    for pattern in _RANDOM if setting.zeros else _RANDOM_PAIRS:
        tables = [_draw(rng, pattern) for _ in setting.pairs]
        top = rng.randint(1, 96)
        points.append(point(setting, tables, Fraction(top, rng.randint(top + 1, 97))))
    return points

def _draw(rng: random.Random, pattern: str) -> tuple[list[int], list[int]]:
    letters = pattern.rstrip("=")
    p = [rng.randint(1, 97) if letter == "+" else 0 for letter in letters]
    q = [0 if letter == "0" else rng.randint(1, 97) for letter in letters]
    return (p, p) if pattern.endswith("=") else (p, q)

MAX_LENGTH = 300

MAX_DEPTH = 25

MAX_SUMS = 3

MAX_DIGITS = 9

_TOKEN = re.compile(r"([0-9]+)|([A-Za-z_][A-Za-z_0-9]*)|(.)", re.ASCII | re.DOTALL)

_HINTS = {
    "^": "there are no powers here: write a product",
    ".": "write a fraction such as 1/2 instead of a decimal",
    ",": "a comma has no meaning here",
    "=": "an expression holds no comparison: put each side in a step of its own",
    "<": "an expression holds no comparison: put each side in a step of its own",
    ">": "an expression holds no comparison: put each side in a step of its own",
    "\u2212": "this is a typographic minus: type -",
    "\u00b7": "type * for a product",
}

@dataclass(frozen=True, eq=False)
class Node:
    """A node of an expression.

    Attributes
    ----------
    kind : str
        "number", "name", "+", "-", "*", "/", "negative", "log", "S" or "All".
    args : tuple of Node
    name : str
        The name, for kind "name".
    number : Fraction
        The value, for kind "number".
    source : str
        The piece of the student's text, for messages.
    """

    kind: str
    args: tuple[Node, ...] = ()
    name: str = ""
    number: Fraction = Fraction(0)
    source: str = ""

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it."""
        yield self
        for arg in self.args:
            yield from arg.walk()

@dataclass(frozen=True)
class _Token:
    text: str
    kind: str
    at: int

class _Parser:
    def __init__(self, text: str, setting: Setting, per_outcome: bool) -> None:
        self.text = text
        self.setting = setting
        self.tokens = [
            _Token(m.group(), ("digits", "name", "sign")[(m.lastindex or 1) - 1], m.start())
            for m in _TOKEN.finditer(text)
            if not m.group().isspace()
        ]
        self.next = 0
        self.depth = 0
        self.sums = 1 if per_outcome else 0

    def fail(self, what: str, token: _Token | None = None) -> ProofError:
        if token is None:
            return ProofError(f"the expression ends too early: {what}.")
        shown = token.text[:12] if token.text.isprintable() else "?"
        return ProofError(f"at character {token.at + 1} ({shown}): {what}.")

    def peek(self) -> str:
        return self.tokens[self.next].text if self.next < len(self.tokens) else ""

    def take(self, what: str) -> _Token:
        if self.next == len(self.tokens):
            raise self.fail(what)
        self.next += 1
        return self.tokens[self.next - 1]

    def expect(self, sign: str, what: str) -> None:
        token = self.take(what)
        if token.text != sign:
            raise self.fail(_HINTS.get(token.text, what), token)

    def node(self, kind: str, args: tuple[Node, ...], start: int) -> Node:
        end = self.tokens[self.next - 1]
        return Node(kind, args, source=self.text[start : end.at + len(end.text)])

    def whole(self) -> Node:
        node = self.sum()
        if self.next < len(self.tokens):
            token = self.tokens[self.next]
            hint = _HINTS.get(token.text, "an operator (+ - * /) is missing before this")
            if token.text == ")":
                hint = "this bracket was never opened"
            raise self.fail(hint, token)
        return node

    def start(self) -> int:
        return self.tokens[self.next].at if self.next < len(self.tokens) else len(self.text)

    def sum(self) -> Node:
        start = self.start()
        node = self.product()
        while self.peek() in ("+", "-"):
            kind = self.take("").text
            node = self.node(kind, (node, self.product()), start)
        return node

    def product(self) -> Node:
        start = self.start()
        node = self.factor()
        while self.peek() in ("*", "/"):
            kind = self.take("").text
            if self.peek() == "*":
                raise self.fail(_HINTS["^"], self.tokens[self.next])
            node = self.node(kind, (node, self.factor()), start)
        return node

    def factor(self) -> Node:
        start = self.start()
        token = self.take("a number, a name or a bracket is missing")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail(f"more than {MAX_DEPTH} levels of brackets or signs", token)
        if token.text in ("-", "+"):
            inner = self.factor()
            node = inner if token.text == "+" else self.node("negative", (inner,), start)
        elif token.text == "(":
            node = self.sum()
            self.expect(")", "a closing bracket is missing")
        elif token.kind == "digits":
            if len(token.text) > MAX_DIGITS:
                raise self.fail(f"a number with more than {MAX_DIGITS} digits", token)
            node = Node("number", number=Fraction(int(token.text)), source=token.text)
        elif token.kind == "name":
            node = self.named(token, start)
        else:
            hint = _HINTS.get(token.text, "this cannot stand here")
            raise self.fail(hint, token)
        self.depth -= 1
        return node

    def named(self, token: _Token, start: int) -> Node:
        name = token.text
        if name in ("log", "S", "All"):
            self.expect("(", f"{name} needs brackets: {name}(...)")
            summed = name != "log"
            self.sums += summed
            if self.sums > MAX_SUMS:
                raise self.fail(f"more than {MAX_SUMS} sums inside each other", token)
            inner = self.sum()
            self.expect(")", "a closing bracket is missing")
            self.sums -= summed
            return self.node(name, (inner,), start)
        known = self.setting.distributions + self.setting.weights
        if name not in known:
            raise self.fail(f"unknown name; the names here are {', '.join(known)}, log, S and All", token)
        if name in self.setting.distributions and not self.sums:
            raise self.fail(
                f"{name} is the probability of one outcome, so it stands inside S(...) or All(...)",
                token,
            )
        return Node("name", name=name, source=name)

def parse(text: object, setting: Setting, *, per_outcome: bool = False) -> Node:
    """Read an expression.

    Parameters
    ----------
    text : str
        At most 300 characters.
    setting : Setting
        The names that may be used.
    per_outcome : bool
        Whether names such as p may stand outside a sum (in a lemma's x or w).

    Returns
    -------
    Node

    Raises
    ------
    ProofError
        With one sentence that names the character at fault.
    """
    if type(text) is not str:
        raise ProofError(f"an expression is a string, and this is a value of type {type_name(text)}.")
    assert isinstance(text, str)
    if not text.strip():
        raise ProofError("the expression is empty.")
    if len(text) > MAX_LENGTH:
        raise ProofError(f"the expression has {len(text)} characters: {MAX_LENGTH} are allowed.")
    return _Parser(text, setting, per_outcome).whole()

def is_per_outcome(node: Node, setting: Setting) -> bool:
    """Tell whether a distribution's name stands outside every sum."""
    if node.kind in ("S", "All"):
        return False
    if node.kind == "name":
        return node.name in setting.distributions
    return any(is_per_outcome(arg, setting) for arg in node.args)

def constant(node: Node) -> Fraction | None:
    """Return the value of an expression of numbers alone, or None."""
    if node.kind == "number":
        return node.number
    values = [constant(arg) for arg in node.args]
    if node.kind not in ("negative", "+", "-", "*", "/") or None in values:
        return None
    known = [v for v in values if v is not None]
    if node.kind == "negative":
        return -known[0]
    a, b = known
    if node.kind == "/":
        return a / b if b else None
    return a + b if node.kind == "+" else a - b if node.kind == "-" else a * b

def terms(node: Node, positive: bool = True) -> list[tuple[bool, Node]]:
    """Split an expression at its outermost + and - into (is it added?, term)."""
    if node.kind == "negative":
        return terms(node.args[0], not positive)
    if node.kind in ("+", "-"):
        left, right = node.args
        return terms(left, positive) + terms(right, positive == (node.kind == "+"))
    return [(positive, node)]

import math

from collections.abc import Mapping

from dataclasses import field

# far above what honest chains need (hundreds), far below what would take time
MAX_BITS = 4_000

MAX_LOGS = 500

class UndefinedError(ProofError):
    """An expression has no value at a legal point, or none this checker can compare."""

@dataclass(frozen=True, slots=True)
class Value:
    """The number rational + sum of coefficient * log(argument), no coefficient being 0."""

    rational: Fraction = Fraction(0)
    logs: Mapping[Fraction, Fraction] = field(default_factory=dict)

    def __add__(self, other: Value) -> Value:
        logs = self.logs or other.logs
        if self.logs and other.logs:
            merged = dict(self.logs)
            for argument, c in other.logs.items():
                total = merged.pop(argument, 0) + c
                if total:
                    merged[argument] = total
            logs = merged
            if len(logs) > MAX_LOGS:
                raise UndefinedError("the expression grows too large to compare: shorten it.")
        return Value(_capped(self.rational + other.rational), logs)

    def __neg__(self) -> Value:
        return self.times(Fraction(-1))

    def __sub__(self, other: Value) -> Value:
        return self + -other

    def times(self, factor: Fraction) -> Value:
        """Return the value times a rational number."""
        if not self.logs or factor == 0:
            return Value(_capped(self.rational * factor))
        logs = {argument: _capped(c * factor) for argument, c in self.logs.items()}
        return Value(_capped(self.rational * factor), logs)

    def is_zero(self) -> bool:
        """Decide exactly whether the value is 0."""
        return is_zero(self._form(), self.rational)

    def sign(self) -> int:
        """Decide the sign of the value for certain."""
        return sign(self._form(), self.rational)

    def approximate(self) -> float:
        """Return a nearby float, to be shown and for nothing else."""
        try:
            logs = (float(c) * log_float(argument) for argument, c in self.logs.items())
            return float(self.rational) + sum(logs)
        except OverflowError:
            return math.nan

    def _form(self) -> list[tuple[Fraction, Fraction]]:
        return [(c, argument) for argument, c in self.logs.items()]

def log_float(x: Fraction) -> float:
    """Return log(x) as a float, for x > 0 of any size."""
    return math.log(x.numerator) - math.log(x.denominator)

def _capped(x: Fraction) -> Fraction:
    if x.numerator.bit_length() + x.denominator.bit_length() > MAX_BITS:
        raise UndefinedError("the expression grows too large to compare: shorten it.")
    return x

def log(x: Value, source: str = "log") -> Value:
    """Return log(x) for a rational x > 0."""
    if x.logs:
        raise UndefinedError(f"{source} takes the logarithm of a logarithm: write it without.")
    if x.rational <= 0:
        what = "0" if x.rational == 0 else "a negative number"
        raise UndefinedError(f"{source} takes the logarithm of {what}")
    return Value() if x.rational == 1 else Value(logs={x.rational: Fraction(1)})

def evaluate(node: Node, point: Point, outcome: int | None = None, sums: dict[int, Value] | None = None) -> Value:
    """Return the exact value of an expression at a point.

    Parameters
    ----------
    node : Node
    point : Point
    outcome : int, optional
        The outcome at which names such as p are read; None outside of sums.
    sums : dict, optional
        Values of sums already known at this point, by the node's id: a sum inside a sum is
        worked out once.

    Returns
    -------
    Value

    Raises
    ------
    UndefinedError
        For log(0), a division by 0, a product of logarithms, or numbers beyond the caps.
    """
    if sums is None:
        sums = {}
    kind = node.kind
    if kind == "number":
        return Value(node.number)
    if kind == "name":
        if node.name in point.weights:
            return Value(point.weights[node.name])
        assert outcome is not None  # the parser keeps such names inside sums
        return Value(point.distributions[node.name][outcome])
    if kind in ("S", "All"):
        if id(node) not in sums:
            total = Value()
            for i in outcomes(point, kind):
                total += evaluate(node.args[0], point, i, sums)
            sums[id(node)] = total
        return sums[id(node)]
    values = [evaluate(arg, point, outcome, sums) for arg in node.args]
    if kind == "log":
        return log(values[0], node.source)
    if kind == "negative":
        return -values[0]
    a, b = values
    if kind == "+":
        return a + b
    if kind == "-":
        return a - b
    if kind == "/":
        if b.logs:
            raise UndefinedError(f"{node.source} divides by a logarithm: write it without.")
        if b.rational == 0:
            raise UndefinedError(f"{node.source} divides by 0")
        return a.times(1 / b.rational)
    if a.logs and b.logs:
        raise UndefinedError(f"{node.source} multiplies two logarithms: write it without.")
    return a.times(b.rational) if not b.logs else b.times(a.rational)

def outcomes(point: Point, over: str) -> Sequence[int]:
    """Return the outcomes over which S or All adds."""
    return point.support if over == "S" else range(point.size)

from itertools import permutations

Match = Callable[[Node, Sequence[Point], Setting], bool]

@dataclass(frozen=True)
class End:
    """One end of a chain: in words, as an expression, and the test of a student's expression."""

    words: str
    text: str
    matches: Match

@dataclass(frozen=True)
class Route:
    """One way to write the proof: from start by = and `relation` to target."""

    start: End
    relation: str
    target: End

@dataclass(frozen=True)
class Goal:
    """A proof question.

    Attributes
    ----------
    setting : Setting
    routes : tuple of Route
    halfway : callable or None
        For '=' goals: recognises the expression that earns half.
    """

    setting: Setting
    routes: tuple[Route, ...]
    halfway: Callable[[Node], bool] | None = None

def values_at(node: Node, points: Sequence[Point]) -> list[Value]:
    """Evaluate an expression without loose names at every point."""
    return [evaluate(node, point) for point in points]

def same(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Decide whether two expressions agree at every point."""
    return all((a - b).is_zero() for a, b in zip(left, right, strict=True))

def _terms(words: str, *texts: str) -> End:
    def matches(node: Node, points: Sequence[Point], setting: Setting) -> bool:
        found = terms(node)
        if len(found) != len(texts):
            return False
        try:
            mine = [[v if added else -v for v in values_at(n, points)] for added, n in found]
        except UndefinedError:
            return False
        wanted = [values_at(parse(text, setting), points) for text in texts]
        return any(all(same(a, b) for a, b in zip(order, wanted, strict=True)) for order in permutations(mine))

    return End(words, " + ".join(texts), matches)

def _logs_are_split(node: Node) -> bool:
    names = [{n.name for n in log.walk() if n.kind == "name"} for log in node.walk() if log.kind == "log"]
    return len(terms(node)) == 1 and bool(names) and all(len(found) == 1 for found in names)

_WRITTEN_KL = _terms("KL(P||Q), one sum", "S(p*log(p/q))")

_ENTROPIES = _terms("H(P,Q) - H(P), two sums", "-S(p*log(q))", "S(p*log(p))")

CROSS_ENTROPY_PROOF = Goal(
    GIBBS,
    (Route(_WRITTEN_KL, "=", _ENTROPIES), Route(_ENTROPIES, "=", _WRITTEN_KL)),
    _logs_are_split,
)

# how tightly a piece binds: a sum needs brackets inside a product, and so on
_SUM, _PRODUCT, _ATOM = 0, 1, 2

UNREADABLE = r"\text{(not readable)}"

RELATION_SIGNS = {"=": "=", "<=": r"\le", ">=": r"\ge"}

def to_latex(node: Node, setting: Setting) -> str:
    """Return an expression as LaTeX, with i as the outcome."""
    return _render(node, setting)[0]

def _render(node: Node, setting: Setting) -> tuple[str, int]:
    kind = node.kind
    if kind == "number":
        return str(node.number), _ATOM
    if kind == "name":
        return _name(node.name, setting), _ATOM
    if kind == "log":
        return rf"\log\left({_render(node.args[0], setting)[0]}\right)", _ATOM
    if kind in ("S", "All"):
        index = "i"
        if kind == "S" and setting.zeros:
            index = rf"i:\,{_name(setting.pairs[0][0], setting)}>0"
        return rf"\sum_{{{index}}} {_bracketed(node.args[0], setting, _PRODUCT)}", _PRODUCT
    if kind == "negative":
        return f"-{_bracketed(node.args[0], setting, _PRODUCT)}", _SUM
    left, right = node.args
    if kind == "/":
        top, bottom = _render(left, setting)[0], _render(right, setting)[0]
        return rf"\frac{{{top}}}{{{bottom}}}", _ATOM
    if kind == "*":
        # a sum sign on the left would swallow the right factor
        level = _ATOM if _ends_in_sum(left) else _PRODUCT
        first, second = _bracketed(left, setting, level), _bracketed(right, setting, _PRODUCT)
        dot = r"\cdot " if second[0].isdigit() else r"\,"
        return f"{first}{dot}{second}", _PRODUCT
    second = _bracketed(right, setting, _PRODUCT if kind == "-" else _SUM)
    if second.startswith("-"):
        second = rf"\left({second}\right)"
    first = _render(left, setting)[0]
    if _ends_in_sum(left):
        first = rf"\left({first}\right)"
    return f"{first} {kind} {second}", _SUM

def _ends_in_sum(node: Node) -> bool:
    if node.kind == "*":
        return _ends_in_sum(node.args[1])
    if node.kind in ("+", "-"):
        return False
    return node.kind in ("S", "All")

def _bracketed(node: Node, setting: Setting, level: int) -> str:
    text, own = _render(node, setting)
    return text if own >= level else rf"\left({text}\right)"

def _name(name: str, setting: Setting) -> str:
    if name in setting.weights:
        return r"\lambda"
    return f"{name[0]}_{{{name[1:]}{',' if name[1:] else ''}i}}"

MAX_STEPS = 30

MAX_PIECES = 8

MAX_CHARACTERS = 6_000

RELATIONS = ("=", "<=", ">=")

_KEYS = ("rel", "expr", "by")

@dataclass(frozen=True)
class Step:
    """One step; `problem` says in one sentence why it could not be read, if it could not."""

    relation: str = ""
    expression: object = None
    rule: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    problem: str = ""

@dataclass(frozen=True)
class Chain:
    """A start and steps."""

    start: object
    steps: tuple[Step, ...]

def read_chain(data: object) -> Chain:
    """Read a chain in either form.

    Raises
    ------
    ProofError
        If the whole cannot be read. A single bad step is kept with its problem.
    """
    if type(data) is dict:
        assert isinstance(data, dict)
        unknown = [key for key in data if key not in ("start", "steps")]
        if unknown or len(data) != 2:
            raise ProofError('a chain written as a dict has the two keys "start" and "steps".')
        start, steps = data["start"], data["steps"]
        if type(steps) not in (list, tuple):
            raise ProofError('a chain\'s "steps" are a list.')
    elif type(data) in (list, tuple):
        assert isinstance(data, (list, tuple))
        if not data:
            raise ProofError("the chain is empty: it begins with an expression.")
        start, steps = data[0], data[1:]
    else:
        raise ProofError(f"a chain is a list or a dict, and this is a value of type {type_name(data)}.")
    if not steps:
        raise ProofError("the chain has a start but no steps.")
    if len(steps) > MAX_STEPS:
        raise ProofError(f"the chain has {len(steps)} steps: {MAX_STEPS} are allowed.")
    chain = Chain(start, tuple(_read_step(step) for step in steps))
    total = sum(map(len, texts(chain)))
    if total > MAX_CHARACTERS:
        raise ProofError(f"the chain has {total:,} characters in all: {MAX_CHARACTERS:,} are allowed.")
    return chain

def texts(chain: Chain) -> list[str]:
    """Return all expressions and arguments of a chain that are strings, in order."""
    found = [chain.start]
    for step in chain.steps:
        found.append(step.expression)
        found += [piece for argument in step.arguments.values() for piece in pieces(argument)]
    return [text for text in found if isinstance(text, str)]

def _read_step(step: object) -> Step:
    if type(step) is dict:
        assert isinstance(step, dict)
        missing = [key for key in _KEYS if key not in step]
        if missing:
            return Step(problem=f'the step has no "{missing[0]}".')
        arguments = {key: value for key, value in step.items() if key not in _KEYS}
        relation, expression, rule = step["rel"], step["expr"], step["by"]
    elif type(step) in (list, tuple):
        assert isinstance(step, (list, tuple))
        if len(step) < 3:
            return Step(problem="a step has a relation, an expression and a rule, in this order.")
        relation, expression, rule, *rest = step
        arguments = {}
        for text in rest:
            name, equals, value = text.partition("=") if type(text) is str else ("", "", "")
            if not equals:
                return Step(problem='after the rule come its arguments, such as "x = 1 + q".')
            if name.strip() in arguments:
                return Step(problem=f"the argument {name.strip()[:12]} is given twice.")
            arguments[name.strip()] = value
    else:
        return Step(problem="a step is a tuple (relation, expression, rule, ...) or a dict.")
    if type(relation) is not str or relation not in RELATIONS:
        return Step(problem='the relation is one of "=", "<=" and ">=".')
    if type(rule) is not str or any(type(key) is not str for key in arguments):
        return Step(problem="the rule and the names of its arguments are strings.")
    return Step(relation, expression, rule, arguments)

def pieces(argument: object) -> list[object]:
    """Split an argument into its expressions: a list, or one string with commas."""
    if type(argument) is str:
        assert isinstance(argument, str)
        return list(argument.split(",", MAX_PIECES))
    if type(argument) in (list, tuple):
        assert isinstance(argument, (list, tuple))
        return list(argument)
    return [argument]

UNKNOWN, NON_NEGATIVE, POSITIVE = 0, 1, 2

def visible_sign(node: Node, setting: Setting, over: str) -> int:
    """Read off the form of an expression whether it cannot be negative.

    Parameters
    ----------
    node : Node
    setting : Setting
    over : {"S", "All"}
        The outcomes at which it is read: p and q are positive on the support (S), and
        non-negative on all outcomes.

    Returns
    -------
    int
        POSITIVE, NON_NEGATIVE or UNKNOWN. Only numbers, names, their sums, products, quotients
        by something visibly positive, 1 - weight, and sums over outcomes of such are visible.
    """
    value = constant(node)
    if value is not None:
        return POSITIVE if value > 0 else NON_NEGATIVE if value == 0 else UNKNOWN
    if node.kind == "name":
        sure = node.name in setting.weights or over == "S" or not setting.zeros
        return POSITIVE if sure else NON_NEGATIVE
    if node.kind == "S":
        return visible_sign(node.args[0], setting, "S")
    if node.kind == "All":
        everywhere = visible_sign(node.args[0], setting, "All")
        return max(everywhere, visible_sign(node.args[0], setting, "S")) if everywhere else UNKNOWN
    if node.kind == "-":
        left, right = node.args
        is_rest = constant(left) == 1 and right.kind == "name" and right.name in setting.weights
        return POSITIVE if is_rest else UNKNOWN
    if node.kind not in ("+", "*", "/"):
        return UNKNOWN
    a, b = (visible_sign(arg, setting, over) for arg in node.args)
    if node.kind == "/":
        return a if b == POSITIVE else UNKNOWN
    if UNKNOWN in (a, b):
        return UNKNOWN
    return max(a, b) if node.kind == "+" else min(a, b)

def visibly_nonnegative(node: Node, setting: Setting, over: str = "S") -> bool:
    """Tell whether an expression's form shows that it is >= 0 (see `visible_sign`)."""
    return visible_sign(node, setting, over) >= NON_NEGATIVE

def visibly_positive(node: Node, setting: Setting, over: str = "S") -> bool:
    """Tell whether an expression's form shows that it is > 0 (see `visible_sign`)."""
    return visible_sign(node, setting, over) == POSITIVE

ONE = Value(Fraction(1))

class RefusalError(ProofError):
    """A step does not stand; `point` and `detail` say where that shows, and what, if it does."""

    def __init__(self, reason: str, point: Point | None = None, detail: str = "") -> None:
        super().__init__(reason)
        self.point = point
        self.detail = detail

@dataclass(frozen=True)
class Arguments:
    """A lemma's parsed arguments; each is a list of one expression but in log_sum."""

    nodes: Mapping[str, Sequence[Node]]
    over: str | None
    setting: Setting

    def one(self, name: str) -> Node:
        """Return an argument that is a single expression."""
        if len(self.nodes[name]) != 1:
            raise RefusalError(f"the argument {name} is one expression here, not a list.")
        return self.nodes[name][0]

@dataclass(frozen=True)
class Lemma:
    """A lemma: its arguments by name, and the gap between its sides at each point."""

    required: frozenset[str]
    allowed: frozenset[str]
    gaps: Callable[[Arguments, Sequence[Point]], list[Value]]

def _need_nonnegative(node: Node, name: str, setting: Setting, over: str) -> None:
    if not visibly_nonnegative(node, setting, over):
        raise RefusalError(f"{name} = {node.source} is not visibly non-negative{_where(over, setting)}: {_FORMS}.")

def _need_positive(node: Node, name: str, setting: Setting, over: str) -> None:
    if not visibly_positive(node, setting, over):
        raise RefusalError(f"{name} = {node.source} is not visibly positive{_where(over, setting)}: {_FORMS}.")

_FORMS = "only positive numbers, the names, and their sums, products and quotients count as such"

def _where(over: str, setting: Setting) -> str:
    return " on all outcomes (p and q may be 0 off the support)" * (over == "All" and setting.zeros)

def _at(points: Sequence[Point], gap: Callable[[Point], Value]) -> list[Value]:
    gaps = []
    for point in points:
        try:
            gaps.append(gap(point))
        except UndefinedError as error:
            raise RefusalError(f"in the lemma's instance, {error}", point) from None
    return gaps

def _log_le(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    x, w, setting = arguments.one("x"), arguments.one("w"), arguments.setting
    loose = is_per_outcome(x, setting) or is_per_outcome(w, setting)
    single = arguments.over is None and not loose
    over = arguments.over or "S"
    _need_positive(x, "x", setting, over)
    _need_nonnegative(w, "w", setting, over)

    def gap(point: Point) -> Value:
        total, sums = Value(), dict[int, Value]()
        for i in [None] if single else outcomes(point, over):
            ratio = evaluate(x, point, i, sums)
            weight = evaluate(w, point, i, sums).rational
            total += (ratio - ONE - log(ratio)).times(weight)
        return total

    return _at(points, gap)

def _jensen(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    x, w, setting = arguments.one("x"), arguments.one("w"), arguments.setting
    over = arguments.over or "S"
    _need_positive(x, "x", setting, over)
    _need_nonnegative(w, "w", setting, over)

    def gap(point: Point) -> Value:
        mean, mean_log, total, sums = Value(), Value(), Value(), dict[int, Value]()
        for i in outcomes(point, over):
            ratio = evaluate(x, point, i, sums)
            weight = evaluate(w, point, i, sums)
            mean += ratio.times(weight.rational)
            mean_log += log(ratio).times(weight.rational)
            total += weight
        if total.rational != 1:
            raise RefusalError(
                f"Jensen's weights must sum to 1, and those of w = {w.source} do not.",
                point,
                f"the weights sum to {total.approximate():.6g}",
            )
        return log(mean) - mean_log

    return _at(points, gap)

def _extend_sum(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    e = arguments.one("e")
    _need_nonnegative(e, "e", arguments.setting, "All")

    def gap(point: Point) -> Value:
        rest, sums = Value(), dict[int, Value]()
        for i in set(range(point.size)) - set(point.support):
            rest += evaluate(e, point, i, sums)
        return rest

    return _at(points, gap)

def _log_monotone(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    e, setting = arguments.one("e"), arguments.setting
    if "x" in arguments.nodes:
        x = arguments.one("x")
        if is_per_outcome(x, setting) or is_per_outcome(e, setting):
            raise RefusalError("with x, log_monotone compares two numbers: sum over outcomes in x and e.")
        _need_positive(x, "x", setting, "S")
        _need_nonnegative(e, "e", setting, "S")

        def gap(point: Point) -> Value:
            low = evaluate(x, point)
            return log(low + evaluate(e, point)) - log(low)

        return _at(points, gap)
    _need_nonnegative(e, "e", setting, "All")
    _need_positive(e, "e", setting, "S")

    def extended(point: Point) -> Value:
        sums: dict[int, Value] = {}
        low, high = Value(), Value()
        for i in range(point.size):
            term = evaluate(e, point, i, sums)
            high += term
            if i in point.support:
                low += term
        return log(high) - log(low)

    return _at(points, extended)

def _log_sum(arguments: Arguments, points: Sequence[Point]) -> list[Value]:
    a, b, setting = arguments.nodes["a"], arguments.nodes["b"], arguments.setting
    over = arguments.over or "S"
    if len(a) != len(b):
        raise RefusalError(f"a has {len(a)} terms and b has {len(b)}: each a needs its own b.")
    pairs = list(zip(a, b, strict=True))
    single = arguments.over is None and not any(is_per_outcome(n, setting) for n in (*a, *b))
    for name, nodes in (("a", a), ("b", b)):
        for node in nodes:
            _need_nonnegative(node, name, setting, over)
    for node in b:
        _need_positive(node, "b", setting, over)

    def gap(point: Point) -> Value:
        sums: dict[int, Value] = {}
        rows = [
            [(evaluate(m, point, i, sums), evaluate(n, point, i, sums)) for m, n in pairs]
            for i in ([None] if single else outcomes(point, over))
        ]
        if len(a) == 1:  # one inequality over the outcomes, instead of one at each outcome
            rows = [[row[0] for row in rows]]
        total = Value()
        for row in rows:
            parts = [_entropy_term(top, bottom) for top, bottom in row]
            whole = _entropy_term(_total(m for m, _ in row), _total(n for _, n in row))
            total += _total(parts) - whole
        return total

    return _at(points, gap)

def _total(values: Iterable[Value]) -> Value:
    total = Value()
    for value in values:
        total += value
    return total

def _entropy_term(a: Value, b: Value) -> Value:
    # a log(a/b) with 0 log 0 = 0
    if a.rational == 0:
        return Value()
    return log(Value(a.rational / b.rational)).times(a.rational)

LEMMAS: dict[str, Lemma] = {
    "log_le": Lemma(frozenset("xw"), frozenset({"x", "w", "over"}), _log_le),
    "jensen": Lemma(frozenset("xw"), frozenset({"x", "w", "over"}), _jensen),
    "extend_sum": Lemma(frozenset("e"), frozenset("e"), _extend_sum),
    "log_monotone": Lemma(frozenset("e"), frozenset("ex"), _log_monotone),
    "log_sum": Lemma(frozenset("ab"), frozenset({"a", "b", "over"}), _log_sum),
}

@dataclass(frozen=True)
class Counterexample:
    """A point at which a step fails.

    Attributes
    ----------
    distributions : dict
        Name to exact entries, for example {"p": (1/2, 1/2), "q": (1/4, 3/4)}.
    weights : dict
        Name to exact value.
    left, right : float or None
        The step's two sides there, rounded for display; None where a side has no value.
    text : str
        All of it in words.
    """

    distributions: dict[str, tuple[Fraction, ...]]
    weights: dict[str, Fraction]
    left: float | None
    right: float | None
    text: str

@dataclass(frozen=True)
class StepVerdict:
    """One step's verdict: number (from 1), reason in words, LaTeX of relation and expression."""

    number: int
    accepted: bool
    reason: str
    counterexample: Counterexample | None
    latex: str

@dataclass(frozen=True)
class ChainVerdict:
    """The verdict on a chain.

    Attributes
    ----------
    steps : tuple of StepVerdict
        Every step is judged, also after a refused one.
    complete : bool
        Starts right, ends right, one direction, every step accepted.
    credit : Fraction
        0, 1/4, 1/2, 3/4 or 1 (see the module's text).
    fault : int or None
        0 for the start, k for step k, number of steps + 1 for the end; None if complete.
    message : str
        One sentence or two on the first fault, or on what has been shown.
    start_latex : str
    """

    steps: tuple[StepVerdict, ...]
    complete: bool
    credit: Fraction
    fault: int | None
    message: str
    start_latex: str = ""

IDENTITIES = ("algebra", "definition", "normalisation")

@dataclass(frozen=True)
class Side:
    """An expression of the chain: parsed, its value at each point, or why it has none."""

    node: Node | None
    values: list[Value] | None
    problem: str = ""
    point: Point | None = None

def read_side(text: object, setting: Setting, points: Sequence[Point]) -> Side:
    try:
        node = parse(text, setting)
    except ProofError as error:
        return Side(None, None, str(error))
    values: list[Value] = []
    for point in points:
        try:
            values.append(evaluate(node, point))
        except UndefinedError as error:
            return Side(node, None, str(error), point)
    return Side(node, values)

def judge(
    number: int,
    step: Step,
    left: Side,
    right: Side,
    direction: str,
    setting: Setting,
    points: Sequence[Point],
) -> StepVerdict:
    latex = _step_latex(step, right, setting)
    try:
        _check_step(step, left, right, direction, setting, points)
    except RefusalError as refusal:
        reason, example = _sentence(str(refusal)), None
        if refusal.point:
            example = _counterexample(refusal.point, left, right, points, refusal.detail)
            reason += f" Take {example.text}."
        return StepVerdict(number, False, reason, example, latex)
    if step.rule in LEMMAS:
        reason = f"An instance of {step.rule} with these arguments."
    else:
        reason = f"An identity: both sides are equal at {len(points)} points."
    return StepVerdict(number, True, reason, None, latex)

def _check_step(
    step: Step,
    left: Side,
    right: Side,
    direction: str,
    setting: Setting,
    points: Sequence[Point],
) -> None:
    if step.problem:
        raise RefusalError(step.problem)
    if right.values is None:
        raise RefusalError(right.problem, right.point)
    if left.values is None:
        raise RefusalError(f"the expression before this step cannot be used: {left.problem}", left.point)
    if step.rule not in LEMMAS and step.rule not in IDENTITIES:
        raise RefusalError(_unknown_rule(step.rule))
    differences = [b - a for a, b in zip(left.values, right.values, strict=True)]
    if step.relation == "=":
        wrong = next((p for p, d in zip(points, differences, strict=True) if not d.is_zero()), None)
        if wrong is not None:
            raise RefusalError("the two sides are not equal.", wrong)
        if step.rule in LEMMAS:
            raise RefusalError(f"{step.rule} is an inequality, and this step says '='.")
        if step.arguments:
            raise RefusalError(f"{step.rule} takes no arguments.")
        return
    if step.relation == "<=":
        differences = [-d for d in differences]
    # from here on, positive means that the inequality is false
    if step.relation != direction:
        going = "only '=' steps" if direction == "=" else f"'=' and '{direction}' steps only"
        raise RefusalError(f"this chain, from where it starts, is made of {going}.", _false_at(differences, points))
    try:
        _check_lemma(step, differences, setting, points)
    except RefusalError as refusal:
        false_at = _false_at(differences, points)
        if false_at is None:
            raise
        raise RefusalError(f"{refusal} What it says is not even true.", false_at) from None

def _false_at(differences: Sequence[Value], points: Sequence[Point]) -> Point | None:
    for point, difference in zip(points, differences, strict=True):
        try:
            if difference.sign() > 0:
                return point
        except ProofError:
            continue
    return None

def _check_lemma(step: Step, differences: Sequence[Value], setting: Setting, points: Sequence[Point]) -> None:
    if step.rule in IDENTITIES:
        raise RefusalError(f"{step.rule} justifies '=' only: an inequality needs one of {_names()}.")
    gaps = LEMMAS[step.rule].gaps(_arguments(step, setting), points)
    wrong = [
        (point, gap, difference)
        for point, gap, difference in zip(points, gaps, differences, strict=True)
        if not (gap + difference).is_zero()
    ]
    if not wrong:
        return
    if same(gaps, differences):
        raise RefusalError(f"{step.rule} with these arguments gives the opposite inequality.")
    point, gap, difference = wrong[0]
    raise RefusalError(
        f"{step.rule} with these arguments does not give this step.",
        point,
        f"the lemma's two sides differ by {_shown(gap)} and the step's by {_shown(-difference)}",
    )

def _shown(value: Value) -> str:
    return f"{value.approximate():.6g}"

def _names() -> str:
    return ", ".join(LEMMAS)

def _unknown_rule(rule: str) -> str:
    known = f"the rules are {', '.join(IDENTITIES)}, {_names()}."
    if "gibbs" in rule.lower():
        return f"Gibbs' inequality is what such a chain proves, so it cannot be a reason; {known}"
    return f"there is no such rule; {known}"

def _arguments(step: Step, setting: Setting) -> Arguments:
    lemma = LEMMAS[step.rule]
    missing = sorted(lemma.required - set(step.arguments))
    unknown = sorted(set(step.arguments) - lemma.allowed)
    if missing:
        raise RefusalError(f"{step.rule} needs the argument {missing[0]}.")
    if unknown:
        raise RefusalError(f"{step.rule} takes the arguments {', '.join(sorted(lemma.allowed))}.")
    over = step.arguments.get("over")
    if over is not None:
        over = over.strip() if isinstance(over, str) else over
        if over not in ("S", "All"):
            raise RefusalError('the argument over is "S" or "All".')
    nodes: dict[str, list[Node]] = {}
    for name, argument in step.arguments.items():
        if name == "over":
            continue
        parts = pieces(argument)
        if not 1 <= len(parts) <= MAX_PIECES:
            raise RefusalError(f"the argument {name} is a list of 1 to {MAX_PIECES} expressions.")
        try:
            nodes[name] = [parse(part, setting, per_outcome=True) for part in parts]
        except ProofError as error:
            raise RefusalError(f"the argument {name}: {error}") from None
    return Arguments(nodes, over if isinstance(over, str) else None, setting)

def _counterexample(point: Point, left: Side, right: Side, points: Sequence[Point], detail: str) -> Counterexample:
    at = points.index(point)
    a = left.values[at].approximate() if left.values else None
    b = right.values[at].approximate() if right.values else None
    facts = [] if a is None or b is None else [f"the left side is {a:.6g}, the right {b:.6g}"]
    facts += [detail] if detail else []
    text = point.describe() + (f": {'; '.join(facts)}" if facts else "")
    return Counterexample(point.distributions, point.weights, a, b, text)

def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else text + "."

def _step_latex(step: Step, right: Side, setting: Setting) -> str:
    relation = RELATION_SIGNS.get(step.relation, "?")
    if right.node is None:
        return f"{relation} {UNREADABLE}"
    return f"{relation} {to_latex(right.node, setting)}"

import hashlib

def check_chain(data: object, goal: Goal, *, seed: int | str = 0) -> ChainVerdict:
    """Check a student's chain against a goal.

    Parameters
    ----------
    data : list or dict
        See `reading`.
    goal : Goal
        See `goals`.
    seed : int or str
        Draws the random points; the same seed and chain give the same verdict.

    Returns
    -------
    ChainVerdict
        Never raises for anything a student wrote as plain data.
    """
    try:
        chain = read_chain(data)
    except ProofError as error:
        message = f"The chain cannot be read: {error}"
        return ChainVerdict((), False, Fraction(0), 0, message, UNREADABLE)
    points = draw_points(goal.setting, _digest(chain, seed))
    sides = [read_side(chain.start, goal.setting, points)]
    sides += [read_side(s.expression, goal.setting, points) for s in chain.steps]
    start = sides[0].node
    route = next((r for r in goal.routes if start and r.start.matches(start, points, goal.setting)), None)
    relations = [s.relation for s in chain.steps if s.relation in ("<=", ">=")]
    direction = route.relation if route else relations[0] if relations else "="
    steps = tuple(
        judge(k + 1, step, sides[k], sides[k + 1], direction, goal.setting, points) for k, step in enumerate(chain.steps)
    )
    fault, message = _first_fault(sides, steps, route, goal, points)
    credit = Fraction(1)
    if fault is not None:
        credit = _credit(sides, steps, route, goal, points)
    latex = to_latex(start, goal.setting) if start else UNREADABLE
    return ChainVerdict(steps, fault is None, credit, fault, message, latex)

def _digest(chain: Chain, seed: int | str) -> str:
    # the seed's points depend on the chain, so a chain cannot be built to fit known points
    whole = "\0".join([str(seed), *texts(chain)])
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()

def _first_fault(
    sides: Sequence[Side],
    steps: Sequence[StepVerdict],
    route: Route | None,
    goal: Goal,
    points: Sequence[Point],
) -> tuple[int | None, str]:
    if route is None:
        words = " or ".join(dict.fromkeys(r.start.words for r in goal.routes))
        why = f" Yours cannot be used: {sides[0].problem}" if sides[0].problem else ""
        if sides[0].point:
            why += f" at {sides[0].point.describe()}."
        return 0, f"The chain has to start at {words}.{why}"
    for step in steps:
        if not step.accepted:
            return step.number, f"Step {step.number}: {step.reason}"
    last = sides[-1].node
    assert last is not None  # all steps are accepted
    if not route.target.matches(last, points, goal.setting):
        return len(steps) + 1, (
            f"Every step stands, but the chain ends before it is done: its last expression has to be {route.target.words}."
        )
    return None, "Every step stands, and the chain leads from its start to its end."

def _credit(
    sides: Sequence[Side],
    steps: Sequence[StepVerdict],
    route: Route | None,
    goal: Goal,
    points: Sequence[Point],
) -> Fraction:
    good = 0
    while good < len(steps) and steps[good].accepted:
        good += 1
    if route is None or good == 0:
        return Fraction(0)
    if route.relation == "=":
        begun = goal.halfway is not None and any(goal.halfway(node) for side in sides[1 : good + 1] if (node := side.node))
        return Fraction(1, 2) if begun else Fraction(0)
    start = sides[0].values
    target = values_at(parse(route.target.text, goal.setting), points)
    assert start is not None
    credit = Fraction(0)
    for side in sides[1 : good + 1]:
        assert side.values is not None  # the step to it is accepted
        missing = [t - r for t, r in zip(target, side.values, strict=True)]
        if route.relation == ">=":
            missing = [-m for m in missing]
        if not same(start, side.values):
            credit = max(credit, _progress(missing, points))
    return credit

def _progress(missing: Sequence[Value], points: Sequence[Point]) -> Fraction:
    if all(m.is_zero() for m in missing):
        return Fraction(3, 4)
    if any(m.sign() < 0 for m in missing):
        return Fraction(0)
    if all(m.is_zero() for m, p in zip(missing, points, strict=True) if p.full):
        return Fraction(1, 2)
    return Fraction(1, 4)

nothing = signature()

DEPTH = 24

@dataclass(frozen=True)
class Foreign:
    """What stands in for a value of a type that no answer is made of."""

    type_name: str

def plain(value, depth=0):
    """The value in Python's own types, as the grader gets it; a subclass counts by its value."""
    if value is None or type(value) in (bool, int, float, str, Fraction) or isinstance(value, (np.generic, np.ndarray)):
        return value
    if depth >= DEPTH:
        return Foreign("list that is nested too deeply")
    for base in (int, float, str):
        if isinstance(value, base):
            return base(value)
    if isinstance(value, (list, tuple)):
        items = [plain(item, depth + 1) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, dict):
        return {key: plain(item, depth + 1) for key, item in value.items() if type(key) is str}
    return value if hasattr(value, "type_name") else Foreign(type(value).__name__)

def ask(function, call):
    """The function's answer as plain data; a Mismatch where none comes."""
    (reply,) = batch(function, [call])
    if reply.failure is not None:
        usable(reply, call, "An answer has to come back.")
    return plain(reply.value)

def not_yet(sentence, call, value):
    """The Mismatch of an answer that is refused, with the answer as far as it can be shown."""
    return Mismatch(f"Not yet: {sentence}", call.shown(), show(value))

def part(answer, key, call):
    """One value of an answer that is a dict."""
    if type(answer) is not dict:
        raise not_yet("the answer has to be a dict.", call, answer)
    if key not in answer:
        raise Mismatch(f'Not yet: the dict has no key "{key}".')
    return answer[key]

# The cases of one question judge one answer, so the last verdict is kept.
VERDICTS = {}

def verdict(function, goal, seed=0, key=None):
    """What the checker of chains says about the function's answer."""
    chain = ask(function, nothing())
    if key is not None:
        chain = part(chain, key, nothing())
    known = repr((chain, goal.routes[0].start.text, seed))
    if known not in VERDICTS:
        VERDICTS.clear()
        VERDICTS[known] = check_chain(chain, goal, seed=seed)
    return VERDICTS[known]

def starts(function, goal, key=None):
    """Raise unless the chain can be read and starts where the question says."""
    found = verdict(function, goal, key=key)
    if found.fault == 0:
        raise Mismatch(f"Not yet: {found.message}")

def earns(function, goal, credit, lead, seed=0, key=None):
    """Raise unless the steps up to the first refused one earn `credit`; say what is wrong with the first that fails."""
    found = verdict(function, goal, seed, key)
    if found.credit < credit:
        raise Mismatch(f"{lead} {found.message}")

from otter.test_files import test_case

@test_case(name="edge: starts at one side", points=1.5, hidden=False)
def edge_start(cross_entropy_proof):
    """The chain can be read, and it starts at the divergence, one sum, or at the two entropies, two sums."""
    starts(cross_entropy_proof, CROSS_ENTROPY_PROOF)

@test_case(name="property: every logarithm holds one name", points=3, hidden=False)
def property_split(cross_entropy_proof):
    """Partial credit: justified steps lead to an expression in which every logarithm holds p or q alone."""
    earns(cross_entropy_proof, CROSS_ENTROPY_PROOF, Fraction(1, 2), "The logarithms are not taken apart by justified steps yet.")

@test_case(name="value: a complete proof", points=4.5, hidden=False)
def value_complete(cross_entropy_proof):
    """Every step is justified, and the chain ends at the other side."""
    earns(cross_entropy_proof, CROSS_ENTROPY_PROOF, 1, "The proof is not complete.")
