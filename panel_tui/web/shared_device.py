"""The device that goes round: pick a seat, type its card's code, and lock it again.

That is so after any accepted post that leaves the seat with a page which asks nothing more: a score handed in, a ballot
in the box. What only looks, or tells the facilitator something, is no such post.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panel_tui.room.room import Room
from panel_tui.room.shared_device import unlock as unlocked
from panel_tui.web.forms import BadRequest, posted, whole_number
from panel_tui.web.joining import address_of
from panel_tui.web.reception import reception
from panel_tui.web.responses import onward, page_for, seat_first, shown
from panel_tui.web.seats import HAND_ROUND, device, goes_round, seat
from sessions.model.refusals import No, Refused
from sessions.views.phone.pages import AnyPage
from sessions.views.phone.shared_device import finished, pick_seat, type_code
from sessions.wording import speaking_of


async def pick(request: Request) -> Response:
    """Lead to the page that asks for the code of the seat that was picked."""
    fields = await posted(request, "seat")
    if not goes_round(request):
        return _elsewhere(request)
    state = reception(request).room.state
    if not fields["seat"]:
        return shown(
            request, pick_seat(state), message=Refused(No.NOTHING_CHOSEN).sentence, status=422, typed=fields
        )
    number = whole_number(fields["seat"])
    if number not in state.seats:
        refusal = Refused(No.NO_SUCH_SEAT, seat=fields["seat"])
        return shown(request, pick_seat(state), message=refusal.sentence, status=422, typed=fields)
    return onward(f"/pick/{number}")


async def code(request: Request) -> Response:
    """Ask for the code of a seat's card."""
    number = whole_number(request.path_params["number"])
    if number is None or number < 0:
        raise BadRequest(404, "nothing-here")
    if not goes_round(request) or seat(request) is not None:
        return shown(request, page_for(request))
    return shown(request, _code_page(reception(request).room, number))


async def unlock(request: Request) -> Response:
    """Let the holder of the card act for the seat."""
    fields = await posted(request, "seat", "code")
    if not goes_round(request):
        return _elsewhere(request)
    front, number = reception(request), whole_number(fields["seat"]) or 0
    async with front.codes.turn(address_of(request)) as this:
        try:
            await unlocked(
                front.room, front.room.hand_round, device(request), number, fields["code"], this.slowly
            )
        except Refused as refusal:
            if refusal.code is not No.NOT_THIS_CARD:
                this.right()
            page = _code_page(front.room, number)
            return shown(
                request,
                page,
                message=refusal.sentence,
                status=_status(refusal),
                typed={"code": fields["code"]},
            )
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


def _code_page(room: Room, number: int) -> AnyPage:
    return type_code(room.state, number, short=room.hand_round.knows(number))


def _status(refusal: Refused) -> int:
    return 404 if refusal.code is No.NOT_THIS_CARD else 409


def _elsewhere(request: Request) -> Response:
    """Answer a phone that does not go round: with its own page, or with the page to join."""
    return onward() if seat(request) is not None else seat_first(request)


_COOKIE = HAND_ROUND.encode()  # no other device goes round
_ASIDE = frozenset({"/signal", "/look", "/noted", "/hand-on"})


class LocksItself:
    """Locks the device that goes round with the reply to the post that finished something."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before this app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let any request pass; watch the reply to a post that may finish something."""
        watched = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] not in _ASIDE
        if watched and any(name == b"cookie" and _COOKIE in value for name, value in scope["headers"]):
            send = _Watched(Request(scope), send)
        await self._app(scope, receive, send)


class _Watched:
    """A reply that locks the device where its post was accepted and nothing more is asked."""

    def __init__(self, request: Request, send: Send) -> None:
        self._request = request
        self._send = send

    async def __call__(self, message: Message) -> None:
        accepted = message["type"] == "http.response.start" and message["status"] == 303
        if accepted and goes_round(self._request) and seat(self._request) is not None:
            reception(self._request).room.hand_round.acted = True
            if lock_if_finished(self._request):
                MutableHeaders(scope=message)["Location"] = "/"
        await self._send(message)


def lock_if_finished(request: Request) -> bool:
    """Lock the device where whoever has it did something and is asked nothing more; say whether it was."""
    room = reception(request).room
    mine = seat(request) if goes_round(request) and room.hand_round.acted else None
    farewell = ""
    if mine is not None:
        with speaking_of(
            room.state.model
        ):  # whoever has the device next reads it, and not in this member's language
            farewell = finished(room.page(mine))
    if farewell:
        room.hand_round.lock(farewell)
    return bool(farewell)
