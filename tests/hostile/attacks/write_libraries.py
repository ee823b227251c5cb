"""Open NumPy, its bytecode and the serving code for writing; truncate, rename, delete."""
# by: Landlock; read-only binds
# escapes: limits

import os
import sys

import numpy

targets = [numpy.__file__, numpy.__cached__ or numpy.__file__, sys.modules["student.serve"].__file__, os.__file__]
for path in targets:
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_APPEND))
        print("BREACH could write to", os.path.basename(path))
    except OSError as error:
        print(error.errno, end=" ")
os.makedirs("@HOME@/decoy", exist_ok=True)
os.truncate("@HOME@/secret.txt", 0)
os.remove("@HOME@/secret.txt")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
