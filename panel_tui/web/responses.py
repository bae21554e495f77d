"""Serve the style, script and mark. Their names hold their content, so a phone may keep them for good.

For a script that puts pages together: the part of a page that changes, and not even that where nothing has.

The script names the seat it shows. Where that is still the seat, the frame round the part is still right. It also says
whether it has the signals, none of them up, and which application's summary: those it keeps, and is not sent again.

Turn a page into a reply: drawn for this phone, with the refusal's sentence where something was refused.
"""

from __future__ import annotations

import gzip
import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from panel_tui.web.compression import squeezed
from panel_tui.web.event_streams import fingerprint_in
from panel_tui.web.forms import BadRequest
from panel_tui.web.reception import reception
from panel_tui.web.seat_language import own_language
from panel_tui.web.seats import adjusted, device, goes_round, look, look_asked, renew_hand_round, seat, token
from screens.assets import Asset
from screens.phone.drawing import ASSETS, Kept, Passed, draw
from screens.wall_page.drawing import ASSETS as WALL_ASSETS
from sessions.model.adjustments import SeatAdjustments
from sessions.model.refusals import No, Refused
from sessions.views.phone.current_page import Ask
from sessions.views.phone.pages import ASKING, AnyPage, Turned
from sessions.views.phone.shared_device import pick_seat
from sessions.wording import say

_FOR_GOOD = "public, max-age=31536000, immutable"


def asset_routes() -> list[Route]:
    """Return a route for each asset."""
    return [Route(asset.path, _serving(asset), methods=["GET"]) for asset in (*ASSETS, *WALL_ASSETS)]


def _serving(asset: Asset) -> Callable[[Request], Awaitable[Response]]:
    small = gzip.compress(asset.body, mtime=0)
    plain = {"Cache-Control": _FOR_GOOD, "Vary": "Accept-Encoding"}

    async def serve(request: Request) -> Response:
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(small, media_type=asset.kind, headers={**plain, "Content-Encoding": "gzip"})
        return Response(asset.body, media_type=asset.kind, headers=plain)

    return serve


_SHOWN, _SIGNALS, _SUMMARY, _FRAME = "x-part", "s", "a-", "f-"
# a part is no page: a browser that shows it as one runs and fetches nothing
NOTHING_RUNS = (
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_WORTH_IT = 600  # characters; a shorter page does not get smaller


def part_wanted(request: Request, seat: int | None, frame: str = "") -> bool:
    """Whether the part of this seat's page is enough for this phone: the frame around it has to be right."""
    shown, *kept = request.headers.get(_SHOWN, "").split(" ")
    around = next((one.removeprefix(_FRAME) for one in kept if one.startswith(_FRAME)), "")
    known = all(one == _SIGNALS or one.startswith((_SUMMARY, _FRAME)) for one in kept)
    return shown == str(seat) and around == frame and known


def frame_of(asked: SeatAdjustments | None) -> str:
    """Name what a page's frame hangs on, beside its seat: the language and the look that were asked for."""
    if asked is None:
        return ""
    plain = not (asked.language or asked.large_text or asked.easy_read)
    return "" if plain else f"{asked.language}.{look_asked(asked).kept}"


def kept_on_phone(request: Request) -> Kept:
    """Read what the script says it has already."""
    kept = request.headers.get(_SHOWN, "").split(" ")[1:]
    summary = next((unquote(one.removeprefix(_SUMMARY)) for one in kept if one.startswith(_SUMMARY)), "")
    return Kept(summary, signals=_SIGNALS in kept)


def mark_of(page: AnyPage, *beside: str) -> str:
    """Return a mark that differs when a page does; what is drawn afresh for each sending is left out."""
    digest = hashlib.sha256(msgspec.json.encode((page, beside)))
    return f'"{digest.hexdigest()[:12]}"'


def unchanged(request: Request, mark: str) -> bool:
    """Whether the phone that looks shows this very page already."""
    return request.method == "GET" and request.headers.get("if-none-match") == mark


def packed(request: Request, drawn: str, headers: Mapping[str, str], *, status: int) -> Response:
    """Make the reply, squeezed where the phone can read that."""
    if len(drawn) < _WORTH_IT or "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(drawn, status_code=status, headers=headers)
    # no `Vary`: nothing between us and the phone may keep a page
    headers = {"Content-Encoding": "gzip", **headers}
    return HTMLResponse(squeezed(drawn.encode()), status_code=status, headers=headers)


def _fresh_name() -> str:
    return secrets.token_urlsafe(9)


_MEND = frozenset(
    {
        No.NOTHING_CHOSEN,
        No.ONE_ANSWER,
        No.WHY_NEEDED,
        No.NOT_ON_SCALE,
        No.NOT_AN_OPTION,
        No.SHARE_ALL,
        No.EACH_ITS_PLACE,
        No.NOTHING_ANSWERED,
        No.NO_SUCH_QUESTION,
        No.NO_SUCH_CODE,
    }
)
_STATUS = {No.NOT_SAVED: 503, No.NO_SUCH_CODE: 404, No.NO_SUCH_APPLICATION: 422}
_PATHS = {"": "/", "question": "/question/{}", "change": "/change/{}", "check": "/check"}


def shown(
    request: Request,
    page: AnyPage,
    *,
    message: str = "",
    status: int = 200,
    typed: Mapping[str, str] | None = None,
) -> Response:
    """Draw a page for this phone. What is to be put right stands beside it, and what was `typed` is kept."""
    if message and typed is not None and isinstance(page, ASKING):
        page = replace(page, fault=message, typed=tuple(typed.items()))
    elif message:
        page = replace(page, message=message)
    if language := own_language(request):
        page = replace(page, language=language)
    own_code, chosen = reception(request).own_codes.for_phone(token(request)), look(request)
    passed = _passed(request, page)
    mark = mark_of(page, own_code, chosen.kept, passed.visit if passed else "")
    if unchanged(request, mark):
        return Response(status_code=304, headers={"ETag": mark})
    asked = adjusted(request)
    frame = frame_of(asked)
    whole = not part_wanted(request, page.seat, frame)
    kept = Kept() if whole else kept_on_phone(request)
    drawn = draw(
        page,
        sending=_fresh_name,
        own_code=own_code,
        look=chosen,
        whole=whole,
        frame=frame,
        helper=asked is not None and asked.helper,
        kept=kept,
        passed=passed,
    )
    headers = {"ETag": mark} if whole else {"ETag": mark, "Content-Security-Policy": NOTHING_RUNS}
    reply = packed(request, drawn, headers, status=status)
    if passed and not passed.visit:
        renew_hand_round(request, reply, device(request))
    return reply


def page_for(request: Request, ask: Ask | None = None) -> AnyPage:
    """Return the page this phone should see; the device that goes round, while it is locked, lets a seat be picked."""
    room, mine = reception(request).room, seat(request)
    if mine is None and goes_round(request):
        return pick_seat(room.state, room.hand_round.farewell)
    page = room.page(mine, ask or Ask())
    held = token(request) if mine is None else ""
    why = room.lost(held) if held and not page.message else ""
    # a cookie that never held a seat is told what everybody is told
    return replace(page, message=say(f"phone.{why}")) if why else page


def _passed(request: Request, page: AnyPage) -> Passed | None:
    if not goes_round(request):
        return None
    visit = reception(request).room.hand_round.visit
    return Passed(visit.id if visit and page.seat == visit.seat else "")


def refused(
    request: Request, refusal: Refused, ask: Ask | None = None, typed: Mapping[str, str] | None = None
) -> Response:
    """Show the right page with the refusal's sentence. `ask` is where the person can mend what was `typed`."""
    mend = refusal.code in _MEND
    status = _STATUS.get(refusal.code, 422 if mend else 409)
    return again(request, refusal.sentence, status=status, ask=ask, typed=typed if mend else None)


def again(
    request: Request,
    message: str,
    *,
    status: int,
    ask: Ask | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    """Show the right page for this phone once more, with a sentence to read first, or beside what was `typed`."""
    return shown(request, page_for(request, ask), message=message, status=status, typed=typed)


def seat_first(request: Request) -> Response:
    """Ask a phone without a seat to take one. On the device that goes round, the form is from an earlier turn."""
    if goes_round(request):
        return turned(request, BadRequest(409, "handed-on"))
    return again(request, say("phone.seat-first"), status=403)


def turned(request: Request, odd: BadRequest) -> Response:
    """Show the plain page for a request that could not be taken."""
    heading, message = say(f"phone.{odd.what}"), say(f"phone.{odd.what}-what")
    language = reception(request).language
    return shown(request, Turned(heading=heading, language=language, message=message), status=odd.status)


def next_page(request: Request, mine: int, ask: Ask) -> Response:
    """Lead to the page that follows a post. A script is given it at once, and not told to look again for it."""
    front = reception(request)
    if goes_round(request) or not part_wanted(request, mine, frame_of(adjusted(request))):
        return onward(_PATHS[ask.kind].format(ask.number))
    page = front.room.page(mine, ask)
    seen = fingerprint_in(front.room, mine)
    front.streams.told(mine, seen)
    reply = shown(request, page)
    reply.headers["Content-Location"] = _PATHS[ask.kind].format(ask.number)
    return reply


def onward(path: str = "/") -> RedirectResponse:
    """Send the phone on after a post."""
    return RedirectResponse(path, status_code=303)
