"""Worker processes that end with the program, whichever way it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")


def in_processes(
    work: Callable[[T, C], R], items: Sequence[T], common: C, processes: int
) -> Iterator[tuple[T, R | Exception | None]]:
    """Do `work(item, common)` for each item in other processes; yield results as they come.

    An exception of `work` is yielded as its result, and None where an item killed its process. A
    process that dies takes the items with it that wait: those are halved until the one that kills
    is alone, so that it costs no other.
    """
    lost: list[T] = []
    for item, result in _in_pool(work, items, common, processes):
        if isinstance(result, BrokenProcessPool):
            lost.append(item)
        else:
            yield item, result
    if len(items) == 1:
        yield from ((item, None) for item in lost)
        return
    middle = len(lost) // 2
    for part in (lost[:middle], lost[middle:]):
        if part:
            yield from in_processes(work, part, common, processes)


def _in_pool(
    work: Callable[[T, C], R], items: Sequence[T], common: C, processes: int
) -> Iterator[tuple[T, R | Exception]]:
    if not items:
        return
    # Processes are spawned, not forked: Pango and fontconfig keep state that must not be shared.
    context = multiprocessing.get_context("spawn")
    workers = max(1, min(processes, len(items)))
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    try:
        with _interrupts_held_back():
            futures = {pool.submit(work, item, common): item for item in items}
        for future in as_completed(futures):
            yield futures[future], _result(future)
    except BaseException:  # Ctrl-C, or nobody wants the rest
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _result(future: Future[Any]) -> Any:
    try:
        return future.result()
    except Exception as error:
        return error


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back, here for as long as this lasts, in processes begun meanwhile for ever.

    A terminal sends Ctrl-C to every process; only the program itself is to answer it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Run first in each process: leave Ctrl-C to the program, and end when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_program, daemon=True).start()


def _end_with_program() -> None:
    if program := multiprocessing.parent_process():
        program.join()
        os._exit(1)
