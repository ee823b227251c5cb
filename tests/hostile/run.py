"""Grade every attack at every level of isolation here, an honest submission after each, and print what happened.

``python -m tests.hostile.run [--sandbox LEVEL] [NAME ...]``; exit code 1 when something is not
contained that is not known to escape at its level.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder import sandbox, wire
from autograder.attempt import Bench
from autograder.bulk import PATIENCE
from autograder.collect import collect
from autograder.grade import Grader
from autograder.records import GradeRecord, Submission, from_json, to_json
from autograder.sandbox import Level
from tests.hostile.make import ZERO, put
from tests.hostile.outputs import faults_of_outputs, write_outputs
from tests.hostile.plan import EXERCISE, Attack, all_attacks
from tests.hostile.stage import Stage

SECONDS = 120
"""After which the grader itself counts as hanging; this machine may be busy."""


@dataclass(frozen=True)
class Result:
    """What became of one attack at one level; no faults mean that it was contained."""

    attack: Attack
    level: Level
    happened: str
    faults: tuple[str, ...]
    seconds: float

    @property
    def expected(self) -> bool:
        """Whether it was contained or is known to escape here."""
        return not self.faults or str(self.level) in self.attack.escapes


class Hangs(BaseException):
    """The grader did not come back."""


@contextlib.contextmanager
def alarm(seconds: int) -> Iterator[None]:
    """Raise Hangs in this thread after `seconds`."""

    def ring(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def short_limits() -> Iterator[None]:
    """Waiting ends sooner than in earnest."""
    before = wire.IDLE_SECONDS
    wire.IDLE_SECONDS = 1.5
    try:
        yield
    finally:
        wire.IDLE_SECONDS = before


def graded(bench: Bench, grader: Grader, found: Submission) -> GradeRecord:
    """Grade as a worker does: once, and once more alone if the process died."""
    record, deaths = bench.grade(grader, found, whole=False)
    return bench.grade(grader, found, patience=PATIENCE)[0] if deaths else record


class Judge:
    """One worker's bench at one level, on a stage, that attacks are tried on one after another."""

    def __init__(self, level: Level, stage: Stage) -> None:
        self.level, self.stage = level, stage
        self.bench = Bench(level)
        self.zero = self._zero()
        self.witness = self._honest()
        if self.witness.score < sum(q.max_score for q in self.witness.questions if q.cases):
            raise AssertionError(f"the honest submission does not score in full: {to_json(self.witness)[:3000]}")

    def close(self) -> None:
        self.bench.close()

    def _grade(self, found: Submission) -> GradeRecord:
        return graded(self.bench, self.stage.grader, found)

    def _zero(self) -> dict[str, float]:
        """What the plain answer 0 earns, with no attack: some inputs have it."""
        path = put(self.stage.folder, ZERO)
        (found,) = collect(path, self.stage.course, self.stage.grader.exercise).submissions
        record = self._grade(found)
        self.stage.restore()
        return {question.name: question.score for question in record.questions}

    def _honest(self) -> GradeRecord:
        collected = collect(self.stage.folder / "zoe" / f"{EXERCISE}.py", self.stage.course, self.stage.grader.exercise)
        return self._grade(collected.submissions[0])

    def judge(self, attack: Attack) -> Result:
        """Try one attack and look at everything that it may not have changed."""
        started = time.monotonic()
        faults: list[str] = []
        happened = ""
        told = io.StringIO()
        try:
            with alarm(SECONDS), short_limits(), contextlib.redirect_stderr(told), contextlib.redirect_stdout(told):
                happened, faults = self._judge(attack, told)
        except Hangs:
            faults.append("the grader hangs")
        except Exception:
            faults.append(f"the grader fails: {traceback.format_exc(limit=-3)}")
        seconds = time.monotonic() - started
        self.stage.restore()
        return Result(attack, self.level, happened, tuple(faults), seconds)

    def _judge(self, attack: Attack, told: io.StringIO) -> tuple[str, list[str]]:
        stage = self.stage
        attack.place(stage.folder, stage.words)
        before = stage.snapshot()
        collected = collect(stage.folder, stage.course, stage.grader.exercise)
        evil = [found for found in collected.submissions if found.student != "zoe"]
        records = [self._grade(found) for found in evil]
        faults = stage.faults_of_processes(self.bench.zygote)
        after = self._honest()
        if (after.score, after.output, after.outcome) != (self.witness.score, self.witness.output, self.witness.outcome):
            faults.append(f"the next submission got {after.score:g} ({after.outcome}: {after.message}{after.output!r:.200})")
        for record in records:
            for question in record.questions:
                if question.score > attack.earns.get(question.name, self.zero[question.name]) + 1e-9:
                    faults.append(f"{question.name} earned {question.score:g}")
            if "BREACH" in record.output:
                faults.append(next(line for line in record.output.splitlines() if "BREACH" in line)[:80])
            if record.outcome == "crashed" and "grader itself" in record.message:
                faults.append("the grader itself failed")
        faults += stage.faults_of_files(before)
        for remark in collected.remarks:
            print(f"note: {remark}")
        written = write_outputs([*(from_json(to_json(record)) for record in records), after], collected.remarks, stage)
        faults += faults_of_outputs(written, told.getvalue(), stage.canaries)
        return _summary(records, collected.remarks), faults


def _summary(records: Sequence[GradeRecord], remarks: Sequence[str]) -> str:
    if not records:
        return remarks[0].split(": ", 1)[-1] if remarks else "nothing to grade"
    if len(records) > 1:
        outcomes = [record.outcome for record in records]
        return ", ".join(f"{outcomes.count(name)} {name}" for name in dict.fromkeys(outcomes))
    (record,) = records
    notes = [record.message, *(q.note for q in record.questions if q.cases), *record.cell_errors, record.output]
    note = next((note for note in notes if note), "")
    return f"{record.outcome} {record.score:g}" + (f": {' '.join(note.split())}" if note else "")


def run(levels: Sequence[Level], names: Sequence[str] = ()) -> Iterator[Result]:
    """Try the attacks (all or those named) at each of `levels`."""
    attacks = all_attacks()
    chosen = [attacks[name] for name in names] or list(attacks.values())
    with tempfile.TemporaryDirectory(prefix="klstage-") as name, Stage(Path(name)) as stage:
        for level in levels:
            judge = Judge(level, stage)
            try:
                for attack in chosen:
                    if str(level) not in attack.skip:
                        yield judge.judge(attack)
            finally:
                judge.close()


def _line(result: Result) -> str:
    verdict = "yes" if not result.faults else "NO, known" if result.expected else "NO"
    happened = result.happened[:58]
    what = result.attack.by if not result.faults else "; ".join(result.faults).replace("\n", " ")
    return f"{result.attack.name:<24} {happened:<58}  {what[:78]:<78}  {verdict}"


def main() -> int:
    """Print the table for each level that works here."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.run")
    parser.add_argument("--sandbox", choices=[str(level) for level in Level], help="one level only (default: all that work here)")
    parser.add_argument("--full-text", action="store_true", help="print faults in full")
    parser.add_argument("names", nargs="*", help="attacks (default: all)")
    options = parser.parse_args()
    working = [level for level, reason in sandbox.probe().items() if reason is None]
    levels = [level for level in working if options.sandbox in (None, str(level))]
    if not levels:
        print(f"sandbox {options.sandbox} does not work here", file=sys.stderr)
        return 1
    unexpected = 0
    heading = ""
    counts: dict[Level, list[Result]] = {}
    for result in run(levels, options.names):
        if heading != str(result.level):
            heading = str(result.level)
            print(f"\nisolation: {sandbox.describe(result.level)}; user {os.geteuid()}")
            print(f"{'attack':<24} {'what happened':<58}  {'what contained it (or did not)':<78}  contained", flush=True)
        print(_line(result), flush=True)
        if options.full_text and result.faults:
            print("\n".join(f"    {fault}" for fault in result.faults), flush=True)
        counts.setdefault(result.level, []).append(result)
        unexpected += not result.expected
    print()
    for level, results in counts.items():
        held = sum(not result.faults for result in results)
        slowest = max(results, key=lambda result: result.seconds)
        print(f"{level}: {held} of {len(results)} contained; slowest {slowest.attack.name} with {slowest.seconds:.1f} s")
    return 1 if unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
