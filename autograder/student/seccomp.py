"""System call filters without a library: two allow-lists and the assembler for them."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from collections.abc import Iterable
from enum import Enum

from .landlock import no_new_privileges, prctl


class Profile(Enum):
    """Who is filtered: the warm parent (our own code) or the child (a student's)."""

    ZYGOTE = "zygote"
    CHILD = "child"


# name:number on x86_64:number on aarch64; nothing after the colon where there is no such call.
_NEEDED = """
read:0:63 write:1:64 pread64:17:67 pwrite64:18:68 readv:19:65 writev:20:66 lseek:8:62 close:3:57
close_range:436:436 ftruncate:77:46 fadvise64:221:223 sendfile:40:71 dup:32:23 dup2:33: dup3:292:24
pipe:22: pipe2:293:59
stat:4: fstat:5:80 lstat:6: newfstatat:262:79 statx:332:291 statfs:137:43 fstatfs:138:44 access:21:
faccessat:269:48 faccessat2:439:439 readlink:89: readlinkat:267:78 getdents64:217:61 getcwd:79:17
chdir:80:49 fchdir:81:50 umask:95:166 mkdir:83: mkdirat:258:34 rmdir:84: unlink:87: unlinkat:263:35
rename:82: renameat:264:38 renameat2:316:276
brk:12:214 mmap:9:222 munmap:11:215 mprotect:10:226 mremap:25:216 madvise:28:233
clock_gettime:228:113 clock_getres:229:114 clock_nanosleep:230:115 nanosleep:35:101
gettimeofday:96:169 time:201: times:100:153 alarm:37: setitimer:38:103 getitimer:36:102
rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 sigaltstack:131:132
restart_syscall:219:128 futex:202:98 sched_yield:24:124 select:23: pselect6:270:72 poll:7:
ppoll:271:73 sendto:44:206 recvfrom:45:207 shutdown:48:210 getsockname:51:204 getpeername:52:205
getsockopt:55:209
getpid:39:172 getppid:110:173 gettid:186:178 getuid:102:174 geteuid:107:175 getgid:104:176
getegid:108:177 getpgid:121:155 getpgrp:111: getsid:124:156 getgroups:115:158 getresuid:118:148
getresgid:120:150 uname:63:160 sysinfo:99:179 getrlimit:97:163 getrusage:98:165 getcpu:309:168
sched_getaffinity:204:123 getrandom:318:278 exit:60:93 exit_group:231:94
"""
# What else the parent needs: to start under bubblewrap, to fork, to watch, to confine its children.
# Not for a child: kill and its kin (abort() then ends in a segmentation fault, which is as dead),
# sendmsg and recvmsg (descriptors would travel), chmod (Landlock does not govern it), SysV and
# POSIX shared memory and memfd (memory that no limit counts), files by handle, every new socket.
_PARENT = """
fork:57: vfork:58: execve:59:221 wait4:61:260 waitid:247:95 kill:62:129 pidfd_open:434:434
pidfd_send_signal:424:424 socketpair:53:199 sendmsg:46:211 recvmsg:47:212 setsockopt:54:208
setsid:112:157 setpgid:109:154 arch_prctl:158: set_tid_address:218:96 set_robust_list:273:99
rseq:334:293 prctl:157:167 seccomp:317:277 landlock_create_ruleset:444:444
landlock_add_rule:445:445 landlock_restrict_self:446:446 sched_setaffinity:203:122
setpriority:141:140 chmod:90: fchmodat:268:53 epoll_create1:291:20 epoll_ctl:233:21 epoll_wait:232:
epoll_pwait:281:22 eventfd2:290:19 rt_sigtimedwait:128:137 rt_sigsuspend:130:133 membarrier:324:283
"""
# Calls judged by one argument.
_JUDGED = """
open:2: openat:257:56 fcntl:72:25 ioctl:16:29 prlimit64:302:261 prctl:157:167 clone:56:220
clone3:435:435
"""
_NEWER = 447  # calls above are newer than this table

# Commands of fcntl: duplicate and flags.  Not F_SETOWN and F_SETSIG, which make the kernel send
# any signal to any process of the same user; not leases, which block others.
_FCNTL = (0, 1, 2, 3, 4, 1030)
# Requests of ioctl: terminal or not, its size, (non-)blocking, close on exec, bytes waiting.
# Not FIOASYNC, FIOSETOWN and SIOCSPGRP (signals again), not TIOCSTI (typing for the user).
_IOCTL = (0x5401, 0x5413, 0x5421, 0x5450, 0x5451, 0x541B)
_PRCTL = (15, 16)  # the thread's name, set and get
_NEW_NAMESPACES = 0x7E020000
_O_ACCMODE, _O_TRUNC = 0o3, 0o1000

_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
_X32_BIT = 0x40000000

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT = 0x15, 0x35, 0x45
_KILL, _ERRNO, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
_DENY = _ERRNO | errno.EPERM
# "No such call" lets the C library fall back, as it does on an older kernel.
_ABSENT = _ERRNO | errno.ENOSYS


def _numbers(table: str, column: int) -> dict[str, int]:
    rows = (entry.split(":") for entry in table.split())
    return {name: int(found[column]) for name, *found in rows if found[column]}


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _argument(position: int) -> bytes:
    # The kernel reads all arguments judged here as 32 bits, so the low word is the whole.
    return _step(_LOAD, 16 + 8 * position)


def _one_of(position: int, values: Iterable[int]) -> bytes:
    tests = [_step(_IF_EQUAL, value, 0, 1) + _step(_RETURN, _ALLOW) for value in values]
    return _argument(position) + b"".join(tests) + _step(_RETURN, _DENY)


def _no_bit(position: int, bits: int) -> bytes:
    returns = _step(_RETURN, _DENY) + _step(_RETURN, _ALLOW)
    return _argument(position) + _step(_IF_ANY_BIT, bits, 0, 1) + returns


def _honest_open(position: int) -> bytes:
    # O_TRUNC on a file opened for reading empties it past a Landlock older than version 3.
    mask = _step(_AND, _O_ACCMODE | _O_TRUNC) + _step(_IF_EQUAL, _O_TRUNC, 0, 1)
    return _argument(position) + mask + _step(_RETURN, _DENY) + _step(_RETURN, _ALLOW)


def _search(table: list[tuple[int, bytes]]) -> bytes:
    """Branch by halves to the entry with the greatest first number that is not above the call's.

    Ten steps a call instead of two hundred; the kernel walks the filter once for every call when
    it is installed, so this halves the cost of a child.
    """
    if len(table) == 1:
        return table[0][1]
    middle = len(table) // 2
    below, above = _search(table[:middle]), _search(table[middle:])
    return _step(_IF_AT_LEAST, table[middle][0], len(below) // 8, 0) + below + above


def program(profile: Profile) -> bytes:
    """Return the filter for `profile`: `struct sock_filter` records for bwrap or `install`.

    Raises
    ------
    OSError
        On an architecture without a table.
    """
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise OSError(errno.ENOSYS, f"no system call table for {machine}")
    architecture, column = _ARCHITECTURES[machine]
    rules = {
        "open": _honest_open(1),
        "openat": _honest_open(2),
        "fcntl": _one_of(1, _FCNTL),
        "ioctl": _one_of(1, _IOCTL),
        # One's own limits only: lowering a parent's limit on CPU time is a kill.
        "prlimit64": _one_of(0, (0,)),
        "prctl": _one_of(0, _PRCTL),
        "clone3": _step(_RETURN, _ABSENT),
    }
    rules |= dict.fromkeys(_numbers(_NEEDED, column), _step(_RETURN, _ALLOW))
    if profile is Profile.ZYGOTE:
        rules |= dict.fromkeys(_numbers(_PARENT, column), _step(_RETURN, _ALLOW))
        rules["clone"] = _no_bit(0, _NEW_NAMESPACES)
    numbers = _numbers(_NEEDED + _PARENT + _JUDGED, column)
    verdicts = {numbers[name]: rule for name, rule in rules.items() if name in numbers}
    table: list[tuple[int, bytes]] = []
    for number in range(_NEWER):
        verdict = verdicts.get(number, _step(_RETURN, _DENY))
        if not table or table[-1][1] != verdict:
            table.append((number, verdict))
    table.append((_NEWER, _step(_RETURN, _ABSENT)))
    table.append((_X32_BIT, _step(_RETURN, _KILL)))
    check = [_step(_LOAD, 4), _step(_IF_EQUAL, architecture, 1, 0), _step(_RETURN, _KILL)]
    return b"".join(check) + _step(_LOAD, 0) + _search(table)


def install(filter_program: bytes) -> None:
    """Put this process and its future children behind `filter_program`, for good."""
    no_new_privileges()
    records = ctypes.c_char_p(filter_program)
    address = ctypes.cast(records, ctypes.c_void_p).value
    prctl(_PR_SET_SECCOMP, _MODE_FILTER, struct.pack("@HP", len(filter_program) // 8, address))
