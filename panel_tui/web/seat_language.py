"""Answer a phone in the language its seat asked for: the page, and every sentence said to it on the way there.

What the laptop keeps and what the wall says stays in the room's language. The group's own words are in that one too,
and are left aside.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from panel_tui.web.reception import reception
from panel_tui.web.seats import adjusted
from sessions.wording import speaking


def own_language(request: Request) -> str:
    """Return the language this phone's seat asked for; nothing where it is the room's own."""
    asked = adjusted(request)
    return asked.language if asked is not None and asked.language != reception(request).language else ""


class SpeaksForTheSeat:
    """Lets everything that answers one request speak the seat's language."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before this app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, in that language."""
        language = own_language(Request(scope)) if scope["type"] == "http" else ""
        if not language:
            await self._app(scope, receive, send)
            return
        with speaking(language, {}):
            await self._app(scope, receive, send)
