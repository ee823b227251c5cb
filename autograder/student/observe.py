"""Call a student's function and note what it did besides answering.

The bulk grader does this inside the student process; the test files that run in a notebook or
on Gradescope carry this module's text with them.  It needs NumPy and the standard library only.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import io
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

_ALL_FLOATS = {float}


@dataclass(frozen=True)
class Failure:
    """An exception as plain data: its class's name, its built-in base classes, its text."""

    name: str
    bases: tuple[str, ...]
    text: str


@dataclass(slots=True)  # frozen ones take three times as long to make
class Reply:
    """One call's outcome: a value or a failure, and what was seen besides (when watched)."""

    value: Any = None
    failure: Failure | None = None
    mutated: tuple[int, ...] = ()
    printed: str = ""
    warned: tuple[str, ...] = ()


def failure_of(error: BaseException) -> Failure:
    """Describe `error`, whatever its ``__str__`` does."""
    kind: Any = type(error)
    try:
        # How Python words a recursion without end depends on where the stack was full.
        text = "maximum recursion depth exceeded" if type(error) is RecursionError else str(error)[:300]
    except BaseException:
        text = ""
    return Failure(str(kind.__name__)[:80], _bases(kind), text)


@functools.lru_cache(64)
def _bases(kind: type) -> tuple[str, ...]:
    return tuple(base.__name__ for base in kind.__mro__ if getattr(builtins, base.__name__, None) is base)


def _same(before: Any, after: Any) -> bool:
    if before is after:
        return True  # copies of lists share their numbers
    if isinstance(before, np.ndarray):
        return (
            isinstance(after, np.ndarray)
            and before.dtype == after.dtype
            and before.shape == after.shape
            and before.tobytes() == after.tobytes()
        )
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(_same, before, after))
    return type(before) is type(after) and repr(before) == repr(after)


def _copy(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, (list, tuple)) and set(map(type, value)) != _ALL_FLOATS:
        return type(value)(_copy(item) for item in value)
    return value.copy() if isinstance(value, list) else value


class _Nowhere(io.TextIOBase):
    """Standard output that nobody reads."""

    def write(self, text: str) -> int:
        return len(text)


def _called(function: Callable[..., Any], args: Any, kwargs: Any) -> Reply:
    try:
        return Reply(function(*args, **kwargs))
    except Exception as error:
        return Reply(failure=failure_of(error))
    except (SystemExit, KeyboardInterrupt, GeneratorExit) as error:
        return Reply(failure=failure_of(error))


def _noted(function: Callable[..., Any], pairs: Iterable[tuple[Any, Any]]) -> Iterator[Reply]:
    """Call `function` on each of the pairs and note what it did besides answering."""
    calls, printed = iter(pairs), io.StringIO()
    while True:
        with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as caught:
            # Python's default filters, as NumPy's users see them; "always" so that the second
            # call with the same warning is seen too.
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", PendingDeprecationWarning)
            filters = warnings.filters[:]
            for args, kwargs in calls:
                printed.seek(0)
                printed.truncate()
                caught.clear()
                given = [_copy(value) for value in args]
                reply = _called(function, given, kwargs)
                if reply.failure is None:
                    mutated = tuple(n for n, (old, new) in enumerate(zip(args, given)) if not _same(old, new))
                    told = tuple(str(w.message)[:200] for w in caught)
                    reply = Reply(reply.value, None, mutated, printed.getvalue()[:200], told)
                yield reply
                if sys.stdout is not printed or warnings.filters != filters:
                    break  # a call that turned them off must not hide what the next one does
            else:
                return


def observe(function: Callable[..., Any], pairs: Iterable[tuple[Any, Any]], watch: bool = False) -> Iterator[Reply]:
    """Call ``function(*args, **kwargs)`` for each pair of them; every exception but a kill becomes a failure.

    The arguments are copied first, so that one call cannot spoil the next one's input.  With
    `watch` the replies also say which arguments changed, what was printed and what was warned.
    """
    if watch:
        yield from _noted(function, pairs)
        return
    with contextlib.redirect_stdout(_Nowhere()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for args, kwargs in pairs:
            yield _called(function, map(_copy, args), kwargs)
