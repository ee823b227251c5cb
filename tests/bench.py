"""``make bench``: how fast the grader is, measured in one run so that the ratios hold.

- *bulk*: the bulk grader on 200 submissions, all cores, the strongest isolation here, its start
  included, mean of two runs; what it keeps on disk from run to run (banks, behaviours of
  misconceptions) is there.
- *floor*: the same checks against the same code in a plain fork of the warm grader: no wall, no limits.
- *wall*: the student processes with and without the sandbox, in CPU time a submission.
- *otter run*: otter's own runner on a few of the same submissions.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from autograder import sandbox, submission
from autograder.collect import collect
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.gradescope import write_zip as gradescope_zip
from autograder.process import ALWAYS, Zygote, named
from autograder.records import Submission
from autograder.student.execute import run_cells
from autograder.student.zygote import preload
from autograder.testfiles import load_with_otter
from tests.conftest import CLASS, ROOT, run_cli
from tests.test_class import LABELS

EXERCISE = "ex1_discrete_kl"
COUNT = 200
OTTER_COUNT = 5
WALL_COUNT = 40
ROUNDS = 3
DEAD = ("timed_out", "crashed")


def make_class(folder: Path) -> list[str]:
    """Copies of the sample class's submissions that end by themselves, `COUNT` in all."""
    labels = LABELS[EXERCISE]
    calm = [
        s
        for s, label in labels.items()
        if not set(DEAD) & {str(v) for v in label.values()} and label.get("outcome", "graded") == "graded"
    ]
    students = []
    for number in range(COUNT):
        source = CLASS / calm[number % len(calm)]
        target = folder / f"student-{number:03d}"
        target.mkdir(parents=True)
        for path in source.iterdir():
            if path.is_file():
                shutil.copy(path, target)
        students.append(target.name)
    return students


def bulk(folder: Path, out: Path, level: str) -> float:
    """Seconds that the bulk grader takes for the class, its start included."""
    started = time.perf_counter()
    done = run_cli("grade", folder, "--out", out, "--exercise", EXERCISE, "--sandbox", level)
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - started


def cpu() -> float:
    """CPU seconds of this process and of all its children that have ended."""
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


class Metered(Zygote):
    """A warm parent that notes the CPU seconds of its children, and its own at each fork."""

    def __init__(self, level: sandbox.Level) -> None:
        self.children: list[float] = []
        self.own: list[float] = []
        super().__init__(level)

    def request(self, what: bytes, descriptors: tuple[int, ...] = ()) -> float:
        answer = super().request(what, descriptors)
        {b"F": self.own, b"K": self.children}.get(what, []).append(answer)
        return answer


def _names_nothing(item: Submission) -> bool:
    """Whether its code imports nothing large, so that the processes that are compared are of one size."""
    return not named("\n".join(submission.read(item.path).cells))


def floor(grader: Grader, found: list[Submission]) -> float:
    """CPU seconds a submission of a bare fork that runs the code and the same checks in itself."""
    before = cpu()
    for item in found:
        child = os.fork()
        if child == 0:
            try:
                null = os.open(os.devnull, os.O_RDWR)
                os.dup2(null, 1)
                os.dup2(null, 2)
                env = run_cells(submission.read(item.path).cells).namespace
                for question in grader.questions:
                    question.run(env)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
    return (cpu() - before) / len(found)


def walled(grader: Grader, found: list[Submission], level: sandbox.Level) -> float:
    """CPU seconds a submission with student processes at `level`: grader, children, and forking them."""
    zygote = Metered(level)
    try:
        zygote.fork().close()
        grader.grade(found[0], zygote, whole=False)  # so that everything is warm
        before = time.process_time()
        for item in found:
            grader.grade(item, zygote, whole=False)
        own = time.process_time() - before
    finally:
        zygote.close()
    return (own + sum(zygote.children[1:]) + zygote.own[-1] - zygote.own[0]) / len(found)


def otter_run(folder: Path, students: list[str], work: Path) -> float:
    """Seconds that ``otter run`` takes a submission."""
    zipped = work / "autograder.zip"
    gradescope_zip(Course().exercise(EXERCISE), zipped)
    started = time.perf_counter()
    for student in students:
        (path,) = (folder / student).glob(f"{EXERCISE}*")
        command = [str(Path(sys.executable).with_name("otter")), "run", "-a", str(zipped), "-o", str(work), str(path)]
        subprocess.run(command, cwd=work, check=True, capture_output=True)
    return (time.perf_counter() - started) / len(students)


def main() -> None:
    best = sandbox.choose("auto")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        students = make_class(work / "class")
        run_cli("grade", work / "class" / students[0], "--out", work / "first", "--exercise", EXERCISE, "--sandbox", str(best))
        # Before and after otter's runs, as a machine's speed drifts within minutes.
        before = bulk(work / "class", work / "before", str(best))
        otter = otter_run(work / "class", students[:OTTER_COUNT], work)
        whole = (before + bulk(work / "class", work / "after", str(best))) / 2
        open_ = bulk(work / "class", work / "open", "limits")
        course = Course()
        grader = Grader(course.exercise(EXERCISE), 0, load_with_otter)
        grader.measure_limits()
        everybody = collect(work / "class", course, course.exercise(EXERCISE)).submissions
        found = list(filter(_names_nothing, everybody))[:WALL_COUNT]
        preload(",".join(ALWAYS))
        # Other work on the machine can only add to what is counted, so the least of a few rounds is nearest.
        rounds = [
            (floor(grader, found), walled(grader, found, sandbox.Level.LIMITS), walled(grader, found, best))
            for _ in range(ROUNDS)
        ]
        bare, without, with_ = map(min, zip(*rounds))
    figures = {
        "isolation": str(best),
        "cores": os.cpu_count(),
        "submissions": COUNT,
        "bulk_seconds": round(whole, 2),
        "bulk_per_second": round(COUNT / whole, 1),
        "limits_only_per_second": round(COUNT / open_, 1),
        "otter_run_seconds_each": round(otter, 2),
        "times_faster_than_otter_run": round(otter * COUNT / whole, 1),
        "floor_cpu_ms": round(1e3 * bare, 1),
        "process_cpu_ms": round(1e3 * without, 1),
        "sandbox_cpu_ms": round(1e3 * with_, 1),
        "wall_cost_cpu_ms": round(1e3 * (with_ - bare), 1),
    }
    for key, value in figures.items():
        print(f"{key.replace('_', ' '):<32}{value}")
    target = ROOT / "report" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(figures, indent=1) + "\n")
    print(f"as JSON: {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
