"""The reader of what student processes send, fed with everything; and what the grader does when one dies."""

from __future__ import annotations

import contextlib
import itertools
import os
import resource
import signal
import socket
import struct
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import NoneType
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder import wire
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.process import Child, Zygote, ZygoteDied
from autograder.sandbox import Level
from autograder.student import codec, requests
from autograder.student.observe import Reply
from autograder.testfiles import load_light
from autograder.wire import Batch, RemoteFunction, Session

SECONDS = 3.0
"""Of CPU time for one frame: the cap on fractions alone allows for one."""
MEGABYTES = 400
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
BOUNDED = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
CODE = "def f(x):\n    return x\n"
EARNED_BY_ZERO = 1.0
"""Of 10 points and more a question: inputs whose right answer is 0."""

small = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=9) | st.binary(max_size=9)
tags = st.integers(-1, 12)
shapes = st.lists(st.integers(-1, 2**26), max_size=9)
arrays = st.tuples(st.just(codec.ARRAY), st.sampled_from(codec.DTYPES), shapes, small).map(list)
scalars = st.tuples(st.just(codec.SCALAR), st.sampled_from(codec.DTYPES), small).map(list)


def _compound(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    dictionaries = st.tuples(st.just(codec.DICT), inner, inner, inner, inner).map(list)
    pairs, triples = st.tuples(tags, inner).map(list), st.tuples(tags, inner, inner).map(list)
    return st.lists(inner, max_size=6) | pairs | triples | arrays | scalars | dictionaries


tagged = st.recursive(small, _compound, max_leaves=40)


def frame(header: Any, blobs: bytes) -> bytes:
    packed = msgspec.msgpack.encode(header)
    return struct.pack("<I", len(packed)) + packed + blobs


def read_all(body: bytes) -> None:
    """Read a body as the grader does: in bounded time and memory, with FrameError as the only error."""
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.suppress(codec.FrameError):
        header, reader = codec.unpack(body)
        for part in header if type(header) is list else [header]:
            with contextlib.suppress(codec.FrameError):
                plain(reader.value(part))
    assert time.process_time() - started < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * RSS_UNIT < MEGABYTES << 20


KINDS = {NoneType, bool, int, float, str, bytes, list, tuple, dict, Fraction, np.ndarray, codec.Opaque, codec.Figure}
KINDS |= {np.dtype(code).type for code in codec.DTYPES}


def plain(value: Any) -> None:
    """What was read is made of exact types that carry no behaviour of a student's."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        assert type(item) in KINDS, type(item)
        if type(item) in (list, tuple):
            waiting += item
        elif type(item) is dict:
            waiting += [part for pair in item.items() for part in pair]
        elif type(item) is np.ndarray:
            assert item.dtype.kind in "fiub" and not item.dtype.hasobject


@given(tagged, st.binary(max_size=200))
@BOUNDED
def test_no_frame_raises_anything_but_the_readers_own_error(header: Any, blobs: bytes) -> None:
    read_all(frame([header], blobs))


@given(st.binary(max_size=600))
@BOUNDED
def test_no_bytes_raise_anything_but_the_readers_own_error(body: bytes) -> None:
    read_all(body)
    with contextlib.suppress(codec.FrameError):
        codec.body_size(body[:4].ljust(4, b"\0"))


@given(tagged, st.binary(max_size=300), st.data())
@BOUNDED
def test_no_spoilt_frame_does(header: Any, blobs: bytes, data: st.DataObject) -> None:
    body = bytearray(frame([header], blobs))
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    read_all(bytes(body))


PRIME = 2**61 - 1
LONG = (1 << 1_050_000) - 1


def _integers(values: list[int]) -> tuple[list[Any], bytes]:
    writer = codec.Writer()
    made = [writer.value(value) for value in values]
    return made, b"".join(writer.blobs)


def _heavy() -> Iterator[Any]:
    yield pytest.param(b"\xdd" + b"\xff" * 4, id="four billion elements")
    yield pytest.param(b"\xdc\xea\x60" * 80_000, id="long arrays in arrays")
    yield pytest.param(b"\x91" * 250_000, id="arrays in arrays")
    yield pytest.param(b"\x9f" * 250_000, id="arrays of arrays")
    yield pytest.param(b"\x81\x01" * 100_000, id="maps in maps")
    yield pytest.param(msgspec.msgpack.encode([[0]] * 120_000)[: codec.HEADER_CAP], id="cut short")
    yield pytest.param(b"\xdd" + struct.pack(">I", 250_000) + b"\x90" * 250_000, id="empty lists")
    yield pytest.param(b"\xc7\xff\xff" + bytes(1000), id="extension types")


@pytest.mark.parametrize("header", list(_heavy()))
def test_heavy_headers_are_cheap(header: bytes) -> None:
    read_all(struct.pack("<I", len(header)) + header)


def test_keys_of_one_hash_are_cheap() -> None:
    pairs, blobs = _integers([n * PRIME for n in range(1, 15_000)])
    header = [codec.DICT, *[part for key in pairs for part in (key, None)]]
    read_all(frame([header], blobs))
    pairs, blobs = _integers([n * PRIME for n in range(1, codec.KEY_CAP)])
    header = [codec.DICT, *[part for key in pairs for part in (key, None)]]
    read_all(frame([header] * 8, blobs * 8))


def test_long_integers_and_fractions_are_cheap() -> None:
    pairs, blobs = _integers([3**600_000, 7**350_000])
    read_all(frame([[codec.FRACTION, *pairs]] * 60, blobs * 60))
    read_all(frame([[codec.INTEGER, 20_000_000]], bytes(20_000_000)))
    read_all(frame([[codec.TEXT, 20_000_000]], b"\xff" * 20_000_000))


def png(width: int = 3, height: int = 2, body: bytes | None = None, kind: bytes = b"IDAT", tail: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(kind, zlib.compress(bytes(8)) if body is None else body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data + tail


@pytest.mark.parametrize(
    ("picture", "good"),
    [
        (png(), True),
        (png(codec.PNG_SIDE, codec.PNG_SIDE), True),
        (png(codec.PNG_SIDE + 1, 1), False),
        (png(0, 1), False),
        (png(60_000, 60_000), False),
        (png(kind=b"zTXt"), False),
        (png(kind=b"IHDR"), False),
        (png(tail=b"<script>"), False),
        (png()[:-1], False),
        (png()[:20], False),
        (b"\x89PNG\r\n\x1a\n", False),
        (b"GIF89a", False),
        (png(body=bytes(codec.PNG_CAP)), False),
    ],
)
def test_a_picture_has_the_form_of_a_small_png(picture: bytes, good: bool) -> None:
    body = frame([[codec.FIGURE, len(picture), [codec.DICT]]], picture)
    header, reader = codec.unpack(body)
    if good:
        assert reader.value(header[0]).png == picture
    else:
        with pytest.raises(codec.FrameError):
            reader.value(header[0])


numbers = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.fractions()
texts = st.text(st.characters(exclude_categories=["Cs"]))


def _container(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=5), inner, max_size=4)


@given(st.recursive(numbers | texts | st.binary(), _container, max_leaves=30))
@BOUNDED
def test_plain_values_cross_unchanged(value: Any) -> None:
    if _depth(value) > codec.DEPTH_CAP - 2:
        return
    writer = codec.Writer()
    body = codec.pack([writer.value(value)], writer)[4:]
    header, reader = codec.unpack(body)
    assert reader.value(header[0]) == value


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return 1 + max(map(_depth, inner), default=0)


def test_numbers_cross_with_their_types() -> None:
    values = [1, True, 1.0, np.float32(1), np.float64(1), Fraction(1), np.ones(2, np.float32), np.ones((0, 3)), 2**70]
    writer = codec.Writer()
    header, reader = codec.unpack(codec.pack([writer.value(values)], writer)[4:])
    assert [type(value) for value in reader.value(header[0])] == [type(value) for value in values]


# What the grader does with a process that lies or dies


class Pretender:
    """Stands in the warm parent's place; `answer` is what its child sends for each request."""

    level = Level.LIMITS

    def __init__(self, answer: Any, greeting: bytes = codec.READY) -> None:
        self.answer, self.greeting, self.killed = answer, greeting, 0

    def fork(self, code: str = "") -> Child:
        ours, theirs = socket.socketpair()
        threading.Thread(target=self._serve, args=(theirs,), daemon=True).start()
        return Child(self, ours)

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, EOFError), line:
            line.sendall(self.greeting)
            if self.greeting != codec.READY:
                return
            while size := line.recv(4, socket.MSG_WAITALL):
                body = line.recv(struct.unpack("<I", size)[0], socket.MSG_WAITALL)
                self.request_header = requests.unpack(body)
                self.answer(line, self.request_header[1])

    def request(self, what: bytes) -> float:
        self.killed += what == b"K"
        return -1.0

    def close(self) -> None:
        pass


def loaded(line: socket.socket, sequence: int, names: tuple[str, ...] = ("f",)) -> None:
    writer = codec.Writer()
    line.sendall(codec.pack([sequence, "loaded", list(names), [], writer.value(""), writer.value({})], writer))


def session(answer: Any, cpu_seconds: float = 0.3) -> Session:
    made = Session(Pretender(answer), [CODE], ["f"], [], cpu_seconds)
    made.start()
    return made


def ask(one: Session, watch: bool = False, x: int = 1) -> list[Reply]:
    return one.ask(Batch.of("f", [((x,), {})], watch))


names = st.lists(small, max_size=3) | st.just(["ValueError", "TypeError", "Exception"])
items = (
    st.tuples(st.just(0), tagged).map(list)
    | st.tuples(st.just(0), tagged, st.tuples(st.lists(small, max_size=3), tagged, st.lists(tagged, max_size=2)).map(list)).map(
        list
    )
    | st.tuples(st.just(1), tagged, names, tagged).map(list)
    | tagged
)
"""Replies to single calls: some in good form, most in nearly good form."""


def send(line: socket.socket, body: bytes) -> None:
    line.sendall(struct.pack("<I", len(body)) + body)


@given(st.lists(tagged, max_size=4) | items.map(lambda item: ["replies", item]), st.binary(max_size=100))
@settings(BOUNDED, max_examples=150)
def test_no_answer_breaks_a_session(parts: list[Any], blobs: bytes) -> None:
    def answer(line: socket.socket, sequence: int) -> None:
        if sequence == 1:
            return loaded(line, sequence)
        return send(line, frame([sequence, *parts], blobs))

    one = session(answer, 2.0)
    (reply,) = ask(one, watch=True)
    one.close()
    assert one.status in ("", "crashed", "timed_out")
    assert one.status == "" or reply.failure is not None


@given(st.lists(tagged, max_size=5), st.binary(max_size=100))
@settings(BOUNDED, max_examples=100)
def test_no_word_on_loading_breaks_a_session(parts: list[Any], blobs: bytes) -> None:
    one = session(lambda line, sequence: send(line, frame([sequence, "loaded", *parts], blobs)), 2.0)
    one.close()
    assert set(one.report.functions) <= {"f"}
    assert not one.load_failed or (one.status == "crashed" and one.report == wire.LoadReport())


@pytest.fixture(scope="module")
def checks() -> Grader:
    return Grader(Course().exercise("ex1_discrete_kl"), 0, load_light)


@given(st.lists(items, min_size=1, max_size=4), st.binary(max_size=100))
@settings(BOUNDED, max_examples=60)
def test_no_frame_earns_a_mark(checks: Grader, replies: list[Any], blobs: bytes) -> None:
    """Forged replies, as many as are asked for, earn what answering 0 does at the most."""
    exercise = checks.exercise

    def answer(line: socket.socket, sequence: int) -> None:
        if sequence == 1:
            return loaded(line, sequence, tuple(exercise.exports))
        count = len(pretender.request_header) - 2
        return send(line, frame([sequence, "replies", *itertools.islice(itertools.cycle(replies), count)], blobs * count))

    pretender = Pretender(answer)
    one = Session(pretender, [CODE], exercise.exports, [], 2.0)
    one.start()
    for question in checks.questions:
        one.begin()
        results = question.run({name: RemoteFunction(one, name) for name in exercise.exports})
        assert sum(case.points for case in results) <= EARNED_BY_ZERO, (question.name, one.status)
    one.close()


def test_a_trickle_ends_by_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(line: socket.socket, sequence: int) -> None:
        if sequence == 1:
            return loaded(line, sequence)
        line.sendall(struct.pack("<II", 1_000_000, 10))
        for _ in range(10_000):
            line.sendall(b"x")
            time.sleep(0.005)
        return None

    one = session(answer)
    started = time.monotonic()
    (reply,) = ask(one)
    assert one.status == "timed_out" and reply.failure is not None
    assert time.monotonic() - started < 10


def test_an_old_answer_and_a_wrong_claim_count_for_nothing() -> None:
    one = session(lambda line, sequence: loaded(line, 1))
    assert ask(one)[0].failure is not None and one.status == "crashed"
    two = session(lambda line, sequence: loaded(line, sequence, ("f", "system")))
    assert two.load_failed and not two.report.functions


def test_a_process_that_cannot_be_confined_is_not_the_students_fault() -> None:
    for greeting in (b"", b"x"):
        pretender = Pretender(loaded, greeting)
        with pytest.raises(ZygoteDied, match="confined"):
            Session(pretender, [CODE], ["f"], [], 1.0).start()
        assert pretender.killed == 1


def test_more_than_a_submission_may_send_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(line: socket.socket, sequence: int) -> None:
        if sequence == 1:
            return loaded(line, sequence)
        writer = codec.Writer()
        line.sendall(codec.pack([sequence, "replies", [0, writer.value(np.zeros(100_000))]], writer))
        return None

    monkeypatch.setattr(wire, "BYTES_CAP", 2_000_000)
    one = session(answer, 5.0)
    answers = [ask(one, x=n)[0] for n in range(4)]
    assert [answer.failure is None for answer in answers] == [True, True, False, False]
    # A new process of the same submission goes on where the last one was ended.
    one.begin()
    assert ask(one)[0].failure is not None and one.deaths == 2
    one.close()


def test_what_answers_cost_to_read_is_counted_over_all_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs, blobs = _integers([3**200_000, 7**120_000])
    slow = [0, [codec.FRACTION, *pairs]]

    def answer(line: socket.socket, sequence: int) -> None:
        if sequence == 1:
            return loaded(line, sequence)
        return send(line, frame([sequence, "replies", slow], blobs))

    monkeypatch.setattr(wire, "READING_SECONDS", 0.05)
    one = session(answer, 5.0)
    notes = []
    for _ in range(3):
        one.begin()
        assert ask(one)[0].failure is not None
        notes.append(one.note)
    one.close()
    assert all("too long to be read" in note for note in notes) and one.deaths == 3


@pytest.fixture(scope="module")
def zygote(level: Level) -> Iterator[Zygote]:
    made = Zygote(level)
    yield made
    made.close()


def test_a_dead_warm_parent_is_started_again(zygote: Zygote) -> None:
    one = Session(zygote, [CODE], ["f"], [], 2.0)
    one.start()
    assert ask(one, x=7)[0].value == 7
    assert zygote.process is not None
    os.kill(zygote.process.pid, signal.SIGKILL)
    zygote.process.wait()
    deadline = time.monotonic() + 10
    numbers = itertools.count(8)  # what is known is not asked again
    while not one.lost and time.monotonic() < deadline:  # what bubblewrap holds ends a moment after it
        ask(one, x=next(numbers))
    assert one.lost
    two = Session(zygote, [CODE], ["f"], [], 2.0)
    two.start()
    assert ask(two, x=8)[0].value == 8
    two.close()


def test_a_full_scratch_costs_nobody_anything(zygote: Zygote) -> None:
    fill = "for n in range(11_000):\n    open(f'f{n}', 'w').close()\n"
    for code in (fill + CODE, CODE, fill + CODE):
        one = Session(zygote, [code], ["f"], [], 20.0)
        one.start()
        ask(one, x=7)
        assert not one.lost
        one.close()
    assert not list(Path(zygote.scratch).glob("child-*")) or str(zygote.level) == "full"


def test_a_failed_start_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: Level) -> None:
    monkeypatch.setattr("autograder.sandbox.STUDENT_PACKAGE", tmp_path / "nowhere")
    work = tmp_path / "work"
    work.mkdir()
    with pytest.raises((ZygoteDied, OSError)):
        Zygote(level, within=work).fork()
    assert not list(work.iterdir())
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
