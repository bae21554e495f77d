"""The web app for one room: plain lists of routes, and the guard before all of them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..room import Room
from . import giving, hand_round, joining, looking, mine, signals, unsigned, voting, wishes
from .assets import asset_routes
from .guard import Guard
from .halves import HalvesBrought
from .hosts import Hosts
from .live import live
from .locking import LocksItself
from .odd import Odd
from .reception import Reception
from .showing import turned
from .wrong_codes import TooMany

LOOKING = [
    Route("/", looking.home),
    Route("/question/{number}", looking.question),
    Route("/check", looking.check),
    Route("/step-out", looking.step_out),
    Route("/ballot", looking.ballot),
    Route("/reason", looking.reason),
    Route("/minority", looking.minority),
    Route("/confidence", looking.confidence),
    Route("/workshop", looking.workshop),
    Route("/J/{code}", joining.door),
    Route("/j/{code}", joining.door),
    Route("/mine", mine.mine),
    Route("/pick/{number}", hand_round.code),
    Route("/live", live),
    Route("/health", looking.health),
]
SENDING = [
    Route("/answer", giving.answer, methods=["POST"]),
    Route("/join", joining.join, methods=["POST"]),
    Route("/J/{code}", joining.take, methods=["POST"]),
    Route("/j/{code}", joining.take, methods=["POST"]),
    Route("/noted", joining.noted, methods=["POST"]),
    Route("/hand-in", giving.hand_in, methods=["POST"]),
    Route("/step-out", giving.step_out, methods=["POST"]),
    Route("/come-back", giving.come_back, methods=["POST"]),
    Route("/practice", voting.practice, methods=["POST"]),
    Route("/ballot", voting.ballot, methods=["POST"]),
    Route("/reason", voting.reason, methods=["POST"]),
    Route("/minority", unsigned.minority, methods=["POST"]),
    Route("/confidence", unsigned.confidence, methods=["POST"]),
    Route("/rank", voting.rank, methods=["POST"]),
    Route("/workshop", unsigned.workshop, methods=["POST"]),
    Route("/signal", signals.signal, methods=["POST"]),
    Route("/pick", hand_round.pick, methods=["POST"]),
    Route("/unlock", hand_round.unlock, methods=["POST"]),
    Route("/hand-on", hand_round.hand_on, methods=["POST"]),
    Route("/look", wishes.choose_look, methods=["POST"]),
]


def build_app(room: Room, *, hosts: Hosts | None = None) -> Starlette:
    """Build the app. `hosts` says which addresses are ours; left out, the laptop's own on port 8765."""
    app = Starlette(
        # looked through in this order, and a rush is made of answers and pages
        routes=[SENDING[0], *LOOKING, *SENDING[1:], *asset_routes()],
        middleware=[
            Middleware(Guard, hosts=hosts or Hosts(8765)),
            Middleware(HalvesBrought),
            Middleware(LocksItself),
        ],
        exception_handlers={HTTPException: _no_such_page, Odd: _odd, TooMany: _too_many},
    )
    app.router.redirect_slashes = False
    app.state.reception = Reception(room)
    return app


async def _no_such_page(request: Request, why: Exception) -> Response:
    status = why.status_code if isinstance(why, HTTPException) else 404
    return turned(request, Odd(status, "nothing-here"))


async def _odd(request: Request, why: Exception) -> Response:
    assert isinstance(why, Odd)
    return turned(request, why)


async def _too_many(request: Request, _why: Exception) -> Response:
    return turned(request, Odd(429, "wait-a-minute"))
