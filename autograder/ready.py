"""Make exercises ready for grading: what is not kept on disk from an earlier run, on all cores."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from autograder import freeze
from autograder.diagnose import Diagnoser
from autograder.errors import CourseError
from autograder.exercise import Exercise
from autograder.grade import Grader
from autograder.kept import kept, package
from autograder.spread import spread
from autograder.testfiles import load_with_otter


def graders(exercises: Sequence[Exercise], seed: int, jobs: int) -> dict[str, Grader]:
    """A grader with a diagnoser for each exercise, ready to be inherited by worker processes."""
    key = repr(([(exercise.name, exercise.sources) for exercise in exercises], seed, package()))
    kept("ready", key, lambda: _make(exercises, seed, jobs))
    made = {}
    for exercise in exercises:
        diagnoser = Diagnoser(exercise)
        diagnoser.prepare()
        made[exercise.name] = Grader(exercise, seed, load_with_otter, diagnose=diagnoser)
        made[exercise.name].measure_limits()
    return made


def _make(exercises: Sequence[Exercise], seed: int, jobs: int) -> bytes:
    """Draw all banks and run all misconceptions in `jobs` processes, which leave the results on disk.

    What goes wrong in one of them goes wrong again in this process, where it is told.
    """

    def work(pair: tuple[Exercise, str]) -> None:
        exercise, question = pair
        with contextlib.suppress(CourseError, KeyError):  # a question need not have probes
            freeze.test_file(exercise, question, seed)
            Diagnoser(exercise).question(question)

    spread(work, [(exercise, question) for exercise in exercises for question in exercise.questions], jobs)
    return b""
