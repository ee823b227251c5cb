from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import hyp2f1

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Arg:
    """An argument together with its name, for readable complaints."""

    name: str
    value: Any

    def floats(self) -> Floats:
        try:
            a = np.asarray(self.value)
        except ValueError as why:
            raise ValueError(f"{self.name}: {why}") from why
        if a.dtype.kind not in "biuf":
            raise TypeError(f"{self.name}: {a.dtype} is not a real dtype")
        if a.ndim == 0:
            raise ValueError(f"{self.name}: 0-d input")
        return a.astype(np.float64)


@dataclass(frozen=True)
class Options:
    axis: int = -1
    base: Optional[float] = None

    def __post_init__(self) -> None:
        b = self.base
        if b is None:
            return
        if not isinstance(b, (int, float, np.integer, np.floating)):
            raise TypeError(f"base: {type(b).__name__} is not a number type")
        if not (b > 0 and b != 1):
            raise ValueError(f"base: {b} is not a valid base")

    def reduce(self, terms: Floats) -> np.float64 | Floats:
        nats = terms.sum(axis=-1)
        return nats if self.base is None else nats / np.log(np.float64(self.base))


def checked(name: str, rows: Floats) -> Floats:
    if rows.size == 0:
        raise ValueError(f"{name}: empty")
    if np.isnan(rows).any() or np.isinf(rows).any() or (rows < 0).any():
        raise ValueError(f"{name}: every entry must lie in [0, 1]")
    if (np.abs(rows.sum(axis=-1) - 1.0) > 1e-6).any():
        raise ValueError(f"{name}: every distribution must sum to 1")
    return rows


def aligned(opt: Options, *given: Arg) -> list[Floats]:
    arrays = [g.floats() for g in given]
    nd = max(a.ndim for a in arrays)
    rows = [np.moveaxis(a.reshape((1,) * (nd - a.ndim) + a.shape), opt.axis, -1) for a in arrays]
    if len({r.shape[-1] for r in rows}) != 1:
        raise ValueError("p, q: different lengths along axis")
    for g, r in zip(given, rows):
        checked(g.name, r)
    try:
        return list(np.broadcast_arrays(*rows))
    except ValueError as why:
        raise ValueError(f"p, q: {why}") from why


def entropy(p: ArrayLike, *, axis: int = -1, base: Optional[float] = None):
    opt = Options(axis, base)
    (P,) = aligned(opt, Arg("p", p))
    t = np.zeros(P.shape)
    i = P > 0
    t[i] = -P[i] * np.log(P[i])
    return opt.reduce(t)


def cross_entropy(p: ArrayLike, q: ArrayLike, *, axis: int = -1, base: Optional[float] = None):
    opt = Options(axis, base)
    P, Q = aligned(opt, Arg("p", p), Arg("q", q))
    t = np.where((P > 0) & (Q == 0), np.inf, 0.0)
    i = (P > 0) & (Q > 0)
    t[i] = -P[i] * np.log(Q[i])
    return opt.reduce(t)


def kl_divergence(p: ArrayLike, q: ArrayLike, *, axis: int = -1, base: Optional[float] = None):
    """Bregman form: sum of p log(p/q) - p + q, each term >= 0.

    For p close to q a term is q u^2/2 * F(1, 1; 3; -u) with u = p/q - 1 (Gauss' hypergeometric
    function; compare the coefficients 1/(k(k-1))).
    """
    opt = Options(axis, base)
    P, Q = aligned(opt, Arg("p", p), Arg("q", q))
    t = np.where(P > 0, np.inf, Q)
    i = (P > 0) & (Q > 0)
    near = i & (np.abs(P - Q) <= 0.5 * Q)
    far = i & ~near
    u = (P[near] - Q[near]) / Q[near]
    t[near] = 0.5 * Q[near] * u**2 * hyp2f1(1, 1, 3, -u)
    t[far] = P[far] * (np.log(P[far]) - np.log(Q[far])) - P[far] + Q[far]
    return opt.reduce(t)
