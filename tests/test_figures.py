"""Figures cross the wall as a picture and a summary, in whatever style they were drawn."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.exercise import Course
from autograder.grade import Grader
from autograder.process import Zygote
from autograder.records import GradeRecord, Submission
from autograder.sandbox import Level
from autograder.student.codec import Figure
from autograder.student.figure import PIXEL_CAP, picture, summary
from autograder.testfiles import load_with_otter

EXERCISE = Course().exercise("ex5_forward_reverse")
START = """

import matplotlib.pyplot as plt
import numpy as np

def plot_fits(weights, means, sigmas):
    w, m, s = (np.asarray(v, dtype=float) for v in (weights, means, sigmas))
    fits = {"forward": fit_forward_kl(w, m, s), "reverse": fit_reverse_kl(w, m, s)}
    x = np.unique(np.concatenate([c + d * np.linspace(-6, 6, 401) for c, d in [*zip(m, s), *fits.values()]]))
    bell = lambda c, d: np.exp(-0.5 * ((x - c) / d) ** 2) / (d * np.sqrt(2 * np.pi))
    p = sum(a * bell(b, c) for a, b, c in zip(w, m, s))
"""
LINES = """    fig, ax = plt.subplots()
    ax.plot(x, p, label="p")
    for name, fit in fits.items():
        ax.plot(x, bell(*fit), label=name)
    ax.legend()
"""
LABELS = """    ax.set_xlabel("x")
    ax.set_ylabel("density")
    return fig
"""
FILLED = """    fig, ax = plt.subplots()
    ax.fill(x, p, label="p", alpha=0.3)
    for name, fit in fits.items():
        ax.fill_between(x, bell(*fit), alpha=0.3, label=name)
    fig.legend()
    fig.supxlabel("x")
    fig.supylabel("density")
    return fig
"""
NAMED_IN_PLACE = (
    """    fig, ax = plt.subplots()
    for name, y in {"the mixture": p, **{name: bell(*fit) for name, fit in fits.items()}}.items():
        ax.plot(x, y)
        ax.annotate(name, (x[np.argmax(y)], y.max()))
"""
    + LABELS
)
PANELS = """    fig, axes = plt.subplots(1, 2, sharex=True)
    for ax, (name, fit) in zip(axes, fits.items()):
        ax.plot(x, p, "k")
        ax.plot(x, bell(*fit))
        ax.set_title(name)
        ax.set_xlabel("x")
    axes[0].set_ylabel("density")
    return fig
"""
TWINS = (
    """    fig, ax = plt.subplots()
    twin = ax.twinx()
    curves = [*ax.plot(x, p, "k"), *(twin.plot(x, bell(*fit))[0] for fit in fits.values())]
    ax.legend(curves, ["p", *fits])
"""
    + LABELS
)


@pytest.fixture(scope="module")
def grader() -> Grader:
    made = Grader(EXERCISE, 0, load_with_otter)
    made.questions = [question for question in made.questions if question.name == "plot_fits"]
    made.measure_limits()
    return made


@pytest.fixture(scope="module")
def zygote(level: Level) -> Iterator[Zygote]:
    made = Zygote(level)
    yield made
    made.close()


def graded(grader: Grader, zygote: Zygote, folder: Path, drawing: str) -> GradeRecord:
    path = folder / "ex5_forward_reverse.py"
    path.write_text(EXERCISE.reference_source + START + drawing)
    return grader.grade(Submission("ann", EXERCISE.name, path, ""), zygote)[0]


def failed(record: GradeRecord) -> list[str]:
    return [f"{case.name}: {case.message}" for case in record.questions[0].cases if not case.passed]


@pytest.mark.parametrize(
    "drawing", [LINES + LABELS, FILLED, NAMED_IN_PLACE, PANELS, TWINS], ids=["lines", "filled", "named", "panels", "twins"]
)
def test_right_figures_pass_in_every_style(drawing: str, grader: Grader, zygote: Zygote, tmp_path: Path) -> None:
    assert failed(graded(grader, zygote, tmp_path, drawing)) == []


@pytest.mark.parametrize(
    ("old", "new", "case", "word"),
    [
        ('    ax.set_xlabel("x")\n', "", "edge: labelled axes", "x axis"),
        ('    ax.set_ylabel("density")\n', "", "edge: labelled axes", "y axis"),
        ("    ax.legend()\n", "", "edge: curves told apart", "legend"),
    ],
)
def test_what_is_missing_is_named_and_costs_its_point_only(
    old: str, new: str, case: str, word: str, grader: Grader, zygote: Zygote, tmp_path: Path
) -> None:
    (told,) = failed(graded(grader, zygote, tmp_path, (LINES + LABELS).replace(old, new)))
    assert told.startswith(case)
    assert word in told


def test_swapped_names_and_rescaled_curves_are_wrong(grader: Grader, zygote: Zygote, tmp_path: Path) -> None:
    swapped = LINES.replace("label=name", 'label={"forward": "reverse", "reverse": "forward"}[name]')
    assert any("is your" in told for told in failed(graded(grader, zygote, tmp_path, swapped + LABELS)))
    rescaled = LINES.replace("bell(*fit)", "bell(*fit) / bell(*fit).max()")
    assert any("forward fit" in told for told in failed(graded(grader, zygote, tmp_path, rescaled + LABELS)))


def test_the_record_shows_the_students_figure_beside_the_expected_one(grader: Grader, zygote: Zygote, tmp_path: Path) -> None:
    question = graded(grader, zygote, tmp_path, LINES + LABELS).questions[0]
    for shown in (question.figure, question.expected_figure):
        assert base64.b64decode(shown).startswith(b"\x89PNG")
    assert question.figure != question.expected_figure


def test_a_figure_of_any_size_becomes_a_small_picture_and_is_closed() -> None:
    figure, axes = plt.subplots(figsize=(300, 2))
    axes.plot([0, 1], [0, np.inf])
    made = picture(figure)
    assert isinstance(made, Figure)
    width, height = (int.from_bytes(made.png[at : at + 4], "big") for at in (16, 20))
    assert 0 < width <= PIXEL_CAP
    assert 0 < height <= PIXEL_CAP
    assert not plt.fignum_exists(figure.number)
    assert picture(plt.figure(), draw=False).png == b""


def test_the_summary_is_plain_and_bounded() -> None:
    figure, axes = plt.subplots()
    for _ in range(300):
        axes.plot(np.zeros(5000), label="l" * 1000)
    axes.hist([1, 2, 3], density=True)
    (found,) = summary(figure)["axes"]
    assert len(found["lines"]) <= 200
    assert all(len(line["x"]) <= 2000 and len(line["label"]) <= 300 for line in found["lines"])
    plain: tuple[Any, ...] = (str, list, dict, np.ndarray)
    assert all(type(value) in plain for value in found.values())
    plt.close(figure)
