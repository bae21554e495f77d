"""Run the web app beside the wall, in the same event loop, and stop it without a trace. It never prints."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.applications import Starlette

from ..network import bound
from ..room import Room
from .app import build_app
from .certificate import Certificate, names_of
from .doorway import Doorway
from .files import raise_file_limit
from .guard import HEADERS_LIMIT
from .hosts import Hosts
from .protocol import phone_protocol
from .reception import Reception

_KEEP_ALIVE = 20  # seconds
_PATIENCE = 2  # seconds that replies under way get when the server stops


class PhoneServer:
    """A server that answers phones: where, and what the desk may know of it."""

    def __init__(
        self, app: Starlette, *, host: str, port: int, asked: int, names: tuple[str, ...] = ()
    ) -> None:
        """Describe a server that listens on `port`, where `asked` was wanted; `names` are its certificate's."""
        self.app = app
        self.host = host
        self.port = port
        self.asked = asked
        self.names = names

    @property
    def moved(self) -> bool:
        """Say whether the port asked for was taken and the next free one is used."""
        return self.asked not in (0, self.port)

    @property
    def wrong_codes(self) -> int:
        """Count the wrong codes tried so far, for the desk."""
        return self._reception.codes.seen

    @property
    def listening(self) -> int:
        """Count the phones that wait for "look again"."""
        return len(self._reception.lines)

    def hang_up(self) -> None:
        """End every event stream; phones will come back if they can."""
        self._reception.lines.close()

    @property
    def _reception(self) -> Reception:
        reception: Reception = self.app.state.reception
        return reception


@contextlib.asynccontextmanager
async def serve(
    room: Room,
    host: str = "0.0.0.0",  # noqa: S104 - phones come from outside this laptop
    port: int = 8765,
    *,
    certificate: Certificate | None = None,
    sock: socket.socket | None = None,
) -> AsyncIterator[PhoneServer]:
    """Answer phones for as long as the block lasts, on `sock` where one is bound already.

    Raises OSError where no port can be had, and Unfit.
    """
    names = names_of(certificate) if certificate else ()
    raise_file_limit()
    sock = sock or bound(host, port)
    used = int(sock.getsockname()[1])
    app = build_app(room, hosts=Hosts(used, names=names))
    phones = PhoneServer(app, host=host, port=used, asked=port, names=names)
    async with listening(app, sock, certificate):
        try:
            yield phones
        finally:
            phones.hang_up()


@contextlib.asynccontextmanager
async def listening(
    app: Starlette, sock: socket.socket, certificate: Certificate | None = None
) -> AsyncIterator[None]:
    """Answer on a bound socket for as long as the block lasts; then close it."""
    server = _Server(_config(app, certificate))
    running = asyncio.create_task(server.serve(sockets=[sock]))
    ready = asyncio.create_task(server.ready.wait())
    try:
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        yield
    finally:
        ready.cancel()
        server.should_exit = True
        await running
        sock.close()


class _Server(uvicorn.Server):
    """uvicorn that leaves Ctrl+C to the wall, and says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def _config(app: Starlette, certificate: Certificate | None) -> uvicorn.Config:
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        quiet = logging.getLogger(name)
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
    return uvicorn.Config(
        app,
        http=phone_protocol(Doorway()),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,  # an address a phone claims for itself is worth nothing
        server_header=False,
        h11_max_incomplete_event_size=HEADERS_LIMIT,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_PATIENCE,
        ssl_certfile=certificate.certificate if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
    )
