"""WebKit, the engine of every iPhone, as GTK has it: MiniBrowser on a screen of its own, led over HTTP."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.engines.webdriver import PATIENCE, BrowserError, Window
from tests.journeys.display import Display, end

PROGRAMS = ("WebKitWebDriver", "Xvfb")
_WAYS = {
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "/url"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "SetWindowRect": ("POST", "/window/rect"),
}
# what is led from outside writes no console: the page itself keeps what its scripts complained of
_LISTEN = """window.complaints = [];
for (const kind of ["error", "unhandledrejection"])
  addEventListener(kind, event => window.complaints.push(String(event.message || event.reason)));"""
_COMPLAINTS = "return window.complaints || [];"
_MOST = 5_000  # milliseconds; `until` then asks again
# a window is never narrower than its buttons, unless they are nothing
_NO_BUTTONS = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }\n"


class Http:
    """The wire to one session."""

    def __init__(self, http: httpx.AsyncClient, session: str) -> None:
        self._http, self._session = http, session

    async def send(self, command: str, **fields: object) -> Any:
        method, path = _WAYS[command]
        within = path.format(id=fields.pop("id", ""))
        return await ask(self._http, method, f"/session/{self._session}{within}", fields)


async def ask(http: httpx.AsyncClient, method: str, path: str, fields: dict[str, object]) -> Any:
    answer = await http.request(method, path, json=fields if method == "POST" else None)
    value = answer.json()["value"]
    if answer.status_code != httpx.codes.OK:
        raise BrowserError(value["error"], value["message"])
    return value


class WebKit:
    """A WebKit that can be started as often as there are phones."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @asynccontextmanager
    async def phone(self, width: int, height: int, *, scripts: bool) -> AsyncIterator[Window]:
        """Take a phone in the hand that was nowhere yet; at the end no script of ours may have complained."""
        wish = f"--enable-javascript={str(scripts).lower()}"
        wanted = {
            "webkitgtk:browserOptions": {"args": ["--automation", wish]},
            "timeouts": {
                "script": _MOST,
                "pageLoad": _MOST,
            },  # else a script waits five minutes for a page gone by
        }
        begun = await ask(self._http, "POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        wire = Http(self._http, begun["sessionId"])
        try:
            window = Listening(wire)
            await window.open("about:blank")
            await _make(wire, width, height)
            yield window
            complaints = await window.script(_COMPLAINTS)
        finally:
            await wire.send("DeleteSession")
        assert not complaints, complaints


class Listening(Window):
    """A page that keeps what its scripts complain of, from when it has come."""

    async def open(self, address: str) -> None:
        await super().open(address)
        await self.script(_LISTEN)


async def _make(wire: Http, width: int, height: int) -> None:
    """Make the window so large that the page in it has this size."""
    above = 0
    for _ in range(100):
        await wire.send("SetWindowRect", x=0, y=0, width=width, height=height + above)
        wide, high = await wire.send("ExecuteScript", script="return [innerWidth, innerHeight]", args=[])
        if (wide, high) == (width, height):
            return
        above += height - high
        await asyncio.sleep(0.05)
    raise AssertionError(f"the window became {wide} × {high}")


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[WebKit]:
    """Start WebKit's driver on a screen of its own, and end both however the block does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    (folder / "gtk-3.0").mkdir()
    (folder / "gtk-3.0" / "gtk.css").write_text(_NO_BUTTONS, encoding="utf-8")
    display = Display()
    driver = subprocess.Popen(
        [PROGRAMS[0], f"--port={port}"],
        env={**os.environ, "DISPLAY": display.name, "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=3 * PATIENCE) as http:
            async with asyncio.timeout(PATIENCE):
                await _awake(http)
            yield WebKit(http)
    finally:
        end(driver)
        display.close()


async def _awake(http: httpx.AsyncClient) -> None:
    while True:
        try:
            await http.get("/status")
        except httpx.TransportError:
            await asyncio.sleep(0.05)
        else:
            return
