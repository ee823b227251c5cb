"""The grader's side of the wall: a session with one student process, and proxies for its functions."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.checking import GONE
from autograder.process import Child, Starter
from autograder.student import codec
from autograder.student.observe import Failure, Reply

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, codec.FrameError)
_REPLY_CAP = 2_000
IDLE_SECONDS = 5.0
WALL_FACTOR = 8.0


class StudentDied(Exception):
    """The student process ended, timed out or broke the protocol; `status` says which."""

    def __init__(self, status: str, note: str) -> None:
        super().__init__(note)
        self.status = status


@dataclass(frozen=True)
class LoadReport:
    """What loading a submission showed; all of it is the student's word."""

    functions: tuple[str, ...] = ()
    errors: tuple[tuple[int, int, str, str], ...] = ()
    output: str = ""
    written: dict[str, str] = field(default_factory=dict)


class Connection:
    """Requests and answers with one student process under one total deadline a request."""

    def __init__(self, zygote: Starter) -> None:
        self.zygote = zygote
        self.child: Child = zygote.fork()
        self.sequence = 0
        self.spent = 0.0

    def close(self) -> None:
        self.child.close()

    def ask(self, build: list[Any], writer: codec.Writer, cpu_seconds: float) -> tuple[list[Any], codec.Reader]:
        """Send one request and read its answer; raise StudentDied when none comes in time."""
        self.sequence += 1
        kind, *rest = build
        limit = _Limit(self.child, cpu_seconds, self.spent)
        try:
            self._send(codec.pack([kind, self.sequence, *rest], writer), limit)
            size = codec.body_size(self._read(4, limit))
            header, reader = codec.unpack(self._read(size, limit))
        except codec.FrameError as error:
            raise StudentDied("crashed", f"the student process broke the protocol: {error}") from error
        except (EOFError, OSError) as error:
            raise StudentDied("crashed", "the process that ran your code ended") from error
        self.spent += time.monotonic() - limit.started
        if type(header) is not list or len(header) < 2 or header[0] != self.sequence:
            raise StudentDied("crashed", "the student process answered out of turn")
        return header[1:], reader

    def _send(self, frame: bytes, limit: _Limit) -> None:
        view = memoryview(frame)
        while view:
            self.child.connection.settimeout(limit.slice())
            try:
                view = view[self.child.connection.send(view[: 1 << 18]) :]
            except TimeoutError:
                limit.check()

    def _read(self, size: int, limit: _Limit) -> bytes:
        data = bytearray()
        while len(data) < size:
            self.child.connection.settimeout(limit.slice())
            try:
                piece = self.child.connection.recv(min(size - len(data), 1 << 20))
            except TimeoutError:
                limit.check()
                continue
            if not piece:
                raise EOFError
            data += piece
            limit.check_wall()
        return bytes(data)


class _Limit:
    """CPU time first: the wall clock ends only a process that sleeps, or far beyond the CPU limit."""

    def __init__(self, child: Child, cpu_seconds: float, spent: float) -> None:
        self.child, self.cpu_seconds = child, cpu_seconds
        # Earlier requests used at most their wall time; asking for the exact figure each time
        # would cost a message a request.
        self.spent = spent
        self.started = time.monotonic()
        self.next_slice = cpu_seconds

    def slice(self) -> float:
        return max(0.01, self.next_slice)

    def check_wall(self) -> None:
        if time.monotonic() - self.started > self.cpu_seconds * WALL_FACTOR + IDLE_SECONDS:
            raise StudentDied("timed_out", "the answer took too long")

    def check(self) -> None:
        """Raise StudentDied when a limit is reached, else set the time to the next look."""
        self.check_wall()
        wall = time.monotonic() - self.started
        measured = self.child.cpu()
        used = wall if measured is None else measured - self.spent
        if wall > IDLE_SECONDS and used < 0.1 * wall:
            raise StudentDied("timed_out", "your code waited instead of computing")
        if used >= self.cpu_seconds:
            raise StudentDied("timed_out", f"it took more than {self.cpu_seconds:g} s of computing time")
        self.next_slice = min(self.cpu_seconds - used, 1.0)


class Session:
    """One submission's student process, started anew after a death.

    A death costs the question during which it happened: until :meth:`begin` is called again every
    call answers with the same failure, and `status` and `note` say what happened.
    """

    def __init__(self, zygote: Starter, cells: list[str], names: Sequence[str], texts: Sequence[str], cpu_seconds: float) -> None:
        self.zygote, self.cells, self.names, self.texts = zygote, cells, list(names), list(texts)
        self.cpu_seconds = cpu_seconds
        self.connection: Connection | None = None
        self.status, self.note = "", ""
        self.deaths = 0
        self.report = LoadReport()
        self.load_failed = False

    def start(self) -> LoadReport:
        """Load the submission; a death while loading is final, as it would happen again."""
        try:
            self._start()
        except StudentDied as death:
            self.load_failed = True
            self._died(death)
        return self.report

    def _start(self) -> None:
        self.connection = Connection(self.zygote)
        writer = codec.Writer()
        build = ["load", writer.value(self.cells), writer.value(self.names), writer.value(self.texts)]
        answer, reader = self.connection.ask(build, writer, self.cpu_seconds * 2)
        try:
            kind, functions, errors, output, written = answer
            if kind != "loaded" or not set(functions) <= set(self.names):
                raise ValueError
            told = tuple(
                (int(n), int(line), str(reader.value(a))[:80], str(reader.value(b))[:300]) for n, line, a, b in errors[:50]
            )
            output, texts = reader.value(output), reader.value(written)
            if not isinstance(output, str) or not isinstance(texts, dict):
                raise ValueError
            kept = {name: texts[name][:20_000] for name in self.texts if isinstance(texts.get(name), str)}
            self.report = LoadReport(tuple(functions), told, output[:20_000], kept)
        except _BROKEN as error:
            raise StudentDied("crashed", "the student process broke the protocol") from error

    def begin(self, cpu_seconds: float | None = None) -> None:
        """Begin a question: forget the last one's death and start the process again if needed."""
        if cpu_seconds is not None:
            self.cpu_seconds = cpu_seconds
        if self.load_failed:
            return
        self.status, self.note = "", ""
        if self.connection is None:
            try:
                self._start()
            except StudentDied as death:
                self._died(death)

    def _died(self, death: StudentDied) -> None:
        self.status, self.note = death.status, str(death)
        self.deaths += 1
        self.close()

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def call(self, name: str, pairs: Sequence[tuple[Any, Any]], watch: bool) -> list[Reply]:
        """Answer a batch of calls of `name`; after a death every reply is the same failure."""
        if name not in self.report.functions and not self.status:
            failure = Failure("NameError", ("NameError", "Exception"), f"{name} is not defined in your file")
            return [Reply(failure=failure)] * len(pairs)
        if self.connection is not None:
            try:
                writer = codec.Writer()
                calls = [[writer.value(args), writer.value(kwargs)] for args, kwargs in pairs]
                answer, reader = self.connection.ask(["call", name, watch, *calls], writer, self.cpu_seconds)
                return _replies(answer, reader, len(pairs))
            except StudentDied as death:
                self._died(death)
        gone = Failure(GONE[0 if self.status == "timed_out" else 1], ("Exception",), self.note)
        return [Reply(failure=gone)] * len(pairs)


def _replies(answer: list[Any], reader: codec.Reader, count: int) -> list[Reply]:
    if answer == ["too much"]:
        raise StudentDied("crashed", "the answers are too large to be sent back")
    try:
        if answer[0] != "replies" or len(answer) != count + 1:
            raise ValueError
        return [_reply(item, reader) for item in answer[1:]]
    except _BROKEN as error:
        raise StudentDied("crashed", "the student process broke the protocol") from error


def _reply(item: list[Any], reader: codec.Reader) -> Reply:
    if item[0] == 1:
        _, name, bases, text = item
        if type(bases) is not list or not all(type(base) is str for base in bases):
            raise ValueError
        failure = Failure(_text(reader.value(name)), tuple(bases), _text(reader.value(text)))
        return Reply(failure=failure)
    if item[0] != 0 or len(item) not in (2, 3):
        raise ValueError
    value = reader.value(item[1])
    if len(item) == 2:
        return Reply(value)
    mutated, printed, warned = item[2]
    if not all(type(n) is int and 0 <= n < 10 for n in mutated):
        raise ValueError
    return Reply(value, None, tuple(mutated), _text(reader.value(printed)), tuple(_text(reader.value(w)) for w in warned[:20]))


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value[:_REPLY_CAP]


class RemoteFunction:
    """A student's function on the other side of the wall; `call_batch` is all that checks need."""

    def __init__(self, session: Session, name: str) -> None:
        self._session, self._name = session, name

    def call_batch(self, pairs: Sequence[tuple[Any, Any]], watch: bool = False) -> list[Reply]:
        return self._session.call(self._name, pairs, watch)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        (reply,) = self.call_batch([(args, kwargs)])
        if reply.failure is not None:
            raise RuntimeError(f"{reply.failure.name}: {reply.failure.text}")
        return reply.value
