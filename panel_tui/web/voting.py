"""Posts that are kept by nobody's seat: the practice go, the secret ballots and the reason beside them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.commands import Practise
from sessions.decide.rounds import CANT_SAY
from sessions.refusals import No, Refused
from sessions.ties import MOST_ON_A_BALLOT
from sessions.views.phone import Ask
from sessions.wording import say

from .forms import counted, posted, whole_number
from .halves import keep_half
from .reception import reception
from .seats import goes_round, seat
from .showing import again, onward, refused, seat_first

_PLACES = tuple(f"place{n}" for n in range(1, MOST_ON_A_BALLOT + 1))


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


async def rank(request: Request) -> Response:
    """Put an order of those that are level in the box."""
    fields = await posted(request, "ballot", *_PLACES, "other")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    here = Ask("ballot")
    given = {name: fields[name] for name in _PLACES if fields[name]}
    if given and fields["other"]:
        return again(request, say("phone.rank-both"), status=422, ask=here)
    room = reception(request).room
    tied = room.state.open_tie.refs if room.state.open_tie else ()
    places = {
        ref: whole_number(given[name]) or 0 for name, ref in zip(_PLACES, tied, strict=False) if name in given
    }
    try:
        half = await room.cast(
            mine,
            "",
            counted(fields["ballot"]),
            CANT_SAY if fields["other"] else places,
            keep=not goes_round(request),
        )
    except Refused as refusal:
        return refused(request, refusal, here)
    reply = onward()
    keep_half(request, reply, half)
    return reply
