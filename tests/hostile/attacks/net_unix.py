"""Connect to unix sockets, by path and abstract."""
# by: sockets are refused
# escapes: limits

import socket

for address in ("@HOME@/service", "\0klhostile-@TOKEN@"):
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(2)
            line.connect(address)
            line.sendall(b"klhostile")
            print("BREACH connected")
    except OSError as error:
        print(error)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
