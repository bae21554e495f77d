"""Codes and seats: looking at a code uses nothing up, posting its form takes the seat."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from panel_tui.room.other_screens import LENGTH as SCREEN_CODE
from panel_tui.web.forms import posted
from panel_tui.web.reception import reception
from panel_tui.web.responses import onward, refused, shown
from panel_tui.web.seats import goes_round, keep_code, keep_hand_round, keep_seat, seat, token
from sessions.model.refusals import No, Refused
from sessions.views.phone.pages import MakeSharedDevicePage, TakeSeat
from sessions.wording import say

_LONGEST_CODE = 64


async def join(request: Request) -> Response:
    """Lead a typed code to its page."""
    fields = await posted(request, "code")
    code = _spelt(fields["code"])
    if goes_round(request):
        return onward()
    if not code:
        return refused(request, Refused(No.NO_SUCH_CODE), typed=fields)
    # no seat's code is so short: somebody types what lets a screen in
    if len(code) == SCREEN_CODE and reception(request).room.screens.stands:
        return onward(f"/wall/{code}")
    return onward(f"/J/{quote(code, safe='')}")


async def door(request: Request) -> Response:
    """Ask whether to take the seat a code stands for."""
    code = _spelt(request.path_params["code"])
    front = reception(request)
    if goes_round(request):
        return onward()
    front.visited(request)
    mine = seat(request)
    async with front.codes.turn(address_of(request)) as this:
        found = await front.room.meaning(code, this.slowly) if code else None
        if found is not None and found.kind != "unknown":
            this.right()
    if found is None or found.kind == "unknown":
        return refused(request, Refused(No.NO_SUCH_CODE), typed={"code": code})
    if mine is not None and mine == found.seat:
        return onward()
    if found.kind == "hand-round":
        offer = MakeSharedDevicePage(language=front.language, session=front.title, code=code)
        return shown(request, offer, message=say("phone.take-leave", seat=mine) if mine is not None else "")
    page = TakeSeat(language=front.language, session=front.title, code=code, number=found.seat, holds=mine)
    return shown(request, page)


async def take(request: Request) -> Response:
    """Take the seat and hand the phone its cookie. The same form sent again gets the same seat."""
    fields = await posted(request, "id")
    code = _spelt(request.path_params["code"])
    front = reception(request)
    if goes_round(request):
        return onward()
    async with front.codes.turn(address_of(request)) as this:
        try:
            taken = await front.takes.take(code, fields["id"], this.slowly, token(request))
        except Refused as refusal:
            if refusal.code is No.NO_SUCH_CODE:
                return refused(request, refusal, typed={"code": code})
            this.right()
            return refused(request, refusal)
        this.right()
    reply = onward()
    if taken.seat is None:
        keep_hand_round(request, reply, taken.token)
        return reply
    keep_seat(request, reply, taken.token)
    keep_code(request, reply, taken.own_code)
    front.own_codes.keep(taken.token, taken.own_code)
    return reply


async def noted(request: Request) -> Response:
    """Take the seat's own code off the page: it has been written down."""
    await posted(request)
    reception(request).own_codes.written_down(token(request))
    return onward()


def _spelt(code: str) -> str:
    """Spell a code as the QR does: capitals and digits only; nothing where it cannot be one."""
    kept = "".join(mark for mark in code.upper() if mark.isascii() and mark.isalnum())
    return kept if len(kept) <= _LONGEST_CODE else ""


def address_of(request: Request) -> str:
    """Return the address a request comes from."""
    return request.client.host if request.client else ""
