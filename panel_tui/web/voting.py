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
    if not fields["choice"]:
        return refused(request, Refused(No.NOTHING_CHOSEN), Ask("ballot"))
    return await _into_the_box(request, mine, fields["application"], fields["round"], fields["choice"])


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
    given = {name: fields[name] for name in _PLACES if fields[name]}
    if given and fields["other"]:
        return again(request, say("phone.rank-both"), status=422, ask=Ask("ballot"))
    room = reception(request).room
    tied = room.state.open_tie.refs if room.state.open_tie else ()
    places = {
        ref: whole_number(given[name]) or 0 for name, ref in zip(_PLACES, tied, strict=False) if name in given
    }
    return await _into_the_box(request, mine, "", fields["ballot"], CANT_SAY if fields["other"] else places)


async def _into_the_box(
    request: Request, mine: int, application: str, number: str, choice: str | dict[str, int]
) -> Response:
    """Cast it, and hand the phone its half; an order of those that are level is of no one application."""
    keep = not goes_round(request)
    try:
        half = await reception(request).room.cast(mine, application, counted(number), choice, keep=keep)
    except Refused as refusal:
        return refused(request, refusal, Ask("ballot"))
    reply = onward()
    keep_half(request, reply, half)
    return reply
