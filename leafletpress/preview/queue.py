"""The queue of proofs: the views somebody looks at, the newest proof of each, and what prints it.

One thread has proofs made, one after the other, in a process of its own that stays warm: so a save
costs no start, the server always answers, and text that brings the printing down costs one proof.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from leafletpress.press import Failure, Worker
from leafletpress.preview.pictures import Pictures, Size
from leafletpress.preview.render import Made, Proof, Workspace, make_proof
from leafletpress.preview.view import Choices, View, read_choices
from leafletpress.problems import Location, Problem

Messages = queue.SimpleQueue[bytes]
"""What one browser still has to be told, ready to send; see `_message`."""


class ViewState(msgspec.Struct, frozen=True):
    """What a browser shows of a view. `digest` names the pictures of its pages.

    Where the files as they are now could not be printed, it is `stale`: the proof is an older one,
    or none. `problems` are lines ``path:line: what: how to mend it``.
    """

    choices: Choices
    digest: str = ""
    pages: list[Size] = []
    proof: Proof | None = None
    stale: bool = False
    problems: list[str] = []


class ProofQueue:
    """Makes proofs of the views that somebody looks at, and tells the browsers."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.pictures = Pictures()
        self._listeners: dict[View, list[Messages]] = {}
        self._states: dict[View, ViewState] = {}
        self._outdated: set[View] = set()
        self._due: list[View] = []
        self._at_work: View | None = None
        self._change = threading.Condition()
        self._is_closed = False
        self._worker: Worker | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)

    def open(self, view: View) -> None:
        """Begin to work, with the proof of a view."""
        self._due.append(view)
        self._thread.start()

    def close(self) -> None:
        """End, in the middle of a proof if need be; the process that prints ends as well."""
        with self._change:
            self._is_closed = True
            self._change.notify()
            if self._worker:
                self._worker.process.kill()
        self._thread.join()

    def changed(self, paths: set[Path]) -> None:
        """Have new proofs made of the views that the files concern, or later if nobody looks."""
        with self._change:
            for view in {*self._listeners, *self._states}:
                if any(view.concerns(path, self.workspace.project) for path in paths):
                    if self._listeners.get(view):
                        self._call_for(view)
                    else:
                        self._outdated.add(view)

    @contextmanager
    def listen(self, view: View) -> Iterator[Messages]:
        """Give what there is to tell of a view, now and whenever it changes."""
        messages: Messages = queue.SimpleQueue()
        with self._change:
            self._listeners.setdefault(view, []).append(messages)
            state = self._states.get(view)
            if state:
                messages.put(self._state_message(state))
            if view in self._outdated or not (state or view == self._at_work):
                self._call_for(view)
            elif view in (*self._due, self._at_work):
                messages.put(_message("busy", None))
        try:
            yield messages
        finally:
            with self._change:
                self._listeners[view].remove(messages)

    def _call_for(self, view: View) -> None:
        if view not in self._due:
            self._due.append(view)
            self._change.notify()
        self._tell(view, _message("busy", None))

    def _tell(self, view: View, message: bytes) -> None:
        for messages in self._listeners.get(view, ()):
            messages.put(message)

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._due or self._is_closed)
                if self._is_closed:
                    break
                view = self._at_work = self._due.pop(0)
                self._outdated.discard(view)
                self._worker = self._worker or Worker(make_proof, self.workspace)
                worker = self._worker
            worker.give(view)
            made = worker.take()
            with self._change:
                self._at_work = None
                if made is None:
                    worker.end()
                    self._worker = None
                if not self._is_closed:
                    self._publish(view, made)
        if self._worker:
            self._worker.process.kill()
            self._worker.end()

    def _publish(self, view: View, result: Made | Failure | None) -> None:
        made = result if isinstance(result, Made) else _failed(view, result, self.workspace)
        try:
            state = self._sheet(view, made, read_choices(self.workspace.project))
            message = self._state_message(state)
        except Exception as error:  # a defect of ours must not end the one thread that works
            failure = Failure(f"{type(error).__name__}: {error}")
            last = self._states.get(view)
            choices = last.choices if last else Choices([], [], [])
            state = self._sheet(view, _failed(view, failure, self.workspace), choices)
            message = self._state_message(state)
        self._states[view] = state
        self._tell(view, message)
        if view in self._due:  # saved again meanwhile
            self._tell(view, _message("busy", None))

    def _sheet(self, view: View, made: Made, choices: Choices) -> ViewState:
        """Return what a browser shows of a view, now that a proof of it was made, or was not."""
        last = self._states.get(view)
        problems = [problem.show(self.workspace.project.root) for problem in made.problems]
        if made.proof:
            digest, pages = self.pictures.add(made.pdf)
            return ViewState(choices, digest, pages, made.proof, problems=problems)
        if last:
            return ViewState(choices, last.digest, last.pages, last.proof, True, problems)
        return ViewState(choices, stale=True, problems=problems)

    def _state_message(self, state: ViewState) -> bytes:
        return _message("sheet", state, self._plain)

    def _plain(self, value: object) -> str:
        """Return what JSON has no form for: a path, as it is named from the project's folder."""
        if isinstance(value, Path):
            return Location(value).show(self.workspace.project.root)
        raise NotImplementedError


def _failed(view: View, failure: Failure | None, workspace: Workspace) -> Made:
    """Return what is told where the process that prints died, or has a defect."""
    location = Location(workspace.project.leaflet(view.leaflet))
    what, mend = "the process that prints died", "free some memory, then save again"
    problem = Problem("process-died", location, what, mend)
    if failure:
        what = f"printing failed ({failure.text})"
        mend = "this is a defect of the program; please report it"
        problem = Problem("defect", location, what, mend)
    return Made(None, b"", (problem,))


def _message(event: str, data: object, plain: Callable[[object], str] | None = None) -> bytes:
    """Return an event as the HTML standard has it (section 9.2, Server-sent events).

    `plain` gives the text of what JSON has no form for.
    """
    encoded = msgspec.json.encode(data, enc_hook=plain)
    return b"event: %s\ndata: %s\n\n" % (event.encode(), encoded)
