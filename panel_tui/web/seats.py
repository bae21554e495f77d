"""The cookie that holds a seat, and the one that holds how a phone wishes to see the pages."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response

from screens.phone.look import Look, read_look

from ..hand_round import goes_round as is_device
from .reception import reception

SEAT = "seat"
LOOK = "look"
HAND_ROUND = "hand-round"
_MARK = "."
HOST_ONLY = "__Host-"
_HALF_A_DAY = 43_200  # seconds
_LONGEST = 200  # characters; a cookie of ours is shorter


def token(request: Request) -> str:
    """Give the seat cookie's value; nothing where there is none that could be ours."""
    return _held(request, SEAT)


def seat(request: Request) -> int | None:
    """Give the seat this phone acts for: that of its cookie, or on the device that goes round whose turn it is.

    There, a form drawn in an earlier turn acts for nobody.
    """
    room = reception(request).room
    if goes_round(request):
        visit = room.hand_round.visit
        return visit.seat if visit and _drawn_in(request) in (None, visit.id) else None
    value = token(request)
    return room.seat_of(value) if value else None


def device(request: Request) -> str:
    """Give the value of the cookie that makes a device go round; nothing where there is none that could be ours."""
    return _held(request, HAND_ROUND).partition(_MARK)[0]


def goes_round(request: Request) -> bool:
    """Say whether this is the device that goes round; where there is none, no cookie need be read."""
    room = reception(request).room
    return bool(room.state.hand_round.token) and is_device(room, device(request))


def _drawn_in(request: Request) -> str | None:
    """Name the turn a posted form was drawn in; nothing where no form was posted."""
    return getattr(request.state, "visit", "") if request.method == "POST" else None


def _held(request: Request, name: str) -> str:
    value = request.cookies.get(_prefix(request.scope["scheme"]) + name, "")
    return value if len(value) <= _LONGEST and value.isascii() else ""


def look(request: Request) -> Look:
    """Give how this phone wishes to see the pages."""
    return read_look(request.cookies.get(_prefix(request.scope["scheme"]) + LOOK, ""))


def keep_seat(request: Request, response: Response, value: str) -> None:
    """Hand the phone its seat."""
    _keep(request, response, SEAT, value)


def keep_hand_round(request: Request, response: Response, value: str) -> None:
    """Let the device go round; a seat it held before is no longer on it."""
    renew_hand_round(request, response, value)
    response.headers.append("Set-Cookie", cookie(request.url.scheme, SEAT, "", seconds=0))


def renew_hand_round(request: Request, response: Response, value: str) -> None:
    """Hand the device its cookie with a fresh mark, that says nothing.

    Chrome keeps pages whole for its Back button, `no-store` or not, until a cookie out of scripts' reach changes.
    """
    _keep(request, response, HAND_ROUND, value + _MARK + secrets.token_urlsafe(6))


def keep_look(request: Request, response: Response, chosen: Look) -> None:
    """Let the phone remember its look."""
    _keep(request, response, LOOK, chosen.kept)


def _keep(request: Request, response: Response, name: str, value: str) -> None:
    response.headers.append("Set-Cookie", cookie(request.scope["scheme"], name, value))


def cookie(scheme: str, name: str, value: str, *, seconds: int = _HALF_A_DAY) -> str:
    """Write a cookie: out of reach of scripts and other sites; nought seconds end it."""
    secure = "; Secure" if scheme == "https" else ""
    return f"{_prefix(scheme)}{name}={value}; HttpOnly; SameSite=Strict; Path=/; Max-Age={seconds}{secure}"


def _prefix(scheme: str) -> str:
    """Bind a cookie to this host and to encrypted pages, by its name; browsers allow that only over TLS."""
    return HOST_ONLY if scheme == "https" else ""
