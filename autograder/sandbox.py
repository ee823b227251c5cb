"""Choose how strongly student code is confined here, and start its warm parent that way."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from autograder.errors import CourseError
from autograder.student import confine, seccomp

STUDENT_PACKAGE = Path(__file__).resolve().parent / "student"
_SCRATCH_BYTES = 64 << 20
# Where no small file system holds a student's files, they are counted while the code runs.
_STORED_BYTES, _STORED_ENTRIES = 256 << 20, 10_000
_INSIDE_PACKAGE, _INSIDE_SCRATCH = "/student", "/scratch"
# The package is loaded from its folder by name, so that no other folder comes on sys.path, where
# a file of ours could stand before a module that a student imports.
_START = """
import importlib, importlib.util, sys
place, module, *sys.argv[1:] = sys.argv[1:]
spec = importlib.util.spec_from_file_location(
    "student", place + "/__init__.py", submodule_search_locations=[place])
package = sys.modules["student"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
importlib.import_module("student." + module).main()
"""


class Level(IntEnum):
    """How strongly student code is confined; a greater level holds all that a lesser one does."""

    LIMITS = 1
    KERNEL = 2
    FULL = 3

    def __str__(self) -> str:
        return self.name.lower()

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


class SandboxUnavailable(CourseError):
    """The level asked for does not work on this machine; the text says what to do about it."""


def describe(level: Level) -> str:
    """Return one sentence for people on what `level` contains."""
    return {
        Level.FULL: "full: bubblewrap, Landlock and system call filter; student code sees an interpreter and an empty folder",
        Level.KERNEL: "kernel: Landlock and system call filter; student code can read the "
        "interpreter only, but can learn which files exist and take some disk space while it runs",
        Level.LIMITS: "limits: separate process with resource limits only; student code can read and write the user's files",
    }[level]


def _environment(scratch: str) -> dict[str, str]:
    environment = {
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "HOME": scratch,
        "TMPDIR": scratch,
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": os.path.join(scratch, "matplotlib"),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if "OPENBLAS_CORETYPE" in os.environ:
        environment["OPENBLAS_CORETYPE"] = os.environ["OPENBLAS_CORETYPE"]
    if sys.base_prefix not in ("/usr", "/usr/local"):
        # Without /proc the loader cannot find a libpython that is named relative to the program.
        environment["LD_LIBRARY_PATH"] = os.path.join(sys.base_prefix, "lib")
    return environment


def _bubblewrap(filter_file: int, options: Sequence[str]) -> list[str]:
    argv = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--unshare-user", *options]
    argv += ["--cap-drop", "ALL", "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    argv.append("--clearenv")
    for name, value in _environment(_INSIDE_SCRATCH).items():
        argv += ["--setenv", name, value]
    for path in confine.readable_paths():
        argv += ["--ro-bind", os.path.realpath(path), path]
    argv += ["--ro-bind", os.path.realpath(sys.executable), sys.executable]
    argv += ["--ro-bind", str(STUDENT_PACKAGE), _INSIDE_PACKAGE]
    for device in ("/dev/null", "/dev/zero", "/dev/urandom"):
        argv += ["--dev-bind", device, device]
    # The root of the sandbox is itself a tmpfs, writable and large until it is remounted.
    argv += ["--size", str(_SCRATCH_BYTES), "--tmpfs", _INSIDE_SCRATCH, "--remount-ro", "/"]
    return [*argv, "--chdir", _INSIDE_SCRATCH, "--seccomp", str(filter_file), "--"]


def _filter_file() -> int:
    """Return a descriptor with the parent's system call filter, for one start of bubblewrap.

    bubblewrap reads it to its end, so every start needs a new one.
    """
    descriptor = os.memfd_create("seccomp")
    os.write(descriptor, seccomp.program(seccomp.Profile.ZYGOTE))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def refuse_exposed(hidden: Sequence[Path]) -> None:
    """Raise `SandboxUnavailable` if the sandbox would show student code one of `hidden`."""
    for secret in hidden:
        for path in confine.readable_paths():
            if secret.resolve().is_relative_to(Path(path).resolve()):
                raise SandboxUnavailable(
                    f"{secret} lies in {path}, which student code can read because Python lives "
                    "there; move it, or give another folder"
                )


@dataclass(frozen=True)
class Launch:
    """What `subprocess.Popen` needs to start a sandboxed Python; close it after the start."""

    argv: list[str]
    env: dict[str, str]
    pass_fds: tuple[int, ...] = ()

    def close(self) -> None:
        """Close the descriptors that were opened for this start."""
        for descriptor in self.pass_fds:
            os.close(descriptor)


def _launch(level: Level, scratch: str, module: str, arguments: Sequence[str], options: Sequence[str]) -> Launch:
    package = _INSIDE_PACKAGE if level is Level.FULL else str(STUDENT_PACKAGE)
    start = [sys.executable, "-s", "-P", "-B", "-c", _START, package, module, *arguments]
    if level is not Level.FULL:
        return Launch(start, _environment(scratch))
    descriptor = _filter_file()
    return Launch([*_bubblewrap(descriptor, options), *start], {}, (descriptor,))


def launch(level: Level, control: int, scratch: Path, preload: Sequence[str]) -> Launch:
    """Return how to start a warm parent.

    Parameters
    ----------
    level : Level
        A level that `choose` returned.
    control : int
        Descriptor of the parent's control socket; pass it on with those of the result.
    scratch : Path
        An empty folder for this parent alone, removed by the caller afterwards with
        `remove_scratch`; at level FULL a small file system inside the sandbox takes its place.
    preload : sequence of str
        Modules to import before confinement.
    """
    inside = _INSIDE_SCRATCH if level is Level.FULL else str(scratch)
    arguments = ["--control", str(control), "--level", str(level), "--scratch", inside]
    arguments += ["--preload", ",".join(preload)]
    options = _full()[1] if level is Level.FULL else ()
    return _launch(level, inside, "zygote", arguments, options)


def remove_scratch(scratch: Path) -> None:
    """Remove what a warm parent and its children left, however deep it is nested."""
    with contextlib.suppress(OSError):
        confine.clear_scratch(str(scratch), most=None)
    shutil.rmtree(scratch, ignore_errors=True)


def overfull(scratch: Path) -> bool:
    """Whether the files below `scratch` are more than a submission may write, in bytes or in number."""
    waiting, used, seen = [str(scratch)], 0, 0
    while waiting:
        try:
            with os.scandir(waiting.pop()) as listing:
                for entry in listing:
                    seen += 1
                    used += entry.stat(follow_symlinks=False).st_blocks * 512
                    if used > _STORED_BYTES or seen > _STORED_ENTRIES:
                        return True
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError:
            continue  # it may be gone by now, or closed to us
    return False


def _fault(level: Level, options: Sequence[str] = ()) -> str | None:
    """Confine a Python at `level` and let it try the bars; return what went wrong, or None."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = _INSIDE_SCRATCH if level is Level.FULL else folder
        try:
            start = _launch(level, scratch, "confine", [str(level), scratch], options)
            try:
                done = subprocess.run(
                    start.argv, env=start.env, pass_fds=start.pass_fds, timeout=60,
                    stdin=subprocess.DEVNULL, capture_output=True, text=True,
                )  # fmt: skip
            finally:
                start.close()
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    if done.returncode == 0:
        return None
    return (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]


@functools.cache
def _full() -> tuple[str | None, tuple[str, ...]]:
    """Try level FULL; return the fault or None, and the options this bubblewrap takes."""
    if not sys.platform.startswith("linux"):
        return "bubblewrap exists on Linux only", ()
    program = shutil.which("bwrap")
    if program is None:
        return "bubblewrap is not installed; run apt-get install bubblewrap", ()
    options = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    if "--size" not in options:
        return "this bubblewrap is too old; install version 0.7 or newer", ()
    # A second lock on new user namespaces; the filter holds the first. Where /proc/sys is
    # read-only, as in containers, bubblewrap cannot turn it.
    if "--disable-userns" in options and _fault(Level.FULL, ["--disable-userns"]) is None:
        return None, ("--disable-userns",)
    fault = _fault(Level.FULL)
    return fault and f"bubblewrap does not work here ({fault})", ()


@functools.cache
def _kernel() -> str | None:
    if not sys.platform.startswith("linux"):
        return "Landlock exists on Linux only"
    fault = _fault(Level.KERNEL)
    return fault and f"Landlock and system call filters do not work here ({fault})"


def _reason(level: Level) -> str | None:
    if level is Level.FULL:
        return _full()[0]
    return _kernel() if level is Level.KERNEL else None


def probe() -> dict[Level, str | None]:
    """Try every level, once a process; return for each why it does not work, or None."""
    return {level: _reason(level) for level in sorted(Level, reverse=True)}


def choose(requested: str) -> Level:
    """Return the level to grade at.

    Parameters
    ----------
    requested : {"auto", "full", "kernel", "limits"}
        "auto" takes the strongest that works, but never LIMITS: that has to be asked for.

    Raises
    ------
    SandboxUnavailable
        When it does not work here; the text names the fault and what to do.
    """
    if requested != "auto":
        try:
            level = Level[requested.upper()]
        except KeyError:
            raise SandboxUnavailable(f"no sandbox is called {requested!r}; choose auto, full, kernel or limits") from None
        if reason := _reason(level):
            raise SandboxUnavailable(f"sandbox {level} is not available: {reason}")
        return level
    for level in (Level.FULL, Level.KERNEL):
        if _reason(level) is None:
            return level
    raise SandboxUnavailable(
        f"student code cannot be confined here: {_full()[0]}; {_kernel()}; repair one of these or "
        "accept separate processes with resource limits only by --sandbox limits"
    )
