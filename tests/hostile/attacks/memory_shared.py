"""Take memory that no limit counts: memfd, shared memory, pipes."""
# by: these calls are refused; a pipe holds little
# escapes: limits

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
try:
    kept = os.memfd_create("x")
    os.ftruncate(kept, 16 << 20)
    print("BREACH made an anonymous file")
except OSError as error:
    print(error.errno)
if libc.shmget(0, ctypes.c_size_t(1 << 20), 0o1600) >= 0:
    print("BREACH got shared memory")
try:
    for _ in range(100):
        os.pipe()
except OSError as error:
    print(error.errno)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
