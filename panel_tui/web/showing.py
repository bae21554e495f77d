"""Turn a page into a reply: drawn for this phone, with the refusal's sentence where something was refused."""

from __future__ import annotations

import secrets

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from screens.phone.pages import Kept, Passed, draw
from sessions.refusals import No, Refused
from sessions.views.pages import AnyPage, Turned
from sessions.views.phone import Ask
from sessions.views.phone_hand_round import pick_seat
from sessions.wording import say

from .glimpse import glimpse_in
from .odd import Odd
from .parts import NOTHING_RUNS, kept_on_phone, mark_of, packed, part_wanted, unchanged
from .reception import reception
from .seats import device, goes_round, look, renew_hand_round, seat, token

_MEND = frozenset(
    {
        No.NOTHING_CHOSEN,
        No.NOT_ON_SCALE,
        No.NOT_AN_OPTION,
        No.EACH_ITS_PLACE,
        No.NOTHING_ANSWERED,
        No.NO_SUCH_QUESTION,
    }
)
_STATUS = {No.NOT_SAVED: 503, No.NO_SUCH_CODE: 404, No.NO_SUCH_APPLICATION: 422}
_PATHS = {"": "/", "question": "/question/{}", "check": "/check"}


def shown(request: Request, page: AnyPage, *, message: str = "", status: int = 200) -> Response:
    """Draw a page for this phone."""
    if message:
        page = replace(page, message=message)
    own_code, chosen = reception(request).own_codes.for_phone(token(request)), look(request)
    passed = _passed(request, page)
    mark = mark_of(page, own_code, chosen.kept, passed.visit if passed else "")
    if unchanged(request, mark):
        return Response(status_code=304, headers={"ETag": mark})
    whole = not part_wanted(request, page.seat)
    kept = Kept() if whole else kept_on_phone(request)
    drawn = draw(
        page,
        sending=secrets.token_urlsafe(9),
        own_code=own_code,
        look=chosen,
        whole=whole,
        kept=kept,
        passed=passed,
    )
    reply = packed(request, drawn, status=status)
    reply.headers["ETag"] = mark
    if not whole:
        reply.headers["Content-Security-Policy"] = NOTHING_RUNS
    if passed and not passed.visit:
        renew_hand_round(request, reply, device(request))
    return reply


def page_for(request: Request, ask: Ask | None = None) -> AnyPage:
    """Give the page this phone should see; the device that goes round, while it is locked, lets a seat be picked."""
    room, mine = reception(request).room, seat(request)
    if mine is None and goes_round(request):
        return pick_seat(room.state, room.hand_round.farewell)
    return room.page(mine, ask or Ask())


def _passed(request: Request, page: AnyPage) -> Passed | None:
    if not goes_round(request):
        return None
    visit = reception(request).room.hand_round.visit
    return Passed(visit.id if visit and page.seat == visit.seat else "")


def refused(request: Request, refusal: Refused, ask: Ask | None = None) -> Response:
    """Show the right page with the refusal's sentence. `ask` is where the person can mend it."""
    status = _STATUS.get(refusal.code, 422 if refusal.code in _MEND else 409)
    return again(request, refusal.sentence, status=status, ask=ask)


def again(request: Request, message: str, *, status: int, ask: Ask | None = None) -> Response:
    """Show the right page for this phone once more, with a sentence to read first."""
    return shown(request, page_for(request, ask), message=message, status=status)


def seat_first(request: Request) -> Response:
    """Ask a phone without a seat to take one. On the device that goes round, the form is from an earlier turn."""
    if goes_round(request):
        return turned(request, Odd(409, "handed-on"))
    return again(request, say("phone.seat-first"), status=403)


def turned(request: Request, odd: Odd) -> Response:
    """Show the plain page for a request that could not be taken."""
    heading, message = say(f"phone.{odd.what}"), say(f"phone.{odd.what}-what")
    language = reception(request).language
    return shown(request, Turned(heading=heading, language=language, message=message), status=odd.status)


def next_page(request: Request, mine: int, ask: Ask) -> Response:
    """Lead to the page that follows a post. A script is given it at once, and not told to look again for it."""
    desk = reception(request)
    if goes_round(request) or not part_wanted(request, mine):
        return onward(_PATHS[ask.kind].format(ask.number))
    page = desk.room.page(mine, ask)
    seen = glimpse_in(desk.room, mine)
    desk.lines.told(mine, seen)
    reply = shown(request, page)
    reply.headers["Content-Location"] = _PATHS[ask.kind].format(ask.number)
    return reply


def onward(path: str = "/") -> RedirectResponse:
    """Send the phone on after a post."""
    return RedirectResponse(path, status_code=303)
