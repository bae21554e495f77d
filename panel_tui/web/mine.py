"""A member's own day, shown to that member's phone."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from .reception import reception
from .seats import seat
from .showing import page_for, shown


async def mine(request: Request) -> Response:
    """Show what this phone's member gave so far; whoever has no seat is asked to take one."""
    number = seat(request)
    return shown(request, page_for(request) if number is None else reception(request).room.my_day(number))
