"""The grader's side of the wall: a session with one student process, and proxies for its functions."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from autograder.checking import GONE
from autograder.process import Child, Starter, ZygoteDied
from autograder.student import codec, requests
from autograder.student.observe import Failure, Reply
from autograder.text import plain

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, codec.FrameError)
_REPLY_CAP = 2_000
_OUTPUT_CAP = 20_000
LOOK_SECONDS = 0.25
"""How long an answer may take before the process's times are looked at, and between looks."""
IDLE_SECONDS = 5.0
TOTAL_FACTOR = 3.0
WALL_FACTOR = 8.0
BYTES_CAP = 256 * 1024 * 1024
READING_SECONDS = 3.0
JUDGING_SECONDS = 10.0
"""Computing time that the checks of one question may take over a submission's answers; honest ones take one."""


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


@dataclass(frozen=True)
class Batch:
    """Calls of one function, packed once for all the submissions that are asked them."""

    name: str
    calls: tuple[bytes, ...]

    @classmethod
    def of(cls, name: str, pairs: Sequence[tuple[Any, Any]], watch: bool) -> Batch:
        return cls(name, tuple(requests.call(name, args, kwargs, watch) for args, kwargs in pairs))


class Budget:
    """What one question may use: a limit for each request, and three times that in all.

    CPU time counts first.  The wall clock ends only a process that blocks (time in which it could
    have run but others did is not held against it) or one far beyond its CPU time.
    """

    def __init__(self, child: Child, cpu_seconds: float) -> None:
        self.child, self.cpu_seconds = child, cpu_seconds
        self.total = cpu_seconds * TOTAL_FACTOR
        self.first = child.cpu() or 0.0
        self.wall = self.idle = self.last = 0.0

    def open(self) -> None:
        """Begin a request."""
        self.started = time.monotonic()
        self.base = self.child.cpu()
        self.seen: tuple[float, float, float | None] | None = None
        self.next_look = self.started + LOOK_SECONDS
        if self.base is not None:
            self._check_cpu(self.base)
        if self.last > 0.02:  # long enough to have written much
            self._check_files()

    def close(self) -> None:
        """End a request."""
        self.last = time.monotonic() - self.started
        self.wall += self.last

    def patience(self) -> float:
        """Seconds until the next look."""
        return max(0.01, self.next_look - time.monotonic())

    def look(self) -> None:
        """Raise StudentDied when a limit is reached, else set the time of the next look."""
        now, cpu = time.monotonic(), self.child.cpu()
        wall = now - self.started
        used = wall if cpu is None or self.base is None else cpu - self.base
        if used >= self.cpu_seconds:
            raise StudentDied("timed_out", f"it took more than {self.cpu_seconds:g} s of computing time")
        if cpu is not None:
            self._check_cpu(cpu)
            self._check_idle(now, cpu)
        self._check_files()
        if self.wall + wall > self.total * WALL_FACTOR + IDLE_SECONDS:
            raise StudentDied("timed_out", "the answer took too long")
        self.next_look = now + min(LOOK_SECONDS, max(0.01, self.cpu_seconds - used))

    def _check_cpu(self, cpu: float) -> None:
        if cpu - self.first >= self.total:
            raise StudentDied("timed_out", f"it took more than {self.total:g} s of computing time in all")

    def _check_files(self) -> None:
        if self.child.overfull():
            raise StudentDied("crashed", "your code wrote too many files")

    def _check_idle(self, now: float, cpu: float) -> None:
        delay = self.child.delay()
        if self.seen is not None:
            since, used, delayed = now - self.seen[0], cpu - self.seen[1], self.seen[2]
            if delay is not None and delayed is not None:
                self.idle += max(0.0, since - used - (delay - delayed))
            elif used < 0.1 * since:
                self.idle += since
        if self.idle > IDLE_SECONDS:
            raise StudentDied("timed_out", "your code waited instead of computing")
        self.seen = now, cpu, delay


@dataclass
class Spent:
    """What a submission's answers have cost the grader so far, all its processes together."""

    received: int = 0
    seconds: float = 0.0


class Connection:
    """Requests and answers with one student process, within a budget."""

    def __init__(self, zygote: Starter, code: str, spent: Spent) -> None:
        self.child: Child = zygote.fork(code)
        self.spent = spent
        self.sequence = 0
        try:
            self.child.greet()
        except BaseException:
            with contextlib.suppress(ZygoteDied):
                self.child.close()
            raise
        self.allow(0.0)

    def close(self) -> None:
        self.child.close()

    def allow(self, cpu_seconds: float) -> None:
        """Give the process a new budget."""
        self.budget = Budget(self.child, cpu_seconds)

    def ask(self, kind: str, *parts: Any) -> tuple[list[Any], codec.Reader]:
        """Send one request and read its answer; raise StudentDied when none comes in time."""
        self.sequence += 1
        self.budget.open()
        try:
            self._send(requests.pack([kind, self.sequence, *parts]))
            size = codec.body_size(self._read(4))
            self.spent.received += size
            if self.spent.received > BYTES_CAP:
                raise codec.FrameError("more data than one submission may send")
            body = self._read(size)
            with self.timed():
                header, reader = codec.unpack(body)
        except codec.FrameError as error:
            raise StudentDied("crashed", f"the student process broke the protocol: {error}") from error
        except (EOFError, OSError) as error:
            raise StudentDied("crashed", "the process that ran your code ended") from error
        finally:
            self.budget.close()
        if type(header) is not list or len(header) < 2 or header[0] != self.sequence:
            raise StudentDied("crashed", "the student process answered out of turn")
        return header[1:], reader

    @contextlib.contextmanager
    def timed(self) -> Iterator[None]:
        """Count what it costs to read answers, and end a process that makes it cost too much."""
        started = time.process_time()
        try:
            yield
        finally:
            self.spent.seconds += time.process_time() - started
        if self.spent.seconds > READING_SECONDS:
            raise StudentDied("crashed", "the answers take too long to be read")

    def _send(self, frame: bytes) -> None:
        view = memoryview(frame)
        while view:
            self.child.connection.settimeout(self.budget.patience())
            try:
                view = view[self.child.connection.send(view[: 1 << 18]) :]
            except TimeoutError:
                self.budget.look()

    def _read(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            self.child.connection.settimeout(self.budget.patience())
            try:
                piece = self.child.connection.recv(min(size - len(data), 1 << 20))
            except TimeoutError:
                self.budget.look()
                continue
            if not piece:
                raise EOFError
            data += piece
            # One byte at a time must not put the look off.
            if time.monotonic() >= self.budget.next_look:
                self.budget.look()
        return bytes(data)


class Session:
    """One submission's student process, started anew after a death.

    A death costs the question during which it happened: until :meth:`begin` is called again every
    call answers with the same failure, and `status` and `note` say what happened.  `lost` says
    that the warm parent died with it: whose fault that was is unknown, so nothing counts.
    """

    def __init__(self, zygote: Starter, cells: list[str], names: Sequence[str], texts: Sequence[str], cpu_seconds: float) -> None:
        self.zygote, self.cells, self.names, self.texts = zygote, cells, list(names), list(texts)
        self.cpu_seconds = cpu_seconds
        self.connection: Connection | None = None
        self.status, self.note = "", ""
        self.deaths = 0
        self.lost = False
        self.spent = Spent()
        self.known: dict[bytes, Reply] = {}
        self.report = LoadReport()
        self.load_failed = False
        self.begun = time.process_time()

    def start(self) -> LoadReport:
        """Load the submission; a death while loading is final, as it would happen again."""
        try:
            self._start()
        except StudentDied as death:
            self.load_failed = True
            self._died(death)
        return self.report

    def _start(self) -> None:
        self.connection = Connection(self.zygote, "\n".join(self.cells), self.spent)
        self.connection.allow(self.cpu_seconds * 2)
        answer, reader = self.connection.ask("load", requests.packable(self.cells), self.names, self.texts)
        self.connection.allow(self.cpu_seconds)
        try:
            with self.connection.timed():
                self.report = _loaded(answer, reader, self.names, self.texts)
        except _BROKEN as error:
            raise StudentDied("crashed", "the student process broke the protocol") from error

    def begin(self, cpu_seconds: float | None = None) -> None:
        """Begin a question: forget the last one's death and start the process again if needed."""
        if cpu_seconds is not None:
            self.cpu_seconds = cpu_seconds
        self.begun = time.process_time()
        self.known.clear()
        if self.load_failed:
            return
        self.status, self.note = "", ""
        if self.connection is not None:
            self.connection.allow(self.cpu_seconds)
            return
        try:
            self._start()
        except StudentDied as death:
            self._died(death)

    def _died(self, death: StudentDied) -> None:
        self.status, self.note = death.status, str(death)
        self.deaths += 1
        try:
            self.close()
        except ZygoteDied:
            # Raised here it would count as a case's failure: otter catches every exception there.
            self.lost = True

    def close(self) -> None:
        if self.connection is not None:
            connection, self.connection = self.connection, None
            connection.close()

    def ask_ahead(self, batches: Iterable[Batch]) -> None:
        """Ask the calls of many batches in one message; until the next question no call is asked twice then.

        A function whose answers depend on earlier calls may answer otherwise than to one batch after the other.
        """
        calls = [call for batch in batches if batch.name in self.report.functions for call in batch.calls]
        new = list(dict.fromkeys(calls))
        self.known.update(zip(new, self._answers(new)))

    def ask(self, batch: Batch) -> list[Reply]:
        """Replies to the calls of one batch; after a death every reply is the same failure."""
        if batch.name not in self.report.functions and not self.status:
            failure = Failure("NameError", ("NameError", "Exception"), f"{batch.name} is not defined in your file")
            return [Reply(failure=failure)] * len(batch.calls)
        new = [call for call in batch.calls if call not in self.known]
        replies = self._answers(new)
        if self.status:
            gone = Failure(GONE[0 if self.status == "timed_out" else 1], ("Exception",), self.note)
            return [Reply(failure=gone)] * len(batch.calls)
        if not self.known:
            return replies
        self.known.update(zip(new, replies))
        return [self.known[call] for call in batch.calls]

    def _answers(self, calls: Sequence[bytes]) -> list[Reply]:
        """Replies to `calls`; none where the process is no more, and `status` says so."""
        if self.connection is None:
            return []
        try:
            if time.process_time() - self.begun > JUDGING_SECONDS:
                raise StudentDied("timed_out", "your answers take too long to be checked")
            if not calls:
                return []
            answer, reader = self.connection.ask("call", *map(msgspec.Raw, calls))
            with self.connection.timed():
                return _replies(answer, reader, len(calls))
        except StudentDied as death:
            self._died(death)
            return []


def _loaded(answer: list[Any], reader: codec.Reader, names: Sequence[str], texts: Sequence[str]) -> LoadReport:
    kind, functions, errors, output, written = answer
    if kind != "loaded" or not set(functions) <= set(names):
        raise ValueError
    told = []
    for number, line, error, text in errors[:50]:
        if type(number) is not int or type(line) is not int:
            raise ValueError
        told.append((number, line, _text(reader.value(error), 80), _text(reader.value(text), 300)))
    output, written = reader.value(output), reader.value(written)
    if type(written) is not dict:
        raise ValueError
    kept = {name: _text(written[name], _OUTPUT_CAP) for name in texts if type(written.get(name)) is str}
    return LoadReport(tuple(dict.fromkeys(functions)), tuple(told), _text(output, _OUTPUT_CAP), kept)


def _replies(answer: list[Any], reader: codec.Reader, count: int) -> list[Reply]:
    if answer == ["too much"]:
        raise StudentDied("crashed", "the answers are too large to be sent back")
    try:
        if answer[0] != "replies" or len(answer) != count + 1:
            raise ValueError
        failures: dict[tuple[Any, ...], Reply] = {}
        return [_reply(item, reader, failures) for item in answer[1:]]
    except _BROKEN as error:
        raise StudentDied("crashed", "the student process broke the protocol") from error


def _reply(item: list[Any], reader: codec.Reader, failures: dict[tuple[Any, ...], Reply]) -> Reply:
    """One reply; `failures` has those of the same message, as many inputs are refused in the same words."""
    if item[0] == 0 and len(item) == 2:  # nearly all others
        value = item[1]
        return Reply(value if type(value) is float else reader.value(value))
    if item[0] == 1:
        _, name, bases, text = item
        if type(bases) is not list or not all([type(base) is str for base in bases]):
            raise ValueError
        name, text = reader.value(name), reader.value(text)
        if type(name) is not str or type(text) is not str:
            raise ValueError
        same = failures.get((name, text, *bases))
        if same is None:
            failure = Failure(_text(name, 80), tuple(base[:80] for base in bases[:20]), _text(text))
            same = failures[name, text, *bases] = Reply(failure=failure)
        return same
    if item[0] != 0 or len(item) != 3:
        raise ValueError
    value = reader.value(item[1])
    mutated, printed, warned = item[2]
    if not all(type(n) is int and 0 <= n < 10 for n in mutated):
        raise ValueError
    printed = reader.value(printed)
    seen = _text(printed) or ("?" if printed else "")  # characters that nobody sees are printed, too
    return Reply(value, None, tuple(mutated), seen, tuple(_text(reader.value(w)) for w in warned[:20]))


def _text(value: Any, cap: int = _REPLY_CAP) -> str:
    """What a student's process says about itself: text for people, cut and without control characters."""
    if type(value) is not str:
        raise ValueError
    return plain(value[:cap])


class RemoteFunction:
    """A student's function on the other side of the wall; `call_batch` is all that checks need.

    `packed` may have the batch that is about to be called, packed already.
    """

    def __init__(self, session: Session, name: str, packed: Callable[[], Batch | None] = lambda: None) -> None:
        self._session, self._name, self._packed = session, name, packed

    def call_batch(self, pairs: Sequence[tuple[Any, Any]], watch: bool = False) -> list[Reply]:
        batch = self._packed()
        if batch is None or (batch.name, len(batch.calls)) != (self._name, len(pairs)):
            batch = Batch.of(self._name, pairs, watch)
        return self._session.ask(batch)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        (reply,) = self.call_batch([(args, kwargs)])
        if reply.failure is not None:
            raise RuntimeError(f"{reply.failure.name}: {reply.failure.text}")
        return reply.value
