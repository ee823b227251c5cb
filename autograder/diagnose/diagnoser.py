"""From behaviour to words: compare a failing function with known beliefs, else read its formula."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container
from functools import cached_property
from typing import Any

import msgspec

from autograder.diagnose.behaviour import Behaviour, Probe, Reading, behaviour
from autograder.diagnose.explain import Explainer, Known
from autograder.diagnose.misconceptions import Misconception, load_all
from autograder.exercise import Exercise
from autograder.kept import kept, package
from autograder.records import Diagnosis, QuestionResult


def _watched(probes: list[Probe], right: Behaviour, groups: Container[str] | None) -> list[Probe]:
    """`probes`, watched only in `groups` (in all, if None) and where there is an answer to give.

    The others are to be calls that the checks make, too: in bulk grading those are not asked again.
    """
    return [
        dataclasses.replace(probe, watch=(groups is None or probe.group in groups) and not answer.kind.startswith("raises"))
        for probe, answer in zip(probes, right.answers)
    ]


class _Question:
    """What is known about one question: its probes, the right behaviour and the wrong ones."""

    def __init__(self, exercise: Exercise, name: str, probes: list[Probe], wrong: Callable[[], list[Misconception]]) -> None:
        support = exercise.support("probes")
        self.reading: Reading | None = support.get("READINGS", {}).get(name)
        groups: Container[str] | None = support.get("WATCHED")

        def behaviours() -> bytes:
            right = behaviour(exercise.reference[name], probes, self.reading)
            watched = _watched(probes, right, groups)
            does = [(item.told, behaviour(item.function, watched, self.reading)) for item in wrong()]
            return msgspec.msgpack.encode(
                [right, [Known(told, it, it.differs_from(right), it.habits_beyond(right)) for told, it in does]]
            )

        key = repr((name, exercise.sources, package()))
        self.right, self.known = msgspec.msgpack.decode(kept("behaviours", key, behaviours), type=tuple[Behaviour, list[Known]])
        self.probes = _watched(probes, self.right, groups)
        self.explainer = Explainer(
            self.probes,
            self.right,
            self.known,
            support.get("BASES", {}).get(name),
            self.reading is None or name in support.get("PLAIN_NUMBERS", ()),
            frozenset(support.get("NUMERIC", ())),
        )

    def explain(self, student: Behaviour) -> list[Diagnosis]:
        """Beliefs that the student's answers are consistent with; empty when the evidence is thin."""
        return self.explainer.explain(student)


class Diagnoser:
    """Diagnoses failing questions of one exercise, given its ``probes.py`` and misconceptions."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise

    @cached_property
    def misconceptions(self) -> list[Misconception]:
        return load_all(self.exercise)

    @cached_property
    def questions(self) -> dict[str, _Question]:
        """What is known about each question that has probes."""
        return {name: self.question(name) for name in self.exercise.support("probes").get("PROBES", {})}

    def question(self, name: str) -> _Question:
        """What is known about one question."""
        groups = self.exercise.support("probes")["PROBES"][name]
        probes = [Probe(group, call) for group, calls in groups.items() for call in calls]
        return _Question(self.exercise, name, probes, lambda: [item for item in self.misconceptions if item.question == name])

    def prepare(self) -> None:
        """Compare with the misconceptions' behaviour from now on, so that worker processes inherit it."""
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
