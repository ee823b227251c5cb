"""``make matrix``: measure the grader's own accuracy and write it to ACCURACY.md."""

from __future__ import annotations

import argparse
import ast
import contextlib
import dataclasses
import hashlib
import io
import json
import re
import sys
import tempfile
import time
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from autograder.diagnose.behaviour import ORDINARY
from autograder.diagnose.diagnoser import Diagnoser
from autograder.exercise import Course, Exercise
from autograder.grade import Grader
from autograder.gradebook import Gradebook
from autograder.records import Diagnosis
from autograder.testfiles import load_with_otter
from tests.conftest import CLASS, ROOT, run_cli
from tests.mutants import Judged, Mutant, false_names, judge_all
from tests.test_class import LABELS, verdict

TARGET = ROOT / "ACCURACY.md"
KEPT = ROOT / ".cache" / "matrix"
EQUIVALENT = ROOT / "tests" / "mutants.yaml"
NAMES = ROOT / "tests" / "names.yaml"
RIGHT = ("full", "textbook")
# What a figure can depend on besides the exercise's own folder, class and labels.
CODE = ("autograder/checking.py", "autograder/banks.py", "autograder/freeze.py", "autograder/diagnose", "autograder/proof")
TESTS = ("tests/matrix.py", "tests/mutants.py")

HEAD = """# How accurate the grader is

Written by `make matrix`, which measures everything below. It measures an exercise anew when something that its figures depend
on has changed; `python -m tests.matrix --check` (part of `make verify`) fails when a figure is another one then.

**Right and wrong submissions** are those of the sample class in `tests/class/`, with what `tests/labels/` says of them; both were
written without viewing the checks. A textbook formula may lose the numerics points, and only these, and is right. *Named right*
is the share of wrong answers whose first diagnosis is a right name for the kind of mistake in the label (`tests/names.yaml` says
which names are right for which kind); *other name* counts those whose diagnoses are all of another kind. Answers that take too
long and functions that always fail have no diagnosis. The class was looked at while the diagnosis was improved, and so were a
few mutants with false names: on a class that nobody has seen the shares will be worse.

**Beliefs** are the misconceptions in `solutions/<exercise>/misconceptions/`, each handed in as if it were a student's: how many
lose the question, and how many are then named first.

**Mutants** are references in which one operator, constant, argument, function, check or (in proofs) piece of text was changed.
Those that are accepted are listed in `tests/mutants.yaml`, each with the reason why it computes the same or why the contract
leaves it free. *Named* are those that get a misconception's name, *formula read* those whose wrong formula is read off. A name is
*false* when the misconception fails a check's case that the mutant passes or, for one that is wrong on ordinary inputs, when the
two fail different value cases. (The cases are other inputs than those that a diagnosis looks at.)
"""


@dataclasses.dataclass
class Measured:
    """All that is known about one exercise, as plain data."""

    beliefs: dict[str, dict[str, Any]]
    mutants: list[dict[str, Any]]
    said: dict[str, dict[str, dict[str, Any]]]
    seconds: float


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _files(places: Iterable[Path]) -> list[Path]:
    found = [path for place in places for path in (place.rglob("*") if place.is_dir() else [place])]
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


@cache
def _code() -> bytes:
    """The engine's code without its comments and layout."""
    return b"\0".join(ast.dump(ast.parse(p.read_bytes())).encode() for p in _files(ROOT / name for name in CODE + TESTS))


def fingerprint(exercise: Exercise) -> str:
    """A short name for everything that an exercise's figures depend on."""
    made = hashlib.sha256(_code())
    handed_in = [path for path in _files([CLASS]) if exercise.name in str(path.relative_to(CLASS))]
    for path in [*_files([exercise.folder]), *handed_in, ROOT / "tests" / "labels" / f"{exercise.name}.yaml"]:
        made.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return made.hexdigest()[:12]


def _class(exercise: Exercise) -> dict[str, dict[str, dict[str, Any]]]:
    """For each submission and question of the sample class its verdict and its diagnoses."""
    with tempfile.TemporaryDirectory() as folder:
        done = run_cli("grade", CLASS, "--out", Path(folder) / "out", "--exercise", exercise.name, "--jobs", 1)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        return {
            record.student: {
                question.name: {
                    "verdict": verdict(question),
                    "outcome": record.outcome,
                    "score": question.score,
                    "names": [_told(diagnosis) for diagnosis in question.diagnoses],
                }
                for question in record.questions
            }
            for record in Gradebook.open(Path(folder) / "out").records()
        }


def _told(diagnosis: Diagnosis) -> str:
    return f"formula {diagnosis.evidence}" if diagnosis.misconception == "formula" else diagnosis.misconception


def measure(exercise: Exercise, only_beliefs: bool = False) -> Measured:
    """Hand in every misconception, every mutant and the sample class."""
    started = time.perf_counter()
    grader = Grader(exercise, 0, load_with_otter)
    diagnoser = Diagnoser(exercise)
    diagnoser.prepare()
    by_name = {question.name: question for question in grader.questions}
    beliefs: dict[str, dict[str, Any]] = {}
    for item in diagnoser.misconceptions:
        question = diagnoser.questions[item.question]
        known = next(known for known in question.known if known.misconception.name == item.name)
        with _quiet():
            failed = [case.name for case in by_name[item.question].run(dict(item.overlay)) if not case.passed]
        beliefs[item.name] = {
            "question": item.question,
            "failed": failed,
            "names": [diagnosis.misconception for diagnosis in question.explain(known.behaviour)],
            "formula": any(question.probes[n].group == ORDINARY for n in known.wrong),
        }
    if only_beliefs:
        return Measured(beliefs, [], {}, 0.0)
    judged = judge_all(exercise, by_name, diagnoser)
    mutants = [dict(dataclasses.asdict(j.mutant), question=j.question, failed=j.failed, names=j.names) for j in judged]
    return Measured(beliefs, mutants, _class(exercise), time.perf_counter() - started)


def measured(exercise: Exercise) -> Measured:
    """The exercise's figures, kept until something that they depend on changes."""
    path = KEPT / f"{exercise.name}-{fingerprint(exercise)}.json"
    if not path.exists():
        found = measure(exercise)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(dataclasses.asdict(found), indent=1))
        print(f"measured {exercise.name} in {found.seconds:.0f} s", file=sys.stderr)
    return Measured(**json.loads(path.read_text()))


def cases(exercise: Exercise) -> list[tuple[str, str]]:
    """All cases of all questions, by otter's own reading."""
    return [(q.name, case.name) for q in Grader(exercise, 0, load_with_otter).questions for case in q.file.test_cases]


def fits(question: str, kind: str, name: str, allowed: dict[str, dict[str, list[str]]], exercise: str) -> bool:
    """Whether a diagnosis is a right name for the kind of mistake that a label gives."""
    for good in [*allowed["every"].get(kind, []), *allowed[exercise].get(kind, [])]:
        if name.startswith("formula "):
            constant = good == "formula constant" and re.search(r" equal -?\d+(/\d+)?$", name)
            if constant or (good.startswith("formula ") and good.removeprefix("formula ") in name):
                return True
        elif name in (good, f"{question}_{good}"):
            return True
    return False


Row = dict[str, tuple[int, int] | int]


def _judged(entry: dict[str, Any]) -> Judged:
    mutant = Mutant(entry["function"], entry["change"], entry["source"], tuple(entry["questions"]))
    return Judged(mutant, entry["question"], entry["failed"], entry["names"])


def rows(exercise: Exercise, found: Measured) -> dict[str, Row]:
    """The figures of each question."""
    allowed = yaml.safe_load(NAMES.read_text())
    listed = yaml.safe_load(EQUIVALENT.read_text()) or {}
    patterns = {name: belief["failed"] for name, belief in found.beliefs.items()}
    formulas = {name for name, belief in found.beliefs.items() if belief["formula"]}
    made: dict[str, Row] = {}
    for question in exercise.questions:
        right, wrong, named, other = [], [], 0, 0
        for student, label in LABELS[exercise.name].items():
            is_ = found.said.get(student, {}).get(question, {"verdict": "missing", "names": []})
            if label.get(question) in RIGHT:
                right.append(is_["verdict"] in RIGHT)
            elif label.get(question) == "wrong":
                kind = str(label.get(f"{question}_kind"))
                good = [fits(question, kind, name, allowed, exercise.name) for name in is_["names"]]
                wrong.append(is_["verdict"] not in RIGHT)
                named += good[:1] == [True]
                other += bool(good) and not any(good)
        beliefs = [(name, belief) for name, belief in found.beliefs.items() if belief["question"] == question]
        judged = [_judged(entry) for entry in found.mutants if entry["question"] == question]
        accepted = [j for j in judged if not j.failed]
        called = [j for j in judged if any(name != "formula" for name in j.names)]
        made[question] = {
            "right": (sum(right), len(right)),
            "wrong": (sum(wrong), len(wrong)),
            "named": (named, len(wrong)),
            "other": other,
            "beliefs": (sum(bool(belief["failed"]) for _, belief in beliefs), len(beliefs)),
            "first": (sum(belief["names"][:1] == [name] for name, belief in beliefs), len(beliefs)),
            "mutants": (len(judged) - len(accepted), len(judged)),
            "equivalent": sum(j.mutant.key in listed for j in accepted),
            "holes": sum(j.mutant.key not in listed for j in accepted),
            "late": sum(j.late for j in judged),
            "called": len(called),
            "read": sum(j.names[:1] == ["formula"] for j in judged),
            "false": sum(bool(false_names(j, patterns, formulas)) for j in called),
        }
    return made


def total(parts: Iterable[Row]) -> Row:
    """The sums of several rows."""
    summed: Row = {}
    for row in parts:
        for key, value in row.items():
            before = summed.get(key, (0, 0) if isinstance(value, tuple) else 0)
            if isinstance(value, tuple) and isinstance(before, tuple):
                summed[key] = (before[0] + value[0], before[1] + value[1])
            elif isinstance(value, int) and isinstance(before, int):
                summed[key] = before + value
    return summed


CLASS_COLUMNS = {"right accepted": "right", "wrong rejected": "wrong", "named right": "named", "other name": "other"}
OWN_COLUMNS = {
    "beliefs rejected": "beliefs",
    "named first": "first",
    "mutants rejected": "mutants",
    "equivalent": "equivalent",
    "not ended": "late",
    "named": "called",
    "formula read": "read",
    "false names": "false",
}
COLUMNS = CLASS_COLUMNS | OWN_COLUMNS


def _cell(row: Row, key: str) -> str:
    value = row[key]
    text = f"{value[0]} of {value[1]}" if isinstance(value, tuple) else str(value)
    return text + (f" (and {row['holes']} open)" if key == "equivalent" and row["holes"] else "")


def _table(first: str, lines: Sequence[tuple[str, Row]], columns: dict[str, str]) -> list[str]:
    head = [f"| {first} | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    return [*head, *(f"| {name} | " + " | ".join(_cell(row, key) for key in columns.values()) + " |" for name, row in lines)]


def _section(exercise: Exercise, found: Measured, made: dict[str, Row]) -> list[str]:
    lines = [f"## {exercise.name}", "", *_table("question", [(f"`{q}`", row) for q, row in made.items()], COLUMNS)]
    lines += ["", "How many beliefs each check fails by itself:", "", "| question | check | beliefs |", "|---|---|---|"]
    for question, case in cases(exercise):
        asked = [belief for belief in found.beliefs.values() if belief["question"] == question]
        lines.append(f"| `{question}` | {case} | {sum(case in belief['failed'] for belief in asked)} of {len(asked)} |")
    return [*lines, ""]


def text() -> str:
    """The whole page."""
    exercises = list(Course().exercises.values())
    found = {exercise.name: measured(exercise) for exercise in exercises}
    made = {exercise.name: rows(exercise, found[exercise.name]) for exercise in exercises}
    sums = {name: total(part.values()) for name, part in made.items()}
    whole = [*((f"`{name}`", row) for name, row in sums.items()), ("all", total(sums.values()))]
    lines = [
        HEAD,
        "## All exercises",
        "",
        *_table("exercise", whole, CLASS_COLUMNS),
        "",
        *_table("exercise", whole, OWN_COLUMNS),
        "",
    ]
    for exercise in exercises:
        lines += _section(exercise, found[exercise.name], made[exercise.name])
        lines += [f"<!-- {exercise.name} {fingerprint(exercise)} -->", ""]
        for entry in found[exercise.name].mutants:
            if not entry["failed"] and _judged(entry).mutant.key not in (yaml.safe_load(EQUIVALENT.read_text()) or {}):
                key = _judged(entry).mutant.key
                print(f"accepted: {key} {exercise.name} {entry['function']}: {entry['change']}", file=sys.stderr)
    return "\n".join(lines).rstrip() + "\n"


def figures(page: str) -> str:
    """A page without the fingerprints of what it was measured from."""
    return re.sub(r"<!-- .* -->", "", page)


def current(page: str) -> bool:
    """Whether nothing that the page's figures depend on has changed since they were measured."""
    return all(f"<!-- {name} {fingerprint(exercise)} -->" in page for name, exercise in Course().exercises.items())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="fail when a figure of ACCURACY.md is another one now")
    options = parser.parse_args()
    written = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
    if options.check and current(written):
        return
    made = text()
    if options.check:
        if figures(written) != figures(made):
            raise SystemExit("ACCURACY.md is not what `make matrix` gives; run it and commit the result.")
        return
    TARGET.write_text(made, encoding="utf-8")
    print(f"wrote {TARGET.name}")


if __name__ == "__main__":
    main()
