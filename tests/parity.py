"""``make parity``: one test file, three runners, one verdict.

Each submission of the sample class is graded by the bulk grader, by what ``grader.check`` and
``otter check`` run (the public tests), and by ``otter run`` on the Gradescope zip; the scores of
every question have to be equal.  otter knows no time limit and loses a whole submission to a dead
process, so submissions that died in the bulk grader are listed with the reason and not compared.
"""

from __future__ import annotations

import argparse
import codecs
import concurrent.futures
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course
from autograder.gradebook import Gradebook
from autograder.gradescope import write_zip as gradescope_zip
from autograder.records import GradeRecord
from tests.conftest import CLASS, ROOT, run_cli

SECONDS = 90
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


def _otter(record: GradeRecord, path: Path, zipped: Path) -> dict[str, dict[str, tuple[float, dict[str, bool]]]] | str:
    public = ROOT / "assignments" / record.exercise / "tests"
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(path.read_bytes().removeprefix(codecs.BOM_UTF8))  # the zip's first step
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


def compare(record: GradeRecord, path: Path, zipped: Path) -> Comparison:
    """Grade one submission with otter's runners and hold it against its record."""
    died = [f"{question.name} {question.status}" for question in record.questions if question.status in ("timed_out", "crashed")]
    if record.outcome != "graded" or died:
        why = f"the bulk grader records {record.outcome}{' (' + ', '.join(died) + ')' if died else ''}; otter has no such word"
        return Comparison(record.student, record.exercise, "justified", why)
    told = _otter(record, path, zipped)
    if isinstance(told, str):
        return Comparison(record.student, record.exercise, "differs", told)
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
    return Comparison(record.student, record.exercise, "differs" if wrong else "same", "; ".join(wrong))


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
        chosen: list[GradeRecord] = []
        for used in sorted(zips):
            mine = [record for record in records if record.exercise == used]
            chosen += mine if limit is None else mine[:: max(1, len(mine) // limit)][:limit]
        files = {(record.student, record.exercise): next((where / record.student).rglob(record.file)) for record in chosen}
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            work = [pool.submit(compare, r, files[r.student, r.exercise], zips[r.exercise]) for r in chosen]
            return [future.result() for future in work]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=int)
    parser.add_argument("--exercise")
    parser.add_argument("--class", dest="where", type=Path, default=CLASS)
    options = parser.parse_args()
    found = run(options.where, options.limit, options.exercise, os.cpu_count() or 1)
    for comparison in found:
        if comparison.verdict != "same":
            print(f"{comparison.verdict:<10} {comparison.student}/{comparison.exercise}: {comparison.detail}")
    counts = {word: sum(c.verdict == word for c in found) for word in ("same", "justified", "differs")}
    told = f"{counts['same']} the same in all runners, {counts['justified']} justified, {counts['differs']} differ"
    print(f"{len(found)} submissions: {told}")
    sys.exit(1 if counts["differs"] else 0)


if __name__ == "__main__":
    main()
