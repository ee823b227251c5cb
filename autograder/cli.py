"""The command line: ``python -m autograder COMMAND``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.gradebook import Gradebook
    from autograder.records import GradeRecord

# One BLAS thread a process: workers are the parallelism here, and NumPy reads this when imported.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

# Commands import what they need themselves: a self-check has one second for everything.


class _Progress:
    """A counter on standard error; on a terminal it stays on one line."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.live = sys.stderr.isatty()

    def step(self) -> None:
        self.done += 1
        every = 1 if self.live else max(1, self.total // 10)
        if self.done % every == 0 or self.done == self.total:
            start = "\r" if self.live else ""
            end = "\n" if not self.live or self.done == self.total else ""
            print(f"{start}graded {self.done} of {self.total}", end=end, file=sys.stderr, flush=True)


def _grade(options: argparse.Namespace) -> int:
    from concurrent.futures import ThreadPoolExecutor

    from autograder import sandbox

    with ThreadPoolExecutor(1) as pool:
        # Another process tries the sandbox while this one imports what it needs.
        chosen = pool.submit(sandbox.choose, options.sandbox)
        from autograder import bulk
        from autograder.collect import collect
        from autograder.exercise import Course
        from autograder.gradebook import Gradebook

        course = Course()
        only = course.exercise(options.exercise) if options.exercise else None
    level = chosen.result()
    if level > sandbox.Level.LIMITS:
        sandbox.refuse_exposed([course.root / "solutions", course.root / "tests", options.submissions, options.out])
    collected = collect(options.submissions, course, only)
    book = Gradebook.create(options.out)
    print(f"isolation: {level}", file=sys.stderr)
    progress = _Progress(len(collected.submissions))

    def sink(record: GradeRecord) -> None:
        book.write(record)
        progress.step()

    jobs = min(options.jobs, max(1, len(collected.submissions)))
    with bulk.warmed(level, jobs) as warm:
        # The warm parents take longer to start than this.
        from autograder import ready
        from autograder.report.pages import write_reports

        names = sorted({found.exercise for found in collected.submissions})
        graders = ready.graders([course.exercise(name) for name in names], options.seed, jobs)
        bulk.grade_all(collected.submissions, graders, warm, jobs, sink)
    records = book.records()
    book.write_grades(records)
    page = write_reports(book, records, collected.remarks, _comments(), options.jobs)
    for remark in collected.remarks:
        print(f"note: {remark}", file=sys.stderr)
    _print_summary(records)
    print(f"report: {page}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from autograder import selfcheck
    from autograder.exercise import Course

    course = Course()
    only = course.exercise(options.exercise) if options.exercise else None

    def once() -> int:
        record = selfcheck.run(options.file, course, only, options.sandbox)
        print(selfcheck.report(record), flush=True)
        return 0 if selfcheck.all_passed(record) else 1

    return selfcheck.watch(options.file, once) if options.watch else once()


def _submit(options: argparse.Namespace) -> int:
    from autograder import handin, selfcheck
    from autograder.exercise import Course

    course = Course()
    packed = handin.pack(options.file, course, course.exercise(options.exercise) if options.exercise else None)
    print(selfcheck.report(packed.record))
    for remark in packed.remarks:
        print(f"note: {remark}")
    print(f"packed: {packed.path} holds {' and '.join(packed.members)}; hand in this zip.")
    return 0


def _build(options: argparse.Namespace) -> int:
    from autograder.build import drift
    from autograder.exercise import Course

    differing = drift(Course(), write=not options.check)
    for path in differing:
        print(f"{'differs' if options.check else 'wrote'}: {path}")
    if differing and options.check:
        raise CourseError("assignments/ is not what solutions/ gives; run `make build` and commit the result.")
    return 0


def _kit(options: argparse.Namespace) -> int:
    from autograder.exercise import Course
    from autograder.kit import write_kit

    course = Course()
    names = [options.exercise] if options.exercise else list(course.exercises)
    for name in names:
        print(write_kit(course, course.exercise(name), options.out))
    return 0


def _zips(options: argparse.Namespace) -> int:
    from autograder.exercise import Course
    from autograder.gradescope import write_zip

    course = Course()
    names = [options.exercise] if options.exercise else list(course.exercises)
    for name in names:
        target = options.out / f"{name}-autograder.zip"
        write_zip(course.exercise(name), target)
        print(target)
    return 0


def _comments() -> dict[str, dict[str, str]]:
    from autograder.exercise import Course

    rubrics = {name: exercise.rubric for name, exercise in Course().exercises.items()}
    return {name: {item.id: item.comment for item in rubric.items} for name, rubric in rubrics.items() if rubric}


def _refreshed(book: Gradebook) -> None:
    """Lay the marks over all records and write what is made from them."""
    from autograder.report.pages import write_reports

    book.merge_marks()
    records = book.records()
    book.write_grades(records)
    print(f"report: {write_reports(book, records, comments=_comments())}")


def _who(options: argparse.Namespace) -> tuple[str, str]:
    import datetime
    import getpass

    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return options.who or getpass.getuser(), now


def _rubric(options: argparse.Namespace) -> int:
    from autograder.exercise import Course
    from autograder.gradebook import Gradebook
    from autograder.sheets import write_sheets

    paths = write_sheets(Gradebook.open(options.out), Course())
    for path in paths:
        print(f"sheet: {path}")
    if not paths:
        print("no written answers were found; nothing to mark.")
    return 0


def _apply(options: argparse.Namespace) -> int:
    from autograder.exercise import Course
    from autograder.gradebook import Gradebook
    from autograder.sheets import read_sheet

    book = Gradebook.open(options.out)
    marks = read_sheet(options.sheet, book, Course(), *_who(options))
    print(f"{len(marks)} marked rows, {book.marks.add(marks)} of them new or changed")
    _refreshed(book)
    return 0


def _override(options: argparse.Namespace) -> int:
    from autograder.gradebook import Gradebook
    from autograder.sheets import override

    book = Gradebook.open(options.out)
    subject = (options.student, options.exercise, options.question)
    book.marks.add([override(book, *subject, options.points, options.why, *_who(options))])
    _refreshed(book)
    return 0


def _learn(options: argparse.Namespace) -> int:
    from autograder.diagnose import learn
    from autograder.exercise import Course
    from autograder.gradebook import Gradebook

    path = learn.start(Gradebook.open(options.out).records(), options.group, Course())
    print(f"draft: {path}")
    return 0


def _feedback(options: argparse.Namespace) -> int:
    from autograder.gradebook import Gradebook

    _refreshed(Gradebook.open(options.out))
    return 0


def _print_summary(records: Sequence[GradeRecord]) -> None:
    from collections import Counter

    from autograder.gradebook import number

    print(f"{'exercise':<22}{'submissions':>12}{'mean':>8}{'of':>6}   outcomes")
    for exercise in sorted({record.exercise for record in records}):
        mine = [record for record in records if record.exercise == exercise]
        mean = sum(record.score for record in mine) / len(mine)
        outcomes = ", ".join(f"{count} {outcome}" for outcome, count in Counter(record.outcome for record in mine).most_common())
        print(f"{exercise:<22}{len(mine):>12}{mean:>8.1f}{number(mine[0].max_score):>6}   {outcomes}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m autograder", description="Grade exercises on KL divergence.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    grade = commands.add_parser("grade", help="grade a folder of submissions")
    grade.add_argument("submissions", type=Path, help="folder with <student>/<exercise>.{py,ipynb}, or one file")
    grade.add_argument("--out", type=Path, required=True, help="folder for grades, records and reports")
    grade.add_argument("--exercise", help="grade this exercise only")
    grade.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, help="worker processes (default: one a core)")
    grade.add_argument("--seed", type=int, default=0, help="draws the hidden cases (default 0)")
    grade.add_argument("--sandbox", default="auto", choices=["auto", "full", "kernel", "limits"], help="isolation to grade with")
    grade.set_defaults(run=_grade)
    check = commands.add_parser("check", help="run the public checks on one file")
    check.add_argument("--watch", action="store_true", help="check again whenever the file is saved")
    check.add_argument(
        "--sandbox",
        default="none",
        choices=["none", "auto", "full", "kernel", "limits"],
        help="confine the file's code, as for a file that is not your own (default: none, a plain process)",
    )
    check.set_defaults(run=_check)
    submit = commands.add_parser("submit", help="pack one file for handing in")
    submit.set_defaults(run=_submit)
    for command in (check, submit):
        command.add_argument("file", type=Path)
        command.add_argument("--exercise", help="which exercise the file is for, if its name does not tell")
    build = commands.add_parser("build", help="regenerate assignments/ from solutions/")
    build.add_argument("--check", action="store_true", help="only compare; exit 2 if something differs")
    build.set_defaults(run=_build)
    rubric = commands.add_parser("rubric", help="write sheets with the written answers to mark")
    rubric.set_defaults(run=_rubric)
    apply = commands.add_parser("apply", help="take over a filled sheet")
    override_ = commands.add_parser("override", help="set a question's points by hand, with a reason")
    feedback = commands.add_parser("feedback", help="write feedback and reports again without grading")
    feedback.set_defaults(run=_feedback)
    learn_ = commands.add_parser("learn", help="start a misconception file from a group of unexplained failures")
    learn_.set_defaults(run=_learn)
    for command in (rubric, apply, override_, feedback, learn_):
        command.add_argument("out", type=Path, help="the folder that `grade` wrote")
    apply.add_argument("sheet", type=Path, help="a sheet that `rubric` wrote, filled in")
    apply.set_defaults(run=_apply)
    learn_.add_argument("group", help="a group that the class report lists")
    for name in ("student", "exercise", "question"):
        override_.add_argument(name)
    override_.add_argument("points", type=float)
    override_.add_argument("--why", required=True, help="the reason; the student reads it")
    override_.set_defaults(run=_override)
    for command in (apply, override_):
        command.add_argument("--who", help="who decides (default: the user's name)")
    kit = commands.add_parser("kit", help="write the zips that students get")
    kit.set_defaults(run=_kit)
    zips = commands.add_parser("zips", help="write the zips for Gradescope")
    zips.set_defaults(run=_zips)
    for command in (kit, zips):
        command.add_argument("exercise", nargs="?", help="one exercise only")
        command.add_argument("--out", type=Path, default=Path("dist"))
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("has to be at least 1")
    return value


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did its work, 2 for an error the caller can put right."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        return code
    except CourseError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("autograder: stopped; records written so far are kept.", file=sys.stderr)
        return 130
