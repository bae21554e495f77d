"""A real server for a test's own small app, and the demo's session."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest
import uvicorn
from starlette.applications import Starlette

from panel_tui.demo import LEANINGS, demo_folder
from panel_tui.folder import read_session
from panel_tui.rehearse import Leanings, read_leanings
from sessions.model.session import Session

Serve = Callable[[Starlette], Awaitable[str]]


class Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    # With the protocol named: asyncio sets TCP_NODELAY on no other, and every page would take 40 ms.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        server = Server(uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server._serve([listening]))
        await server.ready.wait()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    async with AsyncExitStack() as open_servers:
        yield lambda app: open_servers.enter_async_context(served(app))


@pytest.fixture(scope="session")
def demo() -> Session:
    with demo_folder() as folder:
        reading = read_session(folder)
    assert reading.session is not None
    return reading.session


@pytest.fixture(scope="session")
def leanings() -> Leanings:
    with demo_folder() as folder:
        return read_leanings((folder / LEANINGS).read_text(encoding="utf-8"))
