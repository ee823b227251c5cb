"""List the file system to learn who else is here."""
# by: an empty root; Landlock denies listing
# escapes: limits kernel

import os

seen = []
for path in ("/", "/proc", "/tmp", "/home", "/root", "/work", "/mnt", "/sys", "/run", "..", "../.."):
    try:
        seen += [f"{path}: {name}" for name in os.listdir(path)]
    except OSError as error:
        print(error.errno, end=" ")
try:
    os.stat("@ROOT@/solutions")
    print("BREACH it exists")
except OSError as error:
    print(error.errno)
if any(name.startswith(("/tmp: ", "/root: ", "/proc: 1")) for name in seen):
    print("BREACH", len(seen))


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
