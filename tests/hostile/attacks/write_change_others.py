"""Change another submission, a check and the output while grading runs."""
# by: Landlock; an empty root
# escapes: limits

import os

for folder in ("@CLASS@", "@ROOT@", "@HOME@"):
    for here, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(here, name), "a") as file:
                file.write("# klhostile\n")
open("@HOME@/secret.txt", "a").write("klhostile")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
