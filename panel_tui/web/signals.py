"""What a member tells the facilitator without a name, and takes back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.refusals import Refused
from sessions.views.pages import SIGNALS

from .forms import posted
from .odd import not_understood
from .reception import reception
from .seats import seat
from .showing import onward, refused, seat_first
from .wishes import page_before


async def signal(request: Request) -> Response:
    """Raise a signal or take it back, and go back to the page it was sent from."""
    fields = await posted(request, "signal", "back")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    if fields["signal"] not in SIGNALS:
        raise not_understood()
    room = reception(request).room
    try:
        if fields["back"] == "yes":
            room.take_back(mine, fields["signal"])
        else:
            room.signal(mine, fields["signal"])
    except Refused as refusal:
        return refused(request, refusal)
    return onward(page_before(request))
