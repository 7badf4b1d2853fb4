"""The server: the page and its pictures for a browser on this machine, and for nobody else.

It listens on the loopback interface only. A page of another site could still send a browser here,
under a name of its own that leads to this machine; so the Host header must be ours, and requests
that another origin makes are refused.
"""

from __future__ import annotations

import os
import queue
import re
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from leafletpress.preview.queue import ProofQueue
from leafletpress.preview.view import View, read_view

LOOPBACK = "127.0.0.1"

SITE = Path(__file__).parent / "site"
FILES = {
    "/": ("preview.html", "text/html; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
    "/preview.css": ("preview.css", "text/css; charset=utf-8"),
    "/preview.js": ("preview.js", "text/javascript; charset=utf-8"),
    "/paper.js": ("paper.js", "text/javascript; charset=utf-8"),
    "/cards.js": ("cards.js", "text/javascript; charset=utf-8"),
}
"""Every file that is served, by its address: no address is ever used as a path."""

PICTURE = re.compile(r"/pages/([0-9a-f]{16})/(\d{1,4})\.png")
SCALE = re.compile(r"scale=(\d)")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer carries: the page loads nothing from elsewhere, and nobody embeds it."""

HEARTBEAT = 15
"""After so many seconds of silence a browser is sent a comment, which shows whether it is there."""


class Server(ThreadingHTTPServer):
    """Serves the proofs of a queue. `first` is the view that the bare address leads to."""

    daemon_threads = True
    # Windows would let two programs listen on one port; elsewhere this allows a quick restart.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, proofs: ProofQueue, first: View) -> None:
        self.proofs = proofs
        self.first = first
        super().__init__((LOOPBACK, port), Handler)

    @property
    def host(self) -> str:
        """The one Host header that is answered."""
        return LOOPBACK if self.server_port == 80 else f"{LOOPBACK}:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away; anything else is a defect of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "leaflet-press"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer a request for the page, its files, a picture, or the events of a view."""
        address = urlsplit(self.path)
        if reason := self._reason_to_refuse(address.path):
            self._say(403, reason)
        elif address.path == "/" and not address.query:
            self._send(302, b"", {"Location": f"/?{self.server.first.query}"})
        elif address.path in FILES:
            name, kind = FILES[address.path]
            data = (SITE / name).read_bytes()
            self._send(200, data, {"Content-Type": kind, "Cache-Control": "no-cache"})
        else:
            try:
                self._answer(address.path, address.query)
            except LookupError as error:
                self._say(404, str(error.args[0]))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what concerns the translator."""

    def _reason_to_refuse(self, path: str) -> str:
        host = self.server.host
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        if self.headers.get_all("Host") != [host]:
            return f"this is not the address of the preview: open http://{host}/"
        if origin not in (None, f"http://{host}"):
            return "another site asks for this"
        # A link from elsewhere may lead to the page itself; it cannot read what it opens.
        if site in ("cross-site", "same-site") and path != "/":
            return "another site asks for this"
        return ""

    def _answer(self, path: str, query: str) -> None:
        proofs = self.server.proofs
        if path == "/events":
            self._send_events(read_view(query, proofs.workspace.project))
        elif found := PICTURE.fullmatch(path):
            scale = SCALE.fullmatch(query)
            data = proofs.pictures.picture(found[1], int(found[2]), int(scale[1]) if scale else 1)
            kept = "private, max-age=3600, immutable"  # another picture has another address
            self._send(200, data, {"Content-Type": "image/png", "Cache-Control": kept})
        else:
            raise LookupError("there is nothing here")

    def _send_events(self, view: View) -> None:
        kind = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        self._send(200, b"retry: 1000\n\n", kind, whole=False)
        with self.server.proofs.listen(view) as messages:
            while True:
                try:
                    message = messages.get(timeout=HEARTBEAT)
                except queue.Empty:
                    message = b":\n\n"
                try:
                    self.wfile.write(message)
                except OSError:  # the browser is gone
                    return

    def _say(self, status: int, text: str) -> None:
        self._send(status, f"{text}\n".encode(), {"Content-Type": "text/plain; charset=utf-8"})

    def _send(
        self, status: int, data: bytes, headers: Mapping[str, str], *, whole: bool = True
    ) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **headers}.items():
            self.send_header(name, value)
        if whole:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
