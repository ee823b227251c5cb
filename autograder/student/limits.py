"""Limits the kernel counts, descriptors and identity: what holds with no sandbox at all."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import struct
from collections.abc import Collection
from dataclasses import dataclass

from .landlock import no_new_privileges

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one student process may use.

    Attributes
    ----------
    cpu_seconds : float
        Processor time, rounded up to whole seconds: SIGXCPU then, SIGKILL a second later.
    memory_bytes : int
        Address space, with what the parent had loaded already (about 400 MiB with SciPy).
    file_bytes : int
        Size of the largest file.
    open_files : int
        Highest descriptor number that can be opened, plus one.
    """

    cpu_seconds: float = 10.0
    memory_bytes: int = 2048 * MIB
    file_bytes: int = 16 * MIB
    open_files: int = 64


def _lower(name: str, soft: int, hard: int | None = None) -> None:
    which = getattr(resource, name, None)
    if which is None:  # macOS knows fewer
        return
    hard = soft if hard is None else hard
    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    try:
        resource.setrlimit(which, (soft, hard))
    except (ValueError, OSError):
        if name != "RLIMIT_AS":  # macOS lists it and refuses every value
            raise


def apply(limits: Limits) -> None:
    """Set `limits` on this process, for good; processes, cores and queues to none."""
    seconds = max(1, math.ceil(limits.cpu_seconds))
    _lower("RLIMIT_CPU", seconds, seconds + 1)
    _lower("RLIMIT_AS", limits.memory_bytes)
    _lower("RLIMIT_FSIZE", limits.file_bytes)
    _lower("RLIMIT_NOFILE", limits.open_files)
    _lower("RLIMIT_STACK", 8 * MIB)
    # Root is exempt from RLIMIT_NPROC: there the system call filter alone forbids fork.
    for name in ("NPROC", "CORE", "MEMLOCK", "MSGQUEUE"):
        _lower(f"RLIMIT_{name}", 0)


def close_other_fds(keep: Collection[int]) -> None:
    """Close every descriptor but those in `keep`."""
    ceiling = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if ceiling == resource.RLIM_INFINITY or ceiling > 1 << 20:
        ceiling = 1 << 20
    start = 0
    for descriptor in sorted(keep):
        if start < descriptor:  # CPython turns an empty range at 0 into all descriptors
            os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, max(start, ceiling))


def drop_privileges(uid: int, gid: int) -> None:
    """Become `uid` and `gid` with no other group, for good."""
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def drop_capabilities() -> None:
    """Stay root in name, with none of root's powers: for an interpreter only root can read."""
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges()  # else root's next program would have them all again
    version_3 = struct.pack("=Ii", 0x20080522, 0)
    if libc.capset(version_3, bytes(24)) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
