"""Write everything that people get to see of some records, and look for what must not be in it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.gradebook import Gradebook
from autograder.records import GradeRecord
from autograder.report.pages import write_reports
from autograder.sheets import write_sheets

if TYPE_CHECKING:
    from tests.hostile.stage import Stage

_FENCE = re.compile(r"^(`{3,})text\n.*?^\1$", re.MULTILINE | re.DOTALL)
_TAGS = frozenset(("script", "img", "iframe", "object", "embed", "form", "base", "textarea"))


def write_outputs(records: Sequence[GradeRecord], remarks: Sequence[str], stage: Stage) -> Path:
    """Write records, grades, pages and sheets as a run does."""
    book = Gradebook.create(stage.out)
    for record in records:
        book.write(record)
    written = book.records()
    book.write_grades(written)
    write_reports(book, written, remarks)
    write_sheets(book, stage.course)
    return stage.out


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        evil = [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]
        if tag in _TAGS or evil:
            self.found.append(tag)


def faults_of_outputs(out: Path, told: str, canaries: Mapping[str, str]) -> list[str]:
    """Canaries, markup, formulas and unseen characters in what was written or told."""
    faults = []
    texts = {
        str(path.relative_to(out)): path.read_text(encoding="utf-8-sig") for path in sorted(out.rglob("*")) if path.is_file()
    }
    texts["the terminal"] = told
    for name, text in texts.items():
        faults += [f"{kind} shows in {name}" for kind, canary in canaries.items() if canary in text]
        unseen = {
            c for c in text.replace("\r\n", "\n") if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")
        }
        if unseen:
            faults.append(f"unseen characters {sorted(unseen)!r:.40} in {name}")
        if name.endswith(".html"):
            parser = _Tags()
            parser.feed(text)
            faults += [f"markup <{tag}> in {name}" for tag in parser.found[:1]]
        elif name.endswith(".md"):
            bare = _FENCE.sub("", text)
            if re.search(r"(?<!\\)<(?!br>)[a-z]|(?<!\\)\]\(|^# klhostile", bare):
                faults.append(f"markup in {name}")
        elif name.endswith(".csv"):
            cells = [cell for row in csv.reader(text.splitlines(keepends=True)) for cell in row]
            faults += [f"a formula in {name}" for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")][:1]
    for path in out.rglob("*"):
        if not re.fullmatch(r"[A-Za-z0-9._-]+", path.name):
            faults.append(f"a file called {path.name!r:.40}")
    return faults
