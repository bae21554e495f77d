"""How a phone wishes to see the pages: kept on the phone, known to nobody else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from .forms import posted
from .seats import keep_look, look
from .showing import onward

_OURS = re.compile(
    r"/(?:question/\d{1,3}|check|step-out|ballot|reason|minority|confidence|workshop|mine|pick/\d{1,4}|J/[A-Za-z0-9]{1,64})?"
)


async def choose_look(request: Request) -> Response:
    """Take a choice of size, colours or Easy Read and go back to the page it was made on."""
    fields = await posted(request, "text", "colours", "easy")
    chosen = look(request).with_choice(text=fields["text"], colours=fields["colours"], easy=fields["easy"])
    reply = onward(page_before(request))
    keep_look(request, reply, chosen)
    return reply


def page_before(request: Request) -> str:
    """Give the path of the page a form was sent from; the first page where that is none of ours."""
    try:
        path = urlsplit(request.headers.get("referer", "")).path
    except ValueError:
        return "/"
    return path if _OURS.fullmatch(path) else "/"
