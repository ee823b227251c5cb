"""A student process without a warm parent, for a person's own code on their own machine.

macOS and Windows have no bubblewrap, Windows has no fork, and a self-check has one second: there
a plain Python is started, and talked with over a loopback socket.  The interface is that of the
warm parent.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path

from autograder.process import Child, ZygoteDied
from autograder.sandbox import Level

_START_SECONDS = 30.0
_PACKAGE = Path(__file__).resolve().parent / "student"
# The package is loaded from its folder by name, so that no file of ours can stand before a module
# that a student imports.  Most files import pyplot for the lesson's figures and draw nothing when
# they are checked: it is really imported when something of it is used.
_START = """
import importlib, importlib.util, sys, types

class Late(types.ModuleType):
    def __getattr__(self, name):
        for late in names:
            if isinstance(sys.modules.get(late), Late):
                del sys.modules[late]
        return getattr(importlib.import_module(self.__name__), name)

names = "matplotlib", "matplotlib.pyplot"
if importlib.util.find_spec("matplotlib"):
    sys.modules.update({name: Late(name) for name in names})
    vars(sys.modules["matplotlib"])["pyplot"] = sys.modules["matplotlib.pyplot"]
place, *sys.argv[1:] = sys.argv[1:]
spec = importlib.util.spec_from_file_location(
    "student", place + "/__init__.py", submodule_search_locations=[place])
package = sys.modules["student"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
importlib.import_module("student.alone").main()
"""


class PlainParent:
    """Starts a fresh interpreter for each student process, the first one at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.level = Level.LIMITS
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        self._start()

    def _start(self) -> None:
        self.token = secrets.token_hex(16)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.settimeout(_START_SECONDS)
        command = [sys.executable, "-s", "-P", "-c", _START, str(_PACKAGE), str(self.server.getsockname()[1]), self.token]
        self.process = subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    def fork(self, code: str = "") -> Child:
        """Give the process that waits for a submission, or start one."""
        if self.process is None:
            self._start()
        with self.server:
            try:
                connection, _ = self.server.accept()
            except TimeoutError as error:
                self.close()
                raise ZygoteDied("Python did not start") from error
        connection.settimeout(_START_SECONDS)
        if connection.recv(len(self.token), socket.MSG_WAITALL) != self.token.encode():
            connection.close()
            self.close()
            raise ZygoteDied("another program answered in the student process's place")
        return Child(self, connection)

    def request(self, what: bytes) -> float:
        """What :class:`Child` asks for: a kill, or the CPU seconds (-1 where they are not known)."""
        if what == b"K":
            self.close()
        elif self.process is not None and sys.platform == "linux":
            with contextlib.suppress(OSError):
                return time.clock_gettime((~self.process.pid << 3) | 2)
        return -1.0

    def close(self) -> None:
        self.server.close()
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
