"""Codes and seats: looking at a code uses nothing up, posting its form takes the seat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from sessions.refusals import No, Refused
from sessions.views.pages import MakeHandRound, TakeSeat
from sessions.wording import say

from ..codes import KEY_LENGTH
from .forms import posted
from .reception import reception
from .seats import goes_round, keep_hand_round, keep_seat, seat, token
from .showing import onward, refused, shown
from .wrong_codes import Try

_LONGEST_CODE = 64


async def join(request: Request) -> Response:
    """Lead a typed code to its page."""
    fields = await posted(request, "code")
    code = _spelt(fields["code"])
    if goes_round(request):
        return onward()
    if not code:
        return refused(request, Refused(No.NO_SUCH_CODE))
    return onward(f"/J/{quote(code, safe='')}")


async def door(request: Request) -> Response:
    """Ask whether to take the seat a code stands for."""
    code = _spelt(request.path_params["code"])
    desk = reception(request)
    if goes_round(request):
        return onward()
    desk.visited(request)
    mine = seat(request)
    async with _turn(request, code) as this:
        found = await desk.room.meaning(code) if code else None
        if found is not None and found.kind != "unknown":
            this.right()
    if found is None or found.kind == "unknown":
        return refused(request, Refused(No.NO_SUCH_CODE))
    if mine is not None and mine == found.seat:
        return onward()
    leaving = say("phone.take-leave", seat=mine) if mine is not None else ""
    if found.kind == "hand-round":
        offer = MakeHandRound(language=desk.language, session=desk.title, code=code)
        return shown(request, offer, message=leaving)
    page = TakeSeat(language=desk.language, session=desk.title, code=code, number=found.seat)
    return shown(request, page, message=leaving)


async def take(request: Request) -> Response:
    """Take the seat and hand the phone its cookie. The same form sent again gets the same seat."""
    fields = await posted(request, "id")
    code = _spelt(request.path_params["code"])
    desk = reception(request)
    if goes_round(request):
        return onward()
    async with _turn(request, code) as this:
        try:
            taken = await desk.takes.take(code, fields["id"])
        except Refused as refusal:
            if refusal.code is not No.NO_SUCH_CODE:
                this.right()
            return refused(request, refusal)
        this.right()
    reply = onward()
    if taken.seat is None:
        keep_hand_round(request, reply, taken.token)
        return reply
    keep_seat(request, reply, taken.token)
    desk.own_codes.keep(taken.token, taken.own_code)
    return reply


async def noted(request: Request) -> Response:
    """Take the seat's own code off the page: it has been written down."""
    await posted(request)
    reception(request).own_codes.written_down(token(request))
    return onward()


@asynccontextmanager
async def _turn(request: Request, code: str) -> AsyncIterator[Try]:
    """Wait for this address's turn to try a code. A card's own key needs none: nobody guesses 128 bits."""
    desk = reception(request)
    if len(code) == KEY_LENGTH and (await desk.room.meaning(code)).kind != "unknown":
        yield Try()
        return
    async with desk.codes.turn(address_of(request)) as this:
        yield this


def _spelt(code: str) -> str:
    """Spell a code as the QR does: capitals and digits only; nothing where it cannot be one."""
    kept = "".join(mark for mark in code.upper() if mark.isascii() and mark.isalnum())
    return kept if len(kept) <= _LONGEST_CODE else ""


def address_of(request: Request) -> str:
    """Give the address a request comes from."""
    return request.client.host if request.client else ""
