"""``make matrix``: measure the grader's own accuracy and write it to ACCURACY.md."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from autograder.diagnose.diagnoser import Diagnoser
from autograder.exercise import Course, Exercise
from autograder.grade import Grader, load_with_otter
from autograder.gradebook import Gradebook
from autograder.records import GradeRecord
from tests.conftest import CLASS, ROOT, run_cli
from tests.mutants import Mutant, judge, mutants, tally
from tests.test_class import LABELS, verdict

TARGET = ROOT / "ACCURACY.md"
RIGHT = ("full", "textbook")
EQUIVALENT = ROOT / "tests" / "mutants.yaml"

COLUMNS = (
    "question",
    "right accepted",
    "wrong rejected",
    "beliefs rejected",
    "beliefs named",
    "mutants rejected",
    "equivalent",
    "named",
    "false",
)

HEAD = """# How accurate the grader is

Written by `make matrix`, which measures everything below anew; `python -m tests.matrix --check` fails when it
has changed.

- **right**: submissions of the sample class that are right by the contract, written without viewing the checks, and how many
  were accepted (a textbook formula may lose the numerics points, and only these).
- **wrong**: submissions of the sample class with a mistake in the question, and how many lost marks for it.
- **beliefs**: misconceptions in `solutions/<exercise>/misconceptions/`: how many lose the question (and only it), and how many
  are named first when they are handed in.
- **mutants**: references with one operator, constant, argument or function changed at random: how many are rejected; those that
  are accepted are listed with the reason in `tests/mutants.yaml`. *Named* counts the mutants that get a misconception's name,
  *false* those among them that fail other value checks than the belief they are named after.
"""


def _class() -> dict[tuple[str, str], GradeRecord]:
    with tempfile.TemporaryDirectory() as folder:
        done = run_cli("grade", CLASS, "--out", Path(folder) / "out")
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return {(r.student, r.exercise): r for r in Gradebook.open(Path(folder) / "out").records()}


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"


def _section(exercise: Exercise, records: dict[tuple[str, str], GradeRecord]) -> list[str]:
    grader = Grader(exercise, 0, load_with_otter)
    diagnoser = Diagnoser(exercise)
    diagnoser.prepare()
    by_name = {question.name: question for question in grader.questions}
    patterns: dict[str, list[str]] = {}
    clean: dict[str, bool] = {}
    for item in diagnoser.misconceptions:
        with _quiet():
            failed = [case.name for case in by_name[item.question].run(dict(item.overlay)) if not case.passed]
        patterns[item.name] = failed
        clean[item.name] = bool(failed)
    listed = yaml.safe_load(EQUIVALENT.read_text()) if EQUIVALENT.exists() else {}
    judged: dict[str, list[tuple[Mutant, list[str], str]]] = {name: [] for name in exercise.questions}
    for mutant in mutants(exercise):
        judged[mutant.question].append((mutant, *judge(mutant, exercise, by_name[mutant.question], diagnoser)))
    lines = [
        f"## {exercise.name}",
        "",
        "| " + " | ".join(COLUMNS) + " |",
        "|---" * len(COLUMNS) + "|",
    ]
    labels = LABELS.get(exercise.name, {})
    for name in exercise.questions:
        said = {student: (label.get(name), _verdict(records, student, exercise.name, name)) for student, label in labels.items()}
        right = [is_ for label, is_ in said.values() if label in RIGHT]
        wrong = [is_ for label, is_ in said.values() if label == "wrong"]
        beliefs = [item.name for item in diagnoser.misconceptions if item.question == name]
        known = diagnoser.questions.get(name)
        first = (
            [k for k in known.known if [d.misconception for d in known.explain(k.behaviour)][:1] == [k.misconception.name]]
            if known
            else []
        )
        counts = tally(judged[name], patterns, listed)
        cells = [
            f"`{name}`",
            _share(sum(is_ in RIGHT for is_ in right), len(right)),
            _share(sum(is_ not in RIGHT for is_ in wrong), len(wrong)),
            _share(sum(clean[b] for b in beliefs), len(beliefs)),
            _share(len(first), len(beliefs)),
            _share(counts["rejected"], counts["made"]),
            str(counts["equivalent"]) + (f" (and {counts['open']} open)" if counts["open"] else ""),
            str(counts["named"]),
            str(counts["false"]),
        ]
        lines.append("| " + " | ".join(cells) + " |")
        for mutant, failed, _ in judged[name]:
            if not failed and mutant.key not in listed:
                print(f"accepted mutant {mutant.key} of {exercise.name}/{name}: {mutant.change}", file=sys.stderr)
    lines += ["", "How many beliefs each check fails by itself:", "", "| question | check | beliefs |", "|---|---|---|"]
    for question in grader.questions:
        asked = [item.name for item in diagnoser.misconceptions if item.question == question.name]
        for case in question.file.test_cases:
            lines.append(
                f"| `{question.name}` | {case.name} | {_share(sum(case.name in patterns[b] for b in asked), len(asked))} |"
            )
    return [*lines, ""]


def _first(question: Any, known: Any) -> str:
    """The first name that a misconception gets when it is handed in."""
    found = question.explain(known.behaviour)
    return found[0].misconception if found else ""


def _verdict(records: dict[tuple[str, str], GradeRecord], student: str, exercise: str, question: str) -> str:
    record = records.get((student, exercise))
    found = [q for q in record.questions if q.name == question] if record else []
    return verdict(found[0]) if found else "missing"


def text() -> str:
    """The whole page."""
    records = _class()
    lines = [HEAD]
    for exercise in Course().exercises.values():
        lines += _section(exercise, records)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    made = text()
    if options.check:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != made:
            raise SystemExit("ACCURACY.md is not what `make matrix` gives; run it and commit the result.")
        return
    TARGET.write_text(made, encoding="utf-8")
    print(f"wrote {TARGET.name}")


if __name__ == "__main__":
    main()
