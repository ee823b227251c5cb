"""The notebooks where students work: a real kernel, the packing cell, Colab, and JupyterLab in a browser."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import time
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.exercise import Course
from autograder.student import standin
from tests import student
from tests.conftest import ROOT, Run

COURSE = Course()
EX1 = "ex1_discrete_kl"
READY = [name for name in COURSE.exercises if (ROOT / "assignments" / name / "coursekit").is_dir()]
ALL = [pytest.param(name, marks=[] if name == EX1 else pytest.mark.long) for name in READY]


@pytest.mark.parametrize("name", ALL)
def test_an_unsolved_notebook_runs_and_every_check_says_one_sentence(name: str, tmp_path: Path) -> None:
    folder = student.unpacked(name, tmp_path)
    told = student.answers(student.execute(folder / f"{name}.ipynb"))
    for question in COURSE.exercises[name].questions:
        text = told[f'grader.check("{question}")']
        assert text.count("\n") == 0 and text.startswith(f"{question} is not written yet"), text
    assert "packed: " in told["grader.hand_in()"] and "hidden checks also count" in told["grader.hand_in()"]


@pytest.mark.parametrize("name", ALL)
def test_a_solved_notebook_passes_and_what_it_packs_is_accepted(name: str, tmp_path: Path, cli: Run) -> None:
    folder = student.unpacked(name, tmp_path)
    exercise = COURSE.exercises[name]
    student.solve(folder / f"{name}.ipynb", exercise)
    told = student.answers(student.execute(folder / f"{name}.ipynb"))
    for question in exercise.questions:
        assert re.match(rf"{question}: (\d+) of \1 public checks passed", told[f'grader.check("{question}")'])
    (packed,) = folder.glob(f"{name}_*.zip")
    done = cli("check", packed)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A kit of ex1 as the working folder, with its coursekit importable; nothing else is changed for good."""
    folder = student.unpacked(EX1, tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "coursekit"]:
        del sys.modules[name]


def first_cell(folder: Path) -> str:
    notebook = json.loads((folder / f"{EX1}.ipynb").read_text())
    return "".join(notebook["cells"][0]["source"])


def run_first_cell(folder: Path) -> Any:
    namespace: dict[str, Any] = {}
    exec(first_cell(folder), namespace)
    assert sorted(set(namespace) - {"__builtins__"}) == ["grader", "load_checks"]  # no module that a student could lean on
    return namespace["grader"]


def checks() -> Any:
    return importlib.import_module("coursekit").Checks()


def test_the_check_shows_the_counterexample_and_no_test_source(desk: Path) -> None:
    env = {"entropy": lambda p, axis=-1, base=None: 1.0}
    text = repr(checks().check("entropy", env))
    assert text.startswith("entropy: 0 of 3 public checks passed\n  x The entropy of a few small distributions, in nats.\n")
    assert "For p = [1, 0] your answer is 1; it should be 0." in text
    assert text.endswith("\npublic checks only: hidden checks also count")
    assert "Error at line" not in text and "for_all" not in text


def test_questions_that_are_not_there_get_a_sentence(desk: Path) -> None:
    grader = checks()
    assert (
        repr(grader.check("entropy", {})) == "entropy is not defined yet; run the cell that defines it and then this one again."
    )
    assert repr(grader.check("entropie", {})).startswith("There is no question 'entropie'; this exercise has entropy, ")


def test_a_renamed_notebook_is_found_and_packed_under_its_exercises_name(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / f"{EX1}.ipynb").rename(desk / "my homework.ipynb")
    (desk / "newer.ipynb").write_text('{"cells": []}')
    checks().hand_in()
    assert "from my homework.ipynb" in capsys.readouterr().out
    (packed,) = desk.glob("*.zip")
    with zipfile.ZipFile(packed) as opened:
        assert opened.namelist() == [f"{EX1}.ipynb", "manifest.json"]
        manifest = json.loads(opened.read("manifest.json"))
    assert manifest["public_checks"]["entropy"] == "0 of 3" and set(manifest) >= {"sha256", "created", "versions"}


def test_packing_tells_of_changes_that_were_not_saved(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = desk / "live.py"
    script.write_text("def entropy(p):\n    return 'changed'\n")
    live: dict[str, Any] = {}
    exec(compile(script.read_text(), str(script), "exec"), live)
    importlib.import_module("coursekit.packing").hand_in(checks(), None, live)
    assert "note: entropy was changed after the notebook was saved" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = 1\n", "it defines none of entropy, "),
        ("def entropy(p:\n", "it defines none of entropy, cross_entropy, kl_divergence; code cell 1 stops with SyntaxError"),
        ("#" * (1 << 20) + "\nentropy = print\n", "more than 1 MB of code"),
    ],
)
def test_packing_refuses_what_cannot_be_graded(desk: Path, capsys: pytest.CaptureFixture[str], text: str, why: str) -> None:
    (desk / "mine.py").write_text(text)
    checks().hand_in("mine.py")
    said = capsys.readouterr().out
    assert said.startswith("Nothing was packed: ") and why in said
    assert not list(desk.glob("*.zip"))


def test_packing_runs_a_py_file_as_grading_does(desk: Path) -> None:
    solved = COURSE.exercises[EX1].reference_source
    (desk / f"{EX1}.py").write_text(f"import sys\n{solved}\nsys.exit(1)\n")
    environment = {**os.environ, "PYTHONPATH": str(desk)}
    command = [sys.executable, "-W", "ignore", "-m", "coursekit", f"{EX1}.py"]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    assert "kl_divergence: 3 of 3 public checks passed" in done.stdout
    assert "note: code cell 1 stops with SystemExit: 1" in done.stdout and "note: explanation has no answer yet" in done.stdout


def test_without_the_kit_the_first_cell_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    folder = student.unpacked(EX1, tmp_path)
    cell_folder = tmp_path / "elsewhere"
    cell_folder.mkdir()
    monkeypatch.chdir(cell_folder)
    grader = run_first_cell(folder)
    grader.check("entropy")
    grader.hand_in()
    assert capsys.readouterr().out.count(f"upload {EX1}-kit.zip under Files") == 3


def test_without_the_tests_folder_every_check_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "tests").rename(desk / "away")
    grader = checks()
    assert "The folder tests is not beside this notebook" in capsys.readouterr().out
    assert repr(grader.check("entropy", {})).startswith("The folder tests is not beside this notebook")


def test_on_colab_the_kit_is_unpacked_otter_installed_and_the_open_notebook_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Colab's own modules are played; its notebook is no file there."""
    folder = student.unpacked(EX1, tmp_path)
    notebook = json.loads((folder / f"{EX1}.ipynb").read_text())
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "kit.zip").rename(content / f"{EX1}-kit.zip")
    monkeypatch.chdir(content)
    monkeypatch.syspath_prepend("")
    downloaded: list[str] = []
    colab = types.ModuleType("google.colab")
    message, files = types.ModuleType("google.colab._message"), types.ModuleType("google.colab.files")
    message.blocking_request = lambda *_, **__: {"ipynb": notebook}  # type: ignore[attr-defined]
    files.download = downloaded.append  # type: ignore[attr-defined]
    colab._message, colab.files = message, files  # type: ignore[attr-defined]
    for name, module in {"google": types.ModuleType("google"), "google.colab": colab}.items():
        monkeypatch.setitem(sys.modules, name, module)
    installed: list[Any] = []
    real_run = subprocess.run

    def run(command: list[str], **options: Any) -> Any:
        installed.append(command)
        return real_run([sys.executable, "-c", ""], **options)

    monkeypatch.setattr(subprocess, "run", run)
    real_find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "otter" else real_find(name, *rest))
    try:
        grader = run_first_cell(folder)
        assert Path.cwd() == content / EX1
        grader.hand_in()
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "coursekit"]:
            del sys.modules[name]
    (command,) = installed
    assert command[1:4] == ["-m", "pip", "install"] and re.fullmatch(r"otter-grader==[\d.]+", command[-1])
    assert "from the notebook that is open" in capsys.readouterr().out
    assert len(downloaded) == 1 and Path(downloaded[0]).exists()


def test_grading_steps_over_our_cells_even_without_their_tags(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A copied cell loses its tag; in the student process it must stay harmless."""
    from autograder.student.execute import run_cells

    monkeypatch.chdir(tmp_path)
    before = {name: sys.modules.get(name) for name in ("otter", "__main__")}
    try:
        standin.install()
        cells = [first_cell(ROOT / "assignments" / EX1), 'grader.check("entropy")', "grader.hand_in()"]
        assert run_cells(cells).errors == []
    finally:
        for name, module in before.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module


@pytest.mark.long
def test_jupyterlab_in_a_browser_runs_ex1(tmp_path: Path, student_python: Path) -> None:
    """JupyterLab as students install it: open ex1, Run all, read the check; the picture is kept."""
    from playwright.sync_api import sync_playwright

    folder = student.unpacked(EX1, tmp_path)
    environment = {**os.environ, "HOME": str(tmp_path), "JUPYTER_CONFIG_DIR": str(tmp_path / "config")}
    port = 18000 + os.getpid() % 2000
    command = [student_python, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0"]
    command += ["--IdentityProvider.token=course", f"--ServerApp.root_dir={folder}"]
    log = (tmp_path / "jupyterlab.log").open("w")
    server = subprocess.Popen(list(map(str, command)), cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    kept = ROOT / ".cache" / "screens" / "jupyterlab-ex1.png"
    kept.parent.mkdir(parents=True, exist_ok=True)
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-sandbox"]
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=quiet)
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            page.set_default_timeout(120_000)
            address = f"http://127.0.0.1:{port}/lab/tree/{EX1}.ipynb?token=course"
            for _ in range(120):
                try:
                    page.goto(address)
                    break
                except Exception:
                    assert server.poll() is None, (tmp_path / "jupyterlab.log").read_text()
                    time.sleep(0.5)
            page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()  # before that JupyterLab asks for a kernel
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_text("Run All Cells", exact=True).click()
            result = page.locator(".jp-OutputArea-output", has_text="entropy is not written yet").first
            result.wait_for()
            result.scroll_into_view_if_needed()
            page.screenshot(path=kept)
            browser.close()
    finally:
        server.terminate()
        server.wait(30)
        log.close()
    assert kept.stat().st_size > 20_000
