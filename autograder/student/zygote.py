"""The warm parent of all student processes of one worker.

It imports what students may import, confines itself, and then forks one child for each
submission that the grader asks for.  It never runs student code and never reads from a child.

The control socket carries one request a message (SOCK_SEQPACKET): ``P`` imports the modules whose
names follow it, ``G`` goes on in a copy of this process, which may grow, ``B`` ends the copy and goes
back to the process as it was, ``F`` with a socket attached forks a child that serves it and says how
much CPU time this process has used so far, ``C`` asks for the child's CPU seconds, ``K`` kills and
reaps the child, says what it has used, and empties the scratch folder.  Each is answered with a
double; after `codec.WORN` this process ends.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import os
import resource
import signal
import socket
import struct
import sys
import time

from . import codec, confine, landlock, standin
from .limits import Limits
from .serve import serve

# The grader ends slow questions; this ends a child whose grader does not come back.
CPU_BACKSTOP = 120.0
_PR_SET_CHILD_SUBREAPER = 36
_BACK = 3
"""The exit status of a copy after which the process that it was made from goes on."""


def preload(modules: str) -> None:
    """Import what students' code will, so that their processes inherit it."""
    had = "matplotlib" in sys.modules
    for name in filter(None, modules.split(",")):
        importlib.import_module(name)
    if "matplotlib" in sys.modules and not had:
        # The first figure builds the font cache and loads lazy parts; better here than per child.
        from matplotlib import pyplot

        figure, axes = pyplot.subplots()
        axes.plot([0, 1], [0, 1], label="x")
        axes.legend()
        figure.savefig(os.devnull, format="png")
        pyplot.close(figure)
    gc.collect()
    gc.freeze()  # keeps the children's collector off the shared pages


def _cpu_clock(pid: int) -> float:
    """CPU seconds used by process `pid` (the kernel's per-process CPU clock)."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return -1.0


def _reap(pid: int) -> float:
    """Kill and reap; return the CPU seconds that the child and what it waited for have used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    _reap_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _adopt_orphans() -> None:
    """Become the parent of what a child leaves behind, where no filter keeps it from forking."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            landlock.prctl(_PR_SET_CHILD_SUBREAPER, 1)


def _reap_orphans() -> None:
    """Kill what a dead child has forked, as long as there is some."""
    try:
        for _ in range(1000):
            with open(f"/proc/self/task/{os.getpid()}/children") as file:
                left = [int(pid) for pid in file.read().split()]
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            for pid in left:
                os.waitpid(pid, 0)
            if not left:
                return
    except OSError:
        return  # no /proc: behind the filter there is nobody to find


def _child(descriptor: int, control: socket.socket, options: argparse.Namespace) -> None:
    try:
        control.close()
        connection = socket.socket(fileno=descriptor)
        confine.enter_child(options.level, options.scratch, descriptor, Limits(cpu_seconds=CPU_BACKSTOP))
        serve(connection)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _cleared(scratch: str) -> bool:
    try:
        return confine.clear_scratch(scratch)
    except OSError:
        return False


def main() -> None:
    """Serve the control socket until the grader closes it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--level", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--preload", default="")
    options = parser.parse_args()
    control = socket.socket(fileno=options.control)
    # A recursion without end makes some thousand objects and is common; the collector need not look each time.
    gc.set_threshold(20_000)
    standin.install()
    preload(options.preload)
    _adopt_orphans()
    confine.enter_zygote(options.level, options.scratch)
    control.send(struct.pack("<d", time.process_time()))
    pid = 0
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
        if not request:
            break
        answer = 0.0
        if request in (b"F", b"G", b"B") and pid:
            _reap(pid)
            confine.clear_scratch(options.scratch)
            pid = 0
        if request == b"F":
            pid = os.fork()
            if pid == 0:
                _child(descriptors[0], control, options)
            os.close(descriptors[0])
            answer = time.process_time()
        elif request == b"G":
            copy = os.fork()
            if copy == 0:
                _adopt_orphans()
                confine.enter_copy()
            elif os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) != _BACK:
                break
        elif request == b"B":
            os._exit(_BACK)
        elif request[:1] == b"P":
            preload(request[1:].decode())
        elif request == b"C" and pid:
            answer = _cpu_clock(pid)
        elif request == b"K" and pid:
            answer = _reap(pid)
            pid = 0
            if not _cleared(options.scratch):
                control.send(struct.pack("<d", codec.WORN))
                break
        control.send(struct.pack("<d", answer))
    if pid:
        _reap(pid)
