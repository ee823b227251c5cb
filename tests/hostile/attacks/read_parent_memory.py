"""Read the warm parent's and the grader's memory."""
# by: ptrace and process_vm_readv are refused; no /proc
# escapes: limits

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(4096)


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("size", ctypes.c_size_t)]


ours, theirs = Vector(ctypes.addressof(buffer), 4096), Vector(id(None), 4096)
for pid in (os.getppid(), int("@GRADER@")):
    if libc.process_vm_readv(pid, ctypes.byref(ours), 1, ctypes.byref(theirs), 1, 0) > 0:
        print("BREACH read the memory of", "the parent" if pid == os.getppid() else "the grader")
    try:
        open(f"/proc/{pid}/mem", "rb").seek(id(None))
        print("BREACH opened the memory")
    except OSError as error:
        print(error.errno)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
