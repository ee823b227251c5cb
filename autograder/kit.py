"""Pack what students get of an exercise into one zip, the same bytes each time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.build import outputs
from autograder.errors import CourseError
from autograder.exercise import Course, Exercise

_FIXED_TIME = (2024, 1, 1, 0, 0, 0)


def write_members(target: Path, members: Mapping[str, bytes]) -> None:
    """Write a zip whose bytes depend on its members' names and contents only."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as packed:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is written
            entry.external_attr = (0o755 if name.endswith((".sh", "run_autograder")) else 0o644) << 16
            packed.writestr(entry, members[name])


def write_kit(course: Course, exercise: Exercise, folder: Path) -> Path:
    """Write ``<exercise>-kit.zip`` from the committed files under ``assignments/``.

    They have to be what ``solutions/`` gives, so that what is handed out is what was reviewed.
    """
    base = course.root / "assignments" / exercise.name
    members = {}
    for relative, text in outputs(exercise).items():
        path = base / relative
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            raise CourseError(f"{path} is not what solutions/ gives; run `make build` and look at the difference.")
        members[f"{exercise.name}/{relative}"] = text.encode()
    target = folder / f"{exercise.name}-kit.zip"
    write_members(target, members)
    return target
