"""Grade many submissions with a few workers; each has its own warm student-side parent.

A worker that dies is replaced and its submission tried again.  A submission whose process died
or timed out is run once more alone, at the end, before it is recorded so.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from autograder import sandbox
from autograder.grade import Grader
from autograder.process import Zygote, ZygoteDied
from autograder.records import GradeRecord, Submission

ATTEMPTS = 2


@dataclass
class Worker:
    """A grader process and the submission that it is busy with."""

    process: multiprocessing.process.BaseProcess
    pipe: Connection
    busy: int | None = None


class _Bench:
    """A worker's zygote, started on first use and again after a death."""

    def __init__(self, level: sandbox.Level) -> None:
        self.level = level
        self.zygote: Zygote | None = None

    def grade(self, grader: Grader, found: Submission) -> tuple[GradeRecord, int]:
        for _ in range(ATTEMPTS):
            if self.zygote is None:
                self.zygote = Zygote(self.level)
            try:
                return grader.grade(found, self.zygote)
            except ZygoteDied:
                self.close()
        message = "The sandbox ended twice while running this file; a person has to look at it."
        return grader.empty_record(found, "crashed", message, str(self.level)), ATTEMPTS

    def close(self) -> None:
        if self.zygote is not None:
            self.zygote.close()
            self.zygote = None


def _work(
    pipe: Connection, graders: dict[str, Grader], submissions: Sequence[Submission], level: sandbox.Level, core: int
) -> None:
    # Ctrl-C is the parent's business; a worker ends when its pipe does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core % len(cores)]})
    bench = _Bench(level)
    try:
        while True:
            number = pipe.recv()
            if number is None:
                break
            found = submissions[number]
            pipe.send((number, *_safely(bench, graders[found.exercise], found)))
    except (EOFError, BrokenPipeError):
        pass
    finally:
        bench.close()


def _safely(bench: _Bench, grader: Grader, found: Submission) -> tuple[GradeRecord, int]:
    """A fault of the grader itself costs one record, which says so, and not the run."""
    try:
        return bench.grade(grader, found)
    except Exception:
        traceback.print_exc(file=sys.stderr)
        bench.close()
        message = "The grader itself failed on this file; tell the maintainers."
        return grader.empty_record(found, "crashed", message, str(bench.level)), ATTEMPTS


class _Pool:
    def __init__(self, size: int, arguments: tuple[object, ...]) -> None:
        self.context = multiprocessing.get_context("fork")
        self.arguments = arguments
        self.workers: list[Worker] = []
        for number in range(size):
            self.workers.append(self._start(number))

    def _start(self, number: int) -> Worker:
        ours, theirs = self.context.Pipe()
        # A fork inherits the other workers' pipes; closing ours here lets theirs see our end.
        process = self.context.Process(target=_work, args=(theirs, *self.arguments, number), daemon=True)
        process.start()
        theirs.close()
        return Worker(process, ours)

    def run(self, numbers: Sequence[int], lost: Callable[[int], None]) -> Iterator[tuple[int, GradeRecord, int]]:
        """Yield results as they come; `lost` is told of submissions whose worker died twice."""
        waiting = deque(numbers)
        tries: dict[int, int] = {}
        while waiting or any(worker.busy is not None for worker in self.workers):
            for worker in self.workers:
                if waiting and worker.busy is None:
                    worker.busy = waiting.popleft()
                    worker.pipe.send(worker.busy)
            ready = multiprocessing.connection.wait([worker.pipe for worker in self.workers if worker.busy is not None])
            for position, worker in enumerate(self.workers):
                if worker.pipe not in ready:
                    continue
                try:
                    result = worker.pipe.recv()
                except (EOFError, ConnectionResetError):
                    number = worker.busy
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


def grade_all(
    submissions: Sequence[Submission],
    graders: dict[str, Grader],
    level: sandbox.Level,
    jobs: int,
    sink: Callable[[GradeRecord], None],
) -> None:
    """Grade every submission and hand each finished record to `sink`."""
    pool = _Pool(max(1, min(jobs, len(submissions))), (graders, submissions, level))

    def lost(number: int) -> None:
        found = submissions[number]
        message = "The grader's process ended twice while grading this file; a person has to look at it."
        sink(graders[found.exercise].empty_record(found, "crashed", message, str(level)))

    again: list[int] = []
    try:
        for number, record, deaths in pool.run(range(len(submissions)), lost):
            if deaths:
                again.append(number)
            else:
                sink(record)
        for number in sorted(again):
            for _, record, _ in pool.run([number], lost):
                sink(record)
    finally:
        pool.close()
