"""Render feedback and class pages with Jinja2 (autoescaping) from records."""

from __future__ import annotations

import functools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2

from autograder.gradebook import Gradebook, number, write_text
from autograder.records import GradeRecord, QuestionResult
from autograder.spread import spread
from autograder.text import plain

STATUS_WORDS = {
    "graded": "graded",
    "timed_out": "took too long",
    "crashed": "ended the process",
    "missing": "not found in your file",
    "awaiting": "waits for a person",
    "unreadable": "could not be read",
    "nothing_found": "nothing to grade was found",
}


def fenced(text: str) -> str:
    """A Markdown code block that its content cannot leave."""
    text = plain(text)
    ticks = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{ticks}text\n{text.rstrip()}\n{ticks}"


@functools.lru_cache(4096)  # most of what a page says stands on all of them
def inline(text: str) -> str:
    """Text in a Markdown line, with everything that Markdown or HTML would act on escaped."""
    return re.sub(r"([\\`*_{}\[\]()#+!|<>~&$-])", r"\\\1", " ".join(plain(text).split()))


def _environment(autoescape: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters.update(plain=plain, fenced=fenced, inline=inline, number=number)
    environment.globals.update(status_words=STATUS_WORDS)
    return environment


def class_figures(records: Sequence[GradeRecord]) -> list[dict[str, Any]]:
    """Per exercise: how many, the spread of scores, and per question and case who passed."""
    return [_exercise_figures(name, [r for r in records if r.exercise == name]) for name in sorted({r.exercise for r in records})]


def _exercise_figures(name: str, records: Sequence[GradeRecord]) -> dict[str, Any]:
    scores = [record.score for record in records]
    names = dict.fromkeys(question.name for record in records for question in record.questions)
    return {
        "exercise": name,
        "count": len(records),
        "max_score": max(record.max_score for record in records),
        "mean": statistics.fmean(scores),
        "median": statistics.median(scores),
        "outcomes": Counter(record.outcome for record in records).most_common(),
        "histogram": _histogram(records),
        "questions": [_question_figures(q, [x for r in records for x in r.questions if x.name == q]) for q in names],
        "beliefs": _beliefs(records),
        "unexplained": _unexplained(records),
    }


def _histogram(records: Sequence[GradeRecord]) -> list[int]:
    bins = [0] * 10
    for record in records:
        share = record.score / record.max_score if record.max_score else 0.0
        bins[min(9, int(share * 10))] += 1
    return bins


def _question_figures(name: str, results: Sequence[QuestionResult]) -> dict[str, Any]:
    cases: dict[str, list[bool]] = {}
    for result in results:
        for case in result.cases:
            cases.setdefault(case.name, []).append(case.passed)
    return {
        "name": name,
        "full": sum(result.score >= result.max_score for result in results),
        "count": len(results),
        "mean": statistics.fmean(result.score for result in results),
        "max_score": results[0].max_score,
        "statuses": [(status, count) for status, count in Counter(r.status for r in results).most_common() if status != "graded"],
        "cases": [{"name": case, "passed": sum(passed), "count": len(passed)} for case, passed in cases.items()],
    }


def _beliefs(records: Sequence[GradeRecord]) -> list[dict[str, Any]]:
    """Misconceptions by how many students share them."""
    sharing: dict[tuple[str, str, str], list[str]] = {}
    for record in records:
        for question in record.questions:
            for diagnosis in question.diagnoses:
                label = diagnosis.evidence.partition(" equal ")[2] if diagnosis.misconception == "formula" else ""
                sharing.setdefault((question.name, diagnosis.misconception, label), []).append(record.student)
    rows = [{"question": q, "name": name, "label": label, "students": who} for (q, name, label), who in sharing.items()]
    return sorted(rows, key=lambda row: (-len(row["students"]), row["question"], row["name"]))


def _unexplained(records: Sequence[GradeRecord]) -> list[dict[str, Any]]:
    """Failures without a diagnosis, grouped by identical behaviour on the probes."""
    groups: dict[tuple[str, str], list[str]] = {}
    for record in records:
        for question in record.questions:
            if question.fingerprint and not question.diagnoses:
                groups.setdefault((question.name, question.fingerprint), []).append(record.student)
    rows = [{"question": q, "group": group, "students": who} for (q, group), who in groups.items()]
    return sorted(rows, key=lambda row: (-len(row["students"]), row["question"], row["group"]))


def write_reports(
    book: Gradebook,
    records: Sequence[GradeRecord],
    remarks: Sequence[str] = (),
    comments: dict[str, dict[str, str]] | None = None,
    jobs: int = 1,
) -> Path:
    """Write every feedback page and the class page; return the class page's path.

    `comments` gives, for each exercise, the sentence behind each rubric item.
    """
    html, text = _environment(True), _environment(False)
    page, sheet = html.get_template("feedback.html.j2"), text.get_template("feedback.md.j2")

    def write(record: GradeRecord) -> None:
        folder = book.folder / "feedback" / record.safe_name
        told = {"record": record, "item_comments": (comments or {}).get(record.exercise, {})}
        write_text(folder / f"{record.exercise}.html", page.render(told))
        write_text(folder / f"{record.exercise}.md", sheet.render(told))

    spread(write, records, jobs)
    names = {record.student: record.safe_name for record in records}
    summary = html.get_template("class.html.j2").render(figures=class_figures(records), records=records, remarks=remarks, names=names)
    path = book.folder / "class" / "index.html"
    write_text(path, summary)
    return path
