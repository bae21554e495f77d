"""Posts of secret ballots and the reasons beside them; the phone's share of its ballot.

A phone hands its half in by itself: whatever it asks for, the room sees the half before a page is made.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panel_tui.room.ballot_box import BY_THE_WAY
from panel_tui.room.ballots import Half
from panel_tui.room.ballots.shares import PREFIX
from panel_tui.web.forms import counted, whole_number
from panel_tui.web.member_posts import MemberPost, member_post
from panel_tui.web.reception import reception
from panel_tui.web.responses import again, onward
from panel_tui.web.seats import HOST_ONLY, cookie, goes_round, seat
from sessions.decide.rounds import CANT_SAY
from sessions.methods.ranking_and_ties import MOST_ON_A_BALLOT
from sessions.model.refusals import No, Refused
from sessions.views.phone.current_page import Ask
from sessions.wording import say

_PREFIX = PREFIX.encode()
_MOST = 40  # halves looked at in one request; a phone has one or two


class HalvesBrought:
    """Gives the room the halves each request carries; ends those whose ballot is over."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before this app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Bring in what the request carries, then let it pass."""
        over = _brought(Request(scope)) if scope["type"] == "http" and _carries_any(scope) else ()
        await self._app(scope, receive, _Ending(send, over, scope["scheme"]) if over else send)


class _Ending:
    """A reply that ends halves which have served."""

    def __init__(self, send: Send, over: tuple[str, ...], scheme: str) -> None:
        self._send = send
        self._over = over
        self._scheme = scheme

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in self._over:
                headers.append("Set-Cookie", cookie(self._scheme, name, "", seconds=0))
        await self._send(message)


def _carries_any(scope: Scope) -> bool:
    return any(name == b"cookie" and _PREFIX in value for name, value in scope["headers"])


def _brought(request: Request) -> tuple[str, ...]:
    cookies = ((name.removeprefix(HOST_ONLY), value) for name, value in request.cookies.items())
    carried = [(name, value) for name, value in cookies if name.startswith(PREFIX)]
    if not carried:
        return ()
    return reception(request).room.bring_halves(dict(carried[:_MOST]), seat(request))


def keep_half(request: Request, response: Response, half: Half | None) -> None:
    """Hand the phone its half; nothing to a device that is to keep none."""
    if half is not None:
        response.headers.append("Set-Cookie", cookie(request.url.scheme, half.name, half.value))


_PLACES = tuple(f"place{n}" for n in range(1, MOST_ON_A_BALLOT + 1))


def _practised(post: MemberPost) -> Ask:
    """Name the practice question that was answered; none of the other parts has a page of its own."""
    return Ask("practice", whole_number(post.fields["number"]) or 0)


@member_post("part", "number", "revision", "answer", "choice", mend=_practised)
async def practice(post: MemberPost) -> None:
    """Take a step of the practice go; what was picked goes no further than the room's memory."""
    fields, goes = post.fields, post.room.practice
    if fields["part"] == "question":
        goes.answer(post.seat, whole_number(fields["number"]) or 0, fields["answer"])
    elif fields["part"] == "ballot":
        await post.room.do(goes.vote(post.seat, fields["choice"]))
    else:
        goes.go_on(post.seat, fields["part"])


@member_post("application", "round", "choice", mend=Ask("ballot"))
async def ballot(post: MemberPost) -> Response:
    """Put a ballot in the box."""
    fields = post.fields
    if not fields["choice"]:
        raise Refused(No.NOTHING_CHOSEN)
    return await _into_the_box(post, fields["application"], fields["round"], fields["choice"])


@member_post("application", "round", "reason")
async def reason(post: MemberPost) -> None:
    """Take a reason, or that there is none; the reply is the same whatever was written."""
    fields = post.fields
    post.room.give_reason(post.seat, fields["application"], counted(fields["round"]), fields["reason"])


@member_post("ballot", *_PLACES, "other", mend=Ask("ballot"))
async def rank(post: MemberPost) -> Response:
    """Put an order of those that are level in the box."""
    fields, tie = post.fields, post.room.state.open_tie
    given = {name: fields[name] for name in _PLACES if fields[name]}
    if (
        tie and len(tie.refs) == 2 and list(given.values()) == ["1"]
    ):  # of two, the one that was not pressed is second
        given |= dict.fromkeys({*_PLACES[:2]} - given.keys(), "2")
    if given and fields["other"]:
        return again(post.request, say("phone.rank-both"), status=422, ask=Ask("ballot"), typed=fields)
    tied = tie.refs if tie else ()
    places = {
        ref: whole_number(given[name]) or 0 for name, ref in zip(_PLACES, tied, strict=False) if name in given
    }
    return await _into_the_box(post, "", fields["ballot"], CANT_SAY if fields["other"] else places)


@member_post("ballot", "choice", mend=Ask("ballot"))
async def ask_the_room(post: MemberPost) -> Response:
    """Put an answer to a question of the moment in the box."""
    if not post.fields["choice"]:
        raise Refused(No.NOTHING_CHOSEN)
    return await _into_the_box(post, BY_THE_WAY, post.fields["ballot"], post.fields["choice"])


async def _into_the_box(
    post: MemberPost, application: str, number: str, choice: str | dict[str, int]
) -> Response:
    """Cast it, and hand the phone its share; an order of those that are level is of no one application."""
    keep = not goes_round(post.request)
    half = await post.room.cast(post.seat, application, counted(number), choice, keep=keep)
    reply = onward()
    keep_half(post.request, reply, half)
    return reply
