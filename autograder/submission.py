"""Read a submitted file into code cells and written answers; nothing of it is executed here."""

from __future__ import annotations

import ast
import io
import json
import re
import tokenize
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import SubmissionError
from autograder.exercise import IGNORED_TAG

FILE_CAP = 30 * 1024 * 1024
CODE_CAP = 1024 * 1024
CELL_CAP = 2000
TEXT_CAP = 20_000
SOURCE_CAP = 5_000
_WRITTEN_TAG = "written:"


@dataclass(frozen=True)
class Contents:
    """What a submission consists of: its code cells in order, and answers in tagged text cells."""

    cells: list[str]
    written: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Contents:
    """Read a ``.py`` or ``.ipynb`` file; raise SubmissionError with the fault in a sentence."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise SubmissionError("unreadable", f"{path.name} is not a regular file; hand in a .py or .ipynb file.")
        if size > FILE_CAP:
            raise SubmissionError(
                "unreadable", f"{path.name} has {size >> 20} MB, over the limit of {FILE_CAP >> 20} MB; clear its outputs."
            )
        name, data = _unpacked(path) if path.suffix.lower() == ".zip" else (path.name, path.read_bytes())
    except OSError as error:
        raise SubmissionError("unreadable", f"{path.name} cannot be opened ({error.strerror}); hand it in again.") from error
    contents = _notebook(data, name) if name.lower().endswith(".ipynb") else Contents([_script(data, name)])
    if sum(map(len, contents.cells)) > CODE_CAP:
        raise SubmissionError("unreadable", f"{path.name} has more than {CODE_CAP >> 20} MB of code; hand in your own code only.")
    if not any(_has_code(cell) for cell in contents.cells):
        raise SubmissionError("nothing_found", f"{path.name} contains no code; was the right file handed in?")
    return contents


def _unpacked(path: Path) -> tuple[str, bytes]:
    """The one submission inside a hand-in zip; read in memory, so that names in it lead nowhere."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = [
                member
                for member in packed.infolist()
                if member.filename.lower().endswith((".py", ".ipynb"))
                and not member.is_dir()
                and "__MACOSX" not in member.filename
            ]
            if len(members) != 1:
                raise SubmissionError(
                    "unreadable", f"{path.name} holds {len(members)} .py or .ipynb files; hand in a zip with exactly one."
                )
            with packed.open(members[0]) as file:
                data = file.read(FILE_CAP + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error, LookupError) as error:
        raise SubmissionError("unreadable", f"{path.name} is not a readable zip; pack it again with `make submit`.") from error
    if len(data) > FILE_CAP:
        raise SubmissionError("unreadable", f"{path.name} unpacks to more than {FILE_CAP >> 20} MB; hand in your own file only.")
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
        text = data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        # Old editors save Latin-1 without saying so, which every byte string is.
        text = data.decode("latin-1")
    if "\0" in text:
        raise SubmissionError("unreadable", f"{name} is not a text file; hand in the .py or .ipynb file itself.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _notebook(data: bytes, name: str) -> Contents:
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            "unreadable", f"{name} is not a notebook (its JSON is broken); save it again and hand it in."
        ) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
        cells = [cell for sheet in notebook["worksheets"] if isinstance(sheet, dict) for cell in sheet.get("cells", [])]
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
                written[tag.removeprefix(_WRITTEN_TAG)[:60]] = source[:TEXT_CAP]
    return Contents(code, written)


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
    """The text of the last top-level function `name`, as far as it can be found; '' otherwise."""
    for cell in reversed(cells):
        try:
            nodes = [n for n in ast.parse(cell).body if isinstance(n, ast.FunctionDef) and n.name == name]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        if nodes:
            return (ast.get_source_segment(cell, nodes[-1]) or "")[:SOURCE_CAP]
    return ""


def syntax_error(cells: list[str]) -> str:
    """For a file of one cell that Python cannot parse: the error in a sentence, else ''."""
    if len(cells) != 1:
        return ""
    try:
        ast.parse(cells[0])
    except SyntaxError as error:
        return f"line {error.lineno}: {error.msg}"
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error)[:200]
    return ""
