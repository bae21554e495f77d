"""The cookie that holds a seat, and the one that holds how a phone wishes to see the pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from screens.phone.look import Look, read_look

from .reception import reception

SEAT = "seat"
LOOK = "look"
HOST_ONLY = "__Host-"
_HALF_A_DAY = 43_200  # seconds
_LONGEST = 200  # characters; a cookie of ours is shorter


def token(request: Request) -> str:
    """Give the seat cookie's value; nothing where there is none that could be ours."""
    value = request.cookies.get(_prefix(request.scope["scheme"]) + SEAT, "")
    return value if len(value) <= _LONGEST and value.isascii() else ""


def seat(request: Request) -> int | None:
    """Give the seat whose cookie this phone holds."""
    value = token(request)
    return reception(request).room.seat_of(value) if value else None


def look(request: Request) -> Look:
    """Give how this phone wishes to see the pages."""
    return read_look(request.cookies.get(_prefix(request.scope["scheme"]) + LOOK, ""))


def keep_seat(request: Request, response: Response, value: str) -> None:
    """Hand the phone its seat."""
    _keep(request, response, SEAT, value)


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
