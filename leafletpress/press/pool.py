"""Worker processes that end with the program, whichever way it ends.

Each has a pipe to the program, which hands it one item at a time. So it is known which item a
process died of.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")
C = TypeVar("C")
R = TypeVar("R")

# Processes are spawned, not forked: Pango and fontconfig keep state that must not be shared.
CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be done, and what Python says of it."""

    text: str


class Worker:
    """A process that does `work(item, common)`, one item at a time, and the item it works on."""

    def __init__(self, work: Callable[[Any, Any], Any], common: object) -> None:
        self.pipe, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=_serve, args=(theirs, work, common), daemon=True)
        with _interrupts_held_back():
            self.process.start()
        theirs.close()
        self.item: Any = None

    def give(self, item: object) -> None:
        """Hand an item to the process, which waits for one."""
        self.item = item
        with suppress(OSError):  # it died meanwhile: `take` finds out
            self.pipe.send(item)

    def take(self) -> Any:
        """Wait for the result of the item, or its `Failure`; None where the process died of it."""
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Let the process end: it does once it waits for an item."""
        self.pipe.close()
        self.process.join()


def in_processes(
    work: Callable[[T, C], R], items: Sequence[T], common: C, processes: int
) -> Generator[tuple[T, R | Failure | None], None, None]:
    """Do `work(item, common)` for each item in other processes; yield results as they come.

    An exception of `work` is yielded as a `Failure`, and None where an item killed its process.
    """
    waiting = deque(items)
    workers = [Worker(work, common) for _ in range(min(max(processes, 1), len(items)))]
    try:
        for worker in workers:
            worker.give(waiting.popleft())
        while workers:
            ready = wait([worker.pipe for worker in workers])
            for worker in [worker for worker in workers if worker.pipe in ready]:
                item, result = worker.item, worker.take()
                if result is None or not waiting:
                    workers.remove(worker)
                    worker.end()
                if result is None and waiting:
                    worker = Worker(work, common)
                    workers.append(worker)
                if waiting:
                    worker.give(waiting.popleft())
                yield item, result
    finally:  # nothing is left here, unless Ctrl-C was pressed or nobody wants the rest
        for worker in workers:
            worker.process.kill()
            worker.end()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back, here for as long as this lasts, in a process begun meanwhile for ever.

    A terminal sends Ctrl-C to every process; only the program itself is to answer it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it would let Ctrl-C through when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection[Any, Any], work: Callable[[Any, Any], Any], common: object) -> None:
    """Work in a process of its own until the program closes the pipe, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_program, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            item = pipe.recv()
            try:
                result = work(item, common)
            except Exception as error:
                result = Failure(f"{type(error).__name__}: {error}")
            pipe.send(result)


def _end_with_program() -> None:
    """End this process, in the middle of its work, when the program is killed."""
    if program := multiprocessing.parent_process():
        program.join()
        os._exit(1)
