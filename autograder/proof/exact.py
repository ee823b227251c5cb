"""Exact answers: rational numbers, distributions, and a KL divergence as a form in logarithms.

Guaranteed: what passes here is a rational number (a distribution: entries >= 0 whose exact sum
is 1), rebuilt from two plain Python integers, so nothing of the student's own types is left.
Refused, each with one sentence: floats, Decimals, NumPy values, complex numbers, bools, other
strings, zero denominators, and numbers larger than the caller's cap in bits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
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
