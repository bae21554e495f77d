"""The gallery's pages as a phone is given them, with a seat where people have one, and the posters of other screens."""

from __future__ import annotations

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from screens.phone.drawing import Passed, draw
from screens.phone.preferences import Look
from screens.wall_page.drawing import Around, Wish
from screens.wall_page.drawing import draw as draw_poster
from screens.wall_page.moment import moment
from tests.wall.posters import NOW, POSTERS
from tests.web.gallery import PAGES

_SEATLESS = ("join", "seat", "wall", "refused", "hand-round")


def hung(name: str, *, language: str = "en", look: Look | None = None, fault: str = "") -> str:
    """Draw a page of the gallery; with a `fault` as when something on it is to be put right."""
    seat = None if name.startswith(_SEATLESS) else 4
    turn = Passed("turn" if name.startswith("passed") else "")
    goes_round = name.startswith(("passed", "hand-round"))
    page = replace(PAGES[name], language=language, seat=seat)
    page = replace(page, fault=fault) if fault else page
    return draw(page, look=look or Look(), passed=turn if goes_round else None)


async def page_of_the_gallery(request: Request) -> Response:
    """Answer with the page that `name` asks for."""
    query = request.query_params
    look = Look(query.get("text", "plain"), query.get("colours", "plain"), query.get("easy", "plain"))
    language, fault = query.get("language", "en"), query.get("fault", "")
    return HTMLResponse(hung(request.path_params["name"], language=language, look=look, fault=fault))


async def hung_poster(request: Request) -> Response:
    """Answer with the poster that `name` asks for, as other screens show it."""
    one, query = POSTERS[request.path_params["name"]], request.query_params
    wish = Wish(query.get("text", "plain"), query.get("colours", "plain"), captions="captions" in query)
    home = "home" in query
    around = Around(trouble=query.get("trouble", ""), at_home=home, asked=home, wish=wish)
    return HTMLResponse(draw_poster(one, moment(one, NOW), around))
