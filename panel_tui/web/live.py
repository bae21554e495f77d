"""The event stream: it says "look again" and never what there is to see. Phones drop it and come back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ..room import Room
from .glimpse import glimpse_in
from .lines import ALTOGETHER, Lines
from .reception import reception
from .seats import seat

LOOK_AGAIN = b"data: look again\n\n"
HEARTBEAT = b": still here\n\n"
BEAT = 15.0  # seconds; phones and access points forget a line that is quiet for longer


async def live(request: Request) -> Response:
    """Open the stream of the phone's seat; a phone without one has nothing to wait for."""
    desk = reception(request)
    mine = seat(request)
    if mine is None or request.method == "HEAD":
        return Response(status_code=204)
    if len(desk.lines) >= ALTOGETHER:
        return Response(status_code=429, headers={"Retry-After": "30"})
    stream = _look_again(desk.room, mine, partial(seat, request), desk.lines)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _look_again(
    room: Room, seat: int, holds: Callable[[], int | None], lines: Lines
) -> AsyncIterator[bytes]:
    with room.watch(seat) as watch:
        line = lines.open(seat, glimpse_in(room, seat), watch)
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
                if line.over:
                    return
                if holds() != seat:
                    yield LOOK_AGAIN
                    return
                now = glimpse_in(room, seat)
                if now != line.seen:
                    line.seen = now
                    yield LOOK_AGAIN
        finally:
            room.presence.leave(seat)
            lines.leave(seat, line)
