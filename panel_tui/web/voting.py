"""Posts that are kept by nobody's seat: the practice go, the secret ballot and the reason beside it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.commands import Practise
from sessions.refusals import No, Refused
from sessions.views.phone import Ask

from .forms import counted, posted
from .halves import keep_half
from .reception import reception
from .seats import goes_round, seat
from .showing import onward, refused, seat_first


async def practice(request: Request) -> Response:
    """Count a practice go; what was picked goes no further than this."""
    fields = await posted(request, "answer")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    if not fields["answer"]:
        return refused(request, Refused(No.NOTHING_CHOSEN))
    try:
        await reception(request).room.do(Practise(mine))
    except Refused as refusal:
        return refused(request, refusal)
    return onward()


async def ballot(request: Request) -> Response:
    """Put a ballot in the box."""
    fields = await posted(request, "application", "round", "choice")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    here = Ask("ballot")
    if not fields["choice"]:
        return refused(request, Refused(No.NOTHING_CHOSEN), here)
    try:
        half = await reception(request).room.cast(
            mine,
            fields["application"],
            counted(fields["round"]),
            fields["choice"],
            keep=not goes_round(request),
        )
    except Refused as refusal:
        return refused(request, refusal, here)
    reply = onward()
    keep_half(request, reply, half)
    return reply


async def reason(request: Request) -> Response:
    """Take a reason, or that there is none; the reply is the same whatever was written."""
    fields = await posted(request, "application", "round", "reason")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    try:
        reception(request).room.give_reason(
            mine, fields["application"], counted(fields["round"]), fields["reason"]
        )
    except Refused as refusal:
        return refused(request, refusal)
    return onward()
