"""Errors that a person at the command line can see; each is one sentence."""

from __future__ import annotations


class CourseError(Exception):
    """Something that the person who runs the command can put right.

    The text names the thing, the fault and what to do next; the command ends with exit code 2.
    """


class SubmissionError(Exception):
    """A submission cannot be read; its record says so and the rest is graded.

    Attributes
    ----------
    outcome : str
        The record's outcome, ``unreadable`` or ``nothing_found``.
    """

    def __init__(self, outcome: str, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome
