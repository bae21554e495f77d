"""A request finds the same page in the table as starlette's own list of routes would find for it."""

from __future__ import annotations

import pytest
from starlette.routing import Match

from panel_tui.web.app import ROUTES
from panel_tui.web.forms import BadRequest
from panel_tui.web.page_finder import PageFinder
from panel_tui.web.responses import asset_routes

ALL = [*ROUTES, *asset_routes()]
FINDER = PageFinder(ALL)
PATHS = sorted(
    {route.path.replace("{number}", "3").replace("{code}", "A-code") for route in ALL}
    | {
        "/nowhere",
        "/answer/",
        "/question",
        "/question/",
        "/question/1/2",
        "/J/",
        "//",
        "",
        "/ANSWER",
        "/answer\n",
    }
)


def scope_of(method, path):
    return {"type": "http", "method": method, "path": path, "root_path": "", "headers": []}


def starlettes(method, path):
    """Give the endpoint and the parameters that starlette's rule finds, or the status it would reply with."""
    partly = False
    for route in ALL:
        match, found = route.matches(scope_of(method, path))
        if match is Match.FULL:
            return route.endpoint, found["path_params"]
        partly = partly or match is Match.PARTIAL
    return 405 if partly else 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT"])
def test_every_address_leads_where_starlettes_rule_leads(method):
    for path in PATHS:
        scope = scope_of(method, path)
        try:
            found = FINDER._endpoint(scope), scope["path_params"]
        except BadRequest as odd:
            found = odd.status
        if path == "/answer\n":
            assert found == 404, "an address with a line end in it is none of ours"
        else:
            assert found == starlettes(method, path), (method, path)
