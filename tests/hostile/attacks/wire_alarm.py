"""Answer from a timer, in the next request's name, while the process waits for it."""
# by: an answer is only the student's word; one too many is out of turn

import os
import signal
import stat
import sys


def is_socket(n):
    try:
        return stat.S_ISSOCK(os.fstat(n).st_mode)
    except OSError:
        return False


SOCKETS = [n for n in range(3, 64) if is_socket(n)]
codec = sys.modules["student.codec"]
sequence = 1


def ring(*_):
    global sequence
    sequence += 1
    for count in (1, 2, 8):
        writer = codec.Writer()
        data = codec.pack([sequence, "replies", *[[0, writer.value(0.0)]] * count], writer)
        for n in SOCKETS:
            os.write(n, data)


signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
