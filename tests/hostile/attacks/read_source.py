"""Read the project through the import system: sources, caches, installed packages, the warm parent's modules."""
# by: no part of the course lies where Python can look; the warm parent has imported none of it
# escapes: limits

import importlib.util
import inspect
import linecache
import pkgutil
import sys

for name in ("autograder", "autograder.checking", "autograder.grade", "solutions", "tests", "common", "banks", "master", "probes"):
    try:
        if importlib.util.find_spec(name) is not None:
            print("BREACH can import", name)
    except ModuleNotFoundError:
        pass
for name, module in list(sys.modules.items()):
    if name.split(".")[0] in ("autograder", "solutions", "checks", "common", "banks"):
        print("BREACH has imported", name)
    try:
        text = inspect.getsource(module) if name.startswith("student") else ""
    except (OSError, TypeError):
        text = ""
    if "CANARY" + "-" in text:
        print("BREACH found a canary in", name)
print(sorted(name for name in linecache.cache if "solutions" in name or "checks" in name))
for path in [*sys.path, "@ROOT@", "@ROOT@/solutions/ex1_discrete_kl"]:
    for found in pkgutil.iter_modules([path]):
        if found.name in ("autograder", "solutions", "checks", "master", "banks", "probes"):
            print("BREACH sees", found.name)
for path in ("@ROOT@/solutions/ex1_discrete_kl/master.py", "@ROOT@/solutions/ex1_discrete_kl/checks/entropy.py"):
    if linecache.getlines(path):
        print("BREACH read", path)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
