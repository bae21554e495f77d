"""The device that goes round locks itself once a member has done what there was to do.

That is so after any accepted post that leaves the seat with a page which asks nothing more: a score handed in, a ballot
in the box. What only looks, or tells the facilitator something, is no such post.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sessions.views.phone_hand_round import finished

from .reception import reception
from .seats import goes_round, seat

_ASIDE = frozenset({"/signal", "/look", "/noted", "/hand-on"})


class LocksItself:
    """Locks the device that goes round with the reply to the post that finished something."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before this app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let any request pass; watch the reply to a post that may finish something."""
        watched = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] not in _ASIDE
        await self._app(scope, receive, _Watched(Request(scope), send) if watched else send)


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
    farewell = finished(room.page(mine)) if mine is not None else ""
    if farewell:
        room.hand_round.lock(farewell)
    return bool(farewell)
