"""The wall on other screens: its page, the form that lets a screen in, and the stream that says "look again".

The page may be seen by a phone with a seat, and by a screen that was let in. Nothing can be posted from it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from panel_tui.web.event_streams import BEAT, HEARTBEAT, LOOK_AGAIN, MOST_STREAMS
from panel_tui.web.forms import posted
from panel_tui.web.joining import address_of
from panel_tui.web.reception import Reception, reception
from panel_tui.web.responses import onward, shown
from panel_tui.web.seats import goes_round, keep_screen, look, screen, seat
from screens.wall_page.drawing import COLOURS, TEXTS, Wish
from sessions.views.phone.pages import waits_for_member
from sessions.views.phone.shared_device import not_shown
from sessions.wording import say

CALM = 0.3  # seconds in which what changes at once is one change: a rush of answers is drawn three times a second


async def wall(request: Request) -> Response:
    """Show the wall; a screen that was not let in is asked for its code."""
    if goes_round(request):
        return onward()
    if not _may_look(request):
        return _ask(request)
    front, mine = reception(request), seat(request)
    drawn = front.walls.page(_wish(request), at_home=mine is not None, asked=_is_asked(front, mine))
    headers = {"ETag": drawn.mark}
    if request.headers.get("if-none-match") == drawn.mark:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return HTMLResponse(drawn.squeezed, headers={**headers, "Content-Encoding": "gzip"})
    return HTMLResponse(drawn.plain, headers=headers)


async def wall_with_code(request: Request) -> Response:
    """Ask whether the wall shall be shown on this screen. Looking uses no code up, and tells nothing of it."""
    if goes_round(request) or _may_look(request):
        return onward("/wall")
    return _ask(request, code=request.path_params["code"][:64])


async def show_wall(request: Request) -> Response:
    """Let this screen in, where its code is the one that is offered. The same form sent again changes nothing."""
    fields = await posted(request, "code", "id")
    if goes_round(request) or _may_look(request):
        return onward("/wall")
    front = reception(request)
    async with front.codes.turn(address_of(request)) as this:
        if front.room.screens.stands:
            await this.at_a_screen()
        cookie = front.room.screens.admit(fields["code"], fields["id"])
        if cookie:
            this.right()
    if not cookie:
        page = not_shown(front.room.state)
        return shown(request, page, message=say("elsewhere.unknown"), status=404, typed=fields)
    reply = onward("/wall")
    keep_screen(request, reply, cookie)
    return reply


def _is_asked(front: Reception, mine: int | None) -> bool:
    """Whether the own page of whoever looks at the wall waits for them; a screen without a seat has none."""
    return mine is not None and waits_for_member(front.room.page(mine))


def _may_look(request: Request) -> bool:
    return seat(request) is not None or reception(request).room.screens.shows(screen(request))


def _ask(request: Request, code: str = "") -> Response:
    why = "" if code else reception(request).room.screens.over(screen(request))
    return shown(request, not_shown(reception(request).room.state, code, why))


def _wish(request: Request) -> Wish:
    """Read how this screen wishes to see the wall; a phone with a seat sees it as it sees its pages."""
    asked, chosen = request.query_params, look(request)
    text, colours = asked.get("text", chosen.text), asked.get("colours", chosen.colours)
    return Wish(
        text if text in TEXTS else "plain",
        colours if colours in COLOURS else "plain",
        captions=asked.get("captions") == "yes",
    )


async def live_wall(request: Request) -> Response:
    """Open the stream of the wall's page; whoever may not see it has nothing to wait for."""
    front = reception(request)
    if goes_round(request) or not _may_look(request) or request.method == "HEAD":
        return Response(status_code=204)
    if len(front.streams) >= MOST_STREAMS:
        return Response(status_code=429, headers={"Retry-After": "30"})
    stream = _look_again(request, front)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _look_again(request: Request, front: Reception) -> AsyncIterator[bytes]:
    mine = seat(request)
    whose = ("wall", screen(request) if mine is None else mine)

    def face() -> Hashable:
        return front.walls.face(), _is_asked(front, mine)

    may_look = partial(_may_look, request)
    with front.room.watch() as watch:
        line = front.streams.open(whose, face(), watch)
        if mine is not None:
            front.room.presence.arrive(mine)  # who looks at the wall on the phone is here
        try:
            yield LOOK_AGAIN
            while not line.over:
                try:
                    async with asyncio.timeout(min(BEAT, _to_the_minute(front))):
                        await watch.changed()
                except TimeoutError:
                    yield HEARTBEAT  # and see whether the time says something else by now
                else:
                    await asyncio.sleep(0 if line.over else CALM)
                if line.over:
                    return
                if not may_look():
                    yield LOOK_AGAIN
                    return
                now = face()
                if now != line.seen:
                    line.seen = now
                    yield LOOK_AGAIN
        finally:
            if mine is not None:
                front.room.presence.leave(mine)
            front.streams.leave(whose, line)


def _to_the_minute(front: Reception) -> float:
    """Count the seconds until the clock on the wall says another minute."""
    now = front.room.clock.now()
    return 60.0 - now.second - now.microsecond / 1e6 + 0.01
