"""Hostile submissions: some in every run of the tests, all of them at every level in the long one."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.attempt import Bench
from autograder.collect import collect
from autograder.diagnose import Diagnoser
from autograder.exercise import Course
from autograder.grade import Grader
from autograder.sandbox import Level
from autograder.testfiles import load_with_otter
from tests.hostile.plan import all_attacks
from tests.hostile.run import Result, graded, run

ATTACKS = all_attacks()
# One or two of each kind, the quick ones.
QUICK = [
    "forge_builtins", "forge_gc", "forge_observations", "forge_otter_import", "type_float_subclass", "type_metaclass",
    "type_exceptions", "wire_garbage_in_call", "wire_mistyped", "wire_forged_sequence", "wire_pictures", "read_environment",
    "read_solutions", "write_everywhere", "stay_memory", "stay_scratch", "net_tcp", "signals_others", "crash_in_call",
    "inject_errors", "inject_written", "name_students", "file_kinds", "file_links", "zip_traversal", "zip_links", "zip_broken",
    "notebook_metadata", "forge_tracing", "read_source", "type_shapes", "wire_alarm",
]  # fmt: skip


def told(results: list[Result]) -> str:
    return "\n".join(f"{r.attack.name} at {r.level}: {r.happened}: {'; '.join(r.faults)}" for r in results if not r.expected)


def test_there_are_attacks_of_every_kind_and_each_says_what_it_tries() -> None:
    assert len(ATTACKS) >= 60
    assert all(attack.says.endswith(".") and attack.by for attack in ATTACKS.values())
    levels = {str(level) for level in Level}
    assert all({*attack.escapes, *attack.skip} <= levels for attack in ATTACKS.values())
    assert not any("full" in attack.escapes for attack in ATTACKS.values())
    assert set(QUICK) <= ATTACKS.keys()


def test_quick_attacks_are_contained(level: Level) -> None:
    results = list(run([level], QUICK))
    assert len(results) == len(QUICK)
    assert all(result.expected for result in results), told(results)


@pytest.mark.long
@pytest.mark.parametrize("at", list(Level), ids=str)
def test_every_attack_is_contained_or_known_to_escape(at: Level) -> None:
    reason = sandbox.probe()[at]
    if reason is not None:
        pytest.skip(reason)
    results = list(run([at]))
    assert all(result.expected for result in results), told(results)


NONSENSE = {
    "zero": "0.0",
    "nan": "float('nan')",
    "inf": "float('inf')",
    "-inf": "-float('inf')",
    "nothing": "None",
    "empty": "np.zeros(0)",
    "first argument": "args[0] if args else None",
    "nans of its shape": "np.asarray(args[0], float) * np.nan",
    "zeros of its shape": "np.zeros_like(np.asarray(args[0], float))",
    "zeros by row": "np.zeros(np.asarray(args[0], float).shape[:-1])",
    "pair of nans": "(float('nan'), float('nan'))",
    "pair of infinities": "(float('inf'), float('inf'))",
    "huge number": "10**300_000",
    "huge pair": "(10**30_000, 10**30_000)",
    "columns and rows": "np.zeros([(20_000, 1), (1, 20_000)][next(count) % 2])",
    "long": "np.zeros(300_000)",
    "empty with a long side": "np.zeros([(30_000_000, 0), (0, 30_000_000)][next(count) % 2])",
    "every error": "error('p q base axis mu1 sigma1 mu2 sigma2 cov1 cov2 weights means sigmas logits labels alpha eps')",
    "random": "next(numbers)",
}
_START = """import itertools
import random
import numpy as np
count = itertools.count()
numbers = iter(random.Random(1).random, 2)
class Error(ValueError, TypeError): pass
def error(text): raise Error(text)
def answer(*args, **more): return """


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(Course().exercises))
def test_nonsense_earns_next_to_nothing_and_costs_the_grader_little(name: str, level: Level, tmp_path: Path) -> None:
    exercise = Course().exercise(name)
    diagnoser = Diagnoser(exercise)
    diagnoser.prepare()
    grader = Grader(exercise, 0, load_with_otter, diagnose=diagnoser)
    grader.measure_limits()  # also notes what is asked ahead
    grader.cpu_limits = dict.fromkeys(exercise.questions, 2.0)
    bench = Bench(level)
    faults = []
    for kind, value in NONSENSE.items():
        path = tmp_path / f"{name}.py"
        path.write_text(_START + value + "\n" + "".join(f"{export} = answer\n" for export in exercise.exports))
        before = resource.getrusage(resource.RUSAGE_SELF)
        (found,) = collect(path, Course(), exercise).submissions
        record = graded(bench, grader, found)
        after = resource.getrusage(resource.RUSAGE_SELF)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        megabytes = (after.ru_maxrss - before.ru_maxrss) >> 10
        faults += [f"{kind}: {q.name} {q.score:g}" for q in record.questions if q.score > 0.2 * q.max_score]
        if seconds > 12 or megabytes > 400:
            faults.append(f"{kind}: {seconds:.1f} s, {megabytes} MB")
    bench.close()
    assert not faults
