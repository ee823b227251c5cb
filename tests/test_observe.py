"""What a call does besides answering is seen at every call, and only at the call that does it."""

from __future__ import annotations

import subprocess
import sys
import warnings
from typing import Any

import numpy as np
import pytest

from autograder.student.observe import observe
from autograder.student.standin import transform
from tests.conftest import ROOT


def seen(function: Any, *inputs: Any) -> list[tuple[bool, str, int]]:
    replies = observe(function, [((value,), {}) for value in inputs], watch=True)
    return [(bool(reply.mutated), reply.printed, len(reply.warned)) for reply in replies]


def test_every_call_is_seen_apart() -> None:
    def noisy(value: float) -> float:
        if value > 1:
            print("so much:", value)
            warnings.warn("too much", stacklevel=1)
        return value

    assert seen(noisy, 1.0, 2.0, 0.5, 3.0) == [
        (False, "", 0),
        (False, "so much: 2.0\n", 1),
        (False, "", 0),
        (False, "so much: 3.0\n", 1),
    ]


def test_who_turns_warnings_and_output_off_hides_only_the_own_ones() -> None:
    def quiet(value: float) -> float:
        if value == 0:
            warnings.simplefilter("ignore")
            sys.stdout = None  # type: ignore[assignment]
        print("heard", file=sys.stdout)
        np.log(np.zeros(1))
        return value

    assert seen(quiet, 0.0, 1.0, 0.0, 2.0) == [(False, "", 0), (False, "heard\n", 1)] * 2


@pytest.mark.parametrize(
    "given", [[0.5, float("nan")], [0.0, 1.0], [[0.5], [0.5]], np.array([0.5, np.nan]), np.array([[0.0, 1.0]]), [np.zeros(2)]]
)
def test_changes_of_arguments_are_seen_and_nothing_else_is(given: Any) -> None:
    def changes(value: Any) -> float:
        while not isinstance(value[0], float):
            value = value[0]
        value[0] = -value[0] if value[0] else -0.0
        return 1.0

    before = repr(given)
    assert seen(changes, given) == [(True, "", 0)] and seen(sum if isinstance(given, np.ndarray) else len, given) == [
        (False, "", 0)
    ]
    assert repr(given) == before


def test_a_part_of_a_package_is_imported_alone_and_leaves_no_trace() -> None:
    code = """
import importlib, sys
from autograder.student.bare import bare
with bare("IPython", "IPython.core", "IPython.utils"):
    part = importlib.import_module("IPython.core.inputtransformer2")
assert part.TransformerManager and not any(name.split(".")[0] in ("IPython", "traitlets") for name in sys.modules)
import IPython.core.inputtransformer2
assert IPython.core.inputtransformer2.TransformerManager and IPython.get_ipython
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)


def test_magics_become_python() -> None:
    assert transform("%matplotlib inline\nx = 1\n") == "get_ipython().run_line_magic('matplotlib', 'inline')\nx = 1\n"
