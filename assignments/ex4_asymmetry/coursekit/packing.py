"""Pack the saved notebook or .py file for handing in, after running it once as grading will."""

from __future__ import annotations

import ast
import contextlib
import datetime
import hashlib
import importlib.metadata
import inspect
import io
import json
import os
import platform
import re
import sys
import time
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .checks import Checks

MANIFEST = "manifest.json"
FILE_CAP = 30 << 20
CODE_CAP = 1 << 20
_IGNORED = "otter_ignore"


class Refused(Exception):
    """The file cannot be graded; the text says why."""


def write_zip(folder: Path, exercise: str, suffix: str, data: bytes, stamp: datetime.datetime, more: dict[str, Any]) -> Path:
    """Write ``<exercise>_<date>.zip`` with the file and a manifest; never over an older one."""
    target = folder / f"{exercise}_{stamp:%Y-%m-%dT%H%M%S}.zip"
    manifest = {
        "exercise": exercise,
        "file": f"{exercise}{suffix}",
        "sha256": hashlib.sha256(data).hexdigest(),
        "created": f"{stamp:%Y-%m-%dT%H:%M:%SZ}",
        **more,
    }
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{exercise}{suffix}", data)
        packed.writestr(MANIFEST, json.dumps(manifest, indent=1) + "\n")
    return target


def _cells(data: bytes, suffix: str) -> list[dict[str, Any]]:
    """The cells that grading looks at, as {type, tags, source}; Refused where there are none."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if suffix != ".ipynb":
            return [{"type": "code", "tags": [], "source": text}]
        cells = [
            {"type": c["cell_type"], "tags": c.get("metadata", {}).get("tags", []), "source": "".join(c["source"])}
            for c in json.loads(text)["cells"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(f"it is not a readable {suffix} file ({type(error).__name__}); save it again.") from error
    return [cell for cell in cells if _IGNORED not in cell["tags"]]


def _code(cells: list[dict[str, Any]]) -> list[str]:
    return [_plain(cell["source"]) for cell in cells if cell["type"] == "code"]


def _plain(source: str) -> str:
    """A cell without the lines that are no Python: magics and shell commands."""
    with contextlib.suppress(SyntaxError):
        ast.parse(source)
        return source
    if source.lstrip().startswith("%%") and not re.match(r"\s*%%(time|capture|prun)\b", source):
        return ""
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", source, flags=re.MULTILINE)


def _defined(code: list[str]) -> set[str]:
    return {name for names in re.findall(r"^def +(\w+)|^(\w+) *=[^=]", "\n".join(code), re.MULTILINE) for name in names}


def _running(env: dict[str, Any]) -> Path | None:
    """The notebook that is open, where VS Code or JupyterLab tell its name."""
    for told in (env.get("__vsc_ipynb_file__"), os.environ.get("JPY_SESSION_NAME")):
        if isinstance(told, str) and told.endswith(".ipynb") and Path(Path(told).name).is_file():
            return Path(Path(told).name)
    return None


def find(checks: Checks, env: dict[str, Any]) -> Path:
    """The saved notebook: the open one, else by its name, else the newest with the functions."""
    running = _running(env)
    if running:
        return checks.folder / running
    named = checks.folder / f"{checks.exercise}.ipynb"
    if named.is_file():
        return named
    for path in sorted(checks.folder.glob("*.ipynb"), key=lambda path: path.stat().st_mtime, reverse=True):
        with contextlib.suppress(Refused):
            if _defined(_code(_cells(path.read_bytes(), ".ipynb"))) & set(checks.questions):
                return path
    raise Refused(f"no saved notebook with {' or '.join(checks.questions)} was found in {checks.folder}; save it there.")


def _from_colab() -> bytes | None:
    """The open notebook on Colab, where it is no file; None elsewhere."""
    if "google.colab" not in sys.modules:
        return None
    from google.colab import _message  # type: ignore[import-not-found]

    answer = _message.blocking_request("get_ipynb", request="", timeout_sec=20)
    return json.dumps(answer["ipynb"]).encode()


def _run(code: list[str]) -> tuple[dict[str, Any], list[str]]:
    """Run cells from top to bottom in a fresh namespace; an error stops its cell only."""
    nothing = types.SimpleNamespace(**dict.fromkeys(("check", "check_all", "hand_in", "run_line_magic"), lambda *_: None))
    env = {"__name__": "__main__", "display": nothing.check, "get_ipython": lambda: nothing, "grader": nothing}
    errors = []
    with _quiet():
        for number, source in enumerate(code, 1):
            try:
                exec(compile(source, f"<cell {number}>", "exec"), env)
            except (Exception, SystemExit) as error:
                errors.append(f"code cell {number} stops with {type(error).__name__}: {str(error)[:200]}")
    return env, errors


def _capture() -> contextlib.AbstractContextManager[Any]:
    try:
        from IPython.utils.capture import capture_output
    except ImportError:
        return contextlib.redirect_stdout(io.StringIO())
    captured: contextlib.AbstractContextManager[Any] = capture_output()
    return captured


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the run prints and draws out of the notebook."""

    def figures() -> set[int]:
        pyplot = sys.modules.get("matplotlib.pyplot")
        return set(pyplot.get_fignums()) if pyplot else set()

    before = figures()
    with _capture():
        yield
    for number in figures() - before:
        sys.modules["matplotlib.pyplot"].close(number)


def _look(checks: Checks, cells: list[dict[str, Any]], live: dict[str, Any]) -> tuple[dict[str, str], list[str], list[str]]:
    """What the public checks say of the saved file, and what its writer should know."""
    code = _code(cells)
    if sum(map(len, code)) > CODE_CAP:
        raise Refused(f"it has more than {CODE_CAP >> 20} MB of code; hand in your own code only.")
    env, notes = _run(code)
    if not set(checks.questions) & set(env):
        raise Refused(f"it defines none of {', '.join(checks.questions)}{'; ' + notes[0] if notes else ''}.")
    given, told = {}, []
    for question in checks.questions:
        result = checks.check(question, env)
        told.append(result.text)
        if result.count:
            given[question] = f"{result.passed} of {result.count}"
        with contextlib.suppress(OSError, TypeError):
            if question in live and inspect.getsource(live[question]).strip() not in "\n".join(code):
                notes.append(f"{question} was changed after the notebook was saved; save it (Ctrl+S) and pack again")
    for name, placeholder in checks.written.items():
        answers = [cell["source"].strip() for cell in cells if f"written:{name}" in cell["tags"]]
        answers += [str(env[name]).strip()] if name in env else []
        if not any(answer and answer != placeholder for answer in answers):
            notes.append(f"{name} has no answer yet")
    return given, told, notes


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for name in ("numpy", "scipy", "otter-grader"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def hand_in(checks: Checks, path: Path | None, live: dict[str, Any]) -> None:
    """Pack the notebook; print what is inside, what the public checks gave and what is left to do."""
    try:
        data = None if path else _from_colab()
        if data is None:
            path = path or find(checks, live)
            name, suffix = path.name, path.suffix.lower()
            data = path.read_bytes()
            saved = f", saved {max(0.0, time.time() - path.stat().st_mtime):.0f} s ago"
        else:
            name, suffix, saved = "the notebook that is open", ".ipynb", ""
        if len(data) > FILE_CAP:
            raise Refused(f"it has {len(data) >> 20} MB, over the limit of {FILE_CAP >> 20} MB; clear its outputs and save.")
        given, told, notes = _look(checks, _cells(data, suffix), live)
        stamp = datetime.datetime.now(datetime.UTC)
        more = {"versions": _versions(), "public_checks": given}
        target = write_zip(checks.folder, checks.exercise, suffix, data, stamp, more)
    except Refused as refused:
        print(f"Nothing was packed: {refused}")
        return
    except OSError as error:
        print(f"Nothing was packed: {error}.")
        return
    print(*told, checks.only_public, sep="\n")
    for note in notes:
        print(f"note: {note}")
    print(f"packed: {target.name} holds {checks.exercise}{suffix} (from {name}{saved}) and {MANIFEST}; hand in this zip.")
    if "google.colab" in sys.modules:
        from google.colab import files

        files.download(str(target))
