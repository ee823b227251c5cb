"""Announce a frame of four gigabytes, and one within the cap whose header is not."""
# by: caps before anything is read

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


def entropy(p, *, axis=-1, base=None):
    send(struct.pack("<I", 0xFFFFFFFF) + b"x" * 100_000)
    os._exit(0)


def cross_entropy(p, q, *, axis=-1, base=None):
    send(struct.pack("<II", 1_000_004, 1_000_000) + b"\x90" * 1_000_000)
    os._exit(0)


def kl_divergence(p, q, *, axis=-1, base=None):
    send(struct.pack("<II", 100, 50))
    os._exit(0)
