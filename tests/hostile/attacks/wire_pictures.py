"""Answer figures that are bombs: a PNG of a billion pixels, a page, and one with a tail."""
# by: only the first chunk is read; sides, bytes and parts are capped

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


def served():
    """The locals of the function that serves the grader."""
    frame = sys._getframe()
    while frame.f_code.co_name != "serve":
        frame = frame.f_back
    return frame.f_locals

import zlib

codec = sys.modules["student.codec"]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, body):
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


BOMB = chunk(b"IDAT", zlib.compress(bytes(50_000_000)))
PICTURES = [
    png(60_000, 60_000, BOMB),
    b"<script>klhostile()</script>",
    png(10, 10, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000)))),
    png(10, 10, b"") + b"<script>klhostile()</script>",
    png(10, 10, chunk(b"IDAT", zlib.compress(bytes(410)))),
]


def entropy(p, *, axis=-1, base=None):
    return codec.Figure(PICTURES[0], {"title": "x" * 10_000})


def cross_entropy(p, q, *, axis=-1, base=None):
    return codec.Figure(PICTURES[3], {})


def kl_divergence(p, q, *, axis=-1, base=None):
    return codec.Figure(PICTURES[4], {"axes": [{"lines": [float("nan")] * 30_000}]})
