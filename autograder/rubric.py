"""Written questions: what ``rubric.yaml`` says a person gives points for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from autograder.errors import CourseError

NONE = "none"
"""What a marker writes for an answer that meets no item."""


@dataclass(frozen=True)
class Item:
    """One thing an answer can show; of the items of one `group` at most one applies."""

    id: str
    points: float
    comment: str
    group: str = ""


@dataclass(frozen=True)
class Rubric:
    """How one written question is marked.

    Attributes
    ----------
    question : str
        The name under which the answer is collected.
    max_points : float
        The items' sum is cut to the range from 0 to this.
    """

    question: str
    prompt: str
    max_points: float
    items: tuple[Item, ...]

    def points(self, ids: tuple[str, ...]) -> float:
        """The points for a choice of items; ValueError with the fault in words if it does not fit."""
        known = {item.id: item for item in self.items}
        groups: dict[str, str] = {}
        for name in ids:
            if name not in known:
                raise ValueError(f"{name!r} is no item of the rubric; it has {', '.join(known)} and {NONE}")
            group = known[name].group
            if group and groups.setdefault(group, name) != name:
                raise ValueError(f"{groups[group]} and {name} exclude each other")
        if len(set(ids)) != len(ids):
            raise ValueError("an item is named twice")
        return min(self.max_points, max(0.0, sum(known[name].points for name in ids)))


def load(path: Path) -> Rubric:
    """Read a rubric; raise CourseError where it does not make sense."""
    try:
        data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        items = tuple(
            Item(str(item["id"]), float(item["points"]), str(item["comment"]), str(item.get("exclusive_group", "")))
            for item in data["items"]
        )
        rubric = Rubric(str(data["question"]), str(data["prompt"]), float(data["max_points"]), items)
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise CourseError(f"{path} is not a rubric ({error!r}); it needs question, prompt, max_points and items.") from error
    ids = [item.id for item in rubric.items]
    if len(set(ids)) != len(ids) or NONE in ids or rubric.max_points <= 0:
        raise CourseError(f"{path}: item ids have to differ from each other and from {NONE!r}, and max_points be positive.")
    return rubric
