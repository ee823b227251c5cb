"""What stands around the wall: odd files, names and texts, full folders, starts that fail, and who is blamed."""

from __future__ import annotations

import itertools
import os
import resource
import select
import shutil
import signal
import socket
import stat
import sysconfig
import time
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder import sandbox, submission, wire
from autograder.checking import Call, Mismatch, agree, for_all, show, signature
from autograder.collect import collect
from autograder.errors import CourseError, SubmissionError
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.gradebook import Gradebook
from autograder.process import Zygote, ZygoteDied, named
from autograder.sandbox import Level
from autograder.student.observe import Reply
from autograder.testfiles import load_light
from autograder.text import plain, visible
from autograder.wire import Batch, Session
from tests.conftest import Run

EX1 = "ex1_discrete_kl"
CODE = "def f(x):\n    return x\n"
COURSE = Course()
LIGHT = (COURSE.root / "assignments" / EX1 / "tests" / "entropy.py").read_text()


def session(zygote: Zygote, code: str = CODE, cpu_seconds: float = 5.0) -> Session:
    return Session(zygote, [code], ["f"], [], cpu_seconds)


def answer(one: Session) -> object:
    (reply,) = one.ask(Batch.of("f", [((7,), {})], False))
    return reply.value if reply.failure is None else reply.failure.text


@pytest.fixture(scope="module", params=[Level.KERNEL, Level.LIMITS], ids=str)
def open_zygote(request: pytest.FixtureRequest) -> Iterator[Zygote]:
    """A warm parent whose scratch folder the grader can look into."""
    if (reason := sandbox.probe()[request.param]) is not None:
        pytest.skip(reason)
    made = Zygote(request.param)
    yield made
    made.close()


# Texts and names

EVIL = "a\x1b[31mb\x1b]0;title\x07c\x9b2Jd\u202ee\u2066f\u200bg\r\nh\x08\x00\ud800\u2028i\x7f\U000e0041j"


def test_texts_keep_their_lines_and_nothing_that_is_not_seen() -> None:
    assert plain(EVIL) == "ab]0;titlecdefg\nhij"
    assert plain("plain λ \t text") == "plain λ \t text"


def test_names_show_what_is_not_seen_and_stay_different() -> None:
    shown = visible(EVIL)
    assert shown.isprintable() and "\\x1b" in shown and "\\u202e" in shown and "\\x0a" in shown
    names = ["a\nb", "a\\nb", "a\\x0ab", "a\x0ab\\", "ab", "a\u200bb", "\udcff"]
    assert len({visible(name) for name in names}) == len(set(names))


# Files that are handed in


def refusal(path: Path) -> str:
    started = time.monotonic()
    with pytest.raises(SubmissionError) as caught:
        submission.read(path)
    assert time.monotonic() - started < 5
    return str(caught.value)


def test_pipes_devices_folders_and_endless_files_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe, line, folder, sparse = (tmp_path / f"{name}.py" for name in ("pipe", "line", "folder", "sparse"))
    os.mkfifo(pipe)
    assert "not a regular file" in refusal(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(line))
        assert refusal(line)
    folder.mkdir()
    assert refusal(folder)
    zero = tmp_path / "zero.py"
    zero.symlink_to("/dev/zero")
    assert "not a regular file" in refusal(zero)
    sparse.touch()
    os.truncate(sparse, 1 << 33)
    assert "over the limit" in refusal(sparse)


def test_links_among_submissions_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text(CODE)
    root = tmp_path / "class"
    (root / "eve").mkdir(parents=True)
    (root / "eve" / f"{EX1}.py").symlink_to(secret)
    (root / f"{EX1}.py").symlink_to(secret)
    (root / "mallory").symlink_to(tmp_path)
    (root / "submitted").symlink_to(tmp_path)
    (root / "ann").mkdir()
    (root / "ann" / f"{EX1}.py").write_text(CODE)
    found = collect(root, COURSE)
    assert [one.student for one in found.submissions] == ["ann"]
    assert sum("is a link" in remark for remark in found.remarks) == 3


@pytest.mark.parametrize("deep", [False, True])
def test_a_student_called_submitted_hides_nobody(tmp_path: Path, deep: bool) -> None:
    for student in ("ann", "submitted"):
        folder = tmp_path / student / EX1 if deep else tmp_path / student
        folder.mkdir(parents=True)
        (folder / f"{EX1}.py").write_text(CODE)
    assert [one.student for one in collect(tmp_path, COURSE).submissions] == ["ann", "submitted"]


def test_what_an_nbgrader_folder_leaves_out_is_told(tmp_path: Path) -> None:
    for path in (f"submitted/eve/{EX1}/a.py", f"ann\n/{EX1}.py", f"release/{EX1}/{EX1}.ipynb"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(CODE)
    found = collect(tmp_path, COURSE)
    assert [one.student for one in found.submissions] == ["eve"]
    assert [remark for remark in found.remarks if "1 other folders were left out (ann\\x0a)" in remark]


def test_a_file_from_beyond_all_dates_is_graded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ann" / f"{EX1}.py"
    path.parent.mkdir()
    path.write_text(CODE)
    plain_stat = Path.stat

    def dated(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        fields = list(plain_stat(self, follow_symlinks=follow_symlinks))
        fields[stat.ST_MTIME] = moment
        return os.stat_result(fields)

    monkeypatch.setattr(Path, "stat", dated)
    moment = 10**12  # few file systems keep it as it is
    assert collect(tmp_path, COURSE).submissions[0].submitted_at.startswith("9999")
    moment = -(10**12)
    assert collect(tmp_path, COURSE).submissions[0].submitted_at.startswith("1970")


def test_a_place_that_is_neither_file_nor_folder_is_a_usage_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CourseError, match="neither a file nor a folder"):
        collect(tmp_path / "pipe", COURSE)


def test_archives_are_read_in_memory_and_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "class" / f"{EX1}.zip"
    path.parent.mkdir()

    def pack(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
        with zipfile.ZipFile(path, "w", how) as packed:
            for name, data in members:
                packed.writestr(name, data)
        return path

    assert submission.read(pack(("../../../evil.py", CODE.encode()))).cells == [CODE]
    link = zipfile.ZipInfo(f"{EX1}.py")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert submission.read(pack((link, b"/etc/passwd"))).cells == ["/etc/passwd"]
    assert "unpacks to more" in refusal(pack(("a.py", bytes(40 << 20))))
    assert "not a readable zip" in refusal(pack(("a.py", CODE.encode()), how=zipfile.ZIP_BZIP2))
    assert "more than 200 files" in refusal(pack(*[(f"{n}.py", b"") for n in range(201)]))
    assert "exactly one" in refusal(pack(("a.py", b""), ("b.py", b"")))
    path.write_bytes(b"PK\x03\x04 and no more")
    assert "not a readable zip" in refusal(path)
    assert [entry.name for entry in tmp_path.rglob("*")] == ["class", path.name]


def test_nobody_takes_the_folder_of_a_student_of_an_earlier_run(tmp_path: Path) -> None:
    exercise = COURSE.exercise(EX1)
    grader = Grader(exercise, 0, load_light, dict.fromkeys(exercise.questions, LIGHT))

    def run(*students: str) -> None:
        root = tmp_path / "-".join(map(ascii, students))
        for student in students:
            (root / student).mkdir(parents=True)
            (root / student / f"{EX1}.py").write_text(CODE)
        book = Gradebook.create(tmp_path / "out")
        for found in collect(root, COURSE).submissions:
            book.write(grader.empty_record(found, "crashed", f"of {students}", "full"))

    run("a b", "ann")
    run("a?b")
    run("ANN", "ann", "a_b")
    records = Gradebook.open(tmp_path / "out").records()
    assert [record.student for record in records] == ["ANN", "a b", "a?b", "a_b", "ann"]
    assert [record.safe_name for record in records] == ["ANN-2", "a_b", "a_b-2", "a_b-3", "ann"]
    assert records[1].message == "of ('a b', 'ann')" and records[4].message == "of ('ANN', 'ann', 'a_b')"


# Scratch folders


def test_what_is_too_much_is_counted_in_bytes_and_in_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_STORED_BYTES", 100_000)
    monkeypatch.setattr(sandbox, "_STORED_ENTRIES", 10)
    assert not sandbox.overfull(tmp_path) and not sandbox.overfull(tmp_path / "gone")
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "sparse").touch()
    os.truncate(tmp_path / "a" / "sparse", 1 << 30)
    assert not sandbox.overfull(tmp_path)
    (tmp_path / "a" / "b" / "large").write_bytes(bytes(200_000))
    assert sandbox.overfull(tmp_path)
    shutil.rmtree(tmp_path / "a")
    for number in range(11):
        (tmp_path / str(number)).touch()
    assert sandbox.overfull(tmp_path)


def test_a_submission_that_fills_its_folder_is_ended_and_cleared_away(
    open_zygote: Zygote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_STORED_BYTES", 8 << 20)
    code = "n = 0\nwhile True:\n    n += 1\n    with open(f'f{n}', 'wb') as file:\n        file.write(bytes(1 << 20))\n"
    one = session(open_zygote, code, 10.0)
    one.start()
    assert (one.status, one.note, one.lost) == ("crashed", "your code wrote too many files", False)
    assert not list(open_zygote.scratch.glob("child-*"))
    two = session(open_zygote)
    two.start()
    assert answer(two) == 7
    two.close()


@pytest.mark.parametrize("copy", ["", "# scipy.special\n"])
def test_a_fork_while_a_child_lives_ends_it_and_clears_its_folder(open_zygote: Zygote, copy: str) -> None:
    first = session(open_zygote, f"{copy}open('left', 'w').close()\n" + CODE)
    first.start()
    (folder,) = open_zygote.scratch.glob("child-*")
    assert (folder / "left").exists()
    second = session(open_zygote)
    second.start()
    assert not folder.exists() and len(list(open_zygote.scratch.glob("child-*"))) == 1
    assert answer(second) == 7
    assert "ended" in str(answer(first)) and first.status == "crashed"
    second.close()


# Starts that fail


def test_a_child_that_cannot_be_confined_is_not_the_submissions_fault(open_zygote: Zygote) -> None:
    one = session(open_zygote)
    one.start()  # by now the warm parent is confined itself
    one.close()
    hidden = open_zygote.scratch.with_name(open_zygote.scratch.name + "-moved")
    open_zygote.scratch.rename(hidden)  # so that the child cannot make its folder
    try:
        with pytest.raises(ZygoteDied, match="confined"):
            session(open_zygote).start()
    finally:
        hidden.rename(open_zygote.scratch)
    two = session(open_zygote)
    two.start()
    assert answer(two) == 7
    two.close()


def test_grades_are_not_written_where_student_code_could_read_them(cli: Run, tmp_path: Path, level: Level) -> None:
    (tmp_path / f"{EX1}.py").write_text(CODE)
    out = Path(sysconfig.get_paths()["purelib"]) / "klgrade-test-out"
    done = cli("grade", tmp_path / f"{EX1}.py", "--out", out)
    assert done.returncode == 2 and "student code can read" in done.stderr and done.stderr.count("\n") == 1
    assert not out.exists()


# What judging costs


class Shapes:
    """Answers calls with zeros of the shapes given, in turn."""

    def __init__(self, *shapes: tuple[int, ...]) -> None:
        self.shapes = itertools.cycle(shapes)

    def call_batch(self, pairs: list[object], watch: bool = False) -> list[Reply]:
        return [Reply(np.zeros(next(self.shapes))) for _ in pairs]


@pytest.mark.parametrize("shapes", [((30_000, 1), (1, 30_000)), ((30_000, 1, 1), (1, 30_000)), ((2_000_000,),)], ids=str)
def test_answers_that_would_blow_up_when_they_meet_never_do(shapes: tuple[tuple[int, ...], ...]) -> None:
    one = signature("x")

    def law(x: float) -> Generator[list[Call], list[Any], None]:
        """They add up."""
        first, second = yield [one(x), one(-x)]
        agree(first + second, 0.0, "They add up.")

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Mismatch, match="do not go together"):
        for_all(Shapes(*shapes), [(1.0,), (2.0,)], law)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 << 10


def test_an_empty_answer_with_a_long_side_is_shown_at_once() -> None:
    assert show(np.zeros((30_000_000, 0))) == "an empty array of shape (30000000, 0)"
    assert show(np.zeros(0)) == "[]"


def test_large_answers_that_go_together_are_judged() -> None:
    one = signature("x")

    def law(x: float) -> Generator[list[Call], list[Any], None]:
        """They cancel."""
        first, second = yield [one(x), one(-x)]
        agree(first - second, np.zeros((300, 1000)), "They cancel.")

    for_all(Shapes((300, 1000)), [(1.0,), (2.0,)], law)


def test_answers_that_take_long_to_judge_cost_their_question(open_zygote: Zygote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "JUDGING_SECONDS", 0.05)
    one = session(open_zygote)
    one.start()
    one.begin()
    assert answer(one) == 7
    started = time.process_time()
    while time.process_time() - started < 0.1:  # as a check would
        pass
    assert answer(one) == "your answers take too long to be checked" and one.status == "timed_out"
    one.begin()
    assert answer(one) == 7 and not one.status
    one.close()


COUNTS = "calls = []\n\ndef f(x):\n    calls.append(x)\n    return len(calls)\n"


def test_no_call_is_made_twice_once_some_were_asked_ahead(open_zygote: Zygote) -> None:
    one = session(open_zygote, COUNTS)
    one.start()
    first, second = (Batch.of("f", [((x,), {}) for x in numbers], False) for numbers in ((7, 8), (8, 9, 7)))
    one.begin()
    one.ask_ahead([first, second])
    assert [[reply.value for reply in one.ask(batch)] for batch in (first, second, first)] == [[1, 2], [2, 3, 1], [1, 2]]
    assert [reply.value for reply in one.ask(Batch.of("f", [((1,), {}), ((7,), {})], False))] == [4, 1]
    # The next question, and grading that asks nothing ahead, make every call.
    one.begin()
    assert [[reply.value for reply in one.ask(batch)] for batch in (first, second)] == [[5, 6], [7, 8, 9]]
    one.close()


def test_what_dies_while_asked_ahead_costs_what_is_asked_then(open_zygote: Zygote) -> None:
    one = session(open_zygote, "import os\n\ndef f(x):\n    os._exit(1) if x == 8 else None\n    return x\n")
    one.start()
    one.begin()
    batch = Batch.of("f", [((7,), {}), ((8,), {})], False)
    one.ask_ahead([batch])
    assert one.status == "crashed" and one.deaths == 1 and all(reply.failure for reply in one.ask(batch))
    one.begin()
    assert answer(one) == 7 and not one.status
    one.close()


def test_a_warm_parent_imports_what_a_submission_names(open_zygote: Zygote) -> None:
    code = "import matplotlib.pyplot as plt\nfrom scipy.special import xlogy\n\n"
    code += "def f(x):\n    plt.figure()\n    return float(xlogy(x, 1.0)) + x\n"
    assert named(CODE) == () and set(named(code)) == {"scipy.special", "matplotlib.pyplot", "matplotlib.figure"}
    one = session(open_zygote, code)
    one.start()
    assert answer(one) == 7 and {"scipy.special", "matplotlib.pyplot"} <= open_zygote.imported[-1]
    one.close()


def test_what_is_heavy_to_import_makes_other_submissions_no_slower(open_zygote: Zygote) -> None:
    # Parts of the two modules, as their own names would have them imported.
    has = (
        "import sys\n\ndef f(x):\n    return [any(m.endswith(part) for m in sys.modules) for part in ('._ufuncs', '._minpack')]\n"
    )
    for code, had in (("# scipy.optimize", [True, True]), ("# scipy.special", [True, False]), ("", [False, False])):
        one = session(open_zygote, f"{code}\n{has}")
        one.start()
        assert answer(one) == had
        one.close()


def test_a_copy_of_the_warm_parent_ends_with_it(open_zygote: Zygote) -> None:
    one = session(open_zygote, "# scipy.special\n" + CODE)
    one.start()
    assert answer(one) == 7 and one.connection is not None and open_zygote.process is not None
    alive = os.pidfd_open(one.connection.child.pid or 0)
    os.kill(open_zygote.process.pid, signal.SIGKILL)
    assert select.select([alive], [], [], 10)[0]  # the child of the copy has ended, too
    os.close(alive)
    assert "ended" in str(answer(one)) and one.lost
    two = session(open_zygote)
    two.start()
    assert answer(two) == 7
    two.close()
