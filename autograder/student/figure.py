"""Turn a matplotlib figure into what may cross the wall: a picture and a plain summary."""

from __future__ import annotations

import io
import sys
from typing import Any

import numpy as np

from .codec import Figure

PIXEL_CAP = 1600
POINT_CAP = 2000
PART_CAP = 200
TEXT_CAP = 300


def _text(value: Any) -> str:
    return str(value)[:TEXT_CAP]


def _numbers(values: Any) -> np.ndarray[Any, Any]:
    flat = np.asarray(values, dtype=float).ravel()
    return flat[:: max(1, -(-len(flat) // POINT_CAP))]


def _areas(ax: Any, room: int) -> list[dict[str, Any]]:
    """The outlines of an axes' filled areas, whichever way they were made, at most `room` of them."""
    outlines = [(area, path) for area in ax.collections for path in area.get_paths()]
    # A patch's path is that of its shape, such as a unit square, until its transform is applied.
    outlines += [(patch, patch.get_patch_transform().transform_path(patch.get_path())) for patch in ax.patches[:room]]
    return [
        {"x": _numbers(path.vertices[:, 0]), "y": _numbers(path.vertices[:, 1]), "label": _text(area.get_label())}
        for area, path in outlines[:room]
    ]


def _shared_label(figure: Any, name: str) -> str:
    """A label of all axes together, such as ``figure.supxlabel`` sets."""
    label = getattr(figure, f"_sup{name}", None)
    return _text(label.get_text()) if label else ""


def summary(figure: Any) -> dict[str, Any]:
    """Describe a figure: its title, legend and labels, and each axes' labels, title, legend, texts, lines and areas."""
    axes = []
    left = PART_CAP  # of lines and areas in the whole figure
    for ax in figure.axes[:PART_CAP]:
        legend = ax.get_legend()
        lines = [
            {"x": _numbers(line.get_xdata()), "y": _numbers(line.get_ydata()), "label": _text(line.get_label())}
            for line in ax.get_lines()[:left]
        ]
        left -= len(lines)
        areas = _areas(ax, left)
        left -= len(areas)
        axes.append(
            {
                "title": _text(ax.get_title()),
                "xlabel": _text(ax.get_xlabel()),
                "ylabel": _text(ax.get_ylabel()),
                "legend": [_text(text.get_text()) for text in legend.get_texts()[:PART_CAP]] if legend else [],
                "texts": [_text(text.get_text()) for text in ax.texts[:PART_CAP]],
                "lines": lines,
                "areas": areas,
            }
        )
    title = getattr(figure, "_suptitle", None)
    # A legend may belong to the figure instead of to one of its axes.
    shared = [_text(text.get_text()) for legend in figure.legends[:PART_CAP] for text in legend.get_texts()[:PART_CAP]]
    return {
        "title": _text(title.get_text()) if title else "",
        "xlabel": _shared_label(figure, "xlabel"),
        "ylabel": _shared_label(figure, "ylabel"),
        "legend": shared,
        "axes": axes,
    }


def picture(value: Any, draw: bool = True) -> Any:
    """`value` itself, or for a matplotlib figure its summary and, with `draw`, its capped picture; closes it."""
    module = sys.modules.get("matplotlib.figure")
    if module is None or not isinstance(value, module.Figure):
        return value
    described = summary(value)
    buffer = io.BytesIO()
    if draw:
        width, height = value.get_size_inches()
        # Given in full, so that no setting of the student's ("savefig.bbox") makes it larger.
        dots = max(1.0, min(100.0, PIXEL_CAP / max(width, height, 0.1)))
        value.savefig(buffer, format="png", dpi=dots, bbox_inches=value.bbox_inches)
    from matplotlib import pyplot

    pyplot.close(value)
    return Figure(buffer.getvalue(), described)
