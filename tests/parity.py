"""``make parity``: one test file, four runners, one verdict.

Each submission of the sample class is graded by the bulk grader, by what ``grader.check`` and
``otter check`` run (the public tests), by ``otter run`` on the Gradescope zip, and by the zip as
Gradescope runs it; the scores of every question have to be equal.  otter knows no time limit and
loses a whole submission to a dead process, so submissions that died in the bulk grader are listed
with the reason and compared with the zip alone, which grades behind the same wall.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import sandbox, submission
from autograder.attempt import Bench
from autograder.bulk import PATIENCE
from autograder.collect import collect
from autograder.container import words
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.gradebook import Gradebook
from autograder.gradescope import write_zip as gradescope_zip
from autograder.records import GradeRecord
from autograder.testfiles import load_with_otter
from tests.conftest import CLASS, ROOT, run_cli

SECONDS = 90
# What otter's runner imports into the student's namespace before it checks.
_OTTERS_NAMES = re.compile(r"^(?:class|def)\s+(Checker|GradingResults)\b", re.MULTILINE)
# Run in a process of its own, for otter changes folders and leaves kernels behind.
_ONE = """
import json, os, sys
submission, zipped, public = sys.argv[1:]
from otter.api import grade_submission
from otter.execute import grade_notebook
def scores(results):
    return {f.name: [f.score, {r.test_case.name: r.passed for r in f.test_case_results}] for f in results.results.values()}
whole = grade_submission(submission, zipped, quiet=True)
tests = sorted(os.path.join(public, name) for name in os.listdir(public) if name.endswith(".py"))
local = grade_notebook(submission, tests_glob=tests, test_dir=public, script=submission.endswith(".py"))
sys.__stdout__.write("\\nPARITY" + json.dumps({"run": scores(whole), "check": scores(local)}) + "\\n")
"""


@dataclass(frozen=True)
class Comparison:
    """What the runners said of one submission."""

    student: str
    exercise: str
    verdict: str  # same, justified or differs
    detail: str


def _otter(record: GradeRecord, path: Path, zipped: Path) -> Told:
    from autograder.inprocess import as_utf8  # with all of otter

    public = ROOT / "assignments" / record.exercise / "tests"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(path.read_bytes())
        as_utf8(Path(folder))  # the zip's first step
        if path.suffix == ".ipynb":  # on Gradescope otter runs any notebook with its own kernel, here only if it names that
            notebook = json.loads(copy.read_bytes())
            notebook["metadata"].get("kernelspec", {})["name"] = "python3"
            copy.write_text(json.dumps(notebook))
        command = [sys.executable, "-W", "ignore", "-c", _ONE, str(copy), str(zipped), str(public)]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, start_new_session=True)
        except subprocess.TimeoutExpired:
            return f"otter did not end within {SECONDS} s"
    for line in done.stdout.splitlines():
        if line.startswith("PARITY"):
            found: dict[str, dict[str, tuple[float, dict[str, bool]]]] = json.loads(line.removeprefix("PARITY"))
            return found
    return (done.stderr.strip().splitlines() or ["otter said nothing"])[-1][:160]


def container(
    zipped: Path,
    folder: Path,
    files: Mapping[str, bytes],
    seconds: int = 300,
    search: str = os.defpath,
    prepare: Callable[[Path], object] = lambda source: None,
) -> tuple[dict[str, Any], str]:
    """Grade as Gradescope does: lay out its folder, run what run_autograder runs; the results, and what was printed.

    `search` is the PATH of programs, `prepare` may change what the zip unpacked to.
    """
    with zipfile.ZipFile(zipped) as packed:
        packed.extractall(folder / "source")
    for name, data in files.items():
        place = folder / "submission" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (folder / "results").mkdir()
    (folder / "submission_metadata.json").write_text("{}")
    prepare(folder / "source")
    command = [sys.executable, "-W", "ignore", folder / "source" / "run_otter.py", folder, str(seconds)]
    environment = {"PATH": search, "HOME": str(Path.home()), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, timeout=seconds + 120)
    results: dict[str, Any] = json.loads((folder / "results" / "results.json").read_text())
    return results, done.stdout + done.stderr


Zipped = tuple[dict[str, Any], str] | str
"""What the Gradescope zip wrote and logged, or why it wrote nothing."""
Told = dict[str, dict[str, tuple[float, dict[str, bool]]]] | str


def _by_zip(path: Path, zipped: Path) -> Zipped:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return container(zipped, Path(folder), {path.name: path.read_bytes()})
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)


def _zip_differs(record: GradeRecord, zipped: Zipped) -> list[str]:
    """What the zip says otherwise than the bulk grader, in points or in words."""
    if isinstance(zipped, str):
        return [f"gradescope zip: {zipped}"]
    results, log = zipped
    if "graded behind the wall" not in log:
        return [f"gradescope zip: {log.strip().splitlines()[-1][:160]}"]

    def rounded(text: str) -> str:  # limits are rounded otherwise there, and a died answer's time is its limit
        return re.sub(r"\d+ s\b", "n s", text)

    if record.outcome != "graded":
        told = [(test.get("score", 0), rounded(test["output"])) for test in results["tests"]]
        return [] if told == [(0, rounded(record.message))] else [f"gradescope zip: {told} instead of {record.message}"]
    tests = {test["name"]: test for test in results["tests"]}
    wrong = []
    for question in record.questions:
        for case in question.cases:
            test = tests.pop(f"{question.name}: {case.name.replace(': ', ', ', 1)}", None)
            if test is None:
                wrong.append(f"gradescope zip: {question.name} has no case {case.name!r}")
            elif abs(test["score"] - case.points) > 1e-5 or rounded(test["output"]) != rounded(words(case)):
                wrong.append(f"gradescope zip: {test['name']}: {test['score']:g} {test['output']!r}, bulk {case.points:g}")
    return [*wrong, *(f"gradescope zip: {name} is not in the record" for name in tests)]


def _otter_differs(record: GradeRecord, told: Told) -> list[str]:
    """What otter says otherwise than the bulk grader, in points."""
    if isinstance(told, str):
        return [told]
    wrong = []
    for question in (question for question in record.questions if question.cases):  # people mark the written one
        score, _ = told["run"].get(question.name, (-1.0, {}))
        if abs(score - question.score) > 1e-9:
            cases = {case.name: case.passed for case in question.cases}
            odd = [name for name, passed in told["run"].get(question.name, (0, {}))[1].items() if cases.get(name) != passed]
            wrong.append(f"{question.name}: otter run {score:g}, bulk {question.score:g} ({', '.join(odd)})")
        _, public = told["check"].get(question.name, (-1.0, {}))
        if public != {case.name: case.passed for case in question.cases if not case.hidden}:
            wrong.append(f"{question.name}: otter check passes {public}")
    return wrong


def compare(record: GradeRecord, path: Path, zipped: Path, alone: Callable[[GradeRecord, Path], GradeRecord]) -> Comparison:
    """Grade one submission with the other runners and hold it against its record.

    Where they differ, `alone` grades it without asking ahead: a function that remembers earlier calls, or
    draws random numbers, answers otherwise when the same calls come in another order.
    """
    by_zip = _by_zip(path, zipped)
    died = [f"{question.name} {question.status}" for question in record.questions if question.status in ("timed_out", "crashed")]
    zip_differs = _zip_differs(record, by_zip)
    if record.outcome != "graded" or died:
        why = f"the bulk grader records {record.outcome}{' (' + ', '.join(died) + ')' if died else ''}; otter has no such word"
        return Comparison(
            record.student, record.exercise, "differs" if zip_differs else "justified", "; ".join([*zip_differs, why])
        )
    told = _otter(record, path, zipped)

    def differences(record: GradeRecord) -> list[str]:
        return [*_zip_differs(record, by_zip), *_otter_differs(record, told)]

    wrong = [*zip_differs, *_otter_differs(record, told)]
    if not wrong:
        return Comparison(record.student, record.exercise, "same", "")
    why = _excuse(record, path, differences, alone, bool(zip_differs))
    detail = f"{why} ({wrong[0]})" if why else "; ".join(wrong)
    return Comparison(record.student, record.exercise, "justified" if why else "differs", detail)


def _excuse(
    record: GradeRecord,
    path: Path,
    differences: Callable[[GradeRecord], list[str]],
    alone: Callable[[GradeRecord, Path], GradeRecord],
    zip_differs: bool,
) -> str:
    """Why the runners may differ in this submission; empty where they may not."""
    again = alone(record, path)
    if not differences(again):
        return "its answers depend on the calls before them; asked in otter's order the graders agree"
    if again.questions != alone(record, path).questions:
        return "its answers differ from run to run"
    taken = _OTTERS_NAMES.findall("\n".join(submission.read(path).cells))
    if taken and not zip_differs:
        return f"otter's runner puts its own {taken[0]} in the place of the student's; behind the wall the graders agree"
    return ""


def run(where: Path, limit: int | None, exercise: str | None, jobs: int) -> list[Comparison]:
    """Compare up to `limit` submissions an exercise, spread over the class."""
    course = Course()
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "out"
        done = run_cli("grade", where, "--out", out, *(["--exercise", exercise] if exercise else []))
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        records = Gradebook.open(out).records()
        zips = {}
        for used in {record.exercise for record in records}:
            zips[used] = Path(name) / f"{used}.zip"
            gradescope_zip(course.exercise(used), zips[used])
        graders = {used: Grader(course.exercise(used), 0, load_with_otter) for used in zips}  # as in the zip, no diagnosis
        for grader in graders.values():
            grader.measure_limits()

        one_at_a_time = threading.Lock()  # a grader keeps what its cases raise

        def alone(record: GradeRecord, path: Path) -> GradeRecord:
            exercise = course.exercise(record.exercise)
            (found,) = collect(path, course, exercise).submissions
            with one_at_a_time:
                bench = Bench(sandbox.choose("auto"))
                try:
                    return bench.grade(graders[exercise.name], found, PATIENCE)[0]
                finally:
                    bench.close()

        chosen: list[GradeRecord] = []
        for used in sorted(zips):
            mine = [record for record in records if record.exercise == used]
            chosen += mine if limit is None else mine[:: max(1, len(mine) // limit)][:limit]
        files = {(record.student, record.exercise): next((where / record.student).rglob(record.file)) for record in chosen}
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            work = [pool.submit(compare, r, files[r.student, r.exercise], zips[r.exercise], alone) for r in chosen]
            return [future.result() for future in work]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=int)
    parser.add_argument("--exercise")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--class", dest="where", type=Path, default=CLASS)
    options = parser.parse_args()
    found = run(options.where, options.limit, options.exercise, options.jobs)
    for comparison in found:
        if comparison.verdict != "same":
            print(f"{comparison.verdict:<10} {comparison.student}/{comparison.exercise}: {comparison.detail}")
    counts = {word: sum(c.verdict == word for c in found) for word in ("same", "justified", "differs")}
    told = f"{counts['same']} the same in all runners, {counts['justified']} justified, {counts['differs']} differ"
    print(f"{len(found)} submissions: {told}")
    sys.exit(1 if counts["differs"] else 0)


if __name__ == "__main__":
    main()
