"""Where attacks are tried: a copy of an exercise with canaries, a class, a home and services."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
import signal
import site
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType

from autograder.diagnose import Diagnoser
from autograder.exercise import ROOT, Course
from autograder.grade import Grader
from autograder.process import Zygote
from autograder.sandbox import remove_scratch
from autograder.testfiles import load_with_otter
from tests.hostile.plan import EXERCISE

CPU_LIMIT = 0.7
# Where an attack that gets out would leave its mark.
PLACES = ["/", "/tmp", "/var/tmp", "/dev/shm", "/etc", "/usr/lib", str(ROOT), os.getcwd(), os.path.expanduser("~")]
PLACES += [*site.getsitepackages(), os.path.dirname(os.__file__), sys.prefix, os.path.dirname(sys.executable)]
LOOK = """

import os, builtins, math
import numpy, numpy.testing, scipy.special

def _sight():
    fresh = [len(os.listdir(".")), numpy.log.__name__, math.log.__name__, numpy.isclose.__module__, abs.__name__]
    return fresh + [float(numpy.log(2.0)), type(builtins.len).__name__, sorted(set(os.environ) & {"KLGRADE_CANARY"})]

print(_sight())
"""


class Stage:
    """Use it as a context: it holds a listener, a process to be left alone, and canaries."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.chmod(0o755)  # a sandbox below full steps down to a user who may read Python
        self.token = secrets.token_hex(4)
        # Spelled in two parts, so that an attack's own search word is no find.
        self.canaries = {
            kind: f"CANARY-{kind}-{secrets.token_hex(6)}" for kind in ("solution", "check", "environment", "other", "home")
        }
        self.folder, self.home, self.out = root / "class", root / "home", root / "out"
        self.course = Course(root / "course")
        target = root / "course" / "solutions" / EXERCISE
        shutil.copytree(ROOT / "solutions" / EXERCISE, target)
        (root / "course" / "tests").mkdir()
        with (target / "master.py").open("a") as file:
            file.write(f"\n# {self.canaries['solution']}\n")
        for path in (target / "checks").glob("*.py"):
            with path.open("a") as file:
                file.write(f"\nPLANTED = {self.canaries['check']!r}\n")
        exercise = self.course.exercise(EXERCISE)
        self.honest = exercise.reference_source + LOOK
        diagnoser = Diagnoser(exercise)
        diagnoser.prepare()
        self.grader = Grader(exercise, 0, load_with_otter, diagnose=diagnoser)
        self.grader.measure_limits()  # also notes what is asked ahead
        self.grader.cpu_limits = dict.fromkeys(exercise.questions, CPU_LIMIT)
        self._fill()

    def __enter__(self) -> Stage:
        os.environ["KLGRADE_CANARY"] = self.canaries["environment"]
        self.listeners = [socket.create_server(("127.0.0.1", 0))]
        self.port = self.listeners[0].getsockname()[1]
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(("127.0.0.1", self.port))
        self.listeners.append(datagrams)
        for address in (str(self.home / "service"), f"\0klhostile-{self.token}"):
            line = socket.socket(socket.AF_UNIX)
            line.bind(address)
            line.listen(8)
            self.listeners.append(line)
        for line in self.listeners:
            line.setblocking(False)
        self._start_decoy()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        os.environ.pop("KLGRADE_CANARY", None)
        for line in self.listeners:
            line.close()
        self.decoy.kill()
        self.decoy.wait()

    def _start_decoy(self) -> None:
        self.decoy = subprocess.Popen(["sleep", "100000"])

    @property
    def words(self) -> dict[str, str]:
        """What the words in attack files stand for."""
        return {
            "ROOT": str(self.root / "course"),
            "CLASS": str(self.folder),
            "HOME": str(self.home),
            "PORT": str(self.port),
            "TOKEN": self.token,
            "DECOY": str(self.decoy.pid),
            "GRADER": str(os.getpid()),
            "HONEST": self.course.exercise(EXERCISE).reference_source,
        }

    def _fill(self) -> None:
        self.home.mkdir(exist_ok=True)
        (self.home / "secret.txt").write_text(self.canaries["home"])
        zoe = self.folder / "zoe"
        zoe.mkdir(parents=True)
        planted = f"SECRET = {self.canaries['other']!r}\n"
        (zoe / f"{EXERCISE}.py").write_text(self.honest + planted)

    def restore(self) -> None:
        """Make the class and the home what they were, and take away what was left outside."""
        remove_scratch(self.folder)
        shutil.rmtree(self.out, ignore_errors=True)
        self._fill()
        for path in self._marks():
            with contextlib.suppress(OSError):
                os.remove(path)
        if self.decoy.poll() is not None:
            self._start_decoy()

    def _marks(self) -> list[str]:
        found = [path for place in PLACES for path in glob.glob(os.path.join(glob.escape(place), f"*klhostile-{self.token}*"))]
        mark = f"klhostile-{self.token}"
        found += [os.path.join(here, name) for here, _, names in os.walk(self.root) for name in names if mark in name]
        return found + [
            path for path in ("/tmp/klhostile", "/tmp/klhostile.py", "klhostile", "klhostile.py") if os.path.exists(path)
        ]

    def snapshot(self) -> dict[str, tuple[int, int, int]]:
        """Size, time and mode of everything on the stage."""
        found = {}
        for here, folders, names in os.walk(self.root):
            for name in [*folders, *names]:
                path = os.path.join(here, name)
                try:
                    status = os.lstat(path)
                except OSError:
                    continue  # deeper than a path can name
                found[path] = (status.st_size, status.st_mtime_ns, status.st_mode)
        return found

    def faults_of_files(self, before: dict[str, tuple[int, int, int]]) -> list[str]:
        """What has changed since, here and elsewhere."""
        after = self.snapshot()
        changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
        faults = [f"changed {path}" for path in changed[:3]]
        faults += [f"left {path}" for path in self._marks()[:3] if path not in changed]
        for line in self.listeners:
            with contextlib.suppress(BlockingIOError):
                if line.type == socket.SOCK_DGRAM:
                    line.recv(100)
                else:
                    line.accept()[0].close()
                faults.append("reached a service")
        if self.decoy.poll() is not None:
            faults.append("ended another process")
        return faults

    def faults_of_processes(self, zygote: Zygote | None) -> list[str]:
        """Processes of student code that are still there; they are ended."""
        if zygote is None:
            return []
        ours = {zygote.process.pid} if zygote.process else set()
        parents = _parents()
        scratch = str(zygote.scratch).encode()
        left = []
        for pid in parents:
            if pid not in ours and (_below(pid, ours, parents) or scratch in _environ(pid)):
                left.append(pid)
        # bubblewrap's own: its child, which is the first process inside, and Python, the warm parent; and its copies.
        walled = zygote.process is not None and str(zygote.level) == "full"
        allowed = (2 if walled else 0) + len(zygote.imported) - 1
        if len(left) <= allowed:
            return []
        for pid in sorted(left)[allowed:] if not walled else []:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        return [f"{len(left) - allowed} processes are left"]


def _parents() -> dict[int, int]:
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError, ValueError), open(f"/proc/{name}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
                if fields[0] not in "ZX":
                    found[int(name)] = int(fields[1])
    return found


def _below(pid: int, above: set[int], parents: dict[int, int]) -> bool:
    while pid in parents:
        pid = parents[pid]
        if pid in above:
            return True
    return False


def _environ(pid: int) -> bytes:
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            return file.read()
    except OSError:
        return b""
