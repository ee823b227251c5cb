"""The course checks itself: stubs are unsolved, references pass, nothing has drifted."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.diagnose import ORDINARY, TINY, Diagnoser
from autograder.exercise import Course, Exercise
from autograder.freeze import test_file as make_test_file
from autograder.grade import Grader, Question
from autograder.student.observe import Failure, Reply
from autograder.testfiles import load_with_otter
from autograder.wire import Batch
from tests.conftest import ROOT, Run

COURSE = Course()
EXERCISES = list(COURSE.exercises.values())
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)


@each_exercise
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_reference_passes_for_any_seed(exercise: Exercise, seed: int) -> None:
    grader = Grader(exercise, seed, load_with_otter)
    grader.measure_limits()
    assert [question.possible for question in grader.questions] == pytest.approx([10.0] * len(grader.questions))


@each_exercise
def test_what_a_case_calls_first_depends_on_no_answer(exercise: Exercise) -> None:
    """Bulk grading asks every submission for the answers to what the reference was asked first."""
    grader = Grader(exercise, 0, load_with_otter)
    grader.measure_limits()

    def asked(question: Question, answer: Any) -> dict[str, Batch]:
        found: dict[str, Batch] = {}

        class Wrong:
            def __init__(self, name: str) -> None:
                self.name = name

            def call_batch(self, pairs: Sequence[tuple[Any, Any]], watch: bool = False) -> list[Reply]:
                case = question.begins()
                if case is not None:
                    found[case] = Batch.of(self.name, pairs, watch)
                return [answer] * len(pairs)

        question.run({name: Wrong(name) for name in exercise.exports})
        return found

    for question in grader.questions:
        for answer in (Reply(0.5), Reply([0.25, 0.75]), Reply(failure=Failure("ValueError", ("ValueError",), ""))):
            assert asked(question, answer) == question.opening, question.name


def test_what_is_special_is_asked_once() -> None:
    """In bulk grading the checks and the diagnosis share nearly all calls but those for formulas and digits."""
    exercise = COURSE.exercise("ex1_discrete_kl")
    grader, diagnoser = Grader(exercise, 0, load_with_otter), Diagnoser(exercise)
    grader.measure_limits()
    for question in grader.questions:
        probes = [probe for probe in diagnoser.questions[question.name].probes if probe.group not in (ORDINARY, TINY)]
        asked = {call for batch in question.opening.values() for call in batch.calls}
        calls = [Batch.of(question.name, [(probe.call.args, probe.call.kwargs)], probe.watch).calls[0] for probe in probes]
        assert len(calls) >= 30 and len(set(calls) - asked) <= 2, question.name


@each_exercise
def test_every_question_has_public_cases_and_all_kinds(exercise: Exercise) -> None:
    grader = Grader(exercise, 0, load_with_otter)
    for question in grader.questions:
        cases = question.file.test_cases
        kinds = {case.name.split(": ")[0] for case in cases}
        assert {"value", "property", "edge"} <= kinds, question.name
        assert any(not case.hidden for case in cases) and any(case.hidden for case in cases), question.name


@each_exercise
def test_public_tests_hold_nothing_of_the_hidden_ones(exercise: Exercise) -> None:
    for question in exercise.questions:
        public = make_test_file(exercise, question, public_only=True)
        assert "hidden=True" not in public.replace(" ", "")
        assert "autograder" not in public.replace("`make build`", "")


@each_exercise
def test_the_unsolved_stub_scores_nothing(exercise: Exercise, cli: Run, tmp_path: Path) -> None:
    folder = tmp_path / "class" / "stub"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "assignments" / exercise.name / f"{exercise.name}.py", folder)
    other = tmp_path / "class" / "book"
    other.mkdir()
    shutil.copy(ROOT / "assignments" / exercise.name / f"{exercise.name}.ipynb", other)
    out = tmp_path / "out"
    assert cli("grade", tmp_path / "class", "--out", out).returncode == 0
    for student in ("stub", "book"):
        record = json.loads((out / "results" / student / f"{exercise.name}.json").read_text())
        assert record["outcome"] == "graded"
        assert record["score"] == 0
        assert not record["cell_errors"]


TOY = {
    "master.py": '''
        # %% [markdown]
        # # A toy
        # Double a number.

        # %%
        import numpy as np

        # %% [raw]
        # # BEGIN QUESTION
        # name: double

        # %% [markdown]
        # Write `double`.

        # %% [raw]
        # # BEGIN SOLUTION

        # %%
        def double(x):
            """Twice x."""
            # BEGIN SOLUTION NO PROMPT
            return 2.0 * x
            # END SOLUTION
            """ # BEGIN PROMPT
            raise NotImplementedError("double is not written yet.")
            """ # END PROMPT

        # %% [raw]
        # # END SOLUTION

        # %% [raw]
        # # END QUESTION
    ''',
    "banks.py": """
        from hypothesis import strategies as st

        from autograder.banks import Bank

        BANKS = {"numbers": Bank(st.tuples(st.integers(1, 9).map(float)), 5, expected=lambda x: x + x)}
    """,
    "checks/double.py": '''
        from otter.test_files import test_case

        from autograder.checking import agree, for_all, signature

        call = signature("x")


        @test_case(name="value: twice", points=1, hidden=True)
        def value_twice(double):
            """The answer is twice the number."""

            def twice(x, right):
                """It is not twice the number."""
                (answer,) = yield [call(x)]
                agree(answer, right, "")

            for_all(double, bank("numbers"), twice)
    ''',
}


def test_adding_an_exercise_touches_its_folder_only(cli: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "autograder", tmp_path / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in TOY.items():
        path = tmp_path / "solutions" / "ex99_toy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip())
    built = cli("build", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    assert "NotImplementedError" in (tmp_path / "assignments/ex99_toy/ex99_toy.py").read_text()
    for student, body in {"ann": "def double(x):\n    return x + x\n", "bob": "def double(x):\n    return x * x\n"}.items():
        (tmp_path / "class" / student).mkdir(parents=True)
        (tmp_path / "class" / student / "ex99_toy.py").write_text(body)
    done = cli("grade", "class", "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    records = {path.parent.name: json.loads(path.read_text()) for path in (tmp_path / "out/results").glob("*/*.json")}
    assert records["ann"]["score"] == 1
    assert records["bob"]["score"] == 0
    example = records["bob"]["questions"][0]["cases"][0]["counterexample"]
    assert example == {"input": {"x": "1"}, "answer": "1", "expected": None}
