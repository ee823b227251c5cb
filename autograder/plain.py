"""A student process without a warm parent, for a person's own code on their own machine.

macOS and Windows have no bubblewrap, and Windows no fork: there a self-check starts a plain
Python and talks with it over a loopback socket.  The interface is that of the warm parent.
"""

from __future__ import annotations

import secrets
import socket
import subprocess
import sys
from pathlib import Path

from autograder.process import Child, ZygoteDied
from autograder.sandbox import Level

_START_SECONDS = 30.0
_PACKAGE = Path(__file__).resolve().parent / "student"


class PlainParent:
    """Starts a fresh interpreter for each student process."""

    def __init__(self) -> None:
        self.level = Level.LIMITS
        self.process: subprocess.Popen[bytes] | None = None

    def fork(self) -> Child:
        """Start one process that serves a submission."""
        token = secrets.token_hex(16)
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.settimeout(_START_SECONDS)
            command = [sys.executable, "-m", "student.alone", str(server.getsockname()[1]), token]
            self.process = subprocess.Popen(command, cwd=_PACKAGE.parent, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            try:
                connection, _ = server.accept()
            except TimeoutError as error:
                self.close()
                raise ZygoteDied("Python did not start") from error
        connection.settimeout(_START_SECONDS)
        if connection.recv(64) != token.encode():
            connection.close()
            self.close()
            raise ZygoteDied("another program answered in the student process's place")
        return Child(self, connection)

    def request(self, what: bytes) -> float:
        """What :class:`Child` asks for: the CPU time is not known here, a kill is done."""
        if what == b"K":
            self.close()
        return -1.0

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
