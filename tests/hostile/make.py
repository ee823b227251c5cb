"""Attacks that are no plain text files: odd names, pipes, archives, notebooks and encodings."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.hostile.plan import EXERCISE, Attack

FULL = {"entropy": 99.0, "cross_entropy": 99.0, "kl_divergence": 99.0}
MARKUP = "<script>klhostile()</script><img src=x onerror=klhostile()>"
ZERO = "def entropy(p, **more):\n    return 0.0\n\n\ndef cross_entropy(p, q, **more):\n    return 0.0\n\n\n"
ZERO += "kl_divergence = cross_entropy\n"
MADE: list[Attack] = []
Make = Callable[[Path, str], None]


def attack(by: str, full: bool = False) -> Callable[[Make], Make]:
    """Register a function that fills the class folder, given an honest submission's text."""

    def register(make: Make) -> Make:
        def place(folder: Path, words: Mapping[str, str]) -> None:
            make(folder, words["HONEST"])

        says = " ".join((make.__doc__ or "").split())
        MADE.append(Attack(make.__name__, says, by, place, FULL if full else {}))
        return make

    return register


def put(folder: Path, data: bytes | str, name: str | bytes = f"{EXERCISE}.py", student: str | bytes = "eve") -> Path:
    """Write one file of a student's; names may be any bytes that the file system takes."""
    home = os.path.join(os.fsencode(folder), os.fsencode(student))
    os.makedirs(home, exist_ok=True)
    path = os.path.join(home, os.fsencode(name))
    with open(path, "wb") as file:
        file.write(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    return Path(os.fsdecode(path))


def notebook(*cells: Any, **metadata: Any) -> str:
    """A notebook's JSON with code cells of the given texts (or cells as they are)."""
    made = [
        cell if not isinstance(cell, str) else {"cell_type": "code", "source": cell, "metadata": {}, "outputs": []}
        for cell in cells
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": made})


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file's bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return out.getvalue()


# Names


@attack("names are made safe for files, CSV, pages and terminals", full=True)
def name_students(folder: Path, honest: str) -> None:
    """Students called like formulas, escape sequences, markup, options and paths."""
    names: list[str | bytes] = [
        '=HYPERLINK("http:x")', "+1", "@SUM(1)", "-rf", "a\nb", "a\rb", "\tx", "\x1b[31mred\x1b[0m", "\x9b31m", "\u202egnp.exe",
        "...", "..x", "%2e%2e%2f", "CON", "x" * 200, 'a,b"c', "|cmd", "a b", "a_b", "a\u200bb", MARKUP.replace("/",
        " "), "'; drop",
        b"\xff\xfe", "$(id)", "`id`", "{{7*7}}", "nul\\..\\x", "\u2028",
    ]  # fmt: skip
    for name in names:
        put(folder, honest, student=name)


@attack("names are made visible, and matched in linear time", full=True)
def name_files(folder: Path, honest: str) -> None:
    """Files with hostile names: hundreds of digits, markup, new lines, other bytes."""
    names: list[str | bytes] = [
        "1" * 240 + "x.py", " " * 200 + "x.py", "copy" * 50 + "!.py", "final-final_2" * 15 + "?.py", f"{EXERCISE}\n\x1b[31m.py",
        MARKUP.replace("/", " ")[:200] + ".py", "=cmd|' '!A0.py", b"\xff" + EXERCISE.encode() + b".py", "-rf.py",
        "\u202eyp.exe.py",
    ]  # fmt: skip
    for number, name in enumerate(names):
        put(folder, honest, name, f"eve{number}")


@attack("the grader imports nothing from where submissions are")
def name_modules(folder: Path, honest: str) -> None:
    """Files called otter.py, numpy.py, autograder.py and sitecustomize.py beside the submission."""
    for name in ("otter", "numpy", "autograder", "sitecustomize", "json", "student"):
        put(folder, "raise SystemExit(99)\n", f"{name}.py")
    put(folder, "import otter\nimport numpy\n\n" + ZERO)


# Files that are none


@attack("regular files only, opened without waiting")
def file_kinds(folder: Path, honest: str) -> None:
    """A pipe, a socket, a device, a folder and a closed file in a submission's place."""
    home = folder / "eve"
    home.mkdir()
    os.mkfifo(home / f"{EXERCISE}.py")
    os.mkfifo(folder / "flat.py")
    (folder / "eve2" / f"{EXERCISE}.py").mkdir(parents=True)
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        (folder / "eve3").mkdir()
        line.bind(str(folder / "eve3" / f"{EXERCISE}.py"))
    with contextlib.suppress(OSError):
        (folder / "eve4").mkdir()
        os.mknod(folder / "eve4" / f"{EXERCISE}.py", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    put(folder, ZERO, student="eve5").chmod(0)


@attack("links are not followed")
def file_links(folder: Path, honest: str) -> None:
    """Links to the references, to another submission, to devices, to folders and in circles."""
    home = folder / "eve"
    home.mkdir()
    os.symlink(folder / "zoe" / f"{EXERCISE}.py", home / f"{EXERCISE}.py")
    os.symlink("/dev/zero", folder / "zero.py")
    os.symlink(folder / "zoe" / f"{EXERCISE}.py", folder / f"{EXERCISE}.py")
    os.symlink("loop.py", folder / "loop.py")
    os.symlink(folder, folder / "eve2")
    os.symlink(folder.parent / "course", folder / "eve3")


@attack("a cap on bytes, whatever the file claims")
def file_sparse(folder: Path, honest: str) -> None:
    """A file of a terabyte that takes no room on the disk."""
    for name in (f"{EXERCISE}.py", f"{EXERCISE}.ipynb", f"{EXERCISE}.zip"):
        path = put(folder, b"", name, f"eve-{name[-3:]}")
        for size in (1 << 40, 1 << 33):
            with contextlib.suppress(OSError):
                os.truncate(path, size)
                break


@attack("a cap on depth, on files and on folders", full=True)
def file_crowd(folder: Path, honest: str) -> None:
    """Folders five hundred deep and three thousand files beside an honest one."""
    put(folder, honest)
    deep = folder / "eve"
    here = os.open(deep, os.O_RDONLY)
    for _ in range(500):
        os.mkdir("folder-name", dir_fd=here)
        below = os.open("folder-name", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    for number in range(3000):
        (deep / f"zz{number}.py").write_text("def helper(): pass\n")


# Archives


@attack("one member is read, in memory, by no name of its own")
def zip_traversal(folder: Path, honest: str) -> None:
    """Members called ../../klhostile, /tmp/klhostile and C:\\klhostile."""
    for number, name in enumerate(("../../klhostile.py", "/tmp/klhostile.py", "C:\\klhostile.py", "\x1b[31m\n../.py")):
        put(folder, zipped((name, ZERO.encode())), f"{EXERCISE}.zip", f"eve{number}")


@attack("a link in an archive is read as the text that it is")
def zip_links(folder: Path, honest: str) -> None:
    """A member that is a symbolic link to another submission."""
    link = zipfile.ZipInfo(f"{EXERCISE}.py")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    put(folder, zipped((link, os.fsencode(folder / "zoe" / f"{EXERCISE}.py"))), f"{EXERCISE}.zip")


@attack("a cap on unpacked bytes; methods without one are refused")
def zip_bombs(folder: Path, honest: str) -> None:
    """Members of hundreds of megabytes in a few kilobytes, packed in three ways, and one inside another."""
    zeros = bytes(300_000_000)
    for how in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        data = zipped((f"{EXERCISE}.py", zeros if how != zipfile.ZIP_LZMA else zeros[:60_000_000]), how=how)
        put(folder, data, f"{EXERCISE}.zip", f"eve{how}")
    put(folder, zipped((f"{EXERCISE}.ipynb", zipped(("x.py", zeros)))), f"{EXERCISE}.zip", "eve-nested")


@attack("a cap on members, before the list of them is read")
def zip_members(folder: Path, honest: str) -> None:
    """An archive of sixty thousand members, and one that claims as many."""
    put(folder, zipped(*[(f"{n}.py", b"") for n in range(60_000)], how=zipfile.ZIP_STORED), f"{EXERCISE}.zip")
    data = bytearray(zipped((f"{EXERCISE}.py", ZERO.encode())))
    data[-12:-10] = struct.pack("<H", 60_000)
    put(folder, bytes(data), f"{EXERCISE}.zip", "eve2")


@attack("what cannot be read is recorded so")
def zip_broken(folder: Path, honest: str) -> None:
    """Archives that are encrypted, cut, wrong in their sums, empty, or none."""
    good = zipped((f"{EXERCISE}.py", ZERO.encode() * 10))
    locked = bytearray(good)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    wrong = bytearray(good)
    wrong[60] ^= 0xFF
    shifted = bytearray(good)
    shifted[-6:-2] = struct.pack("<I", 2**31)
    for number, data in enumerate((bytes(locked), good[:-30], bytes(wrong), bytes(shifted), zipped(), b"PK", b"", good * 2)):
        put(folder, data, f"{EXERCISE}.zip", f"eve{number}")


# Notebooks


@attack("what is no notebook is recorded so")
def notebook_malformed(folder: Path, honest: str) -> None:
    """JSON that is broken, deep, huge in number, empty, or of other things than cells."""
    texts: list[str | bytes] = [
        "{", "[" * 100_000, '{"a":' * 100_000, "null", "[]", '{"cells": 5}', '{"cells": {"a": []}}', '{"cells": [1, null, []]}',
        '{"worksheets": [{"cells": 3}, 4]}', '{"cells": [' + "1" * 100_000 + "]}", '{"cells": NaN}',
        '{"cells": [{"cell_type": "code"}]}',
        '{"cells": [{"cell_type": ["code"], "source": {"a": 1}, "metadata": [1]}]}', b"\xff\xfe{}", b"\x80\x81", "\0" * 100,
        notebook("x = 1")[:-5], '{"cells": [' + "[]," * 3_000_000 + "[]]}",
    ]  # fmt: skip
    for number, text in enumerate(texts):
        put(folder, text, f"{EXERCISE}.ipynb", f"eve{number:02}")


@attack("cut, cleaned and escaped", full=True)
def notebook_metadata(folder: Path, honest: str) -> None:
    """Markup, surrogates, escapes and paths in metadata, tags, ids and written answers."""
    evil = MARKUP + "\x1b[31m\u202e\ud800\n```\n=cmd()"
    tags = ["written:explanation", f"written:{evil}", "written:../../../x", 5, None, "otter_ignore\n"]
    text = {"cell_type": "markdown", "source": [evil, 5, "=1+1"], "metadata": {"tags": tags}, "id": evil}
    code = {
        "cell_type": "code",
        "source": honest,
        "metadata": {"tags": [evil]},
        "id": evil,
        "outputs": [{"data": {"text/html": evil}}],
    }
    spec = {"kernelspec": {"name": evil, "display_name": evil, "language": evil}, "otter": {"tests_dir": "/etc"}}
    put(folder, notebook(text, code, **spec), f"{EXERCISE}.ipynb")


@attack("magics do nothing; lines of the shell start nothing")
def notebook_magics(folder: Path, honest: str) -> None:
    """Cells that write files, run shells and load extensions by IPython's magics."""
    cells = ["!touch klhostile", "%%bash\ntouch klhostile", "%%writefile /tmp/klhostile\nx", "%run /etc/passwd", "%load_ext x"]
    cells += ["x = !id\nprint(x)", "%%time\n" * 200 + "x = 1", "get_ipython().system('id')", "?" * 1000, "!" * 100_000, ZERO]
    put(folder, notebook(*cells), f"{EXERCISE}.ipynb")


@attack("caps on cells, on code and on the whole file")
def notebook_huge(folder: Path, honest: str) -> None:
    """A hundred thousand cells, a cell of five megabytes, a file of thirty-five."""
    put(folder, notebook(*["pass"] * 100_000), f"{EXERCISE}.ipynb", "eve1")
    put(folder, notebook("x = 1\n" * 900_000), f"{EXERCISE}.ipynb", "eve2")
    put(folder, notebook("x = 1", junk="x" * 35_000_000), f"{EXERCISE}.ipynb", "eve3")


# Encodings and source texts


@attack("encodings that decode in linear time only", full=True)
def source_encodings(folder: Path, honest: str) -> None:
    """Files in odd encodings, some that decode in quadratic time, some that hide code."""
    right = honest.encode()
    texts = [
        b"# coding: punycode\n" + b"a" * 400_000 + b"-" + b"b" * 30_000, b"# coding: utf-7\n+AAo-x = 1\n" + right,
        b"# coding: hex\n78",
        b"# coding: rot13\nvzcbeg bf\n", b"# coding: idna\n" + b"a." * 100_000,
        b"# coding: unicode_escape\n#\\nimport os\n" + right,
        b"# coding: undefined\nx = 1\n", b"# coding: zip\nx", b"# coding: \xff\n", b"\xef\xbb\xbf# coding: latin-1\n" + right,
        "\ufeff".encode("utf-16-le") + honest.encode("utf-16-le"), b"\xff\xfe\x00", right.replace(b"\n", b"\r"), b"\0" * 1000,
        "# é ß\n".encode("latin-1") + right, b"# coding: utf-8\n# \xe9\n" + right, b"\x0c" * 1000 + right, right + b"\x1a",
    ]  # fmt: skip
    for number, text in enumerate(texts):
        put(folder, text, student=f"eve{number:02}")


@attack("the grader parses no student code; the child's parser may die")
def source_bombs(folder: Path, honest: str) -> None:
    """Source that breaks parsers: operators, brackets and lines by the hundred thousand."""
    texts = ["-" * 500_000 + "1", "(" * 100_000, "a" + ".a" * 300_000, "x = [" * 90, "f" + "()" * 200_000, "1" + "**1" * 100_000]
    texts += [
        "if 1:\n" + "elif 1: pass\n" * 70_000,
        "x = '" + "\\" * 500_000,
        "lambda: " * 100_000 + "1",
        "9" * 900_000,
        "@a\n" * 100_000,
    ]
    texts += ["\n".join(" " * n + "if 1:" for n in range(110)), "f'" + "{f'" * 100, "x = 1;" * 170_000, "async " * 100_000]
    for number, text in enumerate(texts):
        put(folder, text, student=f"eve{number:02}")


@attack("direction marks are taken out of what people read")
def source_trojan(folder: Path, honest: str) -> None:
    """Source whose text reads otherwise than it runs."""
    put(folder, "# \u202e } \u2066if right\u2069 \u2066 begin\n" + ZERO + 'raise ValueError("\u202edoog si resu siht")\n')
