"""Serve one submission: load it, then answer batches of calls until the grader hangs up."""

from __future__ import annotations

import dataclasses
import itertools
import os
import socket
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from . import codec, requests
from .execute import run_cells
from .figure import picture
from .observe import Failure, Reply, observe


def read_exactly(connection: socket.socket, size: int) -> bytes:
    """Read `size` bytes or raise EOFError."""
    data = bytearray()
    while len(data) < size:
        piece = connection.recv(min(size - len(data), 1 << 20))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)


def _receive(connection: socket.socket) -> Any:
    size = codec.body_size(read_exactly(connection, 4))
    return requests.unpack(read_exactly(connection, size))


def _reply(reply: Reply, writer: codec.Writer) -> list[Any]:
    if reply.failure is not None:
        failed = reply.failure
        return [1, writer.value(failed.name), [str(base) for base in failed.bases], writer.value(failed.text)]
    value = writer.value(reply.value)
    if not (reply.mutated or reply.printed or reply.warned):
        return [0, value]
    seen = [list(reply.mutated), writer.value(reply.printed), [writer.value(w) for w in reply.warned]]
    return [0, value, seen]


def _load(cells: list[str], names: list[str], texts: list[str], writer: codec.Writer) -> tuple[dict[str, Any], Any]:
    loaded = run_cells(cells)
    functions = {name: loaded.namespace[name] for name in names if callable(loaded.namespace.get(name))}
    written = {name: loaded.namespace[name] for name in texts if isinstance(loaded.namespace.get(name), str)}
    errors = [[n, line, writer.value(name), writer.value(text)] for n, line, name, text in loaded.errors]
    answer = ["loaded", list(functions), errors, writer.value(loaded.output), writer.value(written)]
    return functions, answer


def _observed(functions: dict[str, Any], calls: Iterable[list[Any]]) -> Iterator[tuple[str, Reply]]:
    missing = Reply(failure=Failure("NameError", ("NameError", "Exception"), "this function is not defined"))
    for (name, watch), group in itertools.groupby(calls, key=lambda call: (call[0], call[1])):
        pairs = [(args, kwargs) for _, _, args, kwargs in group]
        function = functions.get(name)
        yield from ((name, reply) for reply in (observe(function, pairs, watch) if function else [missing] * len(pairs)))


def _answers(functions: dict[str, Any], calls: Iterable[list[Any]], writer: codec.Writer, pictured: set[str]) -> list[Any]:
    replies = []
    for name, reply in _observed(functions, calls):
        kept = len(writer.blobs)
        try:
            # One picture a function is enough for people; checks read the summaries.
            shown = picture(reply.value, name not in pictured)
            if shown is not reply.value:
                pictured.add(name)
                reply = dataclasses.replace(reply, value=shown)
            replies.append(_reply(reply, writer))
        except codec.FrameError:
            raise
        except (Exception, SystemExit) as error:  # a value may fight being read
            del writer.blobs[kept:]
            replies.append(_reply(Reply(failure=Failure(type(error).__name__, (), "the answer cannot be read")), writer))
    return replies


def serve(connection: socket.socket) -> None:
    """Answer requests on `connection` until it closes; the first request loads the submission."""
    connection.sendall(codec.READY)
    sys.stdin = open(os.devnull)  # noqa: SIM115  (open as long as the process lives)
    functions: dict[str, Any] = {}
    pictured: set[str] = set()
    while True:
        try:
            kind, sequence, *rest = _receive(connection)
        except EOFError:
            return
        writer = codec.Writer()
        try:
            if kind == "load":
                cells, names, texts = rest
                functions, answer = _load(cells, names, texts, writer)
            else:
                answer = ["replies", *_answers(functions, rest, writer, pictured)]
            frame = codec.pack([sequence, *answer], writer)
        except codec.FrameError:
            frame = codec.pack([sequence, "too much"], codec.Writer())
        connection.sendall(frame)
