"""Write without end and never read."""
# by: the reader takes one frame of bounded size

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


while True:
    send(struct.pack("<II", 30_000_000, 10) + bytes(1 << 20))
