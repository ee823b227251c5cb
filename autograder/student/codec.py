"""The wire format between the grader and a student process: plain data, typed, capped.

A frame is ``u32 body length | u32 header length | header | blobs``.  The header is MessagePack
made of nil, booleans, 64-bit integers, floats, short strings and arrays; every compound value is
an array that begins with a tag.  Arrays, long integers, long strings and pictures travel as raw
blobs behind the header, in the order in which the header names them.

Nothing that arrives is trusted: each tag, length, shape and type is checked, and the only error
that the reader raises is :class:`FrameError`.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

import msgspec
import numpy as np

HEADER_CAP = 256 * 1024
FRAME_CAP = 32 * 1024 * 1024
DEPTH_CAP = 24
NODE_CAP = 60_000
BIT_CAP = 1_100_000
GCD_WORK_CAP = 100.0
INLINE_TEXT = 64
# Keys of equal hash make a dictionary's work quadratic.
KEY_CAP = 1000
PNG_CAP, PNG_SIDE = 8 * 1024 * 1024, 2000
FIGURE_NODES, FIGURE_BYTES = 20_000, 8 * 1024 * 1024

READY = b"\x06"
"""What a student process says once, when it is confined and before it reads anything."""

WORN = -2.0
"""What a warm parent says before it ends because a child left more than it can clear away."""

LIST, TUPLE, DICT, ARRAY, INTEGER, FRACTION, SCALAR, TEXT, BYTES, FIGURE, OPAQUE = range(11)

DTYPES = ("f8", "f4", "f2", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1", "b1")
_PREFIX = struct.Struct("<II")
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = (b"IHDR", b"PLTE", b"tRNS", b"pHYs", b"tEXt", b"IDAT", b"IEND")


def _decoder() -> msgspec.msgpack.Decoder[Any]:
    """A decoder of scalars and arrays only, neither deep nor long, so that its work is bounded."""
    scalar: Any = None | bool | int | float | str
    item: Any = scalar
    for _ in range(DEPTH_CAP + 8):
        item = scalar | Annotated[list[item], msgspec.Meta(max_length=NODE_CAP)]
    return msgspec.msgpack.Decoder(item)


_HEADER = _decoder()
_FLOATS = {float}


class FrameError(Exception):
    """The other side sent what this format does not allow; the connection is of no more use."""


@dataclass(frozen=True)
class Opaque:
    """A value of a type that does not cross the wall; only the type's name does."""

    type_name: str


@dataclass(frozen=True)
class Figure:
    """A matplotlib figure as it crosses the wall: a picture, or none, and a plain summary."""

    png: bytes
    summary: dict[str, Any]


class Writer:
    """Collects the blobs of one frame while values are turned into header data."""

    def __init__(self) -> None:
        self.blobs: list[bytes] = []
        self.nodes = 0

    def blob(self, data: bytes) -> int:
        self.blobs.append(data)
        return len(data)

    def value(self, value: Any, depth: int = 0) -> Any:
        """Turn `value` into header data; unknown types become :class:`Opaque`."""
        self.nodes += 1
        if self.nodes > NODE_CAP:
            raise FrameError("a message has too many parts")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**63 else self._integer(value)
        if kind is str:
            return self._text(value)
        if depth >= DEPTH_CAP:
            return [OPAQUE, "too deeply nested"]
        if kind is list or kind is tuple:
            head: list[Any] = [LIST if kind is list else TUPLE]
            if set(map(type, value)) == _FLOATS:  # nearly all lists; a third of the time
                self.nodes += len(value)
                head.extend(value)
            else:
                head.extend([self.value(item, depth + 1) for item in value])
            return head
        if kind is np.ndarray:
            return self._array(value)
        if kind is dict:
            if len(value) > KEY_CAP:
                return [OPAQUE, f"a dictionary of more than {KEY_CAP} keys"]
            head = [DICT]
            for key, item in value.items():
                head.append(self.value(key, depth + 1))
                head.append(self.value(item, depth + 1))
            return head
        if kind is Fraction:
            return [FRACTION, self.value(value.numerator), self.value(value.denominator)]
        if kind is bytes:
            return [BYTES, self.blob(value)]
        if kind is Figure:
            return [FIGURE, self.blob(value.png), self.value(value.summary, depth + 1)]
        if kind is np.float64:
            return [SCALAR, "f8", float(value)]
        if isinstance(value, np.generic) and kind.__module__ == "numpy":
            code = value.dtype.str[1:]
            if code in DTYPES:
                return [SCALAR, code, self.blob(value.tobytes())]
        return self._flattened(value, kind, depth)

    def _integer(self, value: int) -> Any:
        if value.bit_length() > BIT_CAP:
            return [OPAQUE, f"an integer of more than {BIT_CAP} bits"]
        return [INTEGER, self.blob(value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True))]

    def _text(self, value: str) -> Any:
        if len(value) <= INLINE_TEXT and value.isascii():
            return value
        return [TEXT, self.blob(value.encode("utf-8", "replace"))]

    def _array(self, value: np.ndarray[Any, Any]) -> Any:
        code = value.dtype.str[1:]
        if code not in DTYPES or value.ndim > 8:
            return [OPAQUE, f"an array of {value.dtype.name}"]
        data = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
        return [ARRAY, code, list(value.shape), self.blob(data.tobytes())]

    def _flattened(self, value: Any, kind: type, depth: int) -> Any:
        """A subclass of a plain type counts by its value, so that it carries no behaviour."""
        name = str(getattr(kind, "__name__", "object"))[:80]
        try:
            if isinstance(value, np.ndarray) and not isinstance(value, np.ma.MaskedArray):
                return self._array(np.array(value, subok=False))
            bases: tuple[Any, ...] = (bool, int, float, str, tuple, list, dict)
            for base in bases:
                if isinstance(value, base) and not isinstance(value, np.generic):
                    return self.value(base(value), depth + 1)
        except Exception:
            pass
        return [OPAQUE, name]


def pack(build: Any, writer: Writer) -> bytes:
    """Pack header data and the writer's blobs into one frame."""
    header = msgspec.msgpack.encode(build)
    size = 4 + len(header) + sum(map(len, writer.blobs))
    if size > FRAME_CAP or len(header) > HEADER_CAP:
        raise FrameError(f"a message of {size} bytes is over the caps")
    return b"".join([_PREFIX.pack(size, len(header)), header, *writer.blobs])


def body_size(prefix: bytes) -> int:
    """The number of bytes that follow the first four of a frame."""
    (size,) = struct.unpack("<I", prefix)
    if not 4 <= size <= FRAME_CAP:
        raise FrameError(f"a message of {size} bytes is outside the caps")
    return int(size)


class Reader:
    """Turns header data back into values, taking blobs in order and counting every node."""

    def __init__(self, blobs: memoryview) -> None:
        self.blobs = blobs
        self.at = 0
        self.nodes = 0
        self.gcd_work = 0.0

    def take(self, size: Any) -> memoryview:
        if type(size) is not int or size < 0 or self.at + size > len(self.blobs):
            raise FrameError("a blob is longer than its message")
        piece = self.blobs[self.at : self.at + size]
        self.at += size
        return piece

    def value(self, data: Any, depth: int = 0) -> Any:
        """Rebuild one value; raise :class:`FrameError` on anything out of form."""
        self.nodes += 1
        if self.nodes > NODE_CAP or depth > DEPTH_CAP + 2:
            raise FrameError("a message has too many parts")
        kind = type(data)
        if data is None or kind is bool or kind is float or kind is int or kind is str:
            return data
        if kind is not list or not data or type(data[0]) is not int:
            raise FrameError("a value has no tag")
        tag = data[0]
        if tag in (LIST, TUPLE):
            items = data[1:]
            if set(map(type, items)) == _FLOATS:
                self.nodes += len(items)
            else:
                items = [self.value(item, depth + 1) for item in items]
            return items if tag == LIST else tuple(items)
        if tag == DICT:
            return self._dict(data[1:], depth)
        if tag == ARRAY and len(data) == 4:
            return self._array(*data[1:])
        if tag == SCALAR and len(data) == 3:
            if data[1] == "f8" and type(data[2]) is float:
                return np.float64(data[2])
            return self._array(data[1], [1], data[2])[0]
        if len(data) == 2:
            if tag == INTEGER:
                digits = self.take(data[1])
                if len(digits) > BIT_CAP // 8 + 1:
                    raise FrameError("an integer is too long")
                return int.from_bytes(digits, "little", signed=True)
            if tag == TEXT:
                return bytes(self.take(data[1])).decode("utf-8", "replace")
            if tag == BYTES:
                return bytes(self.take(data[1]))
            if tag == OPAQUE and type(data[1]) is str:
                return Opaque("".join(c for c in data[1][:120] if c.isprintable()))
        if len(data) == 3:
            if tag == FRACTION:
                return self._fraction(data[1], data[2], depth)
            if tag == FIGURE:
                return self._figure(data[1], data[2], depth)
        raise FrameError("a value has a wrong tag or length")

    def _figure(self, size: Any, data: Any, depth: int) -> Figure:
        picture = self.take(size)
        if picture:
            _check_png(picture)
        nodes, at = self.nodes, self.at
        summary = self.value(data, depth + 1)
        if type(summary) is not dict or self.nodes - nodes > FIGURE_NODES or self.at - at > FIGURE_BYTES:
            raise FrameError("a figure's summary is malformed or too long")
        return Figure(bytes(picture), summary)

    def _dict(self, items: list[Any], depth: int) -> dict[Any, Any]:
        if len(items) % 2 or len(items) > 2 * KEY_CAP:
            raise FrameError("a dictionary has a key without a value, or too many")
        built: dict[Any, Any] = {}
        for key_data, item in zip(items[::2], items[1::2], strict=True):
            key = self.value(key_data, depth + 1)
            value = self.value(item, depth + 1)
            if type(key) not in (str, int, float, bool, type(None), Fraction):
                key = Opaque(type(key).__name__)
            built[key] = value
        return built

    def _fraction(self, numerator: Any, denominator: Any, depth: int) -> Fraction | Opaque:
        top, bottom = self.value(numerator, depth + 1), self.value(denominator, depth + 1)
        if type(top) is not int or type(bottom) is not int or bottom <= 0:
            raise FrameError("a fraction is malformed")
        # The gcd of a million-bit pair takes a second, so a message may ask for few of them;
        # powers of two are free, their gcd is found fast.
        if bottom & (bottom - 1):
            self.gcd_work += (min(top.bit_length(), bottom.bit_length()) / 1e5) ** 2
            if self.gcd_work > GCD_WORK_CAP:
                return Opaque("a fraction too long to be put in lowest terms")
        return Fraction(top, bottom)

    def _array(self, code: Any, shape: Any, size: Any) -> np.ndarray[Any, Any]:
        if code not in DTYPES or type(shape) is not list or len(shape) > 8:
            raise FrameError("an array has a wrong type or shape")
        if any(type(n) is not int or not 0 <= n <= FRAME_CAP for n in shape):
            raise FrameError("an array has a wrong shape")
        if math.prod(n for n in shape if n) > FRAME_CAP:  # also where another side is 0
            raise FrameError("an array has a wrong shape")
        dtype = np.dtype("<" + code)
        raw = self.take(size)
        if math.prod(shape) * dtype.itemsize != len(raw):
            raise FrameError("an array's size does not fit its shape")
        if code == "b1":
            flags: np.ndarray[Any, Any] = np.frombuffer(raw, np.uint8).reshape(shape) != 0
            return flags
        array: np.ndarray[Any, Any] = np.frombuffer(raw, dtype).reshape(shape).copy()
        return array


def _check_png(data: memoryview) -> None:
    """Raise FrameError unless `data` has the form of a PNG of bounded size; nothing is decoded.

    Only the parts that a plain picture has are let through, and nothing behind the last one.
    """
    if len(data) > PNG_CAP or data[:8] != _PNG_START:
        raise FrameError("a picture is no PNG, or too long")
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_PARTS or (kind == b"IHDR") != (at == 8):
            break
        if at == 8:
            width, height = struct.unpack_from(">II", data, 16) if length == 13 and len(data) >= 33 else (0, 0)
            if not (0 < width <= PNG_SIDE and 0 < height <= PNG_SIDE):
                raise FrameError("a picture has too many pixels")
        at += 12 + length
        if kind == b"IEND":
            if at == len(data):
                return
            break
    raise FrameError("a picture is malformed")


def unpack(body: bytes) -> tuple[Any, Reader]:
    """Split a frame's body (all after its first four bytes) into header data and a reader."""
    if len(body) < 4:
        raise FrameError("a message is too short")
    (header_size,) = struct.unpack("<I", body[:4])
    if header_size > HEADER_CAP or header_size > len(body) - 4:
        raise FrameError("a message's header is too long")
    try:
        header = _HEADER.decode(body[4 : 4 + header_size])
    except (msgspec.MsgspecError, ValueError, RecursionError, MemoryError) as error:
        raise FrameError("a message's header cannot be read") from error
    return header, Reader(memoryview(body)[4 + header_size :])
