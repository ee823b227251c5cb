"""Send datagrams, and ask a name server."""
# by: sockets are refused; no network
# escapes: limits

import socket

try:
    print(socket.getaddrinfo("localhost", 80)[:1])
except OSError as error:
    print(error)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
    line.sendto(b"klhostile", ("127.0.0.1", int("@PORT@")))
print("BREACH sent")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
