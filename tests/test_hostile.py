"""Hostile submissions: some in every run of the tests, all of them at every level in the long one."""

from __future__ import annotations

import pytest

from autograder import sandbox
from autograder.sandbox import Level
from tests.hostile.plan import all_attacks
from tests.hostile.run import Result, run

ATTACKS = all_attacks()
# One or two of each kind, the quick ones.
QUICK = [
    "forge_builtins", "forge_gc", "forge_observations", "forge_otter_import", "type_float_subclass", "type_metaclass",
    "type_exceptions", "wire_garbage_in_call", "wire_mistyped", "wire_forged_sequence", "wire_pictures", "read_environment",
    "read_solutions", "write_everywhere", "stay_memory", "stay_scratch", "net_tcp", "signals_others", "crash_in_call",
    "inject_errors", "inject_written", "name_students", "file_kinds", "zip_traversal", "notebook_metadata",
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
