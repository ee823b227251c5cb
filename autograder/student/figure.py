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


def summary(figure: Any) -> dict[str, Any]:
    """Describe a figure: its title and legend, and each axes' labels, title, legend, lines and areas."""
    axes = []
    left = PART_CAP  # of lines and areas in the whole figure
    for ax in figure.axes[:PART_CAP]:
        legend = ax.get_legend()
        lines = [
            {"x": _numbers(line.get_xdata()), "y": _numbers(line.get_ydata()), "label": _text(line.get_label())}
            for line in ax.get_lines()[:left]
        ]
        left -= len(lines)
        areas = []
        for area in ax.collections:
            for path in area.get_paths()[:left]:
                areas.append(
                    {"x": _numbers(path.vertices[:, 0]), "y": _numbers(path.vertices[:, 1]), "label": _text(area.get_label())}
                )
                left -= 1
        axes.append(
            {
                "title": _text(ax.get_title()),
                "xlabel": _text(ax.get_xlabel()),
                "ylabel": _text(ax.get_ylabel()),
                "legend": [_text(text.get_text()) for text in legend.get_texts()[:PART_CAP]] if legend else [],
                "lines": lines,
                "areas": areas,
            }
        )
    title = getattr(figure, "_suptitle", None)
    # A legend may belong to the figure instead of to one of its axes.
    shared = [_text(text.get_text()) for legend in figure.legends[:PART_CAP] for text in legend.get_texts()[:PART_CAP]]
    return {"title": _text(title.get_text()) if title else "", "legend": shared, "axes": axes}


def picture(value: Any) -> Any:
    """`value` itself, or for a matplotlib figure its capped picture and summary; closes it."""
    module = sys.modules.get("matplotlib.figure")
    if module is None or not isinstance(value, module.Figure):
        return value
    described = summary(value)
    width, height = value.get_size_inches()
    buffer = io.BytesIO()
    # Given in full, so that no setting of the student's ("savefig.bbox") makes it larger.
    dots = max(1.0, min(100.0, PIXEL_CAP / max(width, height, 0.1)))
    value.savefig(buffer, format="png", dpi=dots, bbox_inches=value.bbox_inches)
    from matplotlib import pyplot

    pyplot.close(value)
    return Figure(buffer.getvalue(), described)
