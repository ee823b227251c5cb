"""The records that checking a chain returns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


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


def chain_to_latex(verdict: ChainVerdict) -> str:
    """Render a checked chain as an aligned LaTeX block with a tick or a cross a step."""
    rows = [f"& {verdict.start_latex}"]
    for step in verdict.steps:
        mark = r"\checkmark" if step.accepted else r"\boldsymbol{\times}"
        rows.append(rf"& {step.latex} && {mark}\ \text{{({step.number})}}")
    body = " \\\\\n".join(rows)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"
