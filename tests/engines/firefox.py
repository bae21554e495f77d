"""Firefox, led over Marionette: the remote protocol it brings along, so that nothing need stand in between."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.engines.webdriver import PATIENCE, BrowserError, Window
from tests.journeys.display import end

PROGRAMS = ("firefox-esr",)
_STARTS = 60.0  # seconds; a new profile is laid out first
_QUIET: dict[str, object] = {
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#",
    "startup.homepage_welcome_url": "about:blank",
    "toolkit.telemetry.enabled": False,
    "ui.prefersReducedMotion": 1,
}
# a window is never narrower than its buttons: the page in it is laid out at a phone's width
_PHONE_SIZE = """const page = gBrowser.selectedBrowser, [width, height] = arguments;
for (const [of, long] of [["width", width], ["height", height]])
  for (const name of [of, "min-" + of, "max-" + of]) page.style.setProperty(name, long + "px");
page.style.flex = "none";"""
_SCRIPTS = """Services.prefs.setBoolPref("javascript.enabled", arguments[0]); Services.console.reset();"""
# a stream that cannot be opened is told to our script, which says so in its own words
_COMPLAINTS = """return Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError
  && /^https?:/.test(one.sourceName) && !(one.flags & one.warningFlag)
  && !one.errorMessage.includes("/live")).map(one => one.errorMessage);"""


class Marionette:
    """The wire: length, colon, JSON, both ways."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer, self._number = reader, writer, 0

    async def send(self, command: str, **fields: object) -> Any:
        self._number += 1
        name = command if ":" in command else f"WebDriver:{command}"
        text = json.dumps([0, self._number, name, fields]).encode()
        self._writer.write(b"%d:%b" % (len(text), text))
        _, _, trouble, answer = await self.read()
        if trouble:
            raise BrowserError(trouble["error"], trouble["message"])
        return answer["value"] if isinstance(answer, dict) and set(answer) == {"value"} else answer

    async def read(self) -> Any:
        length = await self._reader.readuntil(b":")
        return json.loads(await self._reader.readexactly(int(length[:-1])))


class Firefox:
    """A running Firefox."""

    def __init__(self, wire: Marionette) -> None:
        self._wire = wire

    @asynccontextmanager
    async def phone(self, width: int, height: int, *, scripts: bool) -> AsyncIterator[Window]:
        """Take a phone in the hand that was nowhere yet; at the end no script of ours may have complained."""
        window = Window(self._wire)
        await window.open("about:blank")
        await self._wire.send("DeleteAllCookies")
        await self._own(_SCRIPTS, scripts)
        await self._own(_PHONE_SIZE, width, height)
        yield window
        complaints = await self._own(_COMPLAINTS)
        assert not complaints, complaints

    async def _own(self, body: str, *given: object) -> Any:
        """Run a script in the browser's own window, not in the page."""
        await self._wire.send("Marionette:SetContext", value="chrome")
        try:
            return await self._wire.send("ExecuteScript", script=body, args=list(given))
        finally:
            await self._wire.send("Marionette:SetContext", value="content")


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Firefox]:
    """Start a Firefox without a screen, with a profile of its own, and end it however the block does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    profile = folder / "firefox"
    profile.mkdir()
    wishes = {**_QUIET, "marionette.port": port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wishes.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    words = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]
    program = subprocess.Popen(
        [*PROGRAMS, *words, str(profile)],
        env={**os.environ, "HOME": str(folder), "MOZ_CRASHREPORTER_DISABLE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(_STARTS):
            reader, writer = await _connected(port)
            wire = Marionette(reader, writer)
            await wire.read()  # it says who it is
            await wire.send("NewSession", capabilities={"timeouts": {"pageLoad": int(PATIENCE * 1000)}})
        try:
            yield Firefox(wire)
        finally:
            writer.close()
    finally:
        end(program)


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    while True:
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
