"""Find submissions in a folder (or one file) and say which student and exercise each is for."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from autograder.errors import CourseError
from autograder.grade import Gradable, sha256
from autograder.records import Submission
from autograder.submission import defined_names
from autograder.text import visible

SUFFIXES = (".py", ".ipynb", ".zip")
_IGNORED = ("__pycache__", ".ipynb_checkpoints", "__MACOSX", ".git")
# What browsers, file managers and careful students add to a name.  Possessive: a name of two hundred
# digits would otherwise be tried in more ways than there are atoms.
_COPY_MARK = re.compile(r"(?:[ _-]*+(?:\d{4}-\d\d-\d\dT\d{6}|\(\d++\)|copy|final|v?\d{1,2}+))++$", re.IGNORECASE)
# What an nbgrader course folder holds besides the submissions.
_NBGRADERS = ("source", "release", "autograded", "feedback", "inbound", "downloaded", "exchange")
# The end of the year 9999, after which Python knows no dates; a file may claim any.
_LAST_SECOND = 253_402_300_799
DEPTH_CAP = 8
FILES_CAP = 200
"""How deep a student's folder is searched, and for how many files: a copied library is neither."""


class Catalogue(Protocol):
    """The exercises that a file may be for, by name."""

    @property
    def exercises(self) -> Mapping[str, Gradable]: ...


@dataclass(frozen=True)
class Collected:
    """What was found: submissions in order, and sentences about what was left out."""

    submissions: tuple[Submission, ...]
    remarks: tuple[str, ...]


def safe_name(student: str) -> str:
    """A file name for a student id: letters, digits, ``.``, ``_`` and ``-`` only, never hidden."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "_", student)[:80].strip("._-")
    return name or "student"


def _named_exercise(stem: str, course: Catalogue) -> str | None:
    for candidate in (stem, _COPY_MARK.sub("", stem)):
        if candidate.lower() in (name.lower() for name in course.exercises):
            return candidate.lower()
    return None


def _guessed_exercise(path: Path, course: Catalogue) -> str | None:
    names = defined_names(path)
    overlap = {name: len(names & set(exercise.questions)) for name, exercise in course.exercises.items()}
    best = max(overlap, key=lambda name: overlap[name], default=None)
    return best if best and overlap[best] else None


def _recognised(path: Path, base: Path, course: Catalogue) -> tuple[int, str | None]:
    """The exercise that a file is for, by its name, its folder's or its functions', and which of these it was."""
    folder = path.relative_to(base).parts[0] if path.parent != base else ""
    if name := _named_exercise(path.stem, course):
        return 0, name
    if name := _named_exercise(folder, course):
        return 1, name
    name = _guessed_exercise(path, course)
    return (2 if name else 3), name


def _files(folder: Path) -> tuple[list[Path], bool]:
    """Regular files that may be submissions, and whether some were left out; links are not followed."""
    found: list[Path] = []
    waiting = [(folder, 0)]
    seen = 0
    while waiting:
        here, depth = waiting.pop()
        try:
            with os.scandir(here) as listing:
                for entry in listing:
                    seen += 1
                    if seen > 100 * FILES_CAP:
                        return sorted(found)[:FILES_CAP], True
                    if entry.is_dir(follow_symlinks=False):
                        if depth < DEPTH_CAP and entry.name not in _IGNORED:
                            waiting.append((Path(entry.path), depth + 1))
                    elif entry.is_file(follow_symlinks=False) and Path(entry.name).suffix.lower() in SUFFIXES:
                        found.append(Path(entry.path))
        except OSError:
            continue  # a folder that cannot be read holds nothing for us
    return sorted(found)[:FILES_CAP], len(found) > FILES_CAP


def _one(student: str, exercise: str, path: Path) -> Submission:
    stamp = datetime.datetime.fromtimestamp(min(max(path.stat().st_mtime, 0), _LAST_SECOND), datetime.UTC)
    return Submission(visible(student), exercise, path, sha256(path), stamp.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _of_student(
    student: str, files: Iterable[Path], base: Path, course: Catalogue, only: Gradable | None
) -> tuple[list[Submission], list[str]]:
    chosen: dict[str, Path] = {}
    remarks = []
    recognised = [(path, *_recognised(path, base, course)) for path in files]
    # The first one for an exercise is kept: no helper beside a notebook called "ex (1)" may come before it.
    for path, _, name in sorted(recognised, key=lambda found: found[1]):
        if name is None and only is not None:
            name = only.name
        if name is None:
            remarks.append(
                f"{visible(student)}: {visible(path.name)} belongs to no exercise of the course and was left out; "
                "name it after its exercise."
            )
            continue
        if only is not None and name != only.name:
            continue
        first = chosen.get(name)
        if first is not None:
            kept, left = (path, first) if path.stem.lower() == name and first.stem.lower() != name else (first, path)
            remarks.append(
                f"{visible(student)}: {visible(left.name)} was left out, because {visible(kept.name)} is also there "
                f"for {name}; keep one file an exercise."
            )
            path = kept
        chosen[name] = path
    return [_one(student, name, path) for name, path in chosen.items()], remarks


def of_folder(student: str, folder: Path, course: Catalogue, only: Gradable | None = None) -> tuple[list[Submission], list[str]]:
    """What one student's folder holds, one file an exercise, and sentences about what was left out."""
    files, more = _files(folder)
    found, remarks = _of_student(student, files, folder, course, only)
    if more:
        remarks.append(f"{visible(student)}: more than {FILES_CAP} files were found and the rest was left out.")
    if not found and not remarks:
        remarks = [f"{visible(student)}: nothing to grade was found; expected a .py or .ipynb file."]
    return found, remarks


def _root(where: Path, course: Catalogue) -> tuple[Path, list[str]]:
    """The folder of students: `where`, or ``submitted/`` of an nbgrader course, with what that leaves out.

    A student may be called "submitted", too, and must not hide the others.
    """
    tree = where / "submitted"
    if not tree.is_dir() or tree.is_symlink() or not os.access(tree, os.R_OK | os.X_OK):
        return where, []
    if any(entry.suffix.lower() in SUFFIXES or entry.name in course.exercises for entry in tree.iterdir()):
        return where, []
    others = [
        entry.name for entry in where.iterdir() if entry.is_dir() and entry.name not in ("submitted", *_NBGRADERS, *_IGNORED)
    ]
    if not others:
        return tree, []
    shown = ", ".join(map(visible, sorted(others)[:5]))
    return tree, [f"only submitted/ was read, as in an nbgrader course; {len(others)} other folders were left out ({shown})."]


def collect(where: Path, course: Catalogue, only: Gradable | None = None) -> Collected:
    """Find submissions below `where`.

    Understood are ``<student>/<exercise>.{py,ipynb}``, ``<student>/<exercise>/<file>``,
    nbgrader's ``submitted/<student>/<exercise>/<file>``, flat ``<student>.{py,ipynb}`` for one
    exercise, and a single file.  Renamed files are recognised by the functions they define.
    """
    if not where.exists():
        raise CourseError(f"{where} does not exist; give the folder that holds the submissions.")
    found: list[Submission] = []
    remarks: list[str] = []
    if where.is_file():
        if where.suffix.lower() not in SUFFIXES:
            raise CourseError(
                f"{where} is neither a .py nor an .ipynb file (nor a zip of one); give a folder of submissions or one such file."
            )
        name = only.name if only else _named_exercise(where.stem, course) or _guessed_exercise(where, course)
        if name is None:
            raise CourseError(f"{where.name} belongs to no exercise of the course; say which with --exercise.")
        found = [_one(where.stem, name, where)]
    else:
        if not where.is_dir():
            raise CourseError(f"{where} is neither a file nor a folder; give the folder that holds the submissions.")
        root, remarks = _root(where, course)
        for entry in sorted(root.iterdir(), key=lambda path: path.name):
            if entry.is_symlink():
                remarks.append(f"{visible(entry.name)} is a link and was left out; put the file itself there.")
            elif entry.is_dir() and entry.name not in _IGNORED:
                new, said = of_folder(entry.name, entry, course, only)
                found += new
                remarks += said
            elif entry.suffix.lower() in SUFFIXES and entry.is_file():
                new, said = _of_student(entry.stem, [entry], root, course, only)
                found += new
                remarks += said
    if not found:
        wanted = f" for {only.name}" if only else ""
        raise CourseError(f"{where} holds no submission{wanted}; expected <student>/<exercise>.py or .ipynb below it.")
    return Collected(tuple(_with_safe_names(found)), tuple(remarks))


def _with_safe_names(found: list[Submission]) -> list[Submission]:
    """Give each student a file name of their own, also when two ids become the same."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for student in sorted({item.student for item in found}):
        name, number = safe_name(student), 2
        while name.lower() in taken:
            name, number = f"{safe_name(student)}-{number}", number + 1
        taken.add(name.lower())
        names[student] = name
    done = [replace(item, safe_name=names[item.student]) for item in found]
    return sorted(done, key=lambda item: (item.student, item.exercise))
