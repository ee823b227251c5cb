"""Let otter's own runner grade in Gradescope's container, and tell its results case by case.

otter computes every score; this replaces its summary, which shows the tests' source, and sees to
it that a file which ends Python or never ends still gets a sentence.  The checks run in the
student's own interpreter here, as they do everywhere with otter: a file that sets out to can read
them or forge its score, which only grading behind the wall rules out.
"""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from otter.run.run_autograder import main as run_autograder
from otter.test_files import GradingResults

from autograder import results, submission
from autograder.coursekit.words import spoken
from autograder.errors import SubmissionError

_otters = GradingResults.to_gradescope_dict


def _errors(found: Any) -> list[str]:
    """The errors of the student's own cells, which otter passes over in silence."""
    cells = [cell for cell in getattr(found.notebook, "cells", []) if cell.cell_type == "code"]
    return [
        f"code cell {number}: {output.ename}: {output.evalue[:200]}"
        for number, cell in enumerate(cells[2:-1], 1)  # otter puts two cells before and one after
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]


def _told(result: Any) -> results.Told:
    case = result.test_case
    words = "" if result.passed else spoken(result.message, case.hidden)
    return results.Told(case.name, bool(case.hidden), bool(result.passed), float(case.points), words)


def told(found: Any, config: Any, order: Sequence[str] = ()) -> dict[str, Any]:
    """What Gradescope shows: one entry a case, public ones at once, hidden ones as configured."""
    output: dict[str, Any] = _otters(found, config)
    if found.has_catastrophic_failure():
        sentence = (
            "Your file ended Python while it ran or was checked (sys.exit, os._exit or a crash), so nothing could be graded."
        )
        output.update(results.without_results(sentence), tests=output["tests"])
        output["tests"][0]["output"] = sentence
        return output
    files = sorted(found.results.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))
    questions = [(name, [_told(result) for result in file.test_case_results], "") for name, file in files]
    score = output.get("score")
    show_hidden = config.show_hidden and not found.all_hidden
    output.update(results.shown(questions, _errors(found), [], show_hidden))
    if score is not None:  # as configured: a threshold, or other points
        output["score"] = score
    return output


def as_utf8(folder: Path) -> None:
    """Write scripts anew in the encoding that otter expects, whatever editor saved them."""
    for path in folder.glob("*.py"):
        with contextlib.suppress(SubmissionError):
            (text,) = submission.read(path).cells
            path.write_bytes(text.encode("utf-8", errors="replace"))


def grade(folder: Path, order: Sequence[str], seconds: int) -> None:
    """Grade ``submission/`` in Gradescope's folder and write ``results/results.json``."""

    def too_long(*_: Any) -> None:
        sentence = f"Running and checking your file took more than {seconds} s. Does a loop never end?"
        results.write(folder, results.without_results(sentence))
        os._exit(0)

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    GradingResults.to_gradescope_dict = lambda found, config: told(found, config, order)
    as_utf8(folder / "submission")
    try:
        run_autograder(str(folder))
    except Exception as error:
        traceback.print_exc()  # the log is the instructor's
        if not (folder / "results" / "results.json").exists():
            sentence = f"Your file ended Python while it ran, or was no notebook ({type(error).__name__})."
            results.write(folder, results.without_results(sentence))
    finally:
        signal.alarm(0)
