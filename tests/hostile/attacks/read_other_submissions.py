"""Read what the others handed in."""
# by: no such files in sight (Landlock; an empty root)
# escapes: limits

import os

for folder, _, names in os.walk("@CLASS@"):
    for name in names:
        with open(os.path.join(folder, name), errors="replace") as file:
            print("BREACH", [line for line in file if "CANARY" in line])
os.listdir("@CLASS@")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
