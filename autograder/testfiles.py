"""Load otter test files: with otter's own class, or without otter, whose import takes longer than a self-check may."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from autograder.student.bare import bare


@dataclass
class Body:
    """Stands where otter has its decorator object: `test_func` is the case's function."""

    name: str
    points: float
    hidden: bool
    test_func: Callable[..., None]


@dataclass(frozen=True)
class Case:
    """One case as otter describes it."""

    name: str
    body: Body
    hidden: bool
    points: float


@dataclass(frozen=True)
class Outcome:
    """What running one case gave."""

    test_case: Case
    passed: bool


@dataclass
class LightFile:
    """A test file with the part of otter's interface that the grader uses."""

    name: str
    test_cases: list[Case]
    test_case_results: list[Outcome] = field(default_factory=list)

    @property
    def possible(self) -> float:
        return sum(case.points for case in self.test_cases)

    def run(self, env: dict[str, Any]) -> None:
        """Run every case with the names of its parameters looked up in `env`."""
        self.test_case_results = []
        for case in self.test_cases:
            # A wrapper keeps the wrapped function's parameters only in its signature.
            function = getattr(case.body.test_func, "__wrapped__", case.body.test_func)
            names = function.__code__.co_varnames[: function.__code__.co_argcount]
            try:
                case.body.test_func(**{name: env if name == "env" else env.get(name) for name in names})
            except Exception:
                self.test_case_results.append(Outcome(case, False))
            else:
                self.test_case_results.append(Outcome(case, True))


def test_case(name: str, points: float, hidden: bool = False) -> Callable[[Callable[..., None]], Body]:
    """otter's decorator, as far as our test files use it."""
    return lambda function: Body(name, points, hidden, function)


@contextmanager
def _standing_in(decorator: Any) -> Iterator[None]:
    """Make ``from otter.test_files import test_case`` find `decorator` for a while.

    otter itself brings a second's worth of exporters, validators and data frames that no test file needs.
    """
    with bare("otter", "otter.test_files"):
        sys.modules["otter.test_files"].test_case = decorator  # type: ignore[attr-defined]
        yield


def load_light(path: Path) -> LightFile:
    """Load a test file that the build wrote."""
    env: dict[str, Any] = {}
    with _standing_in(test_case):
        exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), env)
    cases = [Case(b.name, b, b.hidden, float(b.points)) for b in env.values() if isinstance(b, Body)]
    return LightFile(str(env["name"]), cases)


@cache
def _exception_tests() -> Any:
    with _standing_in(None):
        return importlib.import_module("otter.test_files.exception_test")


def load_with_otter(path: Path) -> Any:
    """Load a test file that the build wrote with otter's own class."""
    module = _exception_tests()
    with _standing_in(module.test_case):
        return module.ExceptionTestFile.from_file(str(path))
