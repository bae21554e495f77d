"""The phone's half of its ballot: handed out with the reply, brought back by every request, ended when it has served.

A phone hands its half in by itself: whatever it asks for, the room sees the half before a page is made.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..ballots import Half
from ..ballots.cookies import PREFIX
from .reception import reception
from .seats import HOST_ONLY, cookie, seat

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
