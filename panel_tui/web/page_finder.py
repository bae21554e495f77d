"""Find who answers a request, and turn what could not be taken into a plain page.

Nearly every address is known beforehand, word for word, and found in a table; those with a number or a code in them are
tried in turn. starlette tries a pattern for each route, behind three more calls that are all handed the request.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Receive, Scope, Send

from panel_tui.web.forms import BadRequest
from panel_tui.web.responses import turned
from panel_tui.web.wrong_codes import TooMany

Endpoint = Callable[[Request], Awaitable[Response]]


class PageFinder:
    """All pages and posts by their address."""

    def __init__(self, routes: Iterable[Route]) -> None:
        """Sort the routes: those without a parameter into a table."""
        self._known: dict[str, dict[str, Endpoint]] = {}
        self._others: list[Route] = []
        for route in routes:
            self.add(route)

    def add(self, route: Route) -> None:
        """Find this one, too. Of two with the same address and method, the first stays."""
        if route.param_convertors:
            self._others.append(route)
            return
        by_method = self._known.setdefault(route.path, {})
        for method in route.methods or ():
            by_method.setdefault(method, route.endpoint)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        request = Request(scope, receive, send)
        try:
            reply = await self._endpoint(scope)(request)
        except BadRequest as why:
            reply = turned(request, why)
        except TooMany:
            reply = turned(request, BadRequest(429, "wait-a-minute"))
        await reply(scope, receive, send)

    def _endpoint(self, scope: Scope) -> Endpoint:
        """Find it. Raises BadRequest where there is none, or none for this method."""
        method: str = scope["method"]
        by_method = self._known.get(scope["path"])
        if by_method is not None and method in by_method:
            scope["path_params"] = {}
            return by_method[method]
        there = by_method is not None
        for route in self._others:
            match, found = route.matches(scope)
            if match is Match.FULL:
                scope.update(found)
                endpoint: Endpoint = route.endpoint
                return endpoint
            there = there or match is Match.PARTIAL
        raise BadRequest(405 if there else 404, "nothing-here")
