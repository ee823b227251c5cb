"""Run a submission's code as a notebook would: cell after cell, an error stops only its cell."""

from __future__ import annotations

import contextlib
import io
import linecache
import sys
import types
import warnings
from dataclasses import dataclass
from typing import Any

from . import standin
from .observe import failure_of

OUTPUT_CAP = 20_000


@dataclass(frozen=True)
class Loaded:
    """What is left when all cells have run."""

    namespace: dict[str, Any]
    errors: list[tuple[int, int, str, str]]
    output: str


class _Capped(io.TextIOBase):
    """Standard output that keeps its first characters and drops the rest."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.room = OUTPUT_CAP

    def write(self, text: str) -> int:
        if self.room > 0:
            self.parts.append(str(text)[: self.room])
            self.room -= len(self.parts[-1])
        return len(text)


def _compiled(source: str, name: str) -> types.CodeType:
    # `%` at the start of a line can be Python (a continued expression), so Python goes first.
    try:
        return compile(source, name, "exec", dont_inherit=True)
    except SyntaxError:
        changed = standin.transform(source)
        if changed.strip() == source.strip():
            raise
        return compile(changed, name, "exec", dont_inherit=True)


def _line(error: BaseException, name: str) -> int:
    if isinstance(error, SyntaxError) and error.filename == name:
        return error.lineno or 0
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def run_cells(cells: list[str]) -> Loaded:
    """Execute `cells` in one fresh ``__main__``; never raises what a cell raises."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    namespace = vars(module)
    shell = standin.Shell(namespace)
    namespace.update(get_ipython=lambda: shell, display=lambda *args, **kwargs: None)
    errors: list[tuple[int, int, str, str]] = []
    output = _Capped()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(_Capped()):
        warnings.simplefilter("ignore")
        for number, source in enumerate(cells, 1):
            name = f"<cell {number}>"
            # inspect.getsource and tracebacks read a cell's text from here.
            linecache.cache[name] = (len(source), None, source.splitlines(True), name)
            try:
                exec(_compiled(source, name), namespace)
            except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
                told = failure_of(error)
                text = str(error.msg)[:300] if isinstance(error, SyntaxError) and error.filename == name else told.text
                errors.append((number, _line(error, name), told.name, text))
    return Loaded(namespace, errors, "".join(output.parts))
