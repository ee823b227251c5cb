"""A harmless ``otter`` for the student process: grading is never decided there."""

from __future__ import annotations

import sys
import types
from typing import Any


class Notebook:
    """Accepts everything that an ``otter.Notebook`` is asked for and answers nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


def install() -> None:
    """Make ``import otter`` find the stand-in."""
    module = types.ModuleType("otter")
    module.Notebook = Notebook  # type: ignore[attr-defined]
    sys.modules["otter"] = module


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


def transform(source: str) -> str:
    """Turn IPython syntax (magics, ``!``, ``?``) into Python, as IPython itself would."""
    from IPython.core.inputtransformer2 import TransformerManager

    return TransformerManager().transform_cell(source)
