"""Connect to a service on this machine."""
# by: sockets are refused; no network
# escapes: limits

import socket

with socket.create_connection(("127.0.0.1", int("@PORT@")), 2) as line:
    line.sendall(b"klhostile")
print("BREACH connected")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
