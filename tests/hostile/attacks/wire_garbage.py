"""Write random bytes to every descriptor while loading."""
# by: a broken frame costs the submission only

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


for n in range(64):
    try:
        os.write(n, os.urandom(4096))
    except OSError:
        pass
