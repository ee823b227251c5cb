"""Send headers of a hundred thousand arrays in arrays, and of arrays of four billion."""
# by: the header's decoder is bounded in depth and length

import os
import stat
import struct
import sys
import time


def is_socket(n):
    try:
        return stat.S_ISSOCK(os.fstat(n).st_mode)
    except OSError:
        return False


SOCKETS = [n for n in range(3, 64) if is_socket(n)]


def send(data):
    for n in SOCKETS:
        view = memoryview(data)
        while view:
            view = view[os.write(n, view) :]


def frame(header):
    return struct.pack("<II", 4 + len(header), len(header)) + header


def entropy(p, *, axis=-1, base=None):
    send(frame(b"\x91" * 200_000))
    os._exit(0)


def cross_entropy(p, q, *, axis=-1, base=None):
    send(frame(b"\xdd\xff\xff\xff\xff" + b"\xdc\xff\xff" * 50_000))
    os._exit(0)


def kl_divergence(p, q, *, axis=-1, base=None):
    send(frame(b"\xdf\xff\xff\xff\xff" + b"\xc9\x7f\xff\xff\xff\x01"))
    os._exit(0)
