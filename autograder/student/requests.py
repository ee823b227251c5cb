"""Requests to a student process: plain data that MessagePack has types for, and the rest as tagged frames.

Only the grader writes them, so they need no caps; what comes back is the business of :mod:`.codec`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from . import codec

_FLOATS = {float}
_TAGGED, _ARRAY = 1, 2
_LENGTH = struct.Struct("<I")


def packable(value: Any) -> Any:
    """`value` as MessagePack can write it: what it would change or refuse becomes an extension."""
    kind = type(value)
    if value is None or kind is bool or kind is float or (kind is str and value.isascii()):
        return value
    if kind is int and -(2**63) <= value < 2**63:
        return value
    if kind is list:
        return value if set(map(type, value)) == _FLOATS else [packable(item) for item in value]
    if kind is np.ndarray and value.dtype == np.float64:  # nearly all arrays, and many: the capped reader takes long
        return msgspec.msgpack.Ext(_ARRAY, struct.pack(f"<{1 + value.ndim}I", value.ndim, *value.shape) + value.tobytes())
    writer = codec.Writer()
    return msgspec.msgpack.Ext(_TAGGED, codec.pack(writer.value(value), writer))


def call(name: str, args: Sequence[Any], kwargs: dict[str, Any], watch: bool) -> bytes:
    """One call of a function, ready to be part of any number of requests."""
    named = {key: packable(value) for key, value in kwargs.items()}
    return msgspec.msgpack.encode([name, watch, packable(list(args)), named])


def pack(parts: Sequence[Any]) -> bytes:
    """One request as a frame: its length, then its parts."""
    body = msgspec.msgpack.encode(list(parts))
    return _LENGTH.pack(len(body)) + body


def _extension(tag: int, data: memoryview) -> Any:
    """What an extension of either kind stands for."""
    if tag == _ARRAY:
        (ndim,) = _LENGTH.unpack_from(data)
        array: np.ndarray[Any, Any] = np.frombuffer(data, np.float64, offset=4 * (1 + ndim))
        return array.reshape(struct.unpack_from(f"<{ndim}I", data, 4)).copy()
    header, reader = codec.unpack(bytes(data[4:]))
    return reader.value(header)


unpack = msgspec.msgpack.Decoder(ext_hook=_extension).decode
"""Read the body of a request."""
