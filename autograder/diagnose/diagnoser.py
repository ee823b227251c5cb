"""From behaviour to words: compare a failing function with known beliefs, else read its formula."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import Any

from autograder.diagnose.behaviour import ORDINARY, TINY, Behaviour, Probe, Reading, behaviour
from autograder.diagnose.formula import Basis, read_off
from autograder.diagnose.misconceptions import Misconception, load_all
from autograder.exercise import Exercise
from autograder.records import Diagnosis, QuestionResult

MOST = 3
NEAR = 1e-6


@dataclasses.dataclass(frozen=True)
class Known:
    """A misconception with what it does on the probes."""

    misconception: Misconception
    behaviour: Behaviour
    wrong: frozenset[int]
    habits: frozenset[str]


class _Question:
    """What is known about one question: its probes, the right behaviour and the wrong ones."""

    def __init__(self, exercise: Exercise, name: str, probes: list[Probe], wrong: list[Misconception]) -> None:
        self.probes = probes
        support = exercise.support("probes")
        self.basis: Basis | None = support.get("BASES", {}).get(name)
        self.reading: Reading | None = support.get("READINGS", {}).get(name)
        self.right = behaviour(exercise.reference[name], probes, self.reading)
        self.ordinary = frozenset(n for n, probe in enumerate(probes) if probe.group == ORDINARY)
        self.known = []
        for item in wrong:
            does = behaviour(item.function, probes, self.reading)
            self.known.append(Known(item, does, does.differs_from(self.right), does.habits_beyond(self.right)))

    def explain(self, student: Behaviour) -> list[Diagnosis]:
        """Beliefs that the student's answers are consistent with; empty when the evidence is thin."""
        wrong = student.differs_from(self.right)
        habits = student.habits_beyond(self.right)
        found: list[Diagnosis] = []
        open_ = set(wrong)
        if wrong & self.ordinary:
            known = self._same_formula(student, wrong)
            if known is not None:
                count = len(known.wrong & self.ordinary)
                found.append(_told(known, f"on {count} of {count} ordinary inputs your answers are the same as with this belief"))
                # Where the belief is also wrong on special inputs it explains those, too.
                open_ -= {
                    n for n in known.wrong if student.answers[n].same(known.behaviour.answers[n])
                } | known.wrong & self.ordinary
            else:
                formula = self._formula(student)
                if formula:
                    text = f"on ordinary inputs your answers equal {formula}"
                    found.append(
                        Diagnosis(
                            "formula",
                            text,
                            "Compare this with the definition, term by term.",
                            f"Your function computes {formula}. Is that what you meant?",
                        )
                    )
                return found
        found += self._special(student, open_, habits)
        return found[:MOST]

    def _same_formula(self, student: Behaviour, wrong: frozenset[int]) -> Known | None:
        """The belief that gives the student's answers on all ordinary probes."""
        fitting = []
        for known in self.known:
            usual = known.wrong & self.ordinary
            if len(usual) < 3 or wrong & self.ordinary != usual:
                continue
            if all(student.answers[n].same(known.behaviour.answers[n]) for n in usual):
                agree = sum(a.same(b) for a, b in zip(student.answers, known.behaviour.answers))
                fitting.append((agree, known))
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def _special(self, student: Behaviour, open_: set[int], habits: frozenset[str]) -> list[Diagnosis]:
        """Beliefs that show on special inputs only, the one that explains most first."""
        found = []
        left, habits_left = set(open_), set(habits)
        candidates = [known for known in self.known if not known.wrong & self.ordinary]
        while left or habits_left:
            best: tuple[tuple[int, bool, int], Known] | None = None
            for known in candidates:
                if not (known.wrong <= left and known.habits <= habits_left) or not (known.wrong or known.habits):
                    continue
                exact = all(student.answers[n].same(known.behaviour.answers[n]) for n in known.wrong)
                if not exact and not self._alike(student, known):
                    continue
                rank = (len(known.wrong) + len(known.habits), exact, -len(known.misconception.name))
                if best is None or rank > best[0]:
                    best = (rank, known)
            if best is None:
                break
            known = best[1]
            groups = sorted({self.probes[n].group for n in known.wrong} | known.habits)
            how = "the same answers" if best[0][1] else "the same kind of answers"
            where = "the same fault" if self.reading else f"right on ordinary inputs, {how}"
            found.append(_told(known, f"{where} as with this belief for: {', '.join(groups)}"))
            left -= known.wrong
            habits_left -= known.habits
        return found

    def _alike(self, student: Behaviour, known: Known) -> bool:
        """Whether two functions go wrong in the same manner, if not with the same numbers."""
        kinds = {n: student.answers[n].kind == known.behaviour.answers[n].kind for n in known.wrong}
        # Rounding noise is a number here and 0 there, so half of the tiny values have to agree.
        tiny = [same for n, same in kinds.items() if self.probes[n].group == TINY]
        return all(same for n, same in kinds.items() if self.probes[n].group != TINY) and 2 * sum(tiny) >= len(tiny)

    def _formula(self, student: Behaviour) -> str | None:
        if self.basis is None:
            return None
        usual = sorted(self.ordinary)
        if not all(student.answers[n].kind == "number" for n in usual):
            return None
        answers = [(student.answers[n].numbers[0], self.right.answers[n].numbers) for n in usual]
        if all(right and abs(said - right[0]) <= NEAR * max(1.0, abs(right[0])) for said, right in answers):
            return None  # the right formula with a small constant somewhere is not told by its formula
        calls = [self.probes[n].call.args for n in usual]
        return read_off(self.basis, calls, [student.answers[n].numbers[0] for n in usual])


def _told(known: Known, evidence: str) -> Diagnosis:
    item = known.misconception
    return Diagnosis(
        item.name, evidence, item.hint, f"Your answers are consistent with the belief that {item.belief}. Is that what you meant?"
    )


class Diagnoser:
    """Diagnoses failing questions of one exercise, given its ``probes.py`` and misconceptions."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    @cached_property
    def misconceptions(self) -> list[Misconception]:
        return load_all(self.exercise)

    @cached_property
    def questions(self) -> dict[str, _Question]:
        support = self.exercise.support("probes")
        made = {}
        for name, groups in support.get("PROBES", {}).items():
            probes = [Probe(group, call) for group, calls in groups.items() for call in calls]
            wrong = [item for item in self.misconceptions if item.question == name]
            made[name] = _Question(self.exercise, name, probes, wrong)
        return made

    def prepare(self) -> None:
        """Run the misconceptions now, so that worker processes inherit what they do."""
        _ = self.questions

    def __call__(self, result: QuestionResult, function: Any) -> QuestionResult:
        """`result` with what the answers of `function` are consistent with; one message."""
        question = self.questions.get(result.name)
        if question is None or result.score >= result.max_score or result.status != "graded":
            return result
        does = behaviour(function, question.probes, question.reading)
        if all(answer.kind.startswith("raises another") for answer in does.answers):
            return result  # an unwritten function, or one that always breaks: nothing to explain
        return dataclasses.replace(result, diagnoses=tuple(question.explain(does)), fingerprint=does.fingerprint())
