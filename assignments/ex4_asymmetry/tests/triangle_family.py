# Checks of triangle_family in ex4_asymmetry; written by `make build`.
from __future__ import annotations

OK_FORMAT = False

name = "triangle_family"

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

import re

from math import lcm

SMALL_BITS = 4_096

FAMILY_BITS = 1_000_000

MAX_OUTCOMES = 64

# sum of c * log(n): n a positive integer or rational, c rational
LogForm = list[tuple[Fraction, Fraction | int]]

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

def distribution(value: object, *, name: str = "P", bits: int = SMALL_BITS) -> tuple[Fraction, ...]:
    """Read a probability distribution with exact entries.

    Parameters
    ----------
    value : list or tuple of 1 to 64 exact numbers
        See `rational`.
    name : str
        What the distribution is called in the error's sentence.
    bits : int
        The cap on the bits of each numerator and denominator.

    Returns
    -------
    tuple of Fraction
        Entries >= 0 with sum exactly 1.

    Raises
    ------
    ProofError
        With one sentence that names the entry (counted from 0) or the sum at fault.
    """
    if type(value) not in (list, tuple):
        raise ProofError(f"{name} is a value of type {type_name(value)}: write a list or a tuple.")
    assert isinstance(value, (list, tuple))
    if not 1 <= len(value) <= MAX_OUTCOMES:
        raise ProofError(f"{name} has {len(value)} entries: a distribution here has 1 to {MAX_OUTCOMES}.")
    entries = tuple(rational(v, name=f"{name}[{i}]", bits=bits) for i, v in enumerate(value))
    for i, entry in enumerate(entries):
        if entry < 0:
            raise ProofError(f"{name}[{i}] is negative: a probability is not.")
    size = sum(e.numerator.bit_length() + e.denominator.bit_length() for e in entries)
    if size > max(2**20, 4 * bits):
        raise ProofError(f"{name} has {size:,} bits in all its entries together: too many.")
    if not _sums_to_one(entries, name, max(MAX_OUTCOMES * SMALL_BITS, 2 * bits)):
        # a sum with short digits helps to find the slip; a long one does not
        total = sum(entries) if size < 2_000 else None
        shown = f"to {total}" if total is not None and len(str(total)) <= 40 else "to something else"
        raise ProofError(f"{name} does not add up to exactly 1: its entries add up {shown}.")
    return entries

def _sums_to_one(entries: Sequence[Fraction], name: str, bits: int) -> bool:
    # Adding Fractions would take a greatest common divisor a sum, slow for giant entries.
    tops: dict[int, int] = {}
    for entry in entries:
        tops[entry.denominator] = tops.get(entry.denominator, 0) + entry.numerator
    common = 1
    for bottom in sorted(tops, reverse=True):
        common = lcm(common, bottom)
        if common.bit_length() > bits:
            raise ProofError(f"{name}: the common denominator of the entries has more than {bits:,} bits.")
    return sum(top * (common // bottom) for bottom, top in tops.items()) == common

def kl_form(p: Sequence[Fraction], q: Sequence[Fraction]) -> LogForm | None:
    """Write KL(p||q) in nats as a sum of rational multiples of logarithms of integers.

    Parameters
    ----------
    p, q : sequences of Fraction
        Two distributions of one length (`distribution`).

    Returns
    -------
    list of (coefficient, integer), or None
        None stands for an infinite divergence (`first_infinite` names the outcome). The ratio
        p/q is split into its four integers: a giant p/q is never multiplied out.
    """
    if first_infinite(p, q) is not None:
        return None
    form: LogForm = []
    for a, b in zip(p, q, strict=True):
        if a > 0:
            form += [(a, a.numerator), (a, b.denominator), (-a, a.denominator), (-a, b.numerator)]
    return form

def first_infinite(p: Sequence[Fraction], q: Sequence[Fraction]) -> int | None:
    """Return the first outcome with p > 0 = q, which makes KL(p||q) infinite, or None."""
    return next((i for i, (a, b) in enumerate(zip(p, q, strict=True)) if a > 0 == b), None)

def scaled(form: LogForm, factor: Fraction | int) -> LogForm:
    """Return the form times a rational factor."""
    return [(c * factor, r) for c, r in form]

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

from functools import wraps

from typing import ParamSpec

Distribution = tuple[Fraction, ...]

Given = ParamSpec("Given")

def _claim(check: Callable[Given, None]) -> Callable[Given, str | None]:
    """Turn a check that raises into a predicate that returns the sentence."""

    @wraps(check)
    def predicate(*args: Given.args, **kwargs: Given.kwargs) -> str | None:
        try:
            check(*args, **kwargs)
        except ProofError as error:
            return str(error)
        return None

    return predicate

def _unpack(answer: object, names: str, what: str = "the answer") -> list[object]:
    wanted = names.split(", ")
    if type(answer) not in (list, tuple):
        raise ProofError(f"{what} is a value of type {type_name(answer)}: return a tuple ({names}).")
    assert isinstance(answer, (list, tuple))
    if len(answer) != len(wanted):
        raise ProofError(f"{what} has {len(answer)} parts: return a tuple ({names}).")
    return list(answer)

def _read(values: Sequence[object], names: Sequence[str], bits: int) -> list[Distribution]:
    found = [distribution(v, name=n, bits=bits) for v, n in zip(values, names, strict=True)]
    for name, one in zip(names, found, strict=True):
        if len(one) != len(found[0]):
            raise ProofError(
                f"{name} has {len(one)} entries and {names[0]} has {len(found[0])}: "
                "the distributions are about the same outcomes."
            )
    return found

def _kl(p: Distribution, q: Distribution, names: str) -> LogForm:
    form = kl_form(p, q)
    if form is None:
        first, second = names.split("||")
        raise ProofError(f"KL({names}) is infinite: at outcome {first_infinite(p, q)} {first} is positive and {second} is 0.")
    return form

@_claim
def triangle_instance(answer: object, factor: Fraction) -> None:
    """Claim: KL(P||R) > factor * (KL(P||Q) + KL(Q||R)), all finite."""
    values = _unpack(answer, "P, Q, R")
    p, q, r = _read(values, ("P", "Q", "R"), FAMILY_BITS)
    detour = _kl(p, q, "P||Q") + _kl(q, r, "Q||R")
    if sign(_kl(p, r, "P||R") + scaled(detour, -factor)) <= 0:
        raise ProofError(f"at factor = {factor}: KL(P||R) is not more than the factor times the detour over Q.")

BANKS = {
    'triangle_shown': ([(Fraction(1, 1), ), (Fraction(2, 1), ), (Fraction(5, 1), ), (Fraction(10, 1), )], []),
}

def bank(name):
    cases = Bank(BANKS[name][0])
    cases.small = BANKS[name][1]
    return cases

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

def certify(function, claim, *, call=None, key=None):
    """Raise unless `claim(answer)`, which returns a sentence or None, has nothing to say against the answer.

    With `key` the answer is a dict, and the claim is about one of its values.
    """
    call = call or nothing()
    value = ask(function, call)
    if key is not None:
        value = part(value, key, call)
    sentence = claim(value)
    if sentence is not None:
        raise not_yet(sentence, call, value)

def part(answer, key, call):
    """One value of an answer that is a dict."""
    if type(answer) is not dict:
        raise not_yet("the answer has to be a dict.", call, answer)
    if key not in answer:
        raise Mismatch(f'Not yet: the dict has no key "{key}".')
    return answer[key]

def as_claim(check: Callable[..., None]):
    """Turn a check that raises a ProofError into a claim that returns its sentence, or None."""

    def claim(*args):
        try:
            check(*args)
        except ProofError as error:
            return str(error)
        return None

    return claim

def read(answer, names, bits=SMALL_BITS):
    """A tuple of distributions of the same outcomes; a ProofError otherwise."""
    if type(answer) not in (list, tuple) or len(answer) != len(names):
        raise ProofError(f"the answer has to be a tuple ({', '.join(names)}).")
    found = [distribution(value, name=name, bits=bits) for value, name in zip(answer, names)]
    if len({len(one) for one in found}) > 1:
        raise ProofError("the distributions are about the same outcomes, so they have equal lengths.")
    return found

def finite(p, q, names):
    """KL(P||Q) as a sum of logarithms; a ProofError where it is infinite."""
    form = kl_form(p, q)
    if form is None:
        raise ProofError(f"KL({names}) is infinite.")
    return form

from otter.test_files import test_case

at = signature("factor")

def exact_and_finite(answer):
    """Three exact distributions whose divergences are finite."""
    p, q, r = read(answer, ("P", "Q", "R"), FAMILY_BITS)
    finite(p, r, "P||R")
    finite(p, q, "P||Q")
    finite(q, r, "Q||R")

def at_each(function, cases, claim):
    # One message a value: the numbers may be very long.
    for (factor,) in cases:
        certify(function, lambda answer, factor=factor: claim(answer, factor), call=at(factor))

@test_case(name="edge: exact distributions", points=1, hidden=False)
def edge_exact(triangle_family):
    """For each factor, P, Q and R are distributions made of fractions, and all three divergences are finite."""
    at_each(triangle_family, bank("triangle_shown"), lambda answer, factor: as_claim(exact_and_finite)(answer))

@test_case(name="value: a few factors", points=2.5, hidden=False)
def value_few(triangle_family):
    """KL(P||R) > factor * (KL(P||Q) + KL(Q||R)) for a few factors."""
    at_each(triangle_family, bank("triangle_shown"), triangle_instance)

@test_case(name="property: the detour is shorter", points=1, hidden=False)
def property_shorter(triangle_family):
    """Partial credit: for a few factors the triangle inequality fails at all."""
    at_each(triangle_family, bank("triangle_shown"), lambda answer, factor: triangle_instance(answer, Fraction(1)))
