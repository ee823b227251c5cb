"""Read a submitted file into code cells and written answers; nothing of it is executed here."""

from __future__ import annotations

import codecs
import io
import itertools
import json
import os
import re
import stat
import tokenize
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import SubmissionError
from autograder.text import plain, visible

IGNORED_TAG = "otter_ignore"
"""Cells with this tag (figures of the lesson) are not run in grading, by otter and by us alike."""

FILE_CAP = 30 * 1024 * 1024
CODE_CAP = 1024 * 1024
CELL_CAP = 2000
TEXT_CAP = 20_000
SOURCE_CAP = 5_000
MEMBER_CAP = 200
# Lists and objects of a notebook's JSON: each takes twenty times the memory of its brackets.
BRACKET_CAP = 500_000
# Encodings that decode in linear time; others (such as punycode) take minutes for a file in the limit.
_ENCODINGS = re.compile(r"utf-8|ascii|iso8859|latin|cp\d|koi8|mac|gb|big5|euc|shift_jis")
_WRITTEN_TAG = "written:"


@dataclass(frozen=True)
class Contents:
    """What a submission consists of: its code cells in order, and answers in tagged text cells."""

    cells: list[str]
    written: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Contents:
    """Read a ``.py`` or ``.ipynb`` file, or a zip of one; raise SubmissionError with the fault in a sentence."""
    shown = visible(path.name)
    try:
        name, data = path.name, read_bytes(path)
    except OSError as error:
        raise SubmissionError("unreadable", f"{shown} cannot be opened ({error.strerror}); hand it in again.") from error
    if path.suffix.lower() == ".zip":
        name, data = _unpacked(data, shown)
    contents = _notebook(data, visible(name)) if name.lower().endswith(".ipynb") else Contents([_script(data, visible(name))])
    if sum(map(len, contents.cells)) > CODE_CAP:
        raise SubmissionError("unreadable", f"{shown} has more than {CODE_CAP >> 20} MB of code; hand in your own code only.")
    if not any(_has_code(cell) for cell in contents.cells):
        raise SubmissionError("nothing_found", f"{shown} contains no code; was the right file handed in?")
    return contents


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the limit; a pipe or a device is refused and not waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise SubmissionError("unreadable", f"{visible(path.name)} is not a regular file; hand in a .py or .ipynb file.")
        data = file.read(FILE_CAP + 1)
        if len(data) > FILE_CAP:
            size, most = max(found.st_size, len(data)) >> 20, FILE_CAP >> 20
            raise SubmissionError(
                "unreadable", f"{visible(path.name)} has {size} MB, over the limit of {most} MB; clear its outputs."
            )
    return data


def _unpacked(data: bytes, shown: str) -> tuple[str, bytes]:
    """The one submission inside a hand-in zip; read in memory, so that names in it lead nowhere."""
    if data.count(b"PK\x01\x02") > MEMBER_CAP:  # each member's entry begins so
        raise SubmissionError("unreadable", f"{shown} holds more than {MEMBER_CAP} files; hand in a zip with exactly one.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [
                member
                for member in packed.infolist()
                if member.filename.lower().endswith((".py", ".ipynb"))
                and not member.is_dir()
                and "__MACOSX" not in member.filename
            ]
            if len(members) != 1:
                raise SubmissionError(
                    "unreadable", f"{shown} holds {len(members)} .py or .ipynb files; hand in a zip with exactly one."
                )
            if members[0].compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others unpack without a bound
                raise ValueError
            with packed.open(members[0]) as file:
                data = file.read(FILE_CAP + 1)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        zlib.error,
        LookupError,
        OSError,
    ) as error:
        raise SubmissionError("unreadable", f"{shown} is not a readable zip; pack it again with `make submit`.") from error
    if len(data) > FILE_CAP:
        raise SubmissionError("unreadable", f"{shown} unpacks to more than {FILE_CAP >> 20} MB; hand in your own file only.")
    return members[0].filename.replace("\\", "/").rsplit("/", 1)[-1], data


def _has_code(cell: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in cell.splitlines())


def _script(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise SubmissionError("unreadable", f"{name} is not text; save it as UTF-8 and hand it in again.") from error
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding if _ENCODINGS.match(codecs.lookup(encoding).name) else "utf-8")
    except (SyntaxError, UnicodeError, LookupError):
        # Old editors save Latin-1 without saying so, which every byte string is.
        text = data.decode("latin-1")
    if "\0" in text:
        raise SubmissionError("unreadable", f"{name} is not a text file; hand in the .py or .ipynb file itself.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _notebook(data: bytes, name: str) -> Contents:
    if data.count(b"[") + data.count(b"{") > BRACKET_CAP:
        raise SubmissionError("unreadable", f"{name} has too many parts for a notebook; clear its outputs and hand it in again.")
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            "unreadable", f"{name} is not a notebook (its JSON is broken); save it again and hand it in."
        ) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
        cells = [cell for sheet in notebook["worksheets"] if isinstance(sheet, dict) for cell in _listed(sheet.get("cells"))]
    if not isinstance(cells, list):
        raise SubmissionError("unreadable", f"{name} has no cells, so it is not a notebook; hand in the .ipynb file itself.")
    code: list[str] = []
    written: dict[str, str] = {}
    for cell in cells[:CELL_CAP]:
        if not isinstance(cell, dict):
            continue
        source = _joined(cell.get("source", cell.get("input", "")))
        tags = _tags(cell)
        if cell.get("cell_type") == "code" and IGNORED_TAG not in tags:
            code.append(source)
        for tag in tags:
            if tag.startswith(_WRITTEN_TAG):
                written[tag.removeprefix(_WRITTEN_TAG)[:60]] = plain(source[:TEXT_CAP])
    return Contents(code, written)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _joined(source: Any) -> str:
    if isinstance(source, list):
        return "".join(piece for piece in source if isinstance(piece, str))
    return source if isinstance(source, str) else ""


def _tags(cell: dict[str, Any]) -> list[str]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def defined_names(path: Path) -> set[str]:
    """Names of functions that a file seems to define; a hint for finding its exercise."""
    try:
        cells = read(path).cells
    except SubmissionError:
        return set()
    return {
        name
        for cell in cells
        for name in re.findall(r"^(?:async )?def +(\w+)|^(\w+) *=", cell, re.MULTILINE)
        for name in name
        if name
    }


def definition(cells: list[str], name: str) -> str:
    """The text of the last top-level function `name`, as far as it can be found; '' otherwise.

    Found by its indentation: the grader never parses a student's code.
    """
    start = re.compile(rf"^(?:async +)?def +{re.escape(name)}\b", re.MULTILINE)
    for cell in reversed(cells):
        found = list(start.finditer(cell))
        if found:
            first, *rest = cell[found[-1].start() :][:SOURCE_CAP].splitlines()
            body = itertools.takewhile(lambda line: not line.strip() or line[0] in " \t)]}#", rest)
            return plain("\n".join([first, *body])).rstrip()
    return ""
