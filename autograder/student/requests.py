"""Requests to a student process: plain data that MessagePack has types for, and the rest as tagged frames.

Only the grader writes them, so they need no caps; what comes back is the business of :mod:`.codec`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import msgspec

from . import codec

_FLOATS = {float}
_TAGGED = 1
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


def _untagged(_: int, data: memoryview) -> Any:
    header, reader = codec.unpack(bytes(data[4:]))
    return reader.value(header)


unpack = msgspec.msgpack.Decoder(ext_hook=_untagged).decode
"""Read the body of a request."""
