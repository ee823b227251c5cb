"""Leave a file wherever one could be left."""
# by: Landlock; read-only binds
# escapes: limits

import os
import site
import sys
import tempfile

places = ["/", "/tmp", "/var/tmp", "/dev/shm", "/etc", "/root", "@HOME@", "@ROOT@", "@CLASS@", "..", "../..", "/scratch", "/student"]
places += [*site.getsitepackages(), sys.prefix, os.path.dirname(os.__file__), "/usr/lib", os.path.dirname(sys.executable)]
for place in places:
    try:
        with open(os.path.join(place, "klhostile-@TOKEN@.txt"), "w") as file:
            file.write("x")
    except OSError as error:
        print(error.errno, end=" ")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
