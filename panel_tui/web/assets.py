"""Serve the style, script and mark. Their names hold their content, so a phone may keep them for good."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from screens.phone.assets import ASSETS, Asset

_FOR_GOOD = "public, max-age=31536000, immutable"


def asset_routes() -> list[Route]:
    """Give a route for each asset."""
    return [Route(asset.path, _serving(asset), methods=["GET"]) for asset in ASSETS]


def _serving(asset: Asset) -> Callable[[Request], Awaitable[Response]]:
    small = gzip.compress(asset.body, mtime=0)
    plain = {"Cache-Control": _FOR_GOOD, "Vary": "Accept-Encoding"}

    async def serve(request: Request) -> Response:
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(small, media_type=asset.kind, headers={**plain, "Content-Encoding": "gzip"})
        return Response(asset.body, media_type=asset.kind, headers=plain)

    return serve
