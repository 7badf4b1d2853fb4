"""A real Chromium without a window, driven through the pipe that it is started with.

What goes through the pipe is the Chrome DevTools Protocol, JSON with a zero byte behind each
message. So the tests need no driver and no port, and whatever version of Chromium there is will do.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# The browser reads orders from file 3 and answers in file 4.
LAUNCH = """
import os, sys
orders, answers, *command = sys.argv[1:]
high = [os.dup2(int(end), number) for end, number in ((orders, 20), (answers, 21))]
os.dup2(20, 3), os.dup2(21, 4)
os.execvp(command[0], command)
"""

OPTIONS = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--disable-gpu", "--disable-dev-shm-usage", "--mute-audio",
    "--password-store=basic", "--use-mock-keychain",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip

PATIENCE = 60
"""So many seconds anything may take. A machine with much to do is no failure."""

KEYS = {"Enter": "\r", "Tab": "\t", " ": " "}


def find_browser() -> str | None:
    """Return the program of a Chromium or Chrome; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class BrowserDoesNotStartError(Exception):
    """A browser is installed, but it ends at once or never answers."""


class Browser:
    """One window of a browser, and what it said on its console."""

    def __init__(self, program: str, profile: Path) -> None:
        self._numbers = itertools.count(1)
        self._unread = b""
        self.said: list[str] = []
        self.requests: list[str] = []
        theirs, self._orders = os.pipe()
        self._answers, ours = os.pipe()
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [program, *OPTIONS, *sandbox, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(theirs), str(ours), *command],
            pass_fds=(theirs, ours),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(ours)
        try:
            targets = self._send("Target.getTargets")["targetInfos"]
        except (AssertionError, OSError) as error:
            self._process.kill()
            self._process.wait()
            raise BrowserDoesNotStartError(error) from error
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        attached = self._send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility", "DOM"):
            self.send(f"{domain}.enable")

    def close(self) -> None:
        """End the browser and all its processes."""
        self._send("Browser.close")
        self._process.wait(timeout=PATIENCE)
        os.close(self._orders)
        os.close(self._answers)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Give an order of the protocol to the window; return the answer."""
        return self._send(method, self._session, **parameters)

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self.said.clear()
        self.requests.clear()
        self.send("Page.navigate", url=address)
        self.wait_for("document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """Return what an expression of JavaScript gives in the page."""
        given = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in given:
            raise AssertionError(f"{script}: {given['exceptionDetails']}")
        return given["result"].get("value")

    def wait_for(self, script: str) -> Any:
        """Wait until an expression gives something true; return it."""
        end = time.monotonic() + PATIENCE
        while not (value := self.run(f"(v => v instanceof Node || v)({script})")):
            assert time.monotonic() < end, f"this never came true: {script}\n{self.text()}"
            time.sleep(0.02)
        return value

    def text(self, selector: str = "body") -> str:
        """Return the words that are seen in an element."""
        return str(self.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key, by its name: Tab, Enter, ArrowDown."""
        text = {"text": KEYS[key]} if key in KEYS and key != "Tab" else {}
        codes = {"Tab": 9, "Enter": 13, " ": 32, "End": 35, "Home": 36, "ArrowLeft": 37,
                 "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}  # fmt: skip
        event = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key], **text}
        for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, modifiers=8 * shift, **event)

    def point(self, selector: str, *, click: bool = False) -> None:
        """Put the mouse in the middle of an element, and press it there."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2] })()"
        )
        at = {"x": place[0], "y": place[1]}
        self.send("Input.dispatchMouseEvent", type="mouseMoved", **at)
        for kind in ("mousePressed", "mouseReleased") if click else ():
            self.send("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    def size(self, width: int, height: int, scale: float = 1) -> None:
        """Give the window a size, in CSS pixels."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=scale, mobile=False,
        )  # fmt: skip

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot")["data"])

    def accessibility_tree(self) -> list[tuple[str, str]]:
        """Return role and name of everything that a screen reader finds, in its order."""
        nodes = self.send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node["ignored"]
        ]

    def _send(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        order: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            message = self._read()
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message.get('error')}"
                return dict(message["result"])
            self._note(message)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            more = os.read(self._answers, 1 << 16)
            assert more, "the browser has ended"
            self._unread += more
        message, _, self._unread = self._unread.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, message: dict[str, Any]) -> None:
        """Keep what the page says on its console, and what it asks for."""
        parameters = message.get("params", {})
        match message.get("method"):
            case "Runtime.consoleAPICalled":
                self.said.append(str([each.get("value") for each in parameters["args"]]))
            case "Runtime.exceptionThrown":
                self.said.append(str(parameters["exceptionDetails"]))
            case "Log.entryAdded":
                self.said.append(parameters["entry"]["text"])
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
