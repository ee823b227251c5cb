"""From a function's behaviour to the beliefs that it is consistent with.

All functions answer the same probes.  A belief about the formula has to give a student's answers on
every ordinary probe, alone or together with a second one; beliefs about special inputs have to
foresee where the student goes wrong and in what manner.  What shows in every answer alike (lists
for arrays, single precision) is taken off first and counts as a habit.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import math
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from autograder.diagnose.behaviour import MESSAGES, ORDINARY, RTOL, TINY, Answer, Behaviour, Probe
from autograder.diagnose.formula import Basis, read_off
from autograder.diagnose.misconceptions import Belief
from autograder.records import Diagnosis

MOST = 3
NEAR = 1e-6
"""Relative difference up to which an answer may be right but for a small constant."""
SINGLE = 2e-5
"""The same for answers in single precision."""
FEW = 2
"""A belief that shows on so few ordinary probes is one about special inputs."""
ENOUGH = 6
"""On so many ordinary probes a likeness of numbers can be no accident."""
ROUGH = 0.1
"""Answers that are off by a smaller share than this may be approximations of the right ones."""
LIKE = 30
"""Rounding errors of two formulas differ by a smaller factor."""
FIGURE = "a figure with "
LISTS, SINGLES, SMALL, LENGTH_ONE = "returns lists", "single precision", "keeps small types", "returns arrays for numbers"
WARNS = "warns"


@dataclasses.dataclass(frozen=True)
class Known:
    """A belief with what it does on the probes."""

    misconception: Belief
    behaviour: Behaviour
    wrong: frozenset[int]
    habits: frozenset[str]


@dataclasses.dataclass(frozen=True)
class Form:
    """How an answer looks: its outer form, its type, its shape; its numbers are the answer's own."""

    outer: str
    dtype: str = ""
    shape: tuple[int, ...] = ()


def form(answer: Answer) -> Form:
    """The form that is written in an answer's kind."""
    return _form(answer.kind)


@functools.lru_cache(4096)
def _form(kind: str) -> Form:
    if kind in ("number", "nan", "inf", "-inf", "zero", "a number"):
        return Form("value", "float64")
    if kind.startswith("a float"):
        return Form("value", kind.removeprefix("a "))
    if kind.startswith("array "):
        _, dtype, shape = kind.split(" ", 2)
        return Form("value", dtype, tuple(int(n) for n in shape.strip("()").split(",") if n.strip()))
    if kind.startswith("list "):
        words = kind.removeprefix("list of ").removeprefix("list ")
        return Form("list", "float64", tuple(int(n) for n in words.strip("()").split(",") if n.strip()))
    if kind.startswith("raises "):
        return Form("raises", kind.partition(" that names ")[0])
    return Form(kind)


def numbers(answer: Answer) -> tuple[float, ...]:
    """An answer's numbers, those that are no finite ones included."""
    return answer.numbers or {"nan": (math.nan,), "inf": (math.inf,), "-inf": (-math.inf,), "zero": (0.0,)}.get(answer.kind, ())


def _close(one: Sequence[float], other: Sequence[float], rtol: float, atol: float = 0.0) -> bool:
    """Whether all numbers agree to a share of the largest one."""
    if len(one) != len(other):
        return False
    scale = max((abs(v) for v in other if math.isfinite(v)), default=0.0)
    return all(
        a == b or (a != a and b != b) or (math.isfinite(a) and math.isfinite(b) and abs(a - b) <= atol + rtol * scale)
        for a, b in zip(one, other)
    )


def _single(values: Sequence[float]) -> bool:
    """Whether all numbers are ones of single precision."""
    with np.errstate(all="ignore"):
        return all(v != v or float(np.float32(v)) == v for v in values)


class Seen:
    """A behaviour with its style taken off: answers in the right form wherever only the form was wrong."""

    def __init__(
        self, does: Behaviour, right: Behaviour, probes: Sequence[Probe], habits: frozenset[str], comparable: bool
    ) -> None:
        self.answers = list(does.answers)
        self.habits = set(habits)
        self.warned = does.warned
        self.rtol = RTOL
        self.manners: dict[int, tuple[object, ...]] = {}
        if comparable:
            self._take_off(right, probes)
        self.wrong = frozenset(
            n for n, (mine, other) in enumerate(zip(self.answers, right.answers)) if not self.same(n, other, mine)
        )

    def _take_off(self, right: Behaviour, probes: Sequence[Probe]) -> None:
        """Put answers of another type into the right one, and keep what was seen as habits."""
        ordinary = [n for n, probe in enumerate(probes) if probe.group == ORDINARY]
        for n, (mine, other) in enumerate(zip(self.answers, right.answers)):
            own, wanted = form(mine), form(other)
            if wanted.outer != "value" or own.outer not in ("value", "list"):
                continue
            if own.shape != wanted.shape and not (own.shape == (1,) and wanted.shape == ()):
                continue
            if (own.outer, own.dtype, own.shape) == (wanted.outer, wanted.dtype, wanted.shape):
                continue
            if own.outer == "list":
                self.habits.add(LISTS)
            if own.shape != wanted.shape:
                self.habits.add(LENGTH_ONE)
            single = own.dtype in ("float32", "float16")
            if single:
                self.habits.add(SINGLES if n in ordinary else SMALL)
            values = numbers(mine)
            if _close(values, numbers(other), SINGLE if single else RTOL, 1e-6 if single else 1e-12):
                self.answers[n] = other
            elif len(values) == 1 and wanted.shape == ():
                value = values[0]
                word = "nan" if value != value else ("inf" if value > 0 else "-inf") if math.isinf(value) else "number"
                self.answers[n] = Answer(word, values if word == "number" else (), other.atol)
            elif len(values) == len(numbers(other)):
                self.answers[n] = Answer(other.kind, values, other.atol)
        if SINGLES not in self.habits and self._coarse(right, ordinary):
            self.habits.add(SINGLES)
        if SINGLES in self.habits:
            self.habits.discard(SMALL)
            self.rtol = SINGLE

    def _coarse(self, right: Behaviour, ordinary: list[int]) -> bool:
        """Whether ordinary answers are right to single precision and are numbers of it."""
        pairs = [(numbers(self.answers[n]), numbers(right.answers[n])) for n in ordinary]
        off = sum(not _close(mine, other, 1e-10, 1e-13) for mine, other in pairs)
        return 2 * off > len(pairs) and all(_single(mine) and _close(mine, other, SINGLE, 1e-6) for mine, other in pairs)

    def same(self, n: int, other: Answer, mine: Answer | None = None) -> bool:
        """Whether probe `n` is answered as by `other`."""
        mine = mine or self.answers[n]
        if mine.same(other):
            return True
        return self.rtol > RTOL and mine.kind == other.kind and _close(mine.numbers, other.numbers, self.rtol, 1e-6)


Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


def _same_amounts(mine: Floats, other: Floats) -> bool:
    """Whether two sets of errors are equal to two digits, those that are no rounding."""
    if mine.shape != other.shape:
        return False
    return bool(np.all(np.abs(mine - other) <= 0.02 * np.abs(other) + 2e-6)) and int(np.sum(np.abs(other) > 1e-4)) >= ENOUGH


def _same_pattern(mine: Floats, other: Floats) -> float | None:
    """How much two approximations err alike: with the same noise, or at the same places; None if they do not."""
    if (
        mine.shape != other.shape
        or np.max(np.abs(other)) > ROUGH
        or min(np.sum(np.abs(mine) > 1e-6), np.sum(np.abs(other) > 1e-6)) < ENOUGH // 2
    ):
        return None
    noisy = [_noisy(errors) for errors in (mine, other)]
    if any(noisy):
        return 0.0 if all(noisy) else None
    one, two = (np.log10(np.maximum(np.abs(errors), 1e-10)) for errors in (mine, other))
    if np.std(one) < 0.3 or np.std(two) < 0.3 or abs(np.mean(one) - np.mean(two)) > 2:
        return None
    likeness = float(np.corrcoef(one, two)[0, 1])
    return likeness if likeness > (0.9 if len(mine) >= 2 * ENOUGH else 0.95) else None


def _noisy(errors: Floats) -> bool:
    """Whether errors look like those of random draws: all of about one size, and of both signs."""
    size = np.abs(errors)
    signs = float(np.mean(errors > 0))
    return bool(1e-5 < np.median(size) < 0.03 and np.quantile(size, 0.1) > np.median(size) / 50 and 0.2 < signs < 0.8)


@dataclasses.dataclass(frozen=True)
class _Fit:
    """How well a belief foresees a student's answers on special inputs."""

    known: Known
    explained: frozenset[int]
    exact: int
    asked: int
    habits: frozenset[str]


class Explainer:
    """What is known about a question's right and wrong behaviours, ready to explain others."""

    def __init__(
        self,
        probes: Sequence[Probe],
        right: Behaviour,
        known: Sequence[Known],
        basis: Basis | None,
        comparable: bool = True,
        numeric: frozenset[str] = frozenset(),
    ) -> None:
        self.probes, self.right, self.known, self.basis, self.comparable = probes, right, known, basis, comparable
        self.numeric = numeric | {TINY}
        self.ordinary = frozenset(n for n, probe in enumerate(probes) if probe.group == ORDINARY)

    @cached_property
    def seen(self) -> list[tuple[Known, Seen]]:
        """All beliefs with their style taken off."""
        return [(known, self._seen(known.behaviour)) for known in self.known]

    @cached_property
    def far(self) -> list[int]:
        """On how many ordinary probes each belief is wrong."""
        return [len(self._far(seen)) for _, seen in self.seen]

    def _seen(self, does: Behaviour) -> Seen:
        return Seen(does, self.right, self.probes, does.habits_beyond(self.right), self.comparable)

    def _near(self, answer: Answer, n: int, rtol: float = NEAR) -> bool:
        """Whether an answer is a number as on the right, and off by very little."""
        right = self.right.answers[n]
        return self.comparable and answer.kind == right.kind and _close(answer.numbers, right.numbers, rtol, rtol)

    def _far(self, seen: Seen) -> frozenset[int]:
        """The ordinary probes that are answered by another formula, and not only less exactly."""
        return frozenset(n for n in seen.wrong & self.ordinary if not self._near(seen.answers[n], n))

    def explain(self, does: Behaviour) -> list[Diagnosis]:
        """Beliefs that the answers are consistent with; empty when the evidence is thin."""
        student = self._seen(does)
        if self._faulty(does):
            return self._by_faults(does)
        if len(self._far(student)) <= FEW:
            return self._special(student, None)
        known = self._same_formula(student)
        if known is not None:
            count = len(known[1].wrong & self.ordinary)
            evidence = f"on {count} of {count} ordinary inputs your answers are the same as with this belief"
            return [_told(known[0], evidence), *self._special(student, known[1])][:MOST]
        rough = self._roughly(student)
        if rough is not None:
            return [rough, *self._special(student, student)][:MOST]
        formula = self._formula(student)
        simple = formula is not None and not any(mark in formula for mark in (" + ", " - ", " / ", ","))
        pair = None if simple else self._two_formulas(student)
        if pair:
            others = [
                f"on {len(self.ordinary)} ordinary inputs your answers are those of two beliefs together, of which this is one"
            ]
            return [_told(known, others[0]) for known in pair] + self._special(student, student)[: MOST - 2]
        if formula is None:
            return []
        read = Diagnosis(
            "formula",
            f"on ordinary inputs your answers equal {formula}",
            "Compare this with the definition, term by term.",
            f"Your function computes {formula}. Is that what you meant?",
        )
        return [read, *self._special(student, student)][:MOST]

    def _same_formula(self, student: Seen) -> tuple[Known, Seen] | None:
        """The belief that gives the student's answers on all ordinary probes."""
        for digits in (RTOL, NEAR):
            fitting = []
            for (known, seen), far in zip(self.seen, self.far):
                if far <= FEW:
                    continue
                # Where a rule stops to work depends on its constants: one case more or less is the same belief.
                spare = 0 if self.comparable or digits == RTOL else 1
                others = (n for n in self.ordinary if not self._agree(student, seen, n, digits))
                if len(list(itertools.islice(others, spare + 1))) <= spare and not self._denied(student, seen):
                    fitting.append((sum(student.same(n, answer) for n, answer in enumerate(seen.answers)), known, seen))
            if fitting:
                return max(fitting, key=lambda found: found[0])[1:]
        return None

    def _denied(self, student: Seen, seen: Seen) -> bool:
        """Whether the student is right on many special inputs that the belief gets wrong."""
        groups: dict[str, list[bool]] = {}
        for n in seen.wrong - self.ordinary:
            if self.probes[n].group not in self.numeric:
                groups.setdefault(self.probes[n].group, []).append(n not in student.wrong)
        return sum(all(right) and len(right) > 1 for right in groups.values()) > 1

    def _agree(self, student: Seen, seen: Seen, n: int, digits: float) -> bool:
        """Whether a belief gives a student's answer, be it only to some digits."""
        mine, theirs = student.answers[n], seen.answers[n]
        if student.same(n, theirs):
            return True
        return (
            self.comparable
            and digits > RTOL
            and mine.kind == theirs.kind
            and _close(mine.numbers, theirs.numbers, digits, digits)
        )

    def _errors(self, answers: Sequence[Answer]) -> Floats | None:
        """How far ordinary answers are off, as shares of the right ones; None where they are no such numbers."""
        off: list[float] = []
        for n in sorted(self.ordinary):
            mine, right = answers[n], self.right.answers[n]
            if mine.kind != right.kind or len(mine.numbers) != len(right.numbers) or not right.numbers:
                return None
            scale = max(0.1, *(abs(v) for v in right.numbers))
            off += [(a - b) / scale for a, b in zip(mine.numbers, right.numbers)]
        return np.array(off) if off and np.all(np.isfinite(off)) else None

    @cached_property
    def _rough(self) -> list[tuple[Known, Seen, Floats]]:
        """All beliefs that give other numbers on ordinary inputs, with how far these are off."""
        found = [(known, seen, self._errors(seen.answers)) for (known, seen), far in zip(self.seen, self.far) if far > FEW]
        return [(known, seen, off) for known, seen, off in found if off is not None]

    def _roughly(self, student: Seen) -> Diagnosis | None:
        """The belief whose answers are off by the same amounts, or in the same pattern where both are approximations."""
        mine = self._errors(student.answers)
        if mine is None or len(self.ordinary) < ENOUGH:
            return None
        rough = [(known, off) for known, seen, off in self._rough if not self._denied(student, seen)]
        fitting = [(float(np.max(np.abs(mine - off))), known) for known, off in rough if _same_amounts(mine, off)]
        if fitting:
            known = min(fitting, key=lambda pair: pair[0])[1]
            return _told(
                known, "on all ordinary inputs your answers are off by the same amounts as with this belief, to two digits"
            )
        if np.max(np.abs(mine)) > ROUGH:
            return None
        alike = [(likeness, known) for known, off in rough if (likeness := _same_pattern(mine, off)) is not None]
        if not alike:
            return None
        known = max(alike, key=lambda pair: pair[0])[1]
        return _told(known, "your answers are right to some digits, and off where and about as much as with this belief")

    def _faulty(self, does: Behaviour) -> bool:
        """Whether the answers are figures, which are told by their faults."""
        return any(self._faults(answer, n) for n, answer in enumerate(does.answers) if answer.kind.startswith(FIGURE))

    def _faults(self, answer: Answer, n: int) -> frozenset[str]:
        """What a figure has that the right one has not, and what it lacks."""
        if not answer.kind.startswith(FIGURE):
            return frozenset({answer.kind})
        mine, right = (set(a.kind.removeprefix(FIGURE).split(", ")) for a in (answer, self.right.answers[n]))
        return frozenset({*(mine - right), *(f"lacks {part}" for part in right - mine)})

    def _by_faults(self, does: Behaviour) -> list[Diagnosis]:
        """Beliefs whose faults are all among those of the student's figures, the one with most of them first."""
        left = [set(self._faults(answer, n)) for n, answer in enumerate(does.answers)]
        found: list[Diagnosis] = []
        while any(left) and len(found) < MOST:
            best: tuple[int, Known, list[frozenset[str]]] | None = None
            for known in self.known:
                theirs = [self._faults(answer, n) for n, answer in enumerate(known.behaviour.answers)]
                whole = "something else" not in {fault for faults in theirs for fault in faults}
                if all(a <= b and (whole or not a or a == b) for a, b in zip(theirs, left)):
                    gain = sum(map(len, theirs))
                    if gain and (best is None or gain > best[0]):
                        best = gain, known, theirs
            if best is None:
                break
            left = [mine - theirs for mine, theirs in zip(left, best[2])]
            faults = sorted({fault for part in best[2] for fault in part})
            found.append(_told(best[1], f"the same fault as with this belief: {', '.join(faults)}"))
        return found

    def _two_formulas(self, student: Seen) -> tuple[Known, Known] | None:
        """Two beliefs whose changes of the right answers, added or multiplied, give the student's; None if others do too."""
        usual = sorted(self.ordinary)
        if not self.comparable or any(student.answers[n].kind != self.right.answers[n].kind for n in usual):
            return None
        right = np.array([v for n in usual for v in self.right.answers[n].numbers])
        said = np.array([v for n in usual for v in student.answers[n].numbers])
        if right.shape != said.shape or not np.all(np.isfinite(said)) or not np.all(np.isfinite(right)):
            return None
        wrong = []
        for (known, seen), far in zip(self.seen, self.far):
            if far > FEW and all(seen.answers[n].kind == self.right.answers[n].kind for n in usual):
                values = np.array([v for n in usual for v in seen.answers[n].numbers])
                if values.shape == right.shape and np.all(np.isfinite(values)):
                    wrong.append((known, values))
        found = []
        tolerance = 1e-8 * np.maximum(1e-3, np.abs(said))
        with np.errstate(all="ignore"):
            for (one, left), (other, values) in itertools.combinations(wrong, 2):
                sums = np.all(np.abs(left + values - right - said) <= tolerance)
                if sums or (np.all(right != 0) and np.all(np.abs(left * values / right - said) <= tolerance)):
                    found.append((one, other))
        return found[0] if len(found) == 1 else None

    def _formula(self, student: Seen) -> str | None:
        usual = sorted(self.ordinary)
        if not all(student.answers[n].kind == self.right.answers[n].kind and len(student.answers[n].numbers) == 1 for n in usual):
            return None
        said = [student.answers[n].numbers[0] for n in usual]
        if self.basis is None:
            return None
        return read_off(self.basis, [self.probes[n].call.args for n in usual], said)

    @cached_property
    def _reference(self) -> Seen:
        return Seen(self.right, self.right, self.probes, frozenset(), False)

    def _manner(self, seen: Seen, n: int) -> tuple[object, ...]:
        """In which manner a probe is answered, whatever the numbers."""
        if n not in seen.manners:
            seen.manners[n] = self._manner_of(seen.answers[n], n)
        return seen.manners[n]

    def _manner_of(self, answer: Answer, n: int) -> tuple[object, ...]:
        if not self.comparable:
            return (answer.kind.partition(" | ")[0],)
        seen, wanted = form(answer), form(self.right.answers[n])
        if wanted.outer == "raises":
            return (seen.outer, seen.dtype) if seen.outer == "raises" else ("answers",)
        if seen.outer == "raises":
            return ("raises",)
        return (seen.outer, seen.shape, tuple("f" if math.isfinite(v) else str(v) for v in numbers(answer)))

    def _special(self, student: Seen, formula: Seen | None) -> list[Diagnosis]:
        """Beliefs that show on special inputs, the one that explains most first.

        Where the student's formula is wrong, `formula` is what accounts for it: its answers, and other
        numbers of the right form, need no further explanation.
        """
        left = set(student.wrong)
        if formula is not None:
            left = {
                n
                for n in student.wrong - self.ordinary
                if self._manner(student, n) not in (self._manner(formula, n), self._manner(self._reference, n))
                or (formula is student and self._manner(student, n) != self._manner(self._reference, n))
            }
        habits = set(student.habits) - (set(formula.habits) if formula is not None and formula is not student else set())
        special = [pair for pair, far in zip(self.seen, self.far) if far <= FEW]
        fits = [fit for known, seen in special if (fit := self._fit(student, known, seen, formula is not None))]
        found: list[tuple[bool, Diagnosis]] = []
        while left or habits:
            best: tuple[tuple[float, ...], _Fit] | None = None
            for fit in fits:
                gain = len(fit.explained & left)
                if 2 * gain < len(fit.explained) or not fit.habits <= habits or not (gain or fit.habits):
                    continue
                weight = sum(self.probes[n].group not in self.numeric for n in fit.explained & left)
                rank = (
                    weight + len(fit.habits),
                    gain,
                    fit.exact / max(1, fit.asked),
                    -fit.asked,
                    -len(fit.known.misconception.name),
                )
                if best is None or rank > best[0]:
                    best = (rank, fit)
            if best is None:
                break
            fit = best[1]
            groups = sorted({self.probes[n].group for n in fit.explained & left} | fit.habits)
            how = "the same answers" if fit.exact == fit.asked else "the same kind of answers"
            where = f"right on ordinary inputs, {how}" if formula is None else how
            evidence = f"{where if self.comparable else 'the same fault'} as with this belief for: {', '.join(groups)}"
            found.append((set(groups) <= self.numeric | {WARNS}, _told(fit.known, evidence)))
            left -= fit.explained
            habits -= fit.habits
            fits.remove(fit)
        return [told for _, told in sorted(found, key=lambda pair: pair[0])][:MOST]

    def _fit(self, student: Seen, known: Known, seen: Seen, formula: bool) -> _Fit | None:
        """How a belief about special inputs fits; None when it foresees what does not happen."""
        if not seen.habits <= student.habits:
            return None
        if WARNS in seen.habits and not self._warns_alike(student, seen):
            return None
        if formula and seen.wrong & self.ordinary:
            return None
        exact, alike, missed, tiny, denied = set(), set(), 0, 0, 0
        checked: list[tuple[bool, bool]] = []
        most = len(seen.wrong) // 4
        for n in seen.wrong:
            if missed > most:
                return None  # most of the many beliefs end here
            mine, theirs, group = student.answers[n], seen.answers[n], self.probes[n].group
            if student.same(n, theirs):
                exact.add(n)
                continue
            if group == TINY:
                tiny += 1
                if mine.kind == theirs.kind and n in student.wrong and self._off_alike(mine, theirs, n):
                    alike.add(n)
                continue
            if self._near(theirs, n):
                if n in student.wrong and self._near(mine, n, 1e-4):
                    alike.add(n)
                elif n in student.wrong:
                    missed += 1
                else:
                    denied += _close(mine.numbers, self.right.answers[n].numbers, 2e-14, 2e-14)
                continue
            manner = self._manner(seen, n)
            if manner != self._manner(student, n) or manner == self._manner(self._reference, n):
                missed += 1
                continue
            alike.add(n)
            if manner == ("answers",):
                checked.append((mine.kind == theirs.kind, bool(theirs.numbers and mine.numbers)))
        asked = len(exact) + len(alike) + missed
        if missed > (asked // 4 if asked >= 5 else 0):
            return None
        # Noise alone has to show nearly everywhere; beside other evidence half of the tiny values will do.
        found = len([n for n in alike if self.probes[n].group == TINY])
        if 2 * found < tiny or (4 * found < 3 * tiny and found == len(alike) and not exact):
            return None
        if (not asked and seen.wrong) or denied > max(2, len(seen.wrong) // 5):
            return None
        if checked and (len(checked) < 3 or not self._whole(seen)) and self._doubtful(checked, len(exact)):
            return None
        return _Fit(known, frozenset(exact | alike), len(exact), asked, frozenset(seen.habits))

    def _off_alike(self, mine: Answer, theirs: Answer, n: int) -> bool:
        """Whether two tiny answers are off by about as much."""
        right = self.right.answers[n].numbers
        if not (right and mine.numbers and theirs.numbers):
            return True
        one, other = (abs(answer.numbers[0] - right[0]) for answer in (mine, theirs))
        return one <= LIKE * other and other <= LIKE * one

    def _warns_alike(self, student: Seen, seen: Seen) -> bool:
        """Whether the student's function warns where the belief's does."""
        theirs = seen.warned - self.right.warned
        return 2 * len(theirs & student.warned) >= len(theirs)

    def _whole(self, seen: Seen) -> bool:
        """Whether a belief lets whole groups of bad inputs pass, so that the numbers it gives for them do not matter."""
        groups: dict[str, list[bool]] = {}
        for n, probe in enumerate(self.probes):
            if form(self.right.answers[n]).outer == "raises" and probe.group != MESSAGES:
                groups.setdefault(probe.group, []).append(n in seen.wrong)
        return all(2 * sum(passed) > len(passed) for passed in groups.values() if any(passed))

    @staticmethod
    def _doubtful(checked: list[tuple[bool, bool]], exact: int) -> bool:
        """Whether bad inputs that pass get other answers than with the belief."""
        other_numbers = sum(both for _, both in checked)
        return not all(kind for kind, _ in checked) or other_numbers > exact


def _told(known: Known, evidence: str) -> Diagnosis:
    item = known.misconception
    return Diagnosis(
        item.name, evidence, item.hint, f"Your answers are consistent with the belief that {item.belief}. Is that what you meant?"
    )
