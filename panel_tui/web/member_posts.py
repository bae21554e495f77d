"""What every post of a member has in common: its form is read, its seat found once, its refusal answered here.

A handler is given a `MemberPost` and says only what is its own. It returns the reply, or nothing where the phone
simply goes on; what it raises as `Refused` is shown on the page where the member can mend it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from panel_tui.room.room import Room
from panel_tui.web.forms import posted
from panel_tui.web.reception import reception
from panel_tui.web.responses import onward, refused, seat_first
from panel_tui.web.seats import seat
from sessions.model.refusals import Refused
from sessions.views.phone.current_page import Ask


class MemberPost(Struct, frozen=True):
    """A form that a member's phone has sent; `fields` holds each named field once, empty where it was left out."""

    request: Request
    room: Room
    seat: int
    fields: Mapping[str, str]


Endpoint = Callable[[Request], Awaitable[Response]]
Handler = Callable[[MemberPost], Awaitable[Response | None]]
Mend = Callable[[MemberPost], Ask]


def member_post(*names: str, mend: Ask | Mend | None = None) -> Callable[[Handler], Endpoint]:
    """Make an endpoint of a handler. `names` are the form's fields; `mend` is the page on which a refusal is shown."""

    def decorate(handler: Handler) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            fields = await posted(request, *names)
            mine = seat(request)
            if mine is None:
                return seat_first(request)
            post = MemberPost(request, reception(request).room, mine, fields)
            try:
                reply = await handler(post)
            except Refused as refusal:
                return refused(request, refusal, mend(post) if callable(mend) else mend, typed=fields)
            return onward() if reply is None else reply

        endpoint.__doc__ = handler.__doc__
        return endpoint

    return decorate
