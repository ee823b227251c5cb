"""Start the warm parent of a worker's student processes and fork children from it."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from autograder import sandbox

PRELOAD = (
    "IPython.core.inputtransformer2",
    "numpy",
    "numpy.linalg",
    "scipy.special",
    "scipy.stats",
    "scipy.optimize",
    "scipy.linalg",
    "scipy.integrate",
    "matplotlib.pyplot",
    "matplotlib.figure",
    "fractions",
    "decimal",
    "statistics",
    "dataclasses",
    "typing",
    "itertools",
    "functools",
    "mpmath",
)
START_SECONDS = 60.0
ANSWER_SECONDS = 20.0


class ZygoteDied(Exception):
    """The warm parent is gone; a new one has to be started."""


class Parent(Protocol):
    """What a child needs of the process that started it."""

    def request(self, what: bytes) -> float: ...


class Starter(Parent, Protocol):
    """Something that starts student processes."""

    level: sandbox.Level

    def fork(self) -> Child: ...

    def close(self) -> None: ...


@dataclass
class Child:
    """One student process: a stream socket to it, and its parent's word on its CPU time."""

    zygote: Parent
    connection: socket.socket
    closed: bool = False

    def cpu(self) -> float | None:
        """CPU seconds used so far; None where the system cannot tell."""
        seconds = self.zygote.request(b"C")
        return seconds if seconds >= 0 else None

    def close(self) -> None:
        """Kill and reap the process."""
        if not self.closed:
            self.closed = True
            self.connection.close()
            self.zygote.request(b"K")


class Zygote:
    """A warm, confined parent process; use it from one thread."""

    def __init__(self, level: sandbox.Level, preload: tuple[str, ...] = PRELOAD) -> None:
        self.level = level
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.scratch = Path(tempfile.mkdtemp(prefix="klgrade-"))
        self.control = ours
        with theirs:
            launch = sandbox.launch(level, theirs.fileno(), self.scratch, preload)
            try:
                self.process = subprocess.Popen(
                    launch.argv,
                    env=launch.env,
                    pass_fds=[theirs.fileno(), *launch.pass_fds],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL if not os.environ.get("KLGRADE_DEBUG") else None,
                    cwd=self.scratch,
                )
            finally:
                launch.close()
        self.control.settimeout(START_SECONDS)
        try:
            if not self.control.recv(16):
                raise ZygoteDied("the sandboxed Python did not start")
        except OSError as error:
            raise ZygoteDied("the sandboxed Python did not start") from error
        self.control.settimeout(ANSWER_SECONDS)

    def request(self, what: bytes, descriptors: tuple[int, ...] = ()) -> float:
        """One control request; raises ZygoteDied when there is no answer."""
        try:
            if descriptors:
                socket.send_fds(self.control, [what], list(descriptors))
            else:
                self.control.send(what)
            answer = self.control.recv(16)
        except OSError as error:
            raise ZygoteDied(str(error)) from error
        if len(answer) != 8:
            raise ZygoteDied("the warm parent ended")
        return float(struct.unpack("<d", answer)[0])

    def fork(self) -> Child:
        """Fork one child to serve one submission."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            try:
                self.request(b"F", (theirs.fileno(),))
            except ZygoteDied:
                ours.close()
                raise
        return Child(self, ours)

    def close(self) -> None:
        """End the warm parent and all that it started."""
        self.control.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        sandbox.remove_scratch(self.scratch)
