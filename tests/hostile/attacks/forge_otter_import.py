"""Look for the real otter and the grader among what can be imported."""
# by: they are not loaded in the warm parent, and otter's stand-in comes first

import importlib
import sys

sys.modules.pop("otter", None)
for name in ("autograder.checking", "autograder.wire", "tests.hostile.run", "solutions", "common"):
    try:
        importlib.import_module(name)
        print("BREACH imported", name)
    except ImportError as error:
        print(type(error).__name__)
try:
    import otter.test_files.test_file as real

    real.TestFile.run = lambda self, env: None
    real.TestFile.passed_all = True
except BaseException as error:
    print("otter:", type(error).__name__)


def entropy(p, *, axis=-1, base=None):
    return 0.0


def cross_entropy(p, q, *, axis=-1, base=None):
    return 0.0


def kl_divergence(p, q, *, axis=-1, base=None):
    return 0.0
