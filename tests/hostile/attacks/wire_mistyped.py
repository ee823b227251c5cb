"""Answer in good frames with wrong types in every place."""
# by: every tag, length and type is checked

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
BAD = [
    ["replies"], ["replies", 1], ["replies", [0]], ["replies", [0, [99, 1]]], ["replies", [0, [3, "f8", [-1], 8]]],
    ["replies", [0, [3, "O", [1], 8]]], ["replies", [0, [4, -5]]], ["replies", [0, [5, 1, 0]]], ["replies", [1, 2, 3, 4]],
    ["replies", [0, 0.0, [["x"], 1, 2]]], ["loaded", [], [], "", []], [None], ["replies", [0, [7, 2**62]]],
    ["replies", [0, [3, "f8", [0, 2**25, 2**25, 2**25], 0]]], ["replies", [0, [2, [], 1]]], ["replies", [0, [6, [], 8]]],
]
turn = [0]


def answer(*args, **kwargs):
    turn[0] = (len(args) * 5 + sum(map(ord, repr(args)[:40]))) % len(BAD)
    send(codec.pack([served()["sequence"], *BAD[turn[0]]], codec.Writer()))
    os._exit(0)


entropy = cross_entropy = kl_divergence = answer
