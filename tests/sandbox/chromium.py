"""A headless Chromium, driven over its debugging pipe: JSON messages that end in a zero byte, no library in between."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--remote-debugging-pipe", "about:blank",
)  # fmt: skip
PATIENCE_S = 60.0


def chromium() -> str | None:
    """The path of a Chromium, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class BrowserError(Exception):
    """The browser refused a command, or did not answer."""


@dataclass(slots=True)
class Browser:
    """A running browser with one tab."""

    process: subprocess.Popen[bytes]
    commands: int
    answers: int
    session: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    _number: int = 0
    _unread: bytes = b""

    def __enter__(self) -> Self:
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.session = ""
        with suppress(BrowserError, OSError):
            self.send("Browser.close")
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.process.kill()
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command of the DevTools protocol."""
        self._number += 1
        session = {"sessionId": self.session} if self.session else {}
        message = {"id": self._number, "method": method, "params": params, **session}
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        answer = self._until(lambda found: found.get("id") == self._number)
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def wait_for(self, method: str) -> dict[str, Any]:
        """The next event of this name, one that came unseen before included."""
        seen = next((event for event in self.events if event["method"] == method), None)
        return seen or self._until(lambda found: found.get("method") == method)

    def _until(self, wanted: Any) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        while (message := self._next(deadline)) is not None:
            if "method" in message:
                self.events.append(message)
            if wanted(message):
                return message
        raise BrowserError("the browser does not answer")

    def _next(self, deadline: float) -> dict[str, Any] | None:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self.answers], [], [], max(0.0, deadline - time.monotonic()))
            chunk = os.read(self.answers, 1 << 20) if ready else b""
            if not chunk:
                return None
            self._unread += chunk
        text, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message

    def look(self, width: int, height: int = 900, *, dark: bool = False) -> None:
        """Take this size and colour scheme for every page from now on."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, url: str) -> int:
        """The status of the page, once it has loaded; what came before is forgotten."""
        self.events.clear()
        self.send("Page.navigate", url=url)
        return self.loaded()

    def loaded(self) -> int:
        """The status of the page that is loading, once it has loaded."""
        self.wait_for("Page.loadEventFired")
        pages = (event["params"] for event in self.events if event["method"] == "Network.responseReceived")
        return next(int(page["response"]["status"]) for page in pages if page["type"] == "Document")

    def js(self, expression: str) -> Any:
        """The JSON value of an expression in the page."""
        found = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise BrowserError(str(found["exceptionDetails"]))
        return found["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press and release a key."""
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)

    def screenshot(self, path: Path | None = None) -> bytes:
        """The whole page as PNG, written to `path` as well."""
        image = base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=True)["data"])
        if path is not None:
            path.write_bytes(image)
        return image

    @property
    def complaints(self) -> list[str]:
        """What the console shows of the page: errors, warnings, exceptions, violations of its policy."""
        logged = [event["params"]["entry"] for event in self.events if event["method"] == "Log.entryAdded"]
        said = [event["params"] for event in self.events if event["method"] == "Runtime.consoleAPICalled"]
        thrown = [event["params"] for event in self.events if event["method"] == "Runtime.exceptionThrown"]
        return [f"{entry['text']} {entry.get('url', '')}" for entry in logged] + [json.dumps(e) for e in said + thrown]

    @property
    def requested(self) -> set[str]:
        """Every address that the page asked for."""
        sent = (event for event in self.events if event["method"] == "Network.requestWillBeSent")
        return {event["params"]["request"]["url"] for event in sent}


@contextmanager
def running(path: str, *flags: str) -> Iterator[Browser]:
    """A browser with a profile of its own, gone at the end. Only its children are ended."""
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        inbound, outbound = _pipe(), _pipe()
        shell = f'exec "$@" 3<&{inbound[0]} 4>&{outbound[1]}'
        command = ["bash", "-c", shell, "chromium", path, f"--user-data-dir={profile}", *flags, *FLAGS]
        process = subprocess.Popen(
            command, pass_fds=(inbound[0], outbound[1]), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "HOME": profile},
        )  # fmt: skip
        os.close(inbound[0])
        os.close(outbound[1])
        with Browser(process, inbound[1], outbound[0]) as browser:
            yield browser


def _pipe() -> tuple[int, int]:
    """The ends of a pipe, both above the numbers that the browser wants for its own."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return high[0], high[1]
