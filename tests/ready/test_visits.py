"""A visit from the laptop itself proves nothing about phones; one over the network does."""

import datetime as dt

import httpx
import pytest

from panel_tui.room.notifier import Visits
from panel_tui.room.open_room import live_room
from panel_tui.web.app import build_app
from panel_tui.web.request_guard import Hosts
from tests.journeys.small_session import small_session

NOW = dt.datetime(2026, 12, 3, 9, 40, tzinfo=dt.UTC)


def visits(*own):
    return Visits(lambda: NOW, lambda: own)


def test_a_phone_comes_from_elsewhere():
    seen = visits("10.0.0.7")
    seen.came("10.0.0.23")
    assert (seen.here, seen.elsewhere) == (None, NOW)


@pytest.mark.parametrize("own", ["127.0.0.1", "::1", "10.0.0.7", ""])
def test_the_laptop_itself_is_no_phone(own):
    seen = visits("10.0.0.7")
    seen.came(own)
    assert (seen.here, seen.elsewhere) == (NOW, None)


def test_the_network_is_looked_at_once_for_each_address():
    looks = []
    seen = Visits(lambda: NOW, lambda: looks.append(1) or ())
    for _ in range(100):
        seen.came("10.0.0.23")
    assert len(looks) == 1


@pytest.mark.parametrize("page", ["/", "/J/K7QF3TM4W"])
async def test_opening_a_page_is_a_visit_and_looking_whether_the_server_answers_is_none(tmp_path, page):
    async with live_room(small_session(tmp_path / "panel", more='joining = "open"')) as room:
        app = build_app(room, hosts=Hosts(8765, lambda: ("10.0.0.7",)))
        phone = httpx.ASGITransport(app, client=("10.0.0.23", 50_000))
        async with httpx.AsyncClient(transport=phone, base_url="http://10.0.0.7:8765") as client:
            await client.get("/health")
            assert room.visits.elsewhere is None
            await client.get(page)
            assert room.visits.elsewhere is not None
