"""For a script that puts pages together: the part of a page that changes, and not even that where nothing has.

The script names the seat it shows. Where that is still the seat, the frame round the part is still right.
"""

from __future__ import annotations

import gzip
import hashlib

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sessions.views.pages import AnyPage

_SHOWN = "x-part"
_WORTH_IT = 600  # characters; a shorter page does not get smaller


def part_wanted(request: Request, seat: int | None) -> bool:
    """Say whether the part of this seat's page is enough for this phone."""
    return request.headers.get(_SHOWN) == str(seat)


def mark_of(page: AnyPage, *beside: str) -> str:
    """Give a mark that differs when a page does; what is drawn afresh for each sending is left out."""
    digest = hashlib.sha256(msgspec.json.encode((page, beside)))
    return f'"{digest.hexdigest()[:20]}"'


def unchanged(request: Request, mark: str) -> bool:
    """Say whether the phone that looks shows this very page already."""
    return request.method == "GET" and request.headers.get("if-none-match") == mark


def packed(request: Request, drawn: str, *, status: int) -> Response:
    """Make the reply, squeezed where the phone can read that."""
    if len(drawn) < _WORTH_IT or "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(drawn, status_code=status, headers={"Vary": "Accept-Encoding"})
    squeezed = gzip.compress(drawn.encode(), compresslevel=6, mtime=0)
    headers = {"Vary": "Accept-Encoding", "Content-Encoding": "gzip"}
    return HTMLResponse(squeezed, status_code=status, headers=headers)
