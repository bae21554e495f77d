"""The pages a phone may ask for, a member's own day, and the event stream that says "look again"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from panel_tui.room.room import Room
from panel_tui.web.event_streams import (
    BEAT,
    HEARTBEAT,
    LOOK_AGAIN,
    MOST_STREAMS,
    EventStreams,
    fingerprint_in,
)
from panel_tui.web.forms import BadRequest
from panel_tui.web.other_screens import live_wall
from panel_tui.web.page_finder import Endpoint
from panel_tui.web.reception import reception
from panel_tui.web.responses import page_for, shown
from panel_tui.web.seats import keep_overnight, own_code, seat
from panel_tui.web.shared_device import lock_if_finished
from sessions.views.interviews import screened
from sessions.views.phone.about import all_applications
from sessions.views.phone.current_page import Ask
from sessions.views.phone.pages import AnyPage, MyDay, Overnight


async def home(request: Request) -> Response:
    """Show this phone its page."""
    lock_if_finished(request)
    reception(request).visited(request)
    page = page_for(request, Ask())
    reply = shown(request, page)
    if isinstance(page, Overnight):
        keep_overnight(request, reply)
    return reply


def asked(kind: str) -> Endpoint:
    """Return what shows the page of this kind to a member who asks for it, to do it or to do it once more."""

    async def show(request: Request) -> Response:
        return shown(request, page_for(request, Ask(kind)))

    return show


def asked_by_number(kind: str) -> Endpoint:
    """Return what shows one question of this kind, by its number in the address."""

    async def show(request: Request) -> Response:
        return shown(request, page_for(request, Ask(kind, _number(request))))

    return show


def _number(request: Request) -> int:
    number = str(request.path_params["number"])
    if not (number.isascii() and number.isdecimal() and len(number) <= 3):
        raise BadRequest(404, "nothing-here")
    return int(number)


async def health(_request: Request) -> Response:
    """Say that the server answers."""
    return PlainTextResponse("ok")


async def mine(request: Request) -> Response:
    """Show what this phone's member gave so far; whoever has no seat is asked to take one."""
    return _with_others(request, "/mine", lambda room, seat: _with_code(request, room.my_day(seat)))


def _with_code(request: Request, page: AnyPage) -> AnyPage:
    """Offer to show the seat's own code where this phone keeps it, and show it to who asks."""
    code = own_code(request)
    if not code or not isinstance(page, MyDay):
        return page
    return replace(page, has_code=True, code=code if request.query_params.get("code") == "yes" else "")


async def applications(request: Request) -> Response:
    """Show all the applications, in every phase of the day; whoever has no seat is asked to take one."""
    return _with_others(request, "/applications", lambda room, seat: all_applications(room.state, seat))


def _with_others(request: Request, way: str, page: Callable[[Room, int], AnyPage]) -> Response:
    """Show a page with other applications on it; while guests can see it, only to a member who asks twice."""
    number, room = seat(request), reception(request).room
    if number is None:
        return shown(request, page_for(request))
    if room.state.guests_in and request.query_params.get("seen") != "yes":
        return shown(request, screened(room.state, number, way))
    return shown(request, page(room, number))


async def live(request: Request) -> Response:
    """Open the stream of the phone's seat, or of the wall's page; a phone without a seat has nothing to wait for."""
    if request.query_params.get("of") == "wall":
        return await live_wall(request)
    front = reception(request)
    mine = seat(request)
    if mine is None or request.method == "HEAD":
        return Response(status_code=204)
    if len(front.streams) >= MOST_STREAMS:
        return Response(status_code=429, headers={"Retry-After": "30"})
    stream = _look_again(front.room, mine, partial(seat, request), front.streams)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _look_again(
    room: Room, seat: int, holds: Callable[[], int | None], lines: EventStreams
) -> AsyncIterator[bytes]:
    with room.watch(seat) as watch:
        line = lines.open(seat, fingerprint_in(room, seat), watch)
        room.presence.arrive(seat)
        try:
            yield LOOK_AGAIN  # it may have missed something on the way here
            while not line.over:
                try:
                    async with asyncio.timeout(BEAT):
                        await watch.changed()
                except TimeoutError:
                    yield HEARTBEAT
                    continue
                if not line.over:
                    await lines.turn()
                if line.over:
                    return
                if holds() != seat:
                    yield LOOK_AGAIN
                    return
                now = fingerprint_in(room, seat)
                if now != line.seen:
                    line.seen = now
                    yield LOOK_AGAIN
        finally:
            room.presence.leave(seat)
            lines.leave(seat, line)
