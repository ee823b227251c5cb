"""Do the same to many things in forked processes, where what is done shows on disk."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def spread(work: Callable[[T], object], items: Sequence[T], jobs: int) -> None:
    """Call `work` with each item in `jobs` processes; where one of them fails, again in this one, which tells the error."""
    if jobs == 1:
        for item in items:
            work(item)
        return
    context = multiprocessing.get_context("fork")
    taken = context.Value("i", 0)

    def take() -> None:
        while True:
            with taken.get_lock():
                number = taken.value
                taken.value += 1
            if number >= len(items):
                return
            try:
                work(items[number])
            except Exception:
                os._exit(1)

    helpers = [context.Process(target=take, daemon=True) for _ in range(min(jobs, len(items)))]
    for helper in helpers:
        helper.start()
    for helper in helpers:
        helper.join()
    if any(helper.exitcode for helper in helpers):
        for item in items:
            work(item)
