"""What a confined child cannot do and what it still can, tried for real at every level here."""

from __future__ import annotations

import json
import os
import platform
import signal
import struct
import subprocess
import tempfile
import textwrap
from pathlib import Path
from typing import Any

import pytest

from autograder import sandbox
from autograder.sandbox import Level
from autograder.student import confine, seccomp

REPOSITORY = Path(__file__).resolve().parents[1]
X86 = platform.machine() == "x86_64"

# Replaces the last line of the start code: forks one confined child for every attempt.
TRY_ALL = """
import importlib, json, os, select, signal, sys, traceback
import numpy, numpy.linalg, scipy.stats, matplotlib.pyplot
confine = importlib.import_module("student.confine")
limits = importlib.import_module("student.limits")
level, scratch = sys.argv[1:]
attempts = json.load(sys.stdin)
confine.enter_zygote(level, scratch)
allowed = limits.Limits(cpu_seconds=1, memory_bytes=2048 << 20)


def attempt(source, confined, write):
    try:
        if confined:
            confine.enter_child(level, scratch, write, allowed)
        space = {}
        exec(source, space)
        answer = ["done", repr(space.get("result"))]
    except OSError as error:
        answer = ["refused", error.errno]
    except BaseException as error:
        answer = ["error", type(error).__name__ + ": " + str(error)]
    os.write(write, json.dumps(answer).encode())
    os._exit(0)


answers = {}
for name, (source, confined) in attempts.items():
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        attempt(source, confined, write)
    os.close(write)
    if select.select([read], [], [], 20)[0]:
        text = os.read(read, 65536).decode()
    else:
        text = json.dumps(["hangs", None])
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(read)
    cleared = confine.clear_scratch(scratch)
    left = [entry for entry in os.listdir(scratch) if entry.startswith("child")]
    answers[name] = [json.loads(text) if text else ["killed", -status], cleared, left]
json.dump(answers, sys.stdout)
"""

LIBC = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def call(*arguments):
    answer = libc.syscall(*[ctypes.c_long(a) if isinstance(a, int) else a for a in arguments])
    if answer < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return answer
"""


def _native(x86: int, arm: int, arguments: str) -> str:
    return f"{LIBC}result = call({x86 if X86 else arm}, {arguments})"


FORBIDDEN = {
    "list the root folder": "import os; os.listdir('/')",
    "read the repository": f"import os; os.listdir({str(REPOSITORY)!r})",
    "read this file": f"open({__file__!r}).read()",
    "read the accounts": "open('/etc/passwd').read()",
    "read processes": "import os; os.listdir('/proc')",
    "read its environment block": "open('/proc/self/environ').read()",
    "read other children's folders": "import os; os.listdir('..')",
    "write beside its folder": "open('../stolen', 'w')",
    "make a folder beside its own": "import os; os.mkdir('../child-other')",
    "write to /tmp": "open('/tmp/autograder-escape', 'w')",
    "write to shared memory": "open('/dev/shm/autograder-escape', 'w')",
    "write into numpy": "import numpy; open(numpy.__file__, 'a')",
    "empty a library by opening": "import numpy, os; os.open(numpy.__file__, os.O_TRUNC)",
    "delete a library": "import numpy, os; os.unlink(numpy.__file__)",
    "change permissions": "import os; os.chmod('.', 0o777)",
    "link": "import numpy, os; os.link(numpy.__file__, 'x')",
    "symbolic link": "import os; os.symlink('/etc', 'x')",
    "fork": "import os; os.fork() or os._exit(0)",
    "vfork and exec": "import subprocess; subprocess.run(['/bin/true'])",
    "posix_spawn": "import os, sys; os.posix_spawn(sys.executable, ['python', '-c', ''], {})",
    "exec": "import os, sys; os.execv(sys.executable, ['python', '-c', ''])",
    "internet socket": "import socket; socket.socket()",
    "udp socket": "import socket; socket.socket(type=socket.SOCK_DGRAM)",
    "unix socket": "import socket; socket.socket(socket.AF_UNIX)",
    "netlink socket": "import socket; socket.socket(16, socket.SOCK_RAW)",
    "socket pair": "import socket; socket.socketpair()",
    "kill the parent": "import os; os.kill(os.getppid(), 9)",
    "kill all": "import os; os.kill(-1, 9)",
    "probe the grader": f"import os; os.kill({os.getpid()}, 0)",
    "stop itself": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "tgkill": _native(234, 131, "os.getppid(), os.getppid(), 9"),
    "queue a signal": _native(129, 138, "os.getppid(), 9, ctypes.create_string_buffer(128)"),
    "pidfd": "import os; os.pidfd_open(os.getppid())",
    "limit the parent": "import os, resource as r; r.prlimit(os.getppid(), r.RLIMIT_CPU, (1, 1))",
    "raise a limit": "import resource as r\ntry: r.setrlimit(r.RLIMIT_CPU, (99, 99))\nexcept ValueError: raise OSError(1, '')",
    "own signals of a file": "import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
    "own signals, extended": "import fcntl, os, struct; fcntl.fcntl(0, 15, struct.pack('ii', 1, os.getppid()))",
    "choose the signal of a file": "import fcntl; fcntl.fcntl(0, 10, 9)",
    "signals by ioctl": "import fcntl; fcntl.ioctl(0, 0x5452, b'\\1\\0\\0\\0')",
    "type into the terminal": "import fcntl; fcntl.ioctl(0, 0x5412, b'x')",
    "trace the parent": _native(101, 117, "16, os.getppid(), 0, 0"),
    "read the parent's memory": _native(310, 270, "os.getppid(), 0, 0, 0, 0, 0"),
    "io_uring": _native(425, 425, "1, ctypes.create_string_buffer(256)"),
    "bpf": _native(321, 280, "0, 0, 0"),
    "userfaultfd": _native(323, 282, "0"),
    "perf": _native(298, 241, "0, 0, -1, -1, 0"),
    "keys": _native(250, 219, "0, -3, 0"),
    "new user namespace": _native(272, 97, "0x10000000"),
    "mount": _native(165, 40, "0, 0, 0, 0, 0"),
    "shared memory": _native(29, 194, "0, 4096, 0o1600"),
    "anonymous file": "import os; os.memfd_create('x')",
    "affinity": "import os; os.sched_setaffinity(0, {0})",
    "scheduler of the parent": "import os; os.setpriority(0, os.getppid(), 19)",
    "dumpable": _native(157, 167, "4, 1, 0, 0, 0"),
    "outlive the parent": _native(157, 167, "1, 0, 0, 0, 0"),
    "large file": "with open('big', 'wb') as file:\n    while True: file.write(bytes(1 << 20))",
    "many open files": "kept = [open('/dev/null') for _ in range(200)]",
}
PARENT_FORBIDDEN = {
    "parent: new user namespace": _native(272, 97, "0x10000000"),
    "parent: clone into a namespace": _native(56, 220, "0x10000000 | 17, 0, 0, 0, 0"),
    "parent: mount": _native(165, 40, "0, 0, 0, 0, 0"),
    "parent: trace": _native(101, 117, "16, os.getppid(), 0, 0"),
    "parent: internet": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "parent: read this file": f"open({__file__!r}).read()",
}
KILLED = {
    "endless loop": ("while True: pass", {signal.SIGXCPU}),
    "endless loop, signals ignored": (
        "import signal\nfor n in set(range(1, 65)) - {9, 19, 32, 33}:\n    signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
        {signal.SIGKILL},
    ),
    "abort": ("import os; os.abort()", {signal.SIGSEGV, signal.SIGILL, signal.SIGTRAP}),
}
if X86:
    bits = "import ctypes; ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 | 39))"
    KILLED["x32 call"] = (bits, {signal.SIGSYS})
    # mov eax, 20; int 0x80; ret
    code = """
    import ctypes, mmap
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(bytes.fromhex("b814000000cd80c3"))
    ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
    """
    KILLED["32-bit call"] = (textwrap.dedent(code), {signal.SIGSYS, signal.SIGSEGV})
NEEDED = {
    "linear algebra": "import numpy as np\nresult = round(float(np.linalg.det(np.eye(9) * 2)))",
    "large product": "import numpy as np; result = float((np.ones((600, 600)) @ np.ones(600))[0])",
    "statistics": "import scipy.stats as s; result = round(float(s.norm.cdf(0)), 3)",
    "fit": "import scipy.optimize as o; result = round(float(o.brentq(lambda x: x - 2, 0, 9)), 6)",
    "figure in memory": """
        import io, matplotlib.pyplot as plt
        fig, ax = plt.subplots(); ax.plot([1, 2], label="$p(x)$"); ax.legend()
        out = io.BytesIO(); fig.savefig(out, format="png"); result = out.getvalue()[1:4]""",
    "figure in a file": """
        import os, matplotlib.pyplot as plt
        plt.plot([1, 2]); plt.savefig("q.png"); result = os.path.getsize("q.png") > 999""",
    "files of its own": """
        import os, pathlib, shutil, tempfile
        os.makedirs("a/b"); pathlib.Path("a/b/c").write_text("x"); os.replace("a/b/c", "d")
        with tempfile.TemporaryFile() as file: file.write(b"y")
        shutil.rmtree("a"); result = sorted(os.listdir("."))""",
    "array file": """
        import numpy as np
        np.save("x.npy", np.arange(3)); result = np.load("x.npy").tolist()""",
    "lazy imports": "import csv, wave, zipfile, xml.dom.minidom, colorsys; result = 1",
    "lazy extension module": "import _lsprof; result = 1",
    "print": "import sys; print('x' * 10**6); print('y', file=sys.stderr); result = 1",
    "clock and sleep": "import time; time.sleep(0.01); result = time.time() > 0",
    "randomness": "import random, secrets; result = 0 <= random.random() < 1",
    "device of zeros": "result = open('/dev/zero', 'rb').read(2)",
    "recursion": """
        def deep(n): return deep(n + 1)
        try: deep(0)
        except RecursionError: result = 'caught'""",
    "memory error": """
        try: bytearray(10 << 30)
        except MemoryError: result = 'caught'""",
    "no threads": """
        import threading
        try: threading.Thread(target=int).start()
        except RuntimeError: result = 'refused'""",
    "empty folder": "import os; result = os.listdir('.')",
    "closed descriptors": """
        import os
        result = []
        for n in range(3, 60):
            try: os.fstat(n); result.append(n)
            except OSError: pass
        result = len(result)""",
    "environment": "import os; result = sorted(set(os.environ) & {'PATH', 'SECRET', 'USER'})",
    "hash seed": "result = hash('a') == hash('a') and __import__('sys').flags.hash_randomization",
    "deep and closed folders": """
        import os
        os.mkdir("closed", 0)
        for _ in range(1200): os.mkdir("d"); os.chdir("d")
        result = 1""",
}
ANSWERS = {
    "linear algebra": 512, "large product": 600.0, "statistics": 0.5, "fit": 2.0,
    "figure in memory": b"PNG", "figure in a file": True, "files of its own": ["d"],
    "array file": [0, 1, 2], "lazy imports": 1, "lazy extension module": 1, "print": 1,
    "clock and sleep": True, "randomness": True, "device of zeros": b"\0\0",
    "recursion": "caught", "memory error": "caught", "no threads": "refused", "empty folder": [],
    "closed descriptors": 1, "environment": [], "hash seed": 0, "deep and closed folders": 1,
}  # fmt: skip
LEVELS = [Level.FULL, Level.KERNEL]
LIMITS_HOLD = ("memory error", "closed descriptors", "environment", "hash seed", "empty folder")


def _run(level: Level, scratch: Path, attempts: dict[str, Any]) -> dict[str, Any]:
    start = sandbox.launch(level, 0, scratch, [])
    package, module = start.argv.index("--control") - 2, start.argv.index("--control") - 1
    code = start.argv[package - 1].rsplit("importlib.import_module", 1)[0] + TRY_ALL
    inside = "/scratch" if level is Level.FULL else str(scratch)
    argv = [*start.argv[: package - 1], code, *start.argv[package : module + 1]]
    try:
        done = subprocess.run(
            [*argv, str(level), inside],
            env=start.env,
            pass_fds=start.pass_fds,
            input=json.dumps(attempts),
            capture_output=True,
            text=True,
            timeout=120,
        )
    finally:
        start.close()
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _outcomes(level: Level, scratch: Path) -> dict[str, Any]:
    reason = sandbox.probe()[level]
    if reason is not None:
        pytest.skip(reason)
    attempts: dict[str, Any] = {name: [source, True] for name, source in FORBIDDEN.items()}
    attempts |= {name: [source, True] for name, (source, _) in KILLED.items()}
    attempts |= {name: [textwrap.dedent(source), True] for name, source in NEEDED.items()}
    attempts |= {name: [source, False] for name, source in PARENT_FORBIDDEN.items()}
    return _run(level, scratch, attempts)


@pytest.fixture(scope="module", params=LEVELS, ids=str)
def outcomes(request: pytest.FixtureRequest) -> Any:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as scratch:
        patch.setenv("SECRET", "not for students")
        return _outcomes(request.param, Path(scratch))


@pytest.mark.parametrize("name", [*FORBIDDEN, *PARENT_FORBIDDEN])
def test_forbidden(outcomes: dict[str, Any], name: str) -> None:
    answer, cleared, left = outcomes[name]
    assert answer[0] == "refused", answer
    assert cleared and not left


@pytest.mark.parametrize("name", KILLED)
def test_killed(outcomes: dict[str, Any], name: str) -> None:
    kind, number = outcomes[name][0]
    assert kind == "killed"
    assert number in KILLED[name][1]


@pytest.mark.parametrize("name", NEEDED)
def test_needed(outcomes: dict[str, Any], name: str) -> None:
    answer, cleared, left = outcomes[name]
    assert answer == ["done", repr(ANSWERS[name])]
    assert cleared and not left


def test_limits_hold_without_a_sandbox() -> None:
    needed = {name: [textwrap.dedent(NEEDED[name]), True] for name in LIMITS_HOLD}
    killed = {name: [KILLED[name][0], True] for name in ("endless loop",)}
    refused = {name: [FORBIDDEN[name], True] for name in ("large file", "many open files")}
    with tempfile.TemporaryDirectory() as scratch:
        found = _run(Level.LIMITS, Path(scratch), needed | killed | refused)
    for name in needed:
        assert found[name][0] == ["done", repr(ANSWERS[name])]
    assert found["endless loop"][0] == ["killed", signal.SIGXCPU]
    assert all(found[name][0][0] == "refused" for name in refused)


def _verdict(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """Walk a filter as the kernel does; enough of the machine for what the assembler writes."""
    words = [number, architecture, 0, 0]
    for value in (*arguments, *[0] * (6 - len(arguments))):
        words += [value & 0xFFFFFFFF, value >> 32]
    steps = list(struct.iter_unpack("=HBBI", program))
    position = held = 0
    while True:
        code, yes, no, value = steps[position]
        position += 1
        if code == 0x20:
            held = words[value // 4]
        elif code == 0x54:
            held &= value
        elif code == 0x06:
            return int(value)
        else:
            truth = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
            position += yes if truth else no


ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
ARM, INTEL = 0xC00000B7, 0xC000003E


@pytest.mark.parametrize(
    ("machine", "architecture", "calls"),
    [
        (
            "aarch64",
            ARM,
            {
                (63,): ALLOW, (64,): ALLOW, (222,): ALLOW, (56, 0, 0, 0): ALLOW,
                (56, 0, 0, 0o1000): EPERM, (25, 0, 8): EPERM, (25, 0, 3): ALLOW,
                (261, 0): ALLOW, (261, 7): EPERM, (220, 17): EPERM, (221,): EPERM,
                (198,): EPERM, (129, 1, 9): EPERM, (131, 1, 1, 9): EPERM, (435,): ENOSYS,
                (425,): EPERM, (999,): ENOSYS,
            },
        ),
        (
            "x86_64",
            INTEL,
            {
                (0,): ALLOW, (9,): ALLOW, (257, 0, 0, 0o1101): ALLOW, (257, 0, 0, 0o1000): EPERM,
                (2, 0, 0o1000): EPERM, (72, 0, 8): EPERM, (16, 0, 0x5452): EPERM,
                (302, 0): ALLOW, (302, 7): EPERM, (56, 17): EPERM, (59,): EPERM, (41,): EPERM,
                (62, 1, 9): EPERM, (435,): ENOSYS, (0x40000027,): KILL, (0xFFFFFFFF,): KILL,
            },
        ),
    ],
    ids=["aarch64", "x86_64"],
)  # fmt: skip
def test_filter_of_a_child(monkeypatch: pytest.MonkeyPatch, machine: str, architecture: int, calls: dict[Any, int]) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    program = seccomp.program(seccomp.Profile.CHILD)
    for call, expected in calls.items():
        assert _verdict(program, architecture, *call) == expected, call
    assert _verdict(program, architecture ^ 1, 0) == KILL
    assert len(program) // 8 < 4096


def test_the_parent_may_fork_but_not_enter_namespaces() -> None:
    program = seccomp.program(seccomp.Profile.ZYGOTE)
    architecture, clone = (INTEL, 56) if X86 else (ARM, 220)
    assert _verdict(program, architecture, clone, signal.SIGCHLD) == ALLOW
    assert _verdict(program, architecture, clone, 0x10000000 | signal.SIGCHLD) == EPERM


def test_an_unknown_machine_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "vax")
    with pytest.raises(OSError, match="vax"):
        seccomp.program(seccomp.Profile.CHILD)


def test_choose_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_full", lambda: ("bubblewrap is not installed", ()))
    monkeypatch.setattr(sandbox, "_kernel", lambda: "no Landlock")
    with pytest.raises(sandbox.SandboxUnavailable, match="--sandbox limits"):
        sandbox.choose("auto")
    with pytest.raises(sandbox.SandboxUnavailable, match="sandbox full is not available: bubblewrap"):
        sandbox.choose("full")
    with pytest.raises(sandbox.SandboxUnavailable, match="choose auto, full, kernel or limits"):
        sandbox.choose("strong")
    assert sandbox.choose("limits") is Level.LIMITS
    monkeypatch.setattr(sandbox, "_kernel", lambda: None)
    assert sandbox.choose("auto") is Level.KERNEL
    assert sandbox.probe() == {
        Level.FULL: "bubblewrap is not installed", Level.KERNEL: None, Level.LIMITS: None,
    }  # fmt: skip


def test_levels_are_ordered_and_read_as_words() -> None:
    assert Level.FULL > Level.KERNEL > Level.LIMITS
    assert [f"{level}" for level in Level] == [confine.LIMITS, confine.KERNEL, confine.FULL]
    assert all(sandbox.describe(level).startswith(str(level)) for level in Level)


def test_a_course_among_the_libraries_is_refused() -> None:
    sandbox.refuse_exposed([REPOSITORY / "solutions", REPOSITORY / "tests"])
    inside = Path(json.__file__).parent / "solutions"
    with pytest.raises(sandbox.SandboxUnavailable, match="move it, or give another folder"):
        sandbox.refuse_exposed([inside])


def test_a_large_leftover_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "child-1"
    (folder / "deep" / "deeper").mkdir(parents=True)
    for number in range(20):
        (folder / "deep" / "deeper" / str(number)).touch()
    assert not confine.clear_scratch(str(tmp_path), most=10)
    assert not confine.clear_scratch(str(tmp_path), most=10)
    sandbox.remove_scratch(tmp_path)
    assert not tmp_path.exists()
