"""Leave start-up code, settings and caches for the next interpreter: .pth, sitecustomize, matplotlibrc, bytecode."""
# by: nothing but one's own folder can be written, and that vanishes
# skip: limits: it would write into the Python that runs this

import glob
import os
import site
import sys

PLANT = "open('klhostile-@TOKEN@.txt', 'w').close()\n"
here = [*site.getsitepackages(), os.path.dirname(os.__file__), os.environ.get("MPLCONFIGDIR", "x"), "..", "../matplotlib", "/student"]
here += [os.path.dirname(sys.modules["student"].__file__ or "/student/x"), os.path.expanduser("~"), sys.prefix]
for folder in here:
    for name in ("klhostile-@TOKEN@.pth", "klhostile-@TOKEN@.py", "__pycache__/klhostile-@TOKEN@.pyc", "klhostile-@TOKEN@-matplotlibrc"):
        path = os.path.join(folder, name)
        try:
            with open(path, "w") as file:
                file.write(PLANT)
            if not os.path.realpath(path).startswith(os.path.realpath(".")):
                print("BREACH wrote", path)
        except OSError as error:
            print(error.errno, end=" ")
for path in glob.glob(os.path.join(os.path.dirname(os.__file__), "__pycache__", "*.pyc"))[:3]:
    try:
        os.replace(path, path + "~")
        print("BREACH renamed", path)
        os.replace(path + "~", path)
    except OSError as error:
        print(error.errno, end=" ")


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
