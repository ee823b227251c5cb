"""Read /etc/passwd, /etc/shadow, SSH keys and shell histories."""
# by: no such files in sight (Landlock; an empty root)
# escapes: limits

import glob
import os

for path in ["/etc/passwd", "/etc/shadow", "/etc/hostname", "@HOME@/secret.txt", *glob.glob("/root/.*"), *glob.glob("/home/*/.*")][:40]:
    try:
        with open(path, "rb") as file:
            print("BREACH read", path, len(file.read(100)))
    except OSError as error:
        print(error.errno, end=" ")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
