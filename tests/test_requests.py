"""Arguments arrive in the student process as the check wrote them: same types, shapes, bits; writable."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.student import requests

VALUES = {
    "nothing": None,
    "numbers": [True, 0, -(2**63), 2**80, 0.1, -0.0, float("inf")],
    "text": ["half", "ä", "x" * 1000],
    "nested": [[0.5, 0.5], [1, 0.0], (0.25, [0.75]), []],
    "a dictionary": {"a": 1, 2: (0.5,)},
    "fraction": Fraction(1, 3),
}
ARRAYS = {
    "a row": np.array([0.5, np.nan, -0.0]),
    "a number": np.array(0.5),
    "no numbers": np.zeros((2, 0, 3)),
    "transposed": np.arange(6.0).reshape(2, 3).T,
    "every second": np.arange(6.0)[::2],
    "single precision": np.array([0.5, 0.25], dtype=np.float32),
    "integers": np.array([[1, 0]]),
    "flags": np.array([True, False]),
}


def sent(value: Any) -> Any:
    (arrived,) = requests.unpack(msgspec.msgpack.encode([requests.packable(value)]))
    return arrived


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_plain_values_arrive_as_they_were(value: Any) -> None:
    assert repr(sent(value)) == repr(value)


@pytest.mark.parametrize("value", ARRAYS.values(), ids=ARRAYS)
def test_arrays_arrive_with_type_shape_and_bits_and_can_be_changed(value: Any) -> None:
    arrived = sent(value)
    assert (arrived.dtype, arrived.shape, arrived.tobytes()) == (value.dtype, value.shape, value.tobytes())
    assert arrived.flags.writeable
    assert arrived.flags.aligned


def test_a_number_of_numpy_stays_one() -> None:
    assert type(sent(np.float64(0.5))) is np.float64
    assert type(sent(np.float32(0.5))) is np.float32
