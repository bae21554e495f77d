"""The engines that people have beside chromium, and a room for a phone with one of them to visit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Protocol

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from panel_tui.room.room import Room
from panel_tui.web import PhoneServer, serve
from tests.engines import firefox, webkit
from tests.engines.fingers import Fingers
from tests.engines.webdriver import Window
from tests.needs import needs
from tests.web.phones import small_room

OLD_PHONE, PHONE, PROJECTOR = (
    (320, 568),
    (390, 664),
    (1280, 720),
)  # CSS pixels; the first is the first iPhone SE

every_engine = pytest.mark.parametrize(
    "engine",
    [
        pytest.param(firefox.browsing, marks=needs(*firefox.PROGRAMS), id="Firefox"),
        pytest.param(webkit.browsing, marks=needs(*webkit.PROGRAMS), id="WebKit"),
    ],
)


class Browser(Protocol):
    """A browser that is there for any number of phones, one after another."""

    def phone(self, width: int, height: int, *, scripts: bool) -> AbstractAsyncContextManager[Window]: ...


class Engine(Protocol):
    """What starts such a browser, with a folder of its own."""

    def __call__(self, folder: Path) -> AbstractAsyncContextManager[Browser]: ...


class Visit:
    """A room that is served, and a finger on a phone that has its page open."""

    def __init__(self, room: Room, stack: AsyncExitStack) -> None:
        self.room, self._stack = room, stack
        self.hands: Fingers
        self.server: PhoneServer

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def link(self) -> str:
        """The address in the wall's square."""
        return f"{self.home}/J/{self.room.door_code}"

    def hang(self, path: str, answer: Callable[[Request], Awaitable[Response]]) -> None:
        """Hang a sample in the server, with the server's own headers."""
        self.server.app.pages.add(Route(path, answer))

    async def answer(self, port: int = 0) -> None:
        """Let the laptop answer."""
        self.server = await self._stack.enter_async_context(serve(self.room, "127.0.0.1", port))

    @asynccontextmanager
    async def gone(self) -> AsyncIterator[None]:
        """Let the laptop answer nobody, and at the end again, where it did before."""
        await self._stack.aclose()
        yield
        await self.answer(self.server.port)


@asynccontextmanager
async def visiting(
    browser: Browser, folder: Path, size: tuple[int, int] = PHONE, *, scripts: bool = True
) -> AsyncIterator[Visit]:
    """Open a room of its own, and take a phone in the hand."""
    folder.mkdir(exist_ok=True)
    async with small_room(folder) as room, AsyncExitStack() as stack:
        visit = Visit(room, stack)
        await visit.answer()
        async with browser.phone(*size, scripts=scripts) as window:
            visit.hands = Fingers(window, scripts=scripts)
            yield visit
