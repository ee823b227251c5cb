"""Grade many submissions with a few workers; each has its own warm student-side parent.

A worker that dies or hangs is replaced and its submission tried again.  A submission whose process
died or timed out is put off at once, so that it holds nobody up: when all others are done it is
graded once more, alone and with more patience, and only that run is recorded.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from autograder import sandbox, submission, wire
from autograder.attempt import ATTEMPTS, Bench
from autograder.errors import SubmissionError
from autograder.grade import CPU_FLOOR, Grader
from autograder.process import Zygote, ZygoteDied, named, weight
from autograder.records import GradeRecord, Submission
from autograder.text import plain

LOOK_SECONDS = 5.0
PATIENCE = 2.0
"""How much more time a second run gets."""


@dataclass
class Worker:
    """A grader process and the submission that it is busy with."""

    process: multiprocessing.process.BaseProcess
    pipe: Connection
    busy: int | None = None
    since: float = 0.0


def _work(
    pipe: Connection,
    others: Sequence[Connection],
    graders: dict[str, Grader],
    submissions: Sequence[Submission],
    warm: Warm,
    core: int,
    first: bool,
) -> None:
    # Ctrl-C is the parent's business; a worker ends when its pipe does, which no copy may keep open.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000)  # grading leaves no cycles behind, and looking for some often is a tenth of its work
    for other in others:
        other.close()
    if warm.cores:
        os.sched_setaffinity(0, {warm.cores[core % len(warm.cores)]})
    for number, zygote in enumerate(warm.zygotes if first else ()):
        if number != core:
            zygote.disown()
    mine = warm.zygotes[core] if first and core < len(warm.zygotes) else None
    bench = Bench(warm.level, warm.within, mine)
    try:
        while True:
            task = pipe.recv()
            if task is None:
                break
            number, alone = task
            found = submissions[number]
            pipe.send((number, *_safely(bench, graders[found.exercise], found, alone)))
    except (EOFError, BrokenPipeError):
        pass
    finally:
        bench.close()


def _safely(bench: Bench, grader: Grader, found: Submission, alone: bool) -> tuple[GradeRecord, int]:
    """A fault of the grader itself costs one record, which says so, and not the run."""
    try:
        return bench.grade(grader, found, PATIENCE if alone else 1.0, alone)
    except Exception:
        print(plain(traceback.format_exc()), file=sys.stderr)
        bench.close()
        message = "The grader itself failed on this file; tell the maintainers."
        return grader.empty_record(found, "crashed", message, str(bench.level)), ATTEMPTS


class _Pool:
    def __init__(self, size: int, longest: float, arguments: tuple[object, ...]) -> None:
        self.context = multiprocessing.get_context("fork")
        self.longest, self.arguments = longest, arguments
        self.workers: list[Worker] = []
        for number in range(size):
            self.workers.append(self._start(number, first=True))

    def _start(self, number: int, first: bool = False) -> Worker:
        ours, theirs = self.context.Pipe()
        others = [ours, *(worker.pipe for worker in self.workers)]
        process = self.context.Process(target=_work, args=(theirs, others, *self.arguments, number, first), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def run(
        self, numbers: Sequence[int], lost: Callable[[int], None], alone: bool = False
    ) -> Iterator[tuple[int, GradeRecord, int]]:
        """Yield results as they come; `lost` is told of submissions whose worker died twice.

        The last of several workers takes the last ones first.
        """
        waiting = deque(numbers)
        tries: dict[int, int] = {}
        while waiting or any(worker.busy is not None for worker in self.workers):
            for position, worker in enumerate(self.workers):
                if waiting and worker.busy is None:
                    take = waiting.pop if 0 < position == len(self.workers) - 1 else waiting.popleft
                    worker.busy, worker.since = take(), time.monotonic()
                    with contextlib.suppress(OSError):  # a dead worker shows itself below
                        worker.pipe.send((worker.busy, alone))
            ready = multiprocessing.connection.wait(
                [worker.pipe for worker in self.workers if worker.busy is not None], timeout=LOOK_SECONDS
            )
            self._end_hanging()
            for position, worker in enumerate(self.workers):
                if worker.pipe not in ready:
                    continue
                try:
                    result = worker.pipe.recv()
                except (EOFError, ConnectionResetError):
                    number = worker.busy
                    worker.pipe.close()
                    worker.process.join(1)
                    self.workers[position] = self._start(position)
                    assert number is not None
                    tries[number] = tries.get(number, 0) + 1
                    if tries[number] < ATTEMPTS:
                        waiting.append(number)
                    else:
                        lost(number)
                    continue
                worker.busy = None
                yield result

    def _end_hanging(self) -> None:
        """Kill workers that take longer than all limits together allow; they are then replaced."""
        for worker in self.workers:
            if worker.busy is not None and time.monotonic() - worker.since > self.longest:
                worker.process.kill()

    def close(self) -> None:
        for worker in self.workers:
            try:
                worker.pipe.send(None)
                worker.pipe.close()
            except OSError:
                pass
        for worker in self.workers:
            worker.process.join(10)
            if worker.process.is_alive():
                worker.process.kill()


@dataclass(frozen=True)
class Warm:
    """Warm parents for the first workers, and the folder for their scratch folders."""

    level: sandbox.Level
    within: Path
    zygotes: tuple[Zygote, ...] = ()
    cores: tuple[int, ...] = ()


@contextlib.contextmanager
def warmed(level: sandbox.Level, jobs: int) -> Iterator[Warm]:
    """Start `jobs` warm parents, which import while the caller gets ready to grade."""
    with tempfile.TemporaryDirectory(prefix="klgrade-", ignore_cleanup_errors=True) as name:
        within = Path(name)
        within.chmod(0o755)  # the warm parents may run as another user
        zygotes: list[Zygote] = []
        cores = tuple(sorted(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else ()
        try:
            if hasattr(os, "pidfd_open"):  # else workers start their own
                try:
                    for number in range(jobs):
                        # A worker and its student processes take turns, so they share a core.
                        os.sched_setaffinity(0, {cores[number % len(cores)]})
                        zygotes.append(Zygote(level, within=within))
                except ZygoteDied:
                    pass
                finally:
                    os.sched_setaffinity(0, cores)
            yield Warm(level, within, tuple(zygotes), cores)
        finally:
            for zygote in zygotes:
                zygote.close()
            for scratch in within.iterdir():  # of workers that were killed
                sandbox.remove_scratch(scratch)


def _longest(graders: dict[str, Grader]) -> float:
    """Seconds after which a submission's worker must hang, as no limit allows for so many."""
    limits = [[max(grader.cpu_limits.values(), default=CPU_FLOOR), *grader.cpu_limits.values()] for grader in graders.values()]
    wall = wire.TOTAL_FACTOR * wire.WALL_FACTOR * PATIENCE
    return ATTEMPTS * max((sum(2 * wall * limit + wire.IDLE_SECONDS for limit in each) for each in limits), default=0.0) + 120


def _needs(path: Path) -> tuple[int, int]:
    """How large a warm parent has to be for a file, and how many modules that takes."""
    try:
        names = named(submission.read_bytes(path).decode("latin-1"))
    except (OSError, SubmissionError):
        return 0, 0
    return weight(names), len(names)


def grade_all(
    submissions: Sequence[Submission],
    graders: dict[str, Grader],
    warm: Warm,
    jobs: int,
    sink: Callable[[GradeRecord], None],
) -> None:
    """Grade every submission and hand each finished record to `sink`."""
    # What is here already is of no interest to the collector, neither here nor in the workers.
    gc.collect()
    gc.freeze()
    pool = _Pool(max(1, min(jobs, len(submissions))), _longest(graders), (graders, submissions, warm))
    for zygote in warm.zygotes:
        zygote.disown()

    def lost(number: int) -> None:
        found = submissions[number]
        message = "The grader's process ended twice while grading this file; a person has to look at it."
        sink(graders[found.exercise].empty_record(found, "crashed", message, str(warm.level)))

    again: list[int] = []
    # Importing takes long, so those that need most go to one of the warm parents, one after the other.
    order = sorted(range(len(submissions)), key=lambda number: _needs(submissions[number].path))
    try:
        for number, record, deaths in pool.run(order, lost):
            if deaths:
                again.append(number)
            else:
                sink(record)
        for number in sorted(again):
            for _, record, _ in pool.run([number], lost, alone=True):
                sink(record)
    finally:
        pool.close()
