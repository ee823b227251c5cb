"""Runs in Gradescope's container: otter grades, and its results are told case by case.

otter computes every score; this replaces its summary, which shows the tests' source, and sees to
it that a file which ends Python or never ends still gets a sentence.  The checks run in the
student's own interpreter here, as they do everywhere with otter: a file that sets out to can read
them or forge its score, which only grading behind the wall (``make grade``) rules out.
"""

from __future__ import annotations

import codecs
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from otter.run.run_autograder import main as run_autograder
from otter.test_files import GradingResults

from autograder.coursekit.words import spoken

SECONDS = 540
"""Gradescope ends a run after ten minutes (unless that is changed there) and then shows nothing."""

_otters = GradingResults.to_gradescope_dict


def _errors(results: Any) -> list[str]:
    """The errors of the student's own cells, which otter passes over in silence."""
    cells = [cell for cell in getattr(results.notebook, "cells", []) if cell.cell_type == "code"]
    found = [
        f"code cell {number}: {output.ename}: {output.evalue[:200]}"
        for number, cell in enumerate(cells[2:-1], 1)  # otter puts two cells before and one after
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]
    return [f"Your file did not run through. {error}" for error in found[:3]]


def _case(name: str, number: str, result: Any, hidden: str) -> dict[str, Any]:
    case = result.test_case
    return {
        "name": f"{name}: {case.name.replace(': ', ', ', 1)}",
        "number": number,
        "score": round(case.points if result.passed else 0.0, 5),
        "max_score": round(case.points, 5),
        "status": "passed" if result.passed else "failed",
        "output": "" if result.passed else spoken(result.message, case.hidden),
        "visibility": hidden if case.hidden else "visible",
    }


def told(results: Any, config: Any) -> dict[str, Any]:
    """What Gradescope shows: one entry a case, public ones at once, hidden ones as configured."""
    output: dict[str, Any] = _otters(results, config)
    output.update(output_format="text", test_output_format="text", test_name_format="text")
    if results.has_catastrophic_failure():
        output["tests"][0]["output"] = (
            "Your file ended Python while it ran or was checked (sys.exit, os._exit or a crash), so nothing could be graded."
        )
        return output
    hidden = "hidden" if results.all_hidden or not config.show_hidden else "after_published"
    lines = _errors(results)
    tests = []
    for place, (name, file) in enumerate(results.results.items(), 1):
        public = [case for case in file.test_case_results if not case.test_case.hidden]
        lines.append(f"{name}: {sum(case.passed for case in public)} of {len(public)} public checks passed")
        tests += [_case(name, f"{place}.{n}", case, hidden) for n, case in enumerate(file.test_case_results, 1)]
    output["tests"] = tests
    output.setdefault("score", round(results.total, 5))
    output["output"] = "\n".join([*lines, "Hidden checks also count; what they found is shown with the grades."])
    return output


def _without_results(folder: Path, sentence: str) -> None:
    entry = {"name": "The file could not be graded", "status": "failed", "visibility": "visible", "output": sentence}
    (folder / "results" / "results.json").write_text(json.dumps({"score": 0, "tests": [entry]}, indent=1), encoding="utf-8")


def _as_utf8(folder: Path) -> None:
    """Take away the byte order marks that Windows editors write and otter stumbles over."""
    for path in folder.glob("*.py"):
        data = path.read_bytes()
        if data.startswith(codecs.BOM_UTF8):
            path.write_bytes(data.removeprefix(codecs.BOM_UTF8))
        elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            path.write_bytes(data.decode("utf-16", errors="replace").encode())


def run(folder: Path, seconds: int = SECONDS) -> None:
    """Grade ``submission/`` in Gradescope's folder and write ``results/results.json``."""

    def too_long(*_: Any) -> None:
        _without_results(folder, f"Running and checking your file took more than {seconds} s. Does a loop never end?")
        os._exit(0)

    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    GradingResults.to_gradescope_dict = told
    _as_utf8(folder / "submission")
    try:
        run_autograder(str(folder))
    except Exception as error:
        traceback.print_exc()  # the log is the instructor's
        if not (folder / "results" / "results.json").exists():
            _without_results(folder, f"Your file ended Python while it ran, or was no notebook ({type(error).__name__}).")
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    run(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder"), *map(int, sys.argv[2:3]))
