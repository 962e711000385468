"""A real PDF viewer that is typed and clicked into: Chromium's own, steered through two pipes (DevTools protocol)."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import signal
import time
from base64 import b64decode
from contextlib import contextmanager
from itertools import count
from select import select
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The program, or nothing where it is not installed."""

VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/"
JS = "document.querySelector('pdf-viewer')"
SECONDS = 30
"""How long to wait for a step; each takes a tenth of a second, more on a busy machine."""

CORNER = """(() => {{ const sheet = {js}.viewport.getPageScreenRect({page});
  const main = {js}.shadowRoot.querySelector('#main').getBoundingClientRect(); return [main.x + sheet.x, main.y + sheet.y] }})()"""
SAVE = f"""(() => {{ const view = {JS};
  view.selectFileAndGetWriter_ = async () => ({{write(blob) {{ window.saved_ = blob }}}});
  view.onToolbarSave_({{detail: 'EDITED'}}) }})()"""
SAVED = """new Promise(done => { const reader = new FileReader();
  reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(window.saved_) })"""

Step = tuple[int, float, float, str]
"""Page from 0, centre in points from its top left, and the text to type; nothing is typed into a button."""


def fill(source: Path, steps: Sequence[Step], folder: Path) -> bytes:
    """Returns the file as the viewer saves it after `steps`."""
    with _browser(folder) as browser:
        tab = browser.tab(source.resolve().as_uri())
        viewer = browser.until(browser.viewer)
        view = View(browser, tab, viewer)
        for step in steps:
            view.follow(*step)
        return view.saved()


class Browser:
    """Chromium, by its two pipes."""

    def __init__(self, reading: int, writing: int) -> None:
        self._in, self._out = os.fdopen(reading, "rb", buffering=0), os.fdopen(writing, "wb", buffering=0)
        self._numbers = count(1)
        self._rest = b""

    def send(self, method: str, session: str = "", **params: object) -> Any:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params} | (
            {"sessionId": session} if session else {}
        )
        self._out.write(json.dumps(message).encode() + b"\0")
        while (said := self._said()).get("id") != number:
            pass
        assert "error" not in said, (method, said["error"])
        return said["result"]

    def _said(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select([self._in], [], [], SECONDS)[0], "the browser does not answer"
            more = self._in.read(1 << 20)
            assert more, "the browser has ended"
            self._rest += more
        one, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(one)
        return said

    def close(self) -> None:
        self._in.close()
        self._out.close()

    def until(self, asked: Callable[[], Any]) -> Any:
        end = time.monotonic() + SECONDS
        while not (found := asked()):
            assert time.monotonic() < end, "the viewer does not answer"
            time.sleep(0.05)
        return found

    def tab(self, address: str) -> str:
        target = self.send("Target.createTarget", url=address)["targetId"]
        session: str = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return session

    def viewer(self) -> str | None:
        targets = self.send("Target.getTargets", filter=[{}])["targetInfos"]
        found = next((it["targetId"] for it in targets if it["url"].startswith(VIEWER)), None)
        return found and self.send("Target.attachToTarget", targetId=found, flatten=True)["sessionId"]


class View:
    """An open document."""

    def __init__(self, browser: Browser, tab: str, viewer: str) -> None:
        self._browser, self._tab, self._viewer = browser, tab, viewer
        browser.until(lambda: self._js(f"{JS}?.loadState_ === 'success'"))
        self._js(f"{JS}.viewport.setZoom(1)")

    def _js(self, code: str) -> Any:
        said = self._browser.send(
            "Runtime.evaluate", self._viewer, expression=code, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def follow(self, page: int, x: float, y: float, text: str) -> None:
        x, y = x * 96 / 72, y * 96 / 72
        left, top = self._js(CORNER.format(js=JS, page=page))
        self._click(left + x, top + y)
        if text:  # before the field has the focus, the first keys may get lost
            self._browser.until(lambda: "text" in str(self._js(f"{JS}.formFieldFocus_")).lower())
        for char in text:
            self._key(char)
        time.sleep(0.05)

    def _click(self, x: float, y: float) -> None:
        for kind, button, clicks in (
            ("mouseMoved", "none", 0),
            ("mousePressed", "left", 1),
            ("mouseReleased", "left", 1),
        ):
            self._browser.send(
                "Input.dispatchMouseEvent", self._tab, type=kind, x=x, y=y, button=button, clickCount=clicks
            )

    def _key(self, char: str) -> None:
        enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
        if char == "\n":
            self._browser.send("Input.dispatchKeyEvent", self._tab, type="keyDown", text="\r", **enter)
            self._browser.send("Input.dispatchKeyEvent", self._tab, type="keyUp", **enter)
        else:
            self._browser.send("Input.dispatchKeyEvent", self._tab, type="char", text=char, key=char)

    def saved(self) -> bytes:
        """What its own way of saving writes; only the window that asks for a file's name is left out."""
        time.sleep(0.3)
        self._js(SAVE)
        self._browser.until(lambda: self._js("!!window.saved_"))
        return b64decode(self._js(SAVED))


@contextmanager
def _browser(folder: Path) -> Iterator[Browser]:
    """Starts a browser that reads from file 3 and answers on file 4; its window shows all pages, so nothing has to be scrolled."""
    (theirs_in, ours_out), (ours_in, theirs_out) = _pipe(), _pipe()
    browser = Browser(ours_in, ours_out)
    process = _started(folder, theirs_in, theirs_out)
    try:
        yield browser
    finally:
        os.kill(process, signal.SIGTERM)
        os.waitpid(process, 0)
        browser.close()


def _pipe() -> tuple[int, int]:
    """A pipe whose ends have numbers that the browser's files 0 to 4 do not have."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return high[0], high[1]


def _started(folder: Path, reading: int, writing: int) -> int:
    assert CHROMIUM
    options = (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
        "--window-size=1400,6000", f"--user-data-dir={folder}", "about:blank",
    )  # fmt: skip
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
    pipes = [(os.POSIX_SPAWN_DUP2, reading, 3), (os.POSIX_SPAWN_DUP2, writing, 4)]
    process = os.posix_spawn(CHROMIUM, [CHROMIUM, *options], os.environ, file_actions=[*silent, *pipes])
    os.close(reading)
    os.close(writing)
    return process
