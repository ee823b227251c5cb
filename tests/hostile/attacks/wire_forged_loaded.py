"""Claim functions that do not exist, and a million errors."""
# by: the claim is checked against the names; the calls fail

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


codec = sys.modules["student.codec"]
writer = codec.Writer()
names = ["entropy", "cross_entropy", "kl_divergence", "__import__", "system"]
send(codec.pack([1, "loaded", names, [], writer.value(""), writer.value({})], writer))
os._exit(0)
