"""Grade one submission, and try again if the sandbox dies of it."""

from __future__ import annotations

from pathlib import Path

from autograder import sandbox
from autograder.grade import Grader
from autograder.process import Zygote, ZygoteDied
from autograder.records import GradeRecord, Submission

ATTEMPTS = 2


class Bench:
    """A warm parent to grade with: the one it begins with, and after a death another."""

    def __init__(self, level: sandbox.Level, within: Path | None = None, zygote: Zygote | None = None) -> None:
        self.level, self.within, self.zygote = level, within, zygote

    def grade(self, grader: Grader, found: Submission, patience: float = 1.0, whole: bool = True) -> tuple[GradeRecord, int]:
        """Grade as `grader` does; the record, and how often the submission's process died."""
        for _ in range(ATTEMPTS):
            try:
                if self.zygote is None:
                    self.zygote = Zygote(self.level, within=self.within)
                return grader.grade(found, self.zygote, patience, whole)
            except ZygoteDied:
                self.close()
        message = "The sandbox ended twice while running this file; a person has to look at it."
        return grader.empty_record(found, "crashed", message, str(self.level)), ATTEMPTS

    def close(self) -> None:
        if self.zygote is not None:
            self.zygote.close()
            self.zygote = None
