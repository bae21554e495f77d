"""Turn a page into a reply: drawn for this phone, with the refusal's sentence where something was refused."""

from __future__ import annotations

import secrets

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from screens.phone.pages import draw
from sessions.refusals import No, Refused
from sessions.views.pages import AnyPage, Turned
from sessions.views.phone import Ask
from sessions.wording import say

from .odd import Odd
from .reception import reception
from .seats import look, seat, token

_MEND = frozenset(
    {No.NOTHING_CHOSEN, No.NOT_ON_SCALE, No.NOT_AN_OPTION, No.NOTHING_ANSWERED, No.NO_SUCH_QUESTION}
)
_STATUS = {No.NOT_SAVED: 503, No.NO_SUCH_CODE: 404, No.NO_SUCH_APPLICATION: 422}


def shown(request: Request, page: AnyPage, *, message: str = "", status: int = 200) -> Response:
    """Draw a page for this phone."""
    if message:
        page = replace(page, message=message)
    return HTMLResponse(
        draw(
            page,
            sending=secrets.token_urlsafe(9),
            own_code=reception(request).own_codes.for_phone(token(request)),
            look=look(request),
        ),
        status_code=status,
    )


def refused(request: Request, refusal: Refused, ask: Ask | None = None) -> Response:
    """Show the right page with the refusal's sentence. `ask` is where the person can mend it."""
    status = _STATUS.get(refusal.code, 422 if refusal.code in _MEND else 409)
    return again(request, refusal.sentence, status=status, ask=ask)


def again(request: Request, message: str, *, status: int, ask: Ask | None = None) -> Response:
    """Show the right page for this phone once more, with a sentence to read first."""
    page = reception(request).room.page(seat(request), ask or Ask())
    return shown(request, page, message=message, status=status)


def seat_first(request: Request) -> Response:
    """Ask a phone without a seat to take one."""
    return again(request, say("phone.seat-first"), status=403)


def turned(request: Request, odd: Odd) -> Response:
    """Show the plain page for a request that could not be taken."""
    heading, message = say(f"phone.{odd.what}"), say(f"phone.{odd.what}-what")
    language = reception(request).language
    return shown(request, Turned(heading=heading, language=language, message=message), status=odd.status)


def onward(path: str = "/") -> RedirectResponse:
    """Send the phone on after a post."""
    return RedirectResponse(path, status_code=303)
