"""The pages a phone may ask for. What it gets is always right for its seat and the moment."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sessions.views.phone import Ask

from .locking import lock_if_finished
from .odd import Odd
from .reception import reception
from .showing import page_for, shown


async def home(request: Request) -> Response:
    """Show this phone its page."""
    lock_if_finished(request)
    reception(request).visited(request)
    return _ask(request, Ask())


async def question(request: Request) -> Response:
    """Show one question, to answer or to change."""
    number = request.path_params["number"]
    if not (number.isascii() and number.isdecimal() and len(number) <= 3):
        raise Odd(404, "nothing-here")
    return _ask(request, Ask("question", int(number)))


async def check(request: Request) -> Response:
    """Show the answers, to look over before handing in."""
    return _ask(request, Ask("check"))


async def step_out(request: Request) -> Response:
    """Ask whether this member has to step out."""
    return _ask(request, Ask("step-out"))


async def ballot(request: Request) -> Response:
    """Show the ballot paper once more."""
    return _ask(request, Ask("ballot"))


async def reason(request: Request) -> Response:
    """Ask for a reason once more, to write one or to change it."""
    return _ask(request, Ask("reason"))


async def minority(request: Request) -> Response:
    """Offer to have another view recorded."""
    return _ask(request, Ask("minority"))


async def confidence(request: Request) -> Response:
    """Ask once more how confident this member feels."""
    return _ask(request, Ask("confidence"))


async def workshop(request: Request) -> Response:
    """Ask once more what to judge by, or how much it matters."""
    return _ask(request, Ask("workshop"))


async def health(_request: Request) -> Response:
    """Say that the server answers."""
    return PlainTextResponse("ok")


def _ask(request: Request, ask: Ask) -> Response:
    return shown(request, page_for(request, ask))
