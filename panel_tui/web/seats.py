"""The cookies: a seat, its own code, a screen that shows the wall, how a phone wishes to see the pages.

All but the last are named by their session: two on one laptop have one host, and cookies know no ports. Without it, a
phone that looked in at the other would lose its seat here. Earlier versions named none, so bare names are read too.
"""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response

from panel_tui.room.card_codes import plain, stored_code
from panel_tui.room.shared_device import goes_round as is_device
from panel_tui.web.reception import reception
from screens.phone.preferences import Look, read_look
from sessions.model.adjustments import SeatAdjustments
from sessions.model.session import StepKind

SEAT = "seat"
LOOK = "look"
CODE = "code"
HAND_ROUND = "hand-round"
WALL = "wall"
_MARK = "."
_ASKED = "panel_tui.asked"  # what members asked for, as this request found it
HOST_ONLY = "__Host-"
_HALF_A_DAY = 43_200  # seconds
_DAY = 86_400  # seconds
_LONGEST_NIGHT = 60 * _DAY
_LONGEST = 200  # characters; a cookie of ours is shorter


def token(request: Request) -> str:
    """Return the seat cookie's value; nothing where there is none that could be ours."""
    return _held(request, SEAT)


def seat(request: Request) -> int | None:
    """Return the seat this phone acts for: that of its cookie, or on the device that goes round whose turn it is.

    There, a form drawn in an earlier turn acts for nobody.
    """
    room = reception(request).room
    if goes_round(request):
        visit = room.hand_round.visit
        return visit.seat if visit and _drawn_in(request) in (None, visit.id) else None
    value = token(request)
    return room.seat_of(value) if value else None


def device(request: Request) -> str:
    """Return the value of the cookie that makes a device go round; nothing where there is none that could be ours."""
    return _held(request, HAND_ROUND).partition(_MARK)[0]


def screen(request: Request) -> str:
    """Return the value of the cookie by which a screen shows the wall. It holds no seat, and no form asks for it."""
    return _held(request, WALL)


def goes_round(request: Request) -> bool:
    """Whether this is the device that goes round; where there is none, no cookie need be read."""
    room = reception(request).room
    return bool(room.state.hand_round.token) and is_device(room, device(request))


def _drawn_in(request: Request) -> str | None:
    """Name the turn a posted form was drawn in; nothing where no form was posted."""
    return getattr(request.state, "visit", "") if request.method == "POST" else None


def _held(request: Request, name: str) -> str:
    kept, prefix = request.cookies, _prefix(request.scope["scheme"])
    value = kept.get(prefix + _of_session(request, name)) or kept.get(prefix + name, "")
    return value if len(value) <= _LONGEST and value.isascii() else ""


def _of_session(request: Request, name: str) -> str:
    return name if name == LOOK else f"{name}-{reception(request).room.polling_box.session}"


def adjusted(request: Request) -> SeatAdjustments | None:
    """Return what the member who holds this phone asked for beforehand; nothing where that is nothing."""
    room = reception(request).room
    asked: dict[int, SeatAdjustments] | None = request.scope.get(_ASKED)
    if asked is None:  # the file is looked at once for each request
        asked = request.scope[_ASKED] = room.adjusted.all()
    if not asked:
        return None
    if goes_round(
        request
    ):  # also where a form is posted: it is not read yet, so it is not known of which turn
        return asked.get(room.hand_round.visit.seat) if room.hand_round.visit else None
    value = token(request)
    seat = room.seat_of(value) if value else None
    return asked.get(seat) if seat is not None else None


def look(request: Request) -> Look:
    """Return how this phone wishes to see the pages: as was chosen on it, else as its member asked beforehand.

    On the device that goes round, what one member asked for is for their turn alone.
    """
    kept, asked = request.cookies.get(_prefix(request.scope["scheme"]) + LOOK, ""), adjusted(request)
    if asked is None:
        return read_look(kept)
    turn = turn_of(request)
    chosen = reception(request).turn_look
    if turn and chosen is not None and chosen[0] == turn:
        return chosen[1]
    return read_look(kept) if kept and not turn else look_asked(asked)


def turn_of(request: Request) -> str:
    """Name the turn on the device that goes round; nothing on any other phone, or while it is locked."""
    visit = reception(request).room.hand_round.visit
    return visit.id if visit and goes_round(request) else ""


def look_asked(asked: SeatAdjustments) -> Look:
    """Return the look that fits what was asked for."""
    return Look().with_choice(
        text="large" if asked.large_text else "", easy="read" if asked.easy_read else ""
    )


def keep_seat(request: Request, response: Response, value: str) -> None:
    """Hand the phone its seat, for as long as there are days to come."""
    _keep(request, response, SEAT, value)


def keep_code(request: Request, response: Response, code: str) -> None:
    """Let the phone keep its seat's own code, out of scripts' reach; a seat that came with its card has none here."""
    if code:
        _keep(request, response, CODE, code)
    elif _held(request, CODE):
        _end(request, response, CODE)


def own_code(request: Request) -> str:
    """Return the code this phone keeps, for as long as it is still that of its seat; nothing otherwise."""
    code, number = _held(request, CODE), seat(request)
    if number is None or not code or goes_round(request):
        return ""
    name = stored_code(reception(request).room.state.seats[number].code).name
    return code if name and plain(code).startswith(name) else ""


def keep_overnight(request: Request, response: Response) -> None:
    """Let a phone keep its seat, and how it wishes to see the pages, until we meet again."""
    for name in (SEAT, CODE, LOOK, HAND_ROUND):
        if value := _held(request, name):
            _keep(request, response, name, value)


def keep_hand_round(request: Request, response: Response, value: str) -> None:
    """Let the device go round; a seat it held before is no longer on it."""
    renew_hand_round(request, response, value)
    for name in (SEAT, CODE):
        _end(request, response, name)


def renew_hand_round(request: Request, response: Response, value: str) -> None:
    """Hand the device its cookie with a fresh mark, that says nothing.

    Chrome keeps pages whole for its Back button, `no-store` or not, until a cookie out of scripts' reach changes.
    """
    _keep(request, response, HAND_ROUND, value + _MARK + secrets.token_urlsafe(6))


def keep_screen(request: Request, response: Response, value: str) -> None:
    """Let a screen show the wall, for as long as the room lets it."""
    name = _of_session(request, WALL)
    response.headers.append("Set-Cookie", cookie(request.scope["scheme"], name, value))


def keep_look(request: Request, response: Response, chosen: Look) -> None:
    """Let the phone remember its look; the device that goes round only for this turn, where it began adjusted."""
    turn = turn_of(request)
    if turn and adjusted(request) is not None:
        reception(request).turn_look = (turn, chosen)
    else:
        _keep(request, response, LOOK, chosen.kept)


def _keep(request: Request, response: Response, name: str, value: str) -> None:
    seconds = _HALF_A_DAY + _nights(request)
    held = cookie(request.scope["scheme"], _of_session(request, name), value, seconds=seconds)
    response.headers.append("Set-Cookie", held)


def _end(request: Request, response: Response, name: str) -> None:
    """End a cookie, that of an earlier version too: it would be read in the other's place."""
    scheme = request.scope["scheme"]
    bare = (name,) if _prefix(scheme) + name in request.cookies else ()
    for one in (_of_session(request, name), *bare):
        response.headers.append("Set-Cookie", cookie(scheme, one, "", seconds=0))


def _nights(request: Request) -> int:
    """Count the seconds until we meet for the last time; where a night has no end yet, allow for a long one."""
    room = reception(request).room
    nights = [step for step in room.state.steps if step.kind is StepKind.OVERNIGHT]
    if not nights:
        return 0
    last = nights[-1].next
    return max((last - room.clock.now().date()).days, 0) * _DAY if last else _LONGEST_NIGHT


def cookie(scheme: str, name: str, value: str, *, seconds: int = _HALF_A_DAY) -> str:
    """Write a cookie: out of reach of scripts and other sites; nought seconds end it."""
    secure = "; Secure" if scheme == "https" else ""
    return f"{_prefix(scheme)}{name}={value}; HttpOnly; SameSite=Strict; Path=/; Max-Age={seconds}{secure}"


def _prefix(scheme: str) -> str:
    """Bind a cookie to this host and to encrypted pages, by its name; browsers allow that only over TLS."""
    return HOST_ONLY if scheme == "https" else ""
