"""How a phone wishes to see the pages: kept on the phone, known to nobody else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from panel_tui.web.forms import posted
from panel_tui.web.responses import onward
from panel_tui.web.seats import keep_look, look

_OURS = re.compile(
    r"/(?:question/\d{1,3}|change/\d{1,3}|practice/\d{1,3}|check|step-out|ballot|reason|minority|confidence|workshop|my-questions|open-scores|card/\d{1,3}|mine|applications|pick/\d{1,4}|(?:J|j|wall|WALL)/[A-Za-z0-9]{1,64})?"
)


async def choose_look(request: Request) -> Response:
    """Take a choice of size, colours or Easy Read and go back to the page it was made on."""
    fields = await posted(request, "text", "colours", "easy", "taps")
    chosen = look(request).with_choice(**fields)
    reply = onward(page_before(request))
    keep_look(request, reply, chosen)
    return reply


def page_before(request: Request) -> str:
    """Return the path of the page a form was sent from; the first page where that is none of ours."""
    try:
        path = urlsplit(request.headers.get("referer", "")).path
    except ValueError:
        return "/"
    return path if _OURS.fullmatch(path) else "/"
