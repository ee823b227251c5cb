"""The three laws of misconceptions, for every exercise.

A misconception is handed in with the reference's functions for all other questions, so it loses its own question only.
Where one of a student's functions calls another (`plot_fits` of ex5 draws what the fits return), a wrong one costs both:
the figure is judged by the contract as well, and shows the wrong fit.
"""

from __future__ import annotations

import contextlib
import functools
import io
import itertools
import warnings

import pytest

from autograder.diagnose.behaviour import ORDINARY
from autograder.diagnose.diagnoser import Diagnoser
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.testfiles import load_with_otter

# Cases that no single belief fails, each with the reason why it stays.
JUSTIFIED: dict[str, str] = {}

NAMES = [name for name, exercise in Course().exercises.items() if (exercise.folder / "misconceptions").is_dir()]


@functools.cache
def results(name: str) -> tuple[dict[str, dict[str, list[str]]], list[tuple[str, str]]]:
    """For each misconception the cases it fails, by question; and all cases."""
    exercise = Course().exercise(name)
    grader = Grader(exercise, 0, load_with_otter)
    failed: dict[str, dict[str, list[str]]] = {}
    cases: dict[tuple[str, str], None] = {}
    for item in Diagnoser(exercise).misconceptions:
        failed[item.name] = {}
        for question in grader.questions:
            cases.update(dict.fromkeys((question.name, case.name) for case in question.file.test_cases))
            # Another question's cases cannot notice the wrong function, or they hold several of a student's own
            # functions against each other, which the reference's and a wrong one are not meant to pass.
            if question.name != item.question:
                failed[item.name][question.name] = []
                continue
            with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                outcome = question.run(dict(item.overlay))
            failed[item.name][question.name] = [case.name for case in outcome if not case.passed]
    return failed, list(cases)


@pytest.mark.parametrize("name", NAMES)
def test_each_loses_its_question_and_no_other(name: str) -> None:
    failed, _ = results(name)
    asked = {item.name: item.question for item in Diagnoser(Course().exercise(name)).misconceptions}
    wrong = [
        f"{key}: loses {[q for q, cases in by.items() if cases]}"
        for key, by in failed.items()
        if [q for q, c in by.items() if c] != [asked[key]]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", NAMES)
def test_each_check_case_is_failed_by_a_misconception(name: str) -> None:
    failed, cases = results(name)
    hit = {(question, case) for by in failed.values() for question, names in by.items() for case in names}
    idle = [
        f"{question} / {case}"
        for question, case in cases
        if (question, case) not in hit and f"{question} / {case}" not in JUSTIFIED
    ]
    assert not idle, "\n".join(idle)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_are_alike_on_the_probes(name: str) -> None:
    exercise = Course().exercise(name)
    alike = []
    for question in Diagnoser(exercise).questions.values():
        for one, other in itertools.combinations(question.known, 2):
            answers = zip(one.behaviour.answers, other.behaviour.answers)
            if one.habits == other.habits and all(mine.same(theirs) for mine, theirs in answers):
                alike.append(f"{one.misconception.name} and {other.misconception.name}")
        for known in question.known:
            if not known.wrong and not known.habits:
                alike.append(f"{known.misconception.name} and the reference")
    assert not alike, "\n".join(alike)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_named_when_it_is_handed_in(name: str) -> None:
    exercise = Course().exercise(name)
    wrong = []
    for question in Diagnoser(exercise).questions.values():
        assert any(probe.group == ORDINARY for probe in question.probes)
        for known in question.known:
            said = [diagnosis.misconception for diagnosis in question.explain(known.behaviour)]
            if said[:1] != [known.misconception.name]:
                wrong.append(f"{known.misconception.name}: named {said}")
    assert not wrong, "\n".join(wrong)
