"""Other screens show the wall by a code that is good once and for two minutes, and can do nothing but look."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from starlette.requests import Request

from panel_tui.room.card_codes import ALPHABET, CHANCE
from panel_tui.room.other_screens import LASTS, LENGTH
from panel_tui.room.room import Room
from panel_tui.web import wrong_codes
from panel_tui.web.app import POST_ROUTES
from panel_tui.web.other_screens import _look_again
from panel_tui.web.wrong_codes import CodeTries
from screens.wall_page import drawing
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import GUESTS_IN, Phase
from sessions.model.session import Session, Step, StepKind
from tests.web.phones import HOME, Phone, QuickClock, at_once, cookie_of, go_to, small_room, small_session
from tests.web.round import make

QUESTIONS = ("What will be different?", "How will you find people?")


class Stopwatch(QuickClock):
    """A clock whose seconds pass only when they are told to."""

    seconds = 0.0

    def elapsed(self) -> float:
        return self.seconds


def with_interview() -> Session:
    """Plan a day with an interview in it."""
    session = small_session()
    met = Step("met", StepKind.INTERVIEW, 45, ref="A02", questions=QUESTIONS)
    return replace(session, steps=(*session.steps[:3], met, *session.steps[5:]))


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with small_room(tmp_path, with_interview()) as opened:
        opened.clock = Stopwatch()
        yield opened


@pytest.fixture
async def screen(room: Room) -> AsyncIterator[Phone]:
    """A tablet, or another projector, whose wrong codes are answered at once."""
    async with Phone(room) as one:
        one.app.reception.codes = CodeTries(sleep=at_once)
        yield one


async def let_in(screen: Phone, room: Room) -> None:
    await screen.get(f"/WALL/{room.screens.offered()}")
    await screen.send()
    assert "data-poster" in screen.text


async def test_the_square_asks_first_and_then_shows_the_wall(room: Room, screen: Phone) -> None:
    code = room.screens.offered()
    await screen.get(f"/WALL/{code}")
    assert (screen.page.name, screen.page.heading) == ("wall", "See the wall on this screen?")
    assert room.screens.count == 0, "looking uses nothing up"
    await screen.send()
    assert screen.page.address == "/wall"
    assert screen.page.heading == "Connecting Neighbours"
    assert 'data-poster="lobby"' in screen.text
    assert room.screens.count == 1


async def test_the_code_is_typed_on_the_walls_own_page_or_where_cards_are_typed(
    room: Room, screen: Phone
) -> None:
    await screen.get("/wall")
    await screen.send(code=room.screens.offered().lower())
    assert 'data-poster="lobby"' in screen.text
    async with Phone(room, "10.0.0.9") as other:
        await other.get("/")
        await other.send(code=room.screens.offered())
        assert other.page.heading == "See the wall on this screen?"
        await other.send()
        assert 'data-poster="lobby"' in other.text
    assert room.screens.count == 2


async def test_a_code_is_good_once(room: Room, screen: Phone) -> None:
    code = room.screens.offered()
    assert (len(code), room.screens.offered()) == (LENGTH, code)
    await let_in(screen, room)
    async with Phone(room, "10.0.0.9") as other:
        other.app.reception.codes = CodeTries(sleep=at_once)
        await other.post("/wall", code=code)
        assert other.status == 404
        assert "We do not know that code" in other.news
    assert room.screens.offered() != code


@pytest.mark.parametrize(("after", "good"), [(LASTS - 1, True), (LASTS, False)])
async def test_a_code_is_good_for_two_minutes(room: Room, screen: Phone, after: float, good: bool) -> None:
    code = room.screens.offered()
    room.clock.seconds += after
    await screen.post("/wall", code=code)
    assert ("data-poster" in screen.text) is good
    assert room.screens.count == good


async def test_a_form_sent_twice_lets_one_screen_in(room: Room, screen: Phone) -> None:
    code = room.screens.offered()
    replies = [
        await screen.http.post(
            "/wall", data={"code": code, "id": "once"}, headers={"Origin": HOME, "Cookie": ""}
        )
        for _ in range(2)
    ]
    screen.http.cookies.clear()
    again = await screen.http.post("/wall", data={"code": code, "id": "once"}, headers={"Origin": HOME})
    assert [reply.status_code for reply in (*replies, again)] == [303, 303, 303]
    assert room.screens.count == 1


def test_so_few_can_be_tried_that_a_stranger_gets_in_by_less_than_one_in_a_million() -> None:
    tried = wrong_codes.SCREENS * LASTS + wrong_codes._SCREENS_AT_ONCE
    assert tried / len(ALPHABET) ** LENGTH < CHANCE


async def test_wrong_codes_wait_and_few_are_tried(room: Room) -> None:
    asked = asyncio.Event()

    async def never(_seconds: float) -> None:
        asked.set()
        await asyncio.Event().wait()

    async with Phone(room) as stranger:
        stranger.app.reception.codes = CodeTries(clock=lambda: 0.0, sleep=never)
        room.screens.offered()
        wrong = asyncio.create_task(stranger.post("/wall", code="WRONG2"))
        await asyncio.wait_for(asked.wait(), 5)
        assert not wrong.done(), "a wrong code is answered later"
        assert stranger.app.reception.codes.seen == 1
        wrong.cancel()
        tries = [
            asyncio.create_task(stranger.app.reception.codes.turn_at_a_screen("10.0.0.8")) for _ in range(40)
        ]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert 0 < sum(one.done() for one in tries) < 20, "the rest wait for their turn"
        for one in tries:
            one.cancel()


def _forms(route: str) -> dict[str, str]:
    fields = {
        "/answer": {"application": "A01", "criterion": "reach", "id": "x", "revision": "9", "answer": "1"}
    }
    return fields.get(route, {})


async def test_a_screen_can_post_nothing_and_sees_no_seats_page(room: Room, screen: Phone) -> None:
    await let_in(screen, room)
    await go_to(room, Phase.SCORE)
    before = room.state
    assert cookie_of(screen.http, "seat") == ""
    for route in POST_ROUTES:
        if route.path not in ("/look", "/wall", "/join", "/noted") and "{" not in route.path:
            await screen.post(route.path, **_forms(route.path))
            assert screen.status in (303, 400, 403, 404, 409, 422), route.path
    assert room.state == before
    for path in ("/", "/mine", "/applications", "/question/1", "/ballot"):
        await screen.get(path)
        assert screen.page.name == "join", path
    assert (await screen.http.get("/live")).status_code == 204
    await screen.get("/wall")
    assert 'method="post"' not in screen.text
    assert screen.page.main_form is not None
    assert screen.page.main_form.method == "get"


async def test_a_phone_with_a_seat_sees_the_wall_and_finds_the_way_back(room: Room, screen: Phone) -> None:
    await screen.join(room)
    await screen.get("/")
    assert '<a href="/wall" target="_self" data-wall>See the wall here</a>' in screen.text
    await screen.get("/mine")
    assert "See the wall here" in screen.text
    await screen.get("/wall")
    assert 'data-poster="lobby"' in screen.text
    assert '<a href="/">Back to my own page</a>' in screen.text
    assert room.screens.count == 0
    await room.do(c.LeaveEarly(1))
    await screen.get("/wall")
    assert screen.page.heading == "See the wall on this screen?"


async def test_none_is_offered_while_guests_are_in_and_a_code_does_not_outlast_their_coming(
    room: Room, screen: Phone
) -> None:
    await go_to(room, Phase.INTERVIEW_QUESTIONS)
    code = room.screens.offered()
    assert code
    await go_to(room, Phase.INTERVIEW_ASK)
    assert room.screens.offered() == ""
    await screen.post("/wall", code=code)
    assert screen.status == 404
    await go_to(room, Phase.INTERVIEW_NOTES)
    await screen.post("/wall", code=code)
    assert screen.status == 404, "it stays over when they have gone"
    assert room.screens.offered()


@pytest.mark.parametrize("phase", sorted(GUESTS_IN))
async def test_while_guests_are_in_an_open_screen_is_the_same_to_the_byte_whatever_the_others_are(
    phase: Phase, tmp_path: Path
) -> None:
    pages = []
    for title, asked in (("Warm Welcome Lunches", 148_900), ("Silver Screens", 7_000)):
        session = with_interview()
        others = (
            replace(session.applications[0], title=title, asked=Decimal(asked)),
            session.applications[1],
        )
        folder = tmp_path / title
        folder.mkdir()
        async with small_room(folder, replace(session, applications=others)) as room, Phone(room) as screen:
            await let_in(screen, room)
            await go_to(room, phase)
            await screen.get("/wall")
            assert screen.page.marks["position"] == room.position()
            pages.append(re.sub(r'"clock">[\d:]+', "", screen.text))
    assert pages[0] == pages[1]
    assert "Tea and Tablets" in pages[0]


async def test_of_an_open_round_nothing_but_the_count_is_shown(tmp_path: Path) -> None:
    pages = []
    for value in (1, 5):
        folder = tmp_path / str(value)
        folder.mkdir()
        async with small_room(folder) as room, Phone(room) as phone:
            await phone.join(room)
            await go_to(room, Phase.SCORE)
            for criterion in room.state.model.criteria:
                await room.do(c.GiveAnswer(1, "A01", criterion.key, score(value), criterion.key, 1))
            page = await phone.get("/wall")
            assert page.marks["poster"] == "scoring"
            pages.append(re.sub(r'"clock">[\d:]+', "", phone.text))
    assert pages[0] == pages[1]


async def test_the_facilitator_ends_them_and_so_does_the_end_of_the_day(room: Room, screen: Phone) -> None:
    await let_in(screen, room)
    room.screens.end()
    await screen.get("/wall")
    assert screen.page.heading == "This screen no longer shows the wall"
    assert "The facilitator has ended" in screen.text
    await screen.send(code=room.screens.offered())
    assert "data-poster" in screen.text
    await go_to(room, Phase.THANKS)
    await screen.get("/wall")
    assert screen.page.heading == "This screen no longer shows the wall"
    assert "The day is over" in screen.text
    assert screen.page.main_form.method == "get"
    assert (room.screens.count, room.screens.offered()) == (0, "")


async def test_no_screen_and_no_code_is_in_the_record(room: Room, screen: Phone) -> None:
    before = len(room.record.entries)
    await let_in(screen, room)
    room.screens.offered()
    room.screens.end()
    assert len(room.record.entries) == before


async def test_a_blanked_wall_is_blank_on_other_screens_too(room: Room, screen: Phone) -> None:
    await let_in(screen, room)
    room.screens.darken(blank=True)
    await screen.get("/wall")
    assert screen.page.heading == "The wall is blank just now."
    assert "Connecting Neighbours" not in screen.text
    room.screens.darken(blank=False)
    await screen.get("/wall")
    assert screen.page.heading == "Connecting Neighbours"


async def test_the_wall_is_drawn_once_for_all_and_again_only_when_something_was_told(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("panel_tui.web.wall_pages.draw", lambda *a: drawn.append("page") or drawing.draw(*a))
    made = room.poster
    monkeypatch.setattr(room, "poster", lambda: drawn.append("poster") or made())
    async with Phone(room) as phone:
        await phone.join(room)
        for _ in range(20):
            await phone.get("/wall")
        assert drawn == ["poster", "page"]
        mark = (await phone.http.get("/wall")).headers["etag"]
        again = await phone.http.get("/wall", headers={"If-None-Match": mark})
        assert (again.status_code, again.content) == (304, b"")
        await room.press(position=room.position(), sure=True)
        await phone.get("/wall")
        assert drawn == ["poster", "page"] * 2
        assert phone.page.marks["poster"] == "notice"


async def test_the_stream_says_look_again_when_the_wall_changes_and_when_the_screen_is_ended(
    room: Room, screen: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("panel_tui.web.other_screens.CALM", 0)
    await let_in(screen, room)
    desk = screen.app.reception

    cookie = cookie_of(screen.http, "wall")
    scope = {
        "type": "http", "method": "GET", "scheme": "http", "path": "/live", "query_string": b"of=wall",
        "headers": [(b"cookie", f"wall={cookie}".encode())], "app": screen.app,
    }  # fmt: skip
    stream = _look_again(Request(scope), desk)
    assert await anext(stream) == b"data: look again\n\n"
    waits = asyncio.create_task(anext(stream))
    await room.press(position=room.position(), sure=True)
    assert await asyncio.wait_for(waits, 5) == b"data: look again\n\n"
    room.screens.end()
    assert await asyncio.wait_for(anext(stream), 5) == b"data: look again\n\n"
    with pytest.raises(StopAsyncIteration):
        await anext(stream)
    assert len(desk.streams) == 0


async def test_a_device_that_goes_round_is_no_screen(room: Room) -> None:
    async with Phone(room) as device:
        await make(device, room)
        await device.get("/wall")
        assert device.page.name == "hand-round"


async def test_a_cookie_that_was_never_ours_shows_nothing(room: Room) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=Phone(room).app), base_url=HOME, cookies={"wall": "made-up"}
    ) as http:
        assert "data-poster" not in (await http.get("/wall")).text
        assert (await http.get("/live?of=wall")).status_code == 204
