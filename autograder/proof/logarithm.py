"""Enclosures of logarithms of integers, in scaled integers of any precision.

Guaranteed: the logarithm lies in the ball returned. The error bound is worked out next to the
code that makes the errors, and tested against another library at many precisions.
"""

from __future__ import annotations

from functools import cache, lru_cache
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
