"""Work in several processes: everything is done, and an error is told where it was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.spread import spread


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_done_once(tmp_path: Path, jobs: int) -> None:
    def work(name: str) -> None:
        with (tmp_path / name).open("x") as file:  # fails if it is there already
            file.write(name)

    names = [f"item-{number}" for number in range(12)]
    spread(work, names, jobs)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_error_is_told_here_and_what_comes_after_it_in_a_process_is_not_lost(
    tmp_path: Path, jobs: int, capfd: pytest.CaptureFixture[str]
) -> None:
    def work(number: int) -> None:
        if number == 2 and not (tmp_path / "mended").exists():
            raise ValueError("no such number")
        (tmp_path / str(number)).touch()

    with pytest.raises(ValueError, match="no such number"):
        spread(work, range(6), jobs)
    assert "Traceback" not in capfd.readouterr().err
    (tmp_path / "mended").touch()
    spread(work, range(6), jobs)
    assert len(list(tmp_path.iterdir())) == 7
