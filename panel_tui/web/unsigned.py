"""Posts of what is given without a name and kept in memory only: another view, and how confident a member feels."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.decide.workshop import SUGGESTIONS
from sessions.phases import Phase
from sessions.refusals import Refused
from sessions.views.phone import Ask
from sessions.workshop import MOST

from .forms import posted
from .reception import reception
from .seats import seat
from .showing import onward, refused, seat_first


async def minority(request: Request) -> Response:
    """Take another view, or that there is none; the reply is the same whatever was written."""
    fields = await posted(request, "application", "view")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    try:
        reception(request).room.gathering.differ(mine, fields["application"], fields["view"])
    except Refused as refusal:
        return refused(request, refusal)
    return onward()


async def confidence(request: Request) -> Response:
    """Take how confident this member feels; an answer to another time of the day is late."""
    fields = await posted(request, "position", "choice")
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    try:
        reception(request).room.gathering.feel(mine, fields["position"], fields["choice"])
    except Refused as refusal:
        return refused(request, refusal, Ask("confidence"))
    return onward()


async def workshop(request: Request) -> Response:
    """Take suggestions, or how much each question matters."""
    boxes = [f"s{n}" for n in range(1, SUGGESTIONS + 1)]
    questions = [f"q{n}" for n in range(1, MOST + 1)]
    fields = await posted(request, "position", *boxes, *questions)
    mine = seat(request)
    if mine is None:
        return seat_first(request)
    gathering = reception(request).room.gathering
    try:
        if reception(request).room.state.plan.phase is Phase.WORKSHOP:
            gathering.suggest(mine, fields["position"], [fields[box] for box in boxes])
        else:
            gathering.weigh(mine, fields["position"], fields)
    except Refused as refusal:
        return refused(request, refusal, Ask("workshop"))
    return onward()
