"""What a confined child cannot do and what it still can, tried for real at every level here."""

from __future__ import annotations

import functools
import json
import os
import platform
import signal
import subprocess
import textwrap
from pathlib import Path
from typing import Any

import pytest

from autograder import sandbox
from autograder.sandbox import Level

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
allowed = limits.Limits(cpu_seconds=2, memory_bytes=2048 << 20)


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
        for _ in range(3000): os.mkdir("d"); os.chdir("d")
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


@functools.cache
def _outcomes(level: Level, scratch: Path) -> dict[str, Any]:
    reason = sandbox.probe()[level]
    if reason is not None:
        pytest.skip(reason)
    attempts = {name: [source, True] for name, source in FORBIDDEN.items()}
    attempts |= {name: [source, True] for name, (source, _) in KILLED.items()}
    attempts |= {name: [textwrap.dedent(source), True] for name, source in NEEDED.items()}
    attempts |= {name: [source, False] for name, source in PARENT_FORBIDDEN.items()}
    start = sandbox.launch(level, 0, scratch, [])
    argv = [*start.argv[: start.argv.index("--control")]]
    argv[-3] = argv[-3].rsplit("importlib.import_module", 1)[0] + TRY_ALL
    inside = "/scratch" if level is Level.FULL else str(scratch)
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


@pytest.fixture(scope="module", params=LEVELS, ids=str)
def outcomes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    os.environ["SECRET"] = "not for students"
    scratch = tmp_path_factory.mktemp("scratch")
    for folder in [scratch, *scratch.parents][:4]:
        if folder.owner() != "root" or folder != Path("/tmp"):
            folder.chmod(0o711 if folder != scratch else 0o700)
    return _outcomes(request.param, scratch)


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
