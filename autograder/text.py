"""Make text that students wrote harmless for terminals, files and pages."""

from __future__ import annotations

import re
import unicodedata

_ANSI = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def plain(text: str) -> str:
    """`text` without escape sequences, control, direction and other unseen characters; lines and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _ANSI.sub("", text)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _UNSEEN)


def visible(name: str) -> str:
    """A name in which every unseen character is spelled out, so that different names stay different."""
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    seen = (c if unicodedata.category(c) not in _UNSEEN and c != "\\" else _spelled(c) for c in name)
    return "".join(seen)


def _spelled(character: str) -> str:
    code = ord(character)
    return (
        "\\\\"
        if character == "\\"
        else f"\\x{code:02x}"
        if code < 256
        else f"\\u{code:04x}"
        if code < 65536
        else f"\\U{code:08x}"
    )
