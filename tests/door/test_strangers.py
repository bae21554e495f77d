"""Whoever has no seat is told the same at every address, whatever cookie is shown, and changes nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from panel_tui.room.card_codes import KEY_LENGTH, fast_hash
from panel_tui.room.room import Room
from panel_tui.room.shared_device import make_hand_round
from panel_tui.web import build_app
from panel_tui.web.app import GET_ROUTES, POST_ROUTES
from panel_tui.web.wrong_codes import CodeTries
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.door.asking import ask
from tests.web.phones import at_once, go_to, small_room

FORMS = {
    "/join": b"code=WRONG",
    "/J/{code}": b"id=x",
    "/j/{code}": b"id=x",
    "/wall": b"code=WRONG2&id=x",
    "/noted": b"",
    "/answer": b"application=A01&criterion=reach&id=x&revision=9&answer=1",
    "/hand-in": b"application=A01",
    "/step-out": b"application=A01",
    "/come-back": b"application=A01",
    "/no-conflict": b"application=A01",
    "/practice": b"answer=1",
    "/ballot": b"application=A01&round=1&choice=1",
    "/reason": b"application=A01&round=1&reason=because",
    "/minority": b"application=A01&view=because",
    "/ask-the-room": b"ballot=1&choice=1",
    "/confidence": b"position=1.confidence.0&choice=1",
    "/open-scores": b"position=1.cards-up.0&choice=yes",
    "/card": b"application=A01&criterion=reach&answer=1&why=because",
    "/workshop": b"position=1.workshop.0&s1=Why",
    "/rank": b"ballot=1&other=cant-say",
    "/signal": b"signal=question",
    "/pick": b"seat=1",
    "/unlock": b"seat=1&code=WRONG",
    "/hand-on": b"",
    "/look": b"text=large",
    "/here": b"",
    "/pass": b"position=1.asking.0",
    "/my-questions": b"application=A01&question=Who+comes",
}
ROUTES = [(route.path, next(iter(route.methods - {"HEAD"}))) for route in [*GET_ROUTES, *POST_ROUTES]]
STREAMS = {("/live", "GET")}
every_phase = pytest.mark.parametrize(
    "phase", [Phase.ARRIVING, Phase.PRACTICE, Phase.READ, Phase.SCORE, Phase.BALLOT]
)


def address_of(path: str) -> str:
    return path.format(code="WRONG", number=1)


async def said(room: Room, path: str, method: str, cookie: str) -> tuple[int, bytes]:
    """Ask as a phone with this cookie would; each phone from its own address, so that none is made to wait."""
    body = FORMS[path] if method == "POST" else b""
    app = build_app(room)
    app.reception.codes = CodeTries(sleep=at_once)  # the pace of wrong codes has its own tests
    status, reply = await ask(app, address_of(path), method=method, cookie=cookie, body=body)
    return status, re.sub(rb'name="id" value="[^"]+"', b"", reply)  # drawn afresh for each sending


@pytest.fixture
async def crowded(tmp_path: Path) -> AsyncIterator[Room]:
    """A room where everybody has a seat."""
    async with small_room(tmp_path) as room:
        for _ in room.state.seats:
            await room.take(room.door_code)
        yield room


@pytest.fixture
async def cookies(crowded: Room, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What strangers may show: nothing, something made up, what once was good, what is good elsewhere."""
    left = await crowded.take(await _reissued(crowded, 6, "first"))
    await crowded.take(await _reissued(crowded, 6, "second"))
    went_round = (await crowded.take((await make_hand_round(crowded)).code)).token
    await crowded.take((await make_hand_round(crowded)).code)
    async with small_room(tmp_path_factory.mktemp("elsewhere")) as elsewhere:
        other = await elsewhere.take(elsewhere.door_code)
    return {
        "no cookie": "",
        "made up": "seat=" + "A" * 22,
        "a number": "seat=1",
        "the hash that is kept": f"seat={crowded.state.seats[1].token}",
        "the phone before this one": f"seat={left.token}",
        "another session": f"seat={other.token}",
        "the device that went round before": f"hand-round={went_round}",
        "the hash of the device that goes round": f"hand-round={crowded.state.hand_round.token}",
        "a seat's cookie as a device's": f"hand-round={left.token}",
        "too long": "seat=" + "A" * 4_000,
    }


async def _reissued(room: Room, seat: int, key: str) -> str:
    meant = key.upper().ljust(KEY_LENGTH, "A")
    await room.do(c.ReissueCard(Card(seat, "", fast_hash(meant))))
    return meant


def test_every_route_is_asked() -> None:
    assert {path for path, method in ROUTES if method == "POST"} <= set(FORMS)
    assert len(ROUTES) == len(GET_ROUTES) + len(POST_ROUTES)


@every_phase
async def test_every_stranger_is_told_the_same_everywhere(
    crowded: Room, cookies: dict[str, str], phase: Phase
) -> None:
    await go_to(crowded, phase)
    entries, state = len(crowded.record.entries), crowded.state
    for path, method in ROUTES:
        told = {name: await said(crowded, path, method, cookie) for name, cookie in cookies.items()}
        told.pop("the phone before this one")  # it is told why, and no more: see the test after this
        assert len(set(told.values())) == 1, (
            f"{method} {path}: {[(n, s, len(b)) for n, (s, b) in told.items()]}"
        )
        status, body = told["no cookie"]
        asked = b'data-page="join"' in body or _asks_for_a_screens_code(path, body)
        assert (path, status) in ALLOWED[method] or asked, (method, path, status)
    assert crowded.state == state
    assert len(crowded.record.entries) == entries


def _asks_for_a_screens_code(path: str, body: bytes) -> bool:
    return path.lower().startswith("/wall") and b'data-page="wall"' in body and b"data-poster" not in body


ALLOWED = {
    "GET": {("/live", 204), ("/health", 200)},
    "POST": {("/join", 303), ("/noted", 303), ("/look", 303)},
}


async def test_a_real_cookie_is_told_something_else(crowded: Room, cookies: dict[str, str]) -> None:
    await go_to(crowded, Phase.SCORE)
    mine = (await crowded.take(await _reissued(crowded, 2, "mine"))).token
    same = [
        (method, path)
        for path, method in ROUTES
        if (path, method) not in STREAMS
        and await said(crowded, path, method, f"seat={mine}") == await said(crowded, path, method, "")
    ]
    assert same == [("GET", "/health"), ("POST", "/join"), ("POST", "/noted"), ("POST", "/look")]


@every_phase
async def test_a_seat_writes_to_no_other_seat(crowded: Room, phase: Phase) -> None:
    """Whatever seat 2 sends, with whatever names of seats in it, the other seats stay as they were."""
    card = await _reissued(crowded, 2, "mine")
    mine = (await crowded.take(card)).token
    await go_to(crowded, phase)
    if phase is Phase.SCORE:
        await crowded.do(c.GiveAnswer(1, "A01", "reach", score(5), "theirs", 1))
    before = _others(crowded)
    for path, method in ROUTES:
        if (path, method) in STREAMS:
            continue
        for more in (b"", b"&seat=1", b"&member=1"):
            body = FORMS.get(path, b"") + more
            await ask(
                build_app(crowded), address_of(path), method=method, cookie=f"seat={mine}; seat=1", body=body
            )
    assert _others(crowded) == before


def _others(room: Room) -> object:
    others = [seat for seat in room.state.seats if seat != 2]
    scoring = room.state.scoring.get("A01")
    return (
        [room.state.seats[seat] for seat in others],
        [scoring.cells.get(seat) for seat in others] if scoring else None,
        [seat in scoring.handed_in for seat in others] if scoring else None,
        sorted(pair for pair in room.state.conflicts if pair[0] != 2),
    )


async def test_when_the_day_is_over_nothing_that_is_sent_changes_anything(
    crowded: Room, cookies: dict[str, str]
) -> None:
    mine = (await crowded.take(await _reissued(crowded, 2, "mine"))).token
    await go_to(crowded, Phase.THANKS)
    assert crowded.state.ended
    entries, state = len(crowded.record.entries), crowded.state
    for path, method in ROUTES:
        told = {name: await said(crowded, path, method, cookie) for name, cookie in cookies.items()}
        assert len(set(told.values())) == 1, (method, path)
        if (path, method) not in STREAMS:
            status, body = await said(crowded, path, method, f"seat={mine}")
            assert status < 500
            assert method == "GET" or status in (303, 404, 409, 422)
            assert b'data-page="score"' not in body
            assert b'data-page="ballot"' not in body
    assert crowded.state == state
    assert len(crowded.record.entries) == entries
