"""The device that goes round: pick a seat, type the code of its card, and lock it again."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from sessions.refusals import No, Refused
from sessions.views.phone_hand_round import pick_seat, type_code

from ..hand_round import unlock as unlocked
from .forms import posted, whole_number
from .joining import address_of
from .odd import Odd
from .reception import reception
from .seats import device, goes_round, seat
from .showing import onward, page_for, seat_first, shown


async def pick(request: Request) -> Response:
    """Lead to the page that asks for the code of the seat that was picked."""
    fields = await posted(request, "seat")
    if not goes_round(request):
        return _elsewhere(request)
    state = reception(request).room.state
    if not fields["seat"]:
        return shown(request, pick_seat(state), message=Refused(No.NOTHING_CHOSEN).sentence, status=422)
    number = whole_number(fields["seat"])
    if number not in state.seats:
        refusal = Refused(No.NO_SUCH_SEAT, seat=fields["seat"])
        return shown(request, pick_seat(state), message=refusal.sentence, status=422)
    return onward(f"/pick/{number}")


async def code(request: Request) -> Response:
    """Ask for the code of a seat's card."""
    number = whole_number(request.path_params["number"])
    if number is None or number < 0:
        raise Odd(404, "nothing-here")
    if not goes_round(request) or seat(request) is not None:
        return shown(request, page_for(request))
    return shown(request, type_code(reception(request).room.state, number))


async def unlock(request: Request) -> Response:
    """Let the holder of the card act for the seat."""
    fields = await posted(request, "seat", "code")
    if not goes_round(request):
        return _elsewhere(request)
    desk, number = reception(request), whole_number(fields["seat"]) or 0
    async with desk.codes.turn(address_of(request)) as this:
        try:
            await unlocked(desk.room, device(request), number, fields["code"])
        except Refused as refusal:
            if refusal.code is not No.NOT_THIS_CARD:
                this.right()
            page = type_code(desk.room.state, number)
            return shown(request, page, message=refusal.sentence, status=_status(refusal))
        this.right()
    return onward()


async def hand_on(request: Request) -> Response:
    """Lock the device, where the page is of the present turn."""
    await posted(request)
    if not goes_round(request):
        return _elsewhere(request)
    if seat(request) is not None:
        reception(request).room.hand_round.lock()
    return onward()


def _status(refusal: Refused) -> int:
    return 404 if refusal.code is No.NOT_THIS_CARD else 409


def _elsewhere(request: Request) -> Response:
    """Answer a phone that does not go round: with its own page, or with the page to join."""
    return onward() if seat(request) is not None else seat_first(request)
