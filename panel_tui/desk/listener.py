"""The desk's own listener: 127.0.0.1 only, a port of its own, a key for whoever owns this laptop.

A desk is given the whole view whenever it differs from the one it has, and sends wishes from a closed list. It does
not matter how many desks there are, or how often one comes back.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from panel_tui.desk.allowed_commands import Denied, Granted, NoWish, read_wish
from panel_tui.desk.connection_note import ConnectionNote, leave, take_back
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.room.room import Room
from panel_tui.system.network import bound
from panel_tui.system.paths import written
from panel_tui.web.forms import BadRequest
from panel_tui.web.request_guard import Hosts, RequestGuard
from panel_tui.web.server import PhoneServer, listening
from sessions.model.refusals import Refused
from sessions.views.desk.desk import DeskBeside, DeskView, desk
from sessions.wording import say

HERE = "127.0.0.1"
HOLD = 20.0  # seconds a desk waits for news before it is told that there are none
LOOK = 2.0  # seconds between two looks at what rings no bell: the time, and which phones are awake
_DESKS = 64  # connections; a desk needs two
_GATHER = 0.05  # seconds that a rush of changes is let settle


class Desks:
    """What the desks of one session are given."""

    def __init__(self, room: Room, phones: PhoneServer | None = None) -> None:
        """Take the room, and the server its phones come to."""
        self._room = room
        self._phones = phones
        self.api = RoomApi(room, afar=True)
        self._closing = asyncio.Event()

    def view(self) -> DeskView:
        """Make the view as it is now."""
        room = self._room
        box, voted = room.in_box()
        beside = DeskBeside(
            awake=room.presence.here,
            voted=voted,
            box=box,
            signals=room.signals.counts,
            address=room.address,
            code=room.door_code,
            trouble=" ".join(_trouble(room)),
            labels=room.labels(),
            asked=room.adjusted.all(),
            wrong_codes=self._phones.wrong_codes if self._phones is not None else 0,
        )
        return desk(room.state, room.clock.now(), beside, self.api.choices())

    async def news(self, known: str) -> tuple[str, bytes] | None:
        """Wait until the view is not the one known by its mark; nothing where it stays so."""
        loop = asyncio.get_running_loop()
        until = loop.time() + HOLD
        with self._room.watch() as watch:
            while True:
                mark, body = self._drawn()
                if mark != known:
                    return mark, body
                if loop.time() >= until or self._closing.is_set():
                    return None
                await self._rest(watch.changed())

    def close(self) -> None:
        """Let every desk go that waits."""
        self._closing.set()

    def _drawn(self) -> tuple[str, bytes]:
        body = msgspec.json.encode(self.view())
        return sha256(body).hexdigest()[:32], body

    async def _rest(self, changed: object) -> None:
        waiting = {asyncio.ensure_future(changed), asyncio.ensure_future(self._closing.wait())}  # type: ignore[call-overload]
        try:
            done, _ = await asyncio.wait(waiting, timeout=LOOK, return_when=asyncio.FIRST_COMPLETED)
            if done and not self._closing.is_set():
                await asyncio.sleep(_GATHER)
        finally:
            for one in waiting:
                one.cancel()


def _trouble(room: Room) -> Iterator[str]:
    """Say what is wrong, or has to be done again, each in a sentence."""
    for sentence in (room.keeping.trouble.said, room.adjusted.unread):
        if sentence:
            yield sentence
    if room.anonymous_answers.views_again:
        yield say("people.minority.slip-again")


class Keyed:
    """Asks every request for the key, in time that does not depend on how much of it is right."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        """Guard an app with a key."""
        self._app = app
        self._wanted = f"Bearer {key}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through that has the key. Raises Odd."""
        if scope["type"] == "http":
            shown = [value for name, value in scope["headers"] if name == b"authorization"]
            if len(shown) != 1 or not hmac.compare_digest(shown[0], self._wanted):
                raise BadRequest(401, "other-door")
        await self._app(scope, receive, send)


async def _view(request: Request) -> Response:
    desks: Desks = request.app.state.desks
    found = await desks.news(request.headers.get("if-none-match", ""))
    if found is None:
        return Response(status_code=304)
    mark, body = found
    return Response(body, media_type="application/json", headers={"ETag": mark})


async def _wish(request: Request) -> Response:
    desks: Desks = request.app.state.desks
    try:
        way, wish = read_wish(await request.body())
    except NoWish:
        return Response(status_code=400)
    try:
        result = await way(desks.api, wish)
    except Refused as refused:
        return _json(Denied(refused.code, dict(refused.values)), 409)
    return _json(Granted(result), 200)


def _json(value: Denied | Granted, status: int) -> Response:
    return Response(msgspec.json.encode(value), status_code=status, media_type="application/json")


def _bare(_request: Request, odd: BadRequest) -> Response:
    """Answer a stranger with a number and not a word."""
    return Response(status_code=odd.status)


async def _no_such_page(_request: Request, why: Exception) -> Response:
    return Response(status_code=why.status_code if isinstance(why, HTTPException) else 404)


def build_desk(desks: Desks, *, port: int, key: str) -> Starlette:
    """Build the app that desks talk to on this port."""
    app = Starlette(
        routes=[Route("/view", _view), Route("/wish", _wish, methods=["POST"])],
        middleware=[
            Middleware(RequestGuard, hosts=Hosts(port, addresses=tuple), turn=_bare),
            Middleware(Keyed, key=key),
        ],
        exception_handlers={HTTPException: _no_such_page},
    )
    app.router.redirect_slashes = False
    app.state.desks = desks
    return app


@contextlib.asynccontextmanager
async def desk_listener(
    room: Room, folder: Path, phones: PhoneServer | None = None
) -> AsyncIterator[ConnectionNote]:
    """Answer desks for as long as the block lasts, and leave them a note where. Raises OSError."""
    sock = bound(HERE, 0)
    note = ConnectionNote(
        written(folder.resolve()), int(sock.getsockname()[1]), room.clock.token() + room.clock.token()
    )
    desks = Desks(room, phones)
    async with listening(build_desk(desks, port=note.port, key=note.key), sock, most=_DESKS):
        place = leave(note, folder)
        try:
            yield note
        finally:
            take_back(place, note)
            desks.close()


@contextlib.asynccontextmanager
async def desk_if_can(room: Room, folder: Path, phones: PhoneServer | None = None) -> AsyncIterator[bool]:
    """Answer desks where this laptop lets us; a day can do without, so say only whether."""
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(desk_listener(room, folder, phones))
        except OSError:
            yield False
        else:
            yield True
