"""Run the web app beside the wall, in the same event loop; with a real certificate for those who have one.

It is tried out before a phone sees it: a handshake with ourselves, in memory, shows all three.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Callable, Iterator

import uvicorn
from starlette.types import ASGIApp

from panel_tui.room.listener_state import ListenerState
from panel_tui.room.room import Room
from panel_tui.system.network import bound, bound_at
from panel_tui.system.process import most_connections, raise_file_limit
from panel_tui.web.app import PhoneApp, build_app
from panel_tui.web.certificate import Certificate, names_of
from panel_tui.web.connection_limits import ConnectionLimits
from panel_tui.web.phone_protocol import phone_protocol
from panel_tui.web.reception import Reception
from panel_tui.web.request_guard import HEADERS_LIMIT, Hosts
from panel_tui.web.tls_connections import Handshake

_KEEP_ALIVE = 20  # seconds
_AT_ONCE = 128  # connections accepted at one go: so many more files than counted may be open for a moment
_QUEUE = 2_048  # connections that may wait to be accepted
_LOOK = 1.0  # seconds between two looks whether the socket is open
_PATIENCE = 2  # seconds that replies under way get when the server stops


class PhoneServer:
    """A server that answers phones: where, and what the desk may know of it."""

    def __init__(
        self, app: PhoneApp, *, host: str, port: int, asked: int, names: tuple[str, ...] = ()
    ) -> None:
        """Describe a server that listens on `port`, where `asked` was wanted; `names` are its certificate's."""
        self.app = app
        self.host = host
        self.port = port
        self.asked = asked
        self.names = names

    @property
    def moved(self) -> bool:
        """Whether the port asked for was taken and the next free one is used."""
        return self.asked not in (0, self.port)

    @property
    def wrong_codes(self) -> int:
        """Count the wrong codes tried so far, for the desk."""
        return self._reception.codes.seen

    @property
    def listening(self) -> int:
        """Count the phones that wait for "look again"."""
        return len(self._reception.streams)

    def hang_up(self) -> None:
        """End every event stream; phones will come back if they can."""
        self._reception.streams.close()

    @property
    def _reception(self) -> Reception:
        return self.app.reception


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
    hosts = Hosts(used, names=names)
    app = build_app(room, hosts=hosts)
    phones = PhoneServer(app, host=host, port=used, asked=port, names=names)
    most, state = most_connections(), room.listener
    async with listening(app, sock, certificate, most=most, state=state, home=hosts.home):
        try:
            yield phones
        finally:
            phones.hang_up()


def nowhere(_asked: str) -> str:
    """Lead nobody on."""
    return ""


@contextlib.asynccontextmanager
async def listening(
    app: ASGIApp,
    sock: socket.socket,
    certificate: Certificate | None = None,
    *,
    most: int,
    state: ListenerState | None = None,
    home: Callable[[str], str] = nowhere,
) -> AsyncIterator[None]:
    """Answer on a bound socket, at most so many at once, for as long as the block lasts; then close it.

    If something else closes it, it is opened again, and `state` is told. `home` gives the host of the encrypted pages
    for one that was asked for in plain HTTP.
    """
    limits = ConnectionLimits(most)
    server = _Server(_config(app, certificate, limits), limits, home)
    running = asyncio.create_task(server.serve(sockets=[sock]))
    ready = asyncio.create_task(server.ready.wait())
    try:
        await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        async with _watched(server, state or ListenerState(lambda: None)):
            yield
    finally:
        ready.cancel()
        server.should_exit = True
        await running
        sock.close()


@contextlib.asynccontextmanager
async def _watched(server: _Server, state: ListenerState) -> AsyncIterator[None]:
    watching = asyncio.create_task(server.keep_open(state))
    try:
        yield
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


class _Server(uvicorn.Server):
    """uvicorn that leaves Ctrl+C to the wall, counts whoever comes before anything else, and says when it is ready."""

    def __init__(self, config: uvicorn.Config, door: ConnectionLimits, home: Callable[[str], str]) -> None:
        super().__init__(config)
        self._home = home
        self.ready = asyncio.Event()
        self._door = door

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        assert sockets is not None  # ours are bound before anything is served
        await self.lifespan.startup()
        (sock,) = sockets
        await self._listen(sock)
        self.started = True
        self.ready.set()

    async def _listen(self, sock: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        self._sock, self._place = sock, sock.getsockname()[:2]
        self.servers = [await loop.create_server(self._protocol, sock=sock, backlog=_AT_ONCE)]
        sock.listen(_QUEUE)  # asyncio takes one number for both

    async def keep_open(self, state: ListenerState, every: float = _LOOK) -> None:
        """Open the socket again whenever it was closed; what is under way on others goes on meanwhile."""
        while True:
            await asyncio.sleep(every)
            if self._sock.fileno() != -1:
                continue
            state.found_shut()
            with contextlib.suppress(OSError):  # where the port is not free yet, the next look tries again
                again = bound_at(*self._place)
                for closed in self.servers:
                    with contextlib.suppress(ValueError):  # it may know that its socket is no more
                        closed.close()
                await self._listen(again)
                state.stands_open()

    def _protocol(self) -> asyncio.Protocol:
        if self.config.ssl is None:
            return self._plain()
        return Handshake(self._plain, self.config.ssl, self._door, self._home)

    def _plain(self) -> asyncio.Protocol:
        protocol = self.config.http_protocol_class
        return protocol(self.config, self.server_state, self.lifespan.state)  # type: ignore[call-arg]


def _config(app: ASGIApp, certificate: Certificate | None, door: ConnectionLimits) -> uvicorn.Config:
    for name in ("asyncio", "uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        quiet = logging.getLogger(name)
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
    return uvicorn.Config(
        app,
        http=phone_protocol(door),
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
