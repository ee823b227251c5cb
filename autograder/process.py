"""Start the warm parent of a worker's student processes and fork children from it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from autograder import sandbox
from autograder.student.codec import READY, WORN

ALWAYS = (
    "numpy",
    "numpy.linalg",
    "fractions",
    "decimal",
    "statistics",
    "dataclasses",
    "typing",
)
LIGHT = ("scipy.special", "scipy.linalg", "mpmath")
HEAVY = ("scipy.stats", "scipy.optimize", "scipy.integrate", "matplotlib.pyplot", "matplotlib.figure")
"""What a warm parent imports when a submission names it, in a copy of itself: a small one forks three times faster."""
START_SECONDS = 60.0
ANSWER_SECONDS = 20.0
CLOSE_SECONDS = 5.0
_KNOWS_SENDER = hasattr(socket, "SO_PASSCRED")
_CREDENTIALS = struct.Struct("=iII")


def named(code: str) -> tuple[str, ...]:
    """The modules worth importing beforehand that `code` seems to use."""
    return tuple(module for module in LIGHT + HEAVY if all(part in code for part in module.split(".")))


def weight(modules: Iterable[str]) -> int:
    """How large a parent gets with what `named` gives: 0 for nothing, 2 with something heavy."""
    return max((2 if module in HEAVY else 1 for module in modules), default=0)


class ZygoteDied(Exception):
    """The warm parent is gone or could not confine a child; the submission has to be run again."""


class Parent(Protocol):
    """What a child needs of the process that started it."""

    def request(self, what: bytes) -> float: ...


class Starter(Parent, Protocol):
    """Something that starts student processes."""

    level: sandbox.Level

    def fork(self, code: str = "") -> Child: ...

    def close(self) -> None: ...


@dataclass
class Child:
    """One student process: a stream socket to it, and the kernel's word on its time."""

    zygote: Parent
    connection: socket.socket
    pid: int | None = None
    scratch: Path | None = None
    closed: bool = False

    def greet(self) -> None:
        """Wait until the process says that it is confined; raise ZygoteDied if it does not.

        It says so before it has read anything of a student's, so what fails here is ours.
        """
        self.connection.settimeout(ANSWER_SECONDS)
        try:
            word = self._told_pid() if _KNOWS_SENDER and self.connection.family == socket.AF_UNIX else self.connection.recv(1)
        except OSError as error:
            raise ZygoteDied("a student process did not start in time") from error
        if word != READY:
            raise ZygoteDied("a student process could not be confined")

    def _told_pid(self) -> bytes:
        # The kernel adds the sender's number, as this process knows it, to what it says.
        word, extras, _, _ = self.connection.recvmsg(1, socket.CMSG_SPACE(_CREDENTIALS.size))
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 0)
        for level, kind, data in extras:
            if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                self.pid = _CREDENTIALS.unpack(data)[0] or None
        return word

    def cpu(self) -> float | None:
        """CPU seconds used so far; None where the system cannot tell."""
        if self.pid is not None:
            try:
                # The clock of another process (see clock_getcpuclockid(3)): one system call.
                return time.clock_gettime((~self.pid << 3) | 2)
            except OSError:
                return None
        seconds = self.zygote.request(b"C")
        return seconds if seconds >= 0 else None

    def delay(self) -> float | None:
        """Seconds for which it could have run but others did; None where the system cannot tell."""
        try:
            with open(f"/proc/{self.pid}/schedstat") as file:
                return int(file.read().split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return None

    def overfull(self) -> bool:
        """Whether it has written more files than it may, where no file system of its own holds them."""
        return self.scratch is not None and sandbox.overfull(self.scratch)

    def close(self) -> None:
        """Kill and reap the process; raise ZygoteDied if its parent is gone."""
        if not self.closed:
            self.closed = True
            self.connection.close()
            self.zygote.request(b"K")


class Zygote:
    """A warm, confined parent process, started again when it is needed and gone.

    It gets warm while its starter does other things; the first fork waits for it.  Use it from one
    thread, and end it before that thread: bubblewrap ends with the thread that started it.  A
    process forked by its starter may take it over (Linux only), when all others call :meth:`disown`.
    `within` is where its scratch folder is made (default: the system's).
    """

    def __init__(self, level: sandbox.Level, within: Path | None = None) -> None:
        self.level, self.within = level, within
        self.process: subprocess.Popen[bytes] | None = None
        self._start()

    def disown(self) -> None:
        """Leave the warm parent to another process that has inherited it."""
        self.control.close()

    def _start(self) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.scratch = Path(tempfile.mkdtemp(prefix="klgrade-", dir=self.within))
        self.warm = False
        self.imported: list[set[str]] = [set()]  # by the parent and by its copies, one of the other
        self.starter = os.getpid()
        try:
            with theirs:
                launch = sandbox.launch(self.level, theirs.fileno(), self.scratch, ALWAYS)
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
        except OSError as error:
            self.close()
            raise ZygoteDied(f"the sandboxed Python did not start ({error})") from error
        except BaseException:
            self.close()
            raise

    def wait(self) -> None:
        """Wait until the parent is warm; raise ZygoteDied, and end what is left, when it does not get so."""
        if self.warm:
            return
        try:
            if not self.control.recv(16):
                raise ZygoteDied("the sandboxed Python did not start")
        except OSError as error:
            self._kill()
            self.close()
            raise ZygoteDied(f"the sandboxed Python did not start ({error})") from error
        except BaseException:
            self.close()
            raise
        self.control.settimeout(ANSWER_SECONDS)
        self.warm = True

    def _kill(self) -> None:
        # Not Popen.kill, which believes a process to be gone that another process has started.
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process.pid, signal.SIGKILL)

    def _ends(self, seconds: float) -> bool:
        """Wait for the process to end."""
        assert self.process is not None
        if self.starter == os.getpid():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
                return True
            return False
        try:
            ended = os.pidfd_open(self.process.pid)
        except ProcessLookupError:
            return True
        try:
            return bool(select.select([ended], [], [], seconds)[0])
        finally:
            os.close(ended)

    def request(self, what: bytes, descriptors: tuple[int, ...] = ()) -> float:
        """One control request; raises ZygoteDied, and ends what is left, when there is no answer."""
        try:
            if descriptors:
                socket.send_fds(self.control, [what], list(descriptors))
            else:
                self.control.send(what)
            answer = self.control.recv(16)
        except OSError as error:
            if isinstance(error, TimeoutError):
                self._kill()
            self.close()
            raise ZygoteDied(str(error)) from error
        if len(answer) != 8:
            self.close()
            raise ZygoteDied("the warm parent ended")
        value = float(struct.unpack("<d", answer)[0])
        if value == WORN:
            self.close()
        return value

    def _import(self, needed: set[str]) -> None:
        """Have what is needed imported, by a copy of the parent as large as that makes it."""
        wanted = weight(needed)
        while len(self.imported) <= wanted:
            self.request(b"G")
            self.imported.append(set(self.imported[-1]))
        while len(self.imported) > wanted + 1:
            self.request(b"B")
            self.imported.pop()
        if new := needed - self.imported[-1]:
            self.request(b"P" + ",".join(sorted(new)).encode())
            self.imported[-1] |= new

    def fork(self, code: str = "") -> Child:
        """Fork one child to serve one submission, which has what `code` imports already."""
        if self.process is None:
            self._start()
        self.wait()
        self._import(set(named(code)))
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            try:
                if _KNOWS_SENDER:
                    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
                self.request(b"F", (theirs.fileno(),))
            except ZygoteDied:
                ours.close()
                raise
        return Child(self, ours, scratch=self.scratch if self.level < sandbox.Level.FULL else None)

    def close(self) -> None:
        """End the warm parent and all that it started."""
        self.control.close()
        if self.process is not None:
            if not self._ends(CLOSE_SECONDS):
                self._kill()
                self._ends(CLOSE_SECONDS)
            self.process = None
        sandbox.remove_scratch(self.scratch)
