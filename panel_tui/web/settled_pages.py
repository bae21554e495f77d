"""Show no page that says something is in before it is on the disk, where a failure could still take it back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from panel_tui.web.reception import reception

_OPEN_ENDED = ("/live", "/health")  # they tell nothing of what was given


class WaitsForTheDisk:
    """Lets a page be drawn once what was on its way to the disk when it was asked for is there."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before this app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, and answer. A post waits for what it brings itself."""
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"] not in _OPEN_ENDED:
            await reception(Request(scope)).room.settled()
        await self._app(scope, receive, send)
