"""What a student process has in place of otter and IPython's shell: grading is never decided there."""

from __future__ import annotations

import importlib
import sys
import types
from functools import cache
from typing import Any

from .bare import bare


class Notebook:
    """Accepts everything that an ``otter.Notebook`` is asked for and answers nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


def install() -> None:
    """Make ``import otter`` find the stand-in, and have IPython's syntax at hand."""
    module = types.ModuleType("otter")
    module.Notebook = Notebook  # type: ignore[attr-defined]
    sys.modules["otter"] = module
    _transformer()


class Shell:
    """What ``get_ipython()`` gives: magics do nothing, and timing ones still run their cell."""

    RUNS_ITS_BODY = ("time", "capture", "prun")

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.user_ns = namespace

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        if name in self.RUNS_ITS_BODY:
            exec(compile(transform(cell), "<cell>", "exec"), self.user_ns)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


@cache
def _transformer() -> Any:
    # The whole of IPython takes twenty times as long, and makes every fork of a warm parent slower.
    with bare("IPython", "IPython.core", "IPython.utils"):
        return importlib.import_module("IPython.core.inputtransformer2").TransformerManager


def transform(source: str) -> str:
    """Turn IPython syntax (magics, ``!``, ``?``) into Python, as IPython itself would."""
    transformed: str = _transformer()().transform_cell(source)
    return transformed
