"""Import a module of a large package without the rest of it."""

from __future__ import annotations

import contextlib
import importlib.util
import sys
import types
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def bare(*packages: str) -> Iterator[None]:
    """Let modules of `packages` be imported without what the packages' own ``__init__`` brings.

    Give the outermost package first.  Afterwards Python's list of modules is as before: who needs
    more of the packages later gets them whole.
    """
    outermost = packages[0]
    before = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == outermost}
    spec = importlib.util.find_spec(outermost)
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    for name in packages:
        module = sys.modules[name] = types.ModuleType(name)
        module.__path__ = [str(Path(folder, *name.split(".")[1:])) for folder in folders]
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == outermost]:
            del sys.modules[name]
        sys.modules.update(before)
