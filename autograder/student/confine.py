"""Confine the warm parent and each child: identity, limits, Landlock, system calls in turn."""

from __future__ import annotations

import functools
import itertools
import os
import pwd
import signal
import site
import socket
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import landlock, limits, seccomp
from .limits import Limits

# The levels, as the grader passes them: bubblewrap is around us; we confine ourselves; neither.
FULL, KERNEL, LIMITS = "full", "kernel", "limits"
_PACKAGE = os.path.dirname(os.path.realpath(__file__))
_DEVICES = ("/dev/urandom", "/dev/zero")
_PREFIX = "child-"
_ENTRIES = 10_000
_PR_SET_PDEATHSIG = 1
_LINUX = sys.platform.startswith("linux")

_DEFAULT = Limits()

_parents: list[int] = []


@functools.cache
def readable_paths() -> tuple[str, ...]:
    """Return what the running interpreter needs to read; nothing of the project among it."""
    paths = sysconfig.get_paths()
    named = {os.path.join(sys.base_prefix, name) for name in ("lib", "lib64")}
    named |= {paths["stdlib"], paths["purelib"], paths["platlib"], *site.getsitepackages()}
    named |= {os.path.join(sys.prefix, "pyvenv.cfg"), "/usr/lib", "/usr/lib64", "/lib", "/lib64"}
    named |= {"/etc/ld.so.cache", "/usr/share/fonts", "/usr/local/share/fonts"}
    named = {os.path.abspath(path) for path in named if os.path.exists(path)}
    named |= {os.path.realpath(path) for path in named}
    kept: list[str] = []
    for path in sorted(named):
        if not any(path.startswith(f"{above}/") for above in kept):
            kept.append(path)
    return tuple(kept)


def _is_public(path: str) -> bool:
    real = Path(path).resolve()
    passable = all(folder.stat().st_mode & 0o001 for folder in real.parents)
    return passable and bool(real.stat().st_mode & 0o004)


def _step_down(scratch: str) -> None:
    """Root only: become a user nobody is, or, where Python is root's own, a root without powers."""
    if not all(_is_public(path) for path in (*readable_paths(), _PACKAGE, os.path.dirname(scratch))):
        limits.drop_capabilities()
        return
    taken = {entry.pw_uid for entry in pwd.getpwall()}
    unused = next(uid for uid in range(65533, 1000, -1) if uid not in taken)
    os.chown(scratch, unused, unused)
    limits.drop_privileges(unused, unused)


@functools.cache
def _real_paths() -> list[str]:
    return sorted({os.path.realpath(path) for path in (*readable_paths(), _PACKAGE, *_DEVICES)})


def _restrict(scratch: str) -> None:
    landlock.restrict(_real_paths(), [scratch, os.devnull])


@functools.cache
def _program(profile: seccomp.Profile) -> bytes:
    return seccomp.program(profile)


def enter_zygote(level: str, scratch: str) -> None:
    """Confine the warm parent, once, when it has imported all that students may import.

    At level "full" bubblewrap has done it already; this prepares for the children.

    Raises
    ------
    OSError
        When the kernel refuses; the parent must not go on.
    """
    _parents[:] = [os.getpid()]
    os.umask(0o077)
    os.chdir(scratch)
    if level != LIMITS:
        _program(seccomp.Profile.CHILD)
        _real_paths()
    if level == FULL:
        return
    if _LINUX and os.geteuid() == 0:
        _step_down(scratch)
    if level == KERNEL:
        _restrict(scratch)
        seccomp.install(_program(seccomp.Profile.ZYGOTE))


def _die_with_parent() -> None:
    landlock.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() not in _parents:  # it died before we asked
        os._exit(1)


def enter_copy() -> None:
    """Let a copy of the warm parent end with it, and have children of its own."""
    if _LINUX:
        _die_with_parent()
    _parents[:] = [os.getpid()]


def enter_child(level: str, scratch: str, keep: int, allowed: Limits = _DEFAULT) -> str:
    """Confine a freshly forked child before it runs anything of a student's.

    Parameters
    ----------
    level, scratch : str
        What `enter_zygote` was given.
    keep : int
        The one descriptor the child goes on using; 0, 1 and 2 become /dev/null.
    allowed : Limits
        Processor time, memory, file size, open files.

    Returns
    -------
    str
        The child's own empty folder, its working directory; all that it can write.

    Raises
    ------
    OSError
        When the kernel refuses; the child must not go on.
    """
    folder = os.path.join(scratch, f"{_PREFIX}{os.getpid()}")
    os.mkdir(folder, 0o700)
    os.chdir(folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = folder
    tempfile.tempdir = folder
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    limits.close_other_fds({0, 1, 2, keep})
    if _LINUX:
        _die_with_parent()
    limits.apply(allowed)
    if level != LIMITS:
        _restrict(folder)
        seccomp.install(_program(seccomp.Profile.CHILD))  # last: it forbids all of the above
    return folder


def clear_scratch(scratch: str, most: int | None = _ENTRIES) -> bool:
    """Remove the folders of dead children; False when they hold more than `most` entries.

    After False the parent should end: the next one starts with an empty scratch.  Goes level by
    level without recursion, because a hostile folder can be nested deeper than any stack or path.
    """
    waiting = [entry.path for entry in os.scandir(scratch) if entry.name.startswith(_PREFIX)]
    lifted = os.path.join(scratch, f"{_PREFIX}lifted-{time.monotonic_ns()}")
    seen = 0
    while waiting:
        here = waiting.pop()
        os.chmod(here, 0o700)
        with os.scandir(here) as listing:
            entries = list(itertools.islice(listing, most and most + 1))
        for entry in entries:
            seen += 1
            if most is not None and seen > most:
                return False
            if entry.is_dir(follow_symlinks=False):
                os.chmod(entry.path, 0o700)  # moving a folder needs write permission on it
                waiting.append(f"{lifted}-{seen}")
                os.rename(entry.path, waiting[-1])
            else:
                os.unlink(entry.path)
        os.rmdir(here)
    return True


def main() -> None:
    """Confine this process and exit 0 when that holds, else say on standard error what does not.

    The grader runs this at its start, so that a level is offered only where it was seen to work.
    """
    level, scratch = sys.argv[1:]
    report = os.dup(2)
    try:
        enter_zygote(level, scratch)
        _parents[:] = [os.getppid()]
        folder = enter_child(level, scratch, report)
        with open("file", "w") as file:
            file.write("a child can write here")
    except OSError as error:
        os.write(report, f"confinement fails: {error}\n".encode())
        os._exit(1)
    forbidden: dict[str, Callable[[], object]] = {
        "list the root folder": lambda: os.listdir("/"),
        "write beside its folder": lambda: os.mkdir(f"{folder}.other"),
        "open a socket": socket.socket,
        "start a process": lambda: os.fork() or os._exit(0),
    }
    for name, attempt in forbidden.items():
        try:
            attempt()
        except OSError:
            continue
        if level != LIMITS:
            os.write(report, f"a confined process could {name}\n".encode())
            os._exit(1)
    os._exit(0)
