"""Say what a failed case found, without the lines of the test file that otter puts before it."""

from __future__ import annotations

UNWRITTEN = "is not written yet"
"""What the text of every unwritten stub holds."""


def spoken(message: str, hidden: bool = False) -> str:
    """Return the case's own words from the message that otter made of its exception.

    otter's message is: a mark, the place in the test file, that line's text, and from the fourth
    line on the exception.  What is right at a hidden case, and how an unforeseen error there
    reads, is left out.
    """
    exception = message.split("\n", 3)[-1]
    kind, _, text = exception.partition(": ")
    if kind != "Mismatch":
        return f"The check stopped with {kind if hidden else exception}."
    if hidden and "; it should be " in text:
        return text.rpartition("; it should be ")[0] + "."
    return text
