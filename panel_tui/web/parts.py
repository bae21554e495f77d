"""For a script that puts pages together: the part of a page that changes, and not even that where nothing has.

The script names the seat it shows. Where that is still the seat, the frame round the part is still right. It also says
whether it has the signals, none of them up, and which application's summary: those it keeps, and is not sent again.
"""

from __future__ import annotations

import gzip
import hashlib
from urllib.parse import unquote

import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from screens.phone.pages import Kept
from sessions.views.pages import AnyPage

_SHOWN, _SIGNALS, _SUMMARY = "x-part", "s", "a-"
# a part is no page: a browser that shows it as one runs and fetches nothing
NOTHING_RUNS = (
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_WORTH_IT = 600  # characters; a shorter page does not get smaller


def part_wanted(request: Request, seat: int | None) -> bool:
    """Say whether the part of this seat's page is enough for this phone."""
    shown, *kept = request.headers.get(_SHOWN, "").split(" ")
    return shown == str(seat) and all(one == _SIGNALS or one.startswith(_SUMMARY) for one in kept)


def kept_on_phone(request: Request) -> Kept:
    """Read what the script says it has already."""
    kept = request.headers.get(_SHOWN, "").split(" ")[1:]
    summary = next((unquote(one.removeprefix(_SUMMARY)) for one in kept if one.startswith(_SUMMARY)), "")
    return Kept(summary, signals=_SIGNALS in kept)


def mark_of(page: AnyPage, *beside: str) -> str:
    """Give a mark that differs when a page does; what is drawn afresh for each sending is left out."""
    digest = hashlib.sha256(msgspec.json.encode((page, beside)))
    return f'"{digest.hexdigest()[:12]}"'


def unchanged(request: Request, mark: str) -> bool:
    """Say whether the phone that looks shows this very page already."""
    return request.method == "GET" and request.headers.get("if-none-match") == mark


def packed(request: Request, drawn: str, *, status: int) -> Response:
    """Make the reply, squeezed where the phone can read that."""
    if len(drawn) < _WORTH_IT or "gzip" not in request.headers.get("accept-encoding", ""):
        return HTMLResponse(drawn, status_code=status)
    squeezed = gzip.compress(drawn.encode(), compresslevel=9, mtime=0)
    # no `Vary`: nothing between us and the phone may keep a page
    return HTMLResponse(squeezed, status_code=status, headers={"Content-Encoding": "gzip"})
