"""Make links, pipes, devices and sockets to lure the one who cleans up."""
# by: refused by Landlock and the filter; cleaning follows no link

import os
import socket
import stat

makers = {
    "link": lambda: os.symlink("@HOME@", "lure"),
    "file link": lambda: os.symlink("@HOME@/secret.txt", "secret"),
    "hard link": lambda: os.link("@HOME@/secret.txt", "hard"),
    "pipe": lambda: os.mkfifo("pipe"),
    "device": lambda: os.mknod("disk", stat.S_IFBLK | 0o666, os.makedev(254, 0)),
    "socket": lambda: socket.socket(socket.AF_UNIX).bind("sock"),
}
for name, make in makers.items():
    try:
        make()
        print("made a", name)
    except OSError as error:
        print(name, error.errno)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
