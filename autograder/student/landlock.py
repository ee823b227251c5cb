"""Landlock: give up, for good, every file and every contact outside a short list."""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys

# The three calls came after system call numbers were unified: the same on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << n for n in range(6))
_MAKE_DIR, _MAKE_REG = 1 << 7, 1 << 8
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_READ = _READ_FILE | _READ_DIR
# No devices, sockets, pipes or links: a scratch folder holds files and folders.
_WRITE = _READ | _WRITE_FILE | _TRUNCATE | _REFER | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG
_FILE_ONLY = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV

_libc = ctypes.CDLL(None, use_errno=True)


def _call(number: int, *arguments: object) -> int:
    result = int(_libc.syscall(ctypes.c_long(number), *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def abi() -> int:
    """Return the version of Landlock that the kernel offers, 0 where there is none."""
    if not sys.platform.startswith("linux"):
        return 0
    try:
        return _call(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    except OSError:
        return 0


def _handled(version: int) -> tuple[int, int, int]:
    """Return the rights on files, on TCP ports and on other processes that `version` can deny."""
    files = 13 + (version >= 2) + (version >= 3) + (version >= 5)
    return (1 << files) - 1, 3 if version >= 4 else 0, 3 if version >= 6 else 0


def prctl(option: int, value: int, more: bytes | int = 0) -> None:
    """Call prctl(2) with up to two arguments; raises OSError when the kernel refuses."""
    word, rest = ctypes.c_ulong, more if isinstance(more, bytes) else ctypes.c_ulong(more)
    if _libc.prctl(option, word(value), rest, word(0), word(0)) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def no_new_privileges() -> None:
    """Make set-user-id programs powerless for this process and its children, for good."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return  # what cannot be reached needs no permission
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _FILE_ONLY
        rule = struct.pack("=Qi", rights, descriptor)
        _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, ctypes.c_uint(0))
    finally:
        os.close(descriptor)


def restrict(read_only: list[str], read_write: list[str]) -> None:
    """Confine this process and its future children to `read_only` and `read_write`.

    Everything the running kernel's Landlock can deny is denied elsewhere: files, TCP, and
    (from version 6) abstract sockets and signals to processes outside.  A path that does not
    exist or cannot be reached is passed over.

    Raises
    ------
    OSError
        When the kernel has no Landlock or refuses.
    """
    version = abi()
    files, ports, scopes = _handled(version)
    attributes = struct.pack("=QQQ", files, ports, scopes)
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = _call(_CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint(0))
    try:
        for path in read_only:
            _allow(ruleset, path, _READ & files)
        for path in read_write:
            _allow(ruleset, path, _WRITE & files)
        no_new_privileges()
        _call(_RESTRICT_SELF, ruleset, ctypes.c_uint(0))
    finally:
        os.close(ruleset)
