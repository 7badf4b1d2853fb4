"""A preview that is running: the queue of proofs, the watch on the files, and the server."""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from leafletpress.preview.queue import ProofQueue
from leafletpress.preview.render import Workspace
from leafletpress.preview.server import LOOPBACK, Server
from leafletpress.preview.view import View
from leafletpress.preview.watch import watch
from leafletpress.problems import LeafletError, Problem
from leafletpress.program import program_location
from leafletpress.project import Project

DEFAULT_PORT = 8765


@dataclass(frozen=True, slots=True)
class Session:
    """A running preview."""

    server: Server

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{self.server.host}/?{self.server.first.query}"

    def serve(self) -> None:
        """Answer browsers until Ctrl-C, which raises KeyboardInterrupt, or `server.shutdown`."""
        self.server.serve_forever(poll_interval=0.2)


@contextmanager
def open_session(project: Project, cache_folder: Path, view: View, port: int) -> Iterator[Session]:
    """Run a preview of a project; nothing is left of it afterwards. Port 0 takes any free one.

    Raises:
        LeafletError: nothing may listen on the port.
    """
    proofs = ProofQueue(Workspace(project, cache_folder))
    stop = threading.Event()
    try:
        server = Server(port, proofs, view)
    except OSError as error:
        raise LeafletError([_port_problem(port, error)]) from error
    with server:
        threads = watch(project, proofs.changed, stop)
        proofs.open(view)
        try:
            yield Session(server)
        finally:
            stop.set()
            proofs.close()
            for thread in threads:
                thread.join()


def _port_problem(port: int, error: OSError) -> Problem:
    what = f"port {port} of {LOOPBACK} cannot be used ({error.strerror})"
    if error.errno == errno.EADDRINUSE:
        what = f"port {port} is in use, perhaps by another preview"
    mend = "end that, or name another port, for example --port 0 for any that is free"
    return Problem("port-in-use", program_location(), what, mend)
