"""The sign of c0 + sum c_i log r_i with rational c0, c_i and r_i > 0, decided for certain.

Guaranteed: no floating point takes part. A sign of 0 is found exactly: the integers in the form
are split over a coprime base (pairwise gcd refinement), whose logarithms are linearly independent
over the rationals by unique factorisation, so the sum of logarithms is 0 exactly if every exponent
is. If it is not 0 it is the logarithm of an algebraic number other than 1, hence transcendental
(Lindemann), and no rational c0 cancels it. Any other sign comes from an enclosure in scaled
integers that excludes 0; its precision doubles until it does. python-flint's ball arithmetic
(arb) computes the enclosures where it is installed; the pure-integer path needs nothing.

Not guaranteed: an answer for every form. A form whose value is below about 2^-65000, or which
needs more work than the caps allow, raises `ProofError`; at that edge alone the two paths may
differ in whether they give up, never in the sign.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from importlib import import_module
from math import gcd
from typing import Any

from .exact import ProofError
from .logarithm import log_ball, small_log_ball

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


# Exact zero: a coprime base


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


# Enclosures: a value v is known as |v - middle| <= radius, in units of 2^-precision


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
