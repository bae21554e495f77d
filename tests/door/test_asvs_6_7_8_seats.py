"""OWASP ASVS 5.0, chapters 6, 7 and 8: codes, cookies, and whose seat is whose. One test a row."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

import pytest

from panel_tui.room import card_codes as codes_module
from panel_tui.room import joining as door_module
from panel_tui.room.card_codes import (
    ALPHABET,
    DOOR_LENGTH,
    code_length,
    draw_card,
    draw_door_code,
    fast_hash,
    hashed,
)
from panel_tui.room.room import Room
from panel_tui.system.clock import Clock
from panel_tui.web.app import GET_ROUTES, POST_ROUTES
from panel_tui.web.wrong_codes import CodeTries
from sessions import commands as c
from sessions.events import Card
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.door.test_strangers import FORMS, address_of
from tests.web.phones import HOME, Phone, at_once, cookie_of, go_to

REAL_HASH = codes_module.slow_hash


async def reissued(room: Room, seat: int) -> str:
    card = draw_card(room.clock, seat)
    await room.do(c.ReissueCard(Card(seat, "", fast_hash(card.key))))
    return card.key


@pytest.mark.held_back
async def test_v6_3_1_guessing_codes_is_slowed_down(phone: Phone) -> None:
    waited = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    phone.app.reception.codes = CodeTries(lambda: 0.0, sleep)
    for n in range(50):
        await phone.http.get(f"/J/WRONG{n}")
    assert waited == [1.0] * 50


@pytest.mark.parametrize("code", ["ADMIN", "ROOT", "1", "SEAT1", "00000000", "TEST", "FACILITATOR"])
async def test_v6_3_2_no_seat_has_a_code_from_the_start(room: Room, phone: Phone, code: str) -> None:
    assert (await phone.http.post(f"/J/{code}", headers={"Origin": HOME})).status_code == 404
    assert room.state.taken == ()


async def test_v6_3_4_there_is_one_way_to_a_seat(room: Room, phone: Phone) -> None:
    """Of all routes only one hands out a seat's cookie, and only for a code that is right."""
    giving = set()
    for route in [*GET_ROUTES, *POST_ROUTES]:
        if route.path == "/live":
            continue
        method = "POST" if route in POST_ROUTES else "GET"
        async with Phone(room) as fresh:
            headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
            reply = await fresh.http.request(
                method,
                route.path.format(code=room.door_code, number=1),
                content=FORMS.get(route.path, b"") if method == "POST" else None,
                headers=headers,
            )
            if "seat-" in reply.headers.get("set-cookie", ""):
                giving.add((method, route.path))
    assert giving == {("POST", "/J/{code}"), ("POST", "/j/{code}")}


async def test_v6_3_5_wrong_codes_are_counted_for_the_desk(phone: Phone) -> None:
    for n in range(3):
        await phone.http.get(f"/J/WRONG{n}")
    assert phone.app.reception.codes.seen == 3


async def test_v6_3_7_the_old_phone_is_told_when_its_seat_moves(room: Room, seated: Phone) -> None:
    await reissued(room, 1)
    assert (await seated.get("/")).name == "join"
    assert "No card, or a card that does not work? Ask the facilitator." in seated.text


@pytest.mark.parametrize("length", [5, 6, 8, DOOR_LENGTH, 10, 11, 12, 26])
async def test_v6_3_8_a_wrong_code_says_nothing_of_the_right_ones(
    room: Room, phone: Phone, length: int
) -> None:
    phone.app.reception.codes = CodeTries(sleep=at_once)
    wrong = f"/J/{'2' * length}"
    free = await phone.http.get(wrong)
    for _ in room.state.seats:
        await room.take(room.door_code)
    full = await phone.http.get(wrong)
    posted = await phone.http.post(wrong, headers={"Origin": HOME})
    assert free.status_code == full.status_code == posted.status_code == 404
    assert free.text == full.text == posted.text


def test_v6_5_2_codes_are_kept_as_slow_salted_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes_module, "slow_hash", REAL_HASH)
    card = draw_card(Clock(), 1)
    kept = hashed(card, Clock().token())
    _, salt, digest = kept.code.split(":")
    assert len(salt) * 6 >= 32
    assert len(digest) == 32
    assert card.code not in repr(kept)
    assert card.key not in repr(kept)
    assert REAL_HASH(card.code, "one") != REAL_HASH(card.code, "other")


async def test_v6_5_2_the_folder_holds_no_code_key_or_cookie(room: Room, tmp_path: Path) -> None:
    card = draw_card(room.clock, 4)
    await room.do(c.ReissueCard(hashed(card, "salt")))
    by_card = await room.take(card.code)
    by_wall = await room.take(room.door_code)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"SeatTaken" in written
    own = by_wall.own_code.replace("-", "")
    for secret in (card.code, card.key, by_card.token, by_wall.token, own, room.door_code):
        assert secret.encode() not in written


def test_v6_5_3_codes_are_drawn_by_the_systems_own_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    real = secrets.choice
    monkeypatch.setattr(secrets, "choice", lambda options: drawn.append(options) or real(options))
    draw_card(Clock(), 1)
    draw_door_code(Clock())
    assert len(drawn) == code_length(1) + 26 + DOOR_LENGTH


def test_v6_5_4_codes_are_long_enough() -> None:
    assert len(ALPHABET) ** DOOR_LENGTH >= 2**20
    assert len(ALPHABET) ** code_length(1) >= 2**20


async def test_v6_5_6_a_lost_card_can_be_ended(room: Room, phone: Phone) -> None:
    lost = await reissued(room, 3)
    new = await reissued(room, 3)
    assert (await phone.http.get(f"/J/{lost}")).status_code == 404
    assert (await phone.http.get(f"/J/{new}")).status_code == 200


async def test_v7_2_1_a_cookie_is_looked_up_on_the_laptop(room: Room, seated: Phone) -> None:
    token = cookie_of(seated.http, "seat")
    assert room.seat_of(token) == 1
    assert room.seat_of(token[:-1]) is None
    assert room.seat_of(token.swapcase()) is None
    assert room.seat_of(fast_hash(token)) is None


async def test_v7_2_2_every_phone_has_a_cookie_of_its_own(room: Room) -> None:
    tokens = {(await room.take(room.door_code)).token for _ in room.state.seats}
    assert len(tokens) == len(room.state.seats)


def test_v7_2_3_a_cookie_holds_128_bits_of_the_systems_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(secrets, "token_urlsafe", lambda size: asked.append(size) or "x")
    Clock().token()
    assert asked == [16]
    monkeypatch.undo()
    assert len({Clock().token() for _ in range(10_000)}) == 10_000


async def test_v7_2_4_taking_the_seat_again_makes_a_new_cookie_and_ends_the_old(room: Room) -> None:
    key = await reissued(room, 1)
    first, second = await room.take(key), await room.take(key)
    assert first.token != second.token
    assert room.seat_of(first.token) is None
    assert room.seat_of(second.token) == 1


async def test_v7_3_2_a_phone_forgets_its_seat_after_half_a_day(room: Room, phone: Phone) -> None:
    taken = await phone.http.post(f"/J/{room.door_code}", headers={"Origin": HOME})
    assert "Max-Age=43200" in taken.headers["set-cookie"]


async def test_v7_4_1_an_ended_cookie_is_good_for_nothing(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await reissued(room, 1)
    entries = len(room.record.entries)
    for route in POST_ROUTES:
        headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
        await seated.http.post(address_of(route.path), content=FORMS[route.path], headers=headers)
    assert len(room.record.entries) == entries


async def test_v7_4_2_a_seat_that_goes_over_to_paper_ends_its_phone(room: Room, seated: Phone) -> None:
    await room.do(c.TakePaperSeat(1))
    assert (await seated.get("/")).name == "join"


async def test_v7_4_3_a_new_card_ends_every_phone_of_the_seat(room: Room) -> None:
    key = await reissued(room, 1)
    token = (await room.take(key)).token
    await reissued(room, 1)
    assert room.seat_of(token) is None


async def test_v7_4_5_the_facilitator_can_end_any_phone(room: Room) -> None:
    tokens = [(await room.take(room.door_code)).token for _ in room.state.seats]
    for seat, token in enumerate(tokens, start=1):
        await reissued(room, seat)
        assert room.seat_of(token) is None


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_v7_6_2_no_seat_is_taken_by_looking(room: Room, phone: Phone, method: str) -> None:
    """Previews and scanners fetch links; only a person presses the button."""
    key = await reissued(room, 2)
    for code in (room.door_code, key):
        assert "set-cookie" not in (await phone.http.request(method, f"/J/{code}")).headers
    assert room.state.taken == ()


@pytest.mark.parametrize("route", POST_ROUTES, ids=lambda route: route.path)
async def test_v8_2_1_nothing_is_done_for_a_phone_without_a_seat(room: Room, phone: Phone, route) -> None:
    await go_to(room, Phase.SCORE)
    entries = len(room.record.entries)
    headers = {"Origin": HOME, "Content-Type": "application/x-www-form-urlencoded"}
    await phone.http.post(address_of(route.path), content=FORMS[route.path], headers=headers)
    assert len(room.record.entries) == entries


async def test_v8_2_2_a_seat_sees_its_own_answers_and_nobody_elses(room: Room, seated: Phone) -> None:
    other = await room.take(room.door_code)
    await go_to(room, Phase.SCORE)
    assert other.seat == 2
    await room.do(c.GiveAnswer(2, "A01", "value", score(37), "theirs", 1))
    await room.do(c.GiveAnswer(1, "A01", "value", score(13), "mine", 1))
    for path in ("/", "/question/1", "/question/2", "/question/3", "/check"):
        await seated.get(path)
        assert "37" not in re.sub(r"<[^>]+>", "", seated.text)
    await seated.get("/check")
    assert "13" in seated.text


@pytest.mark.parametrize("field", ["seat", "source", "at", "reason", "position", "token"])
async def test_v8_2_3_a_phone_sets_only_what_its_form_has(room: Room, seated: Phone, field: str) -> None:
    await go_to(room, Phase.SCORE)
    fields = {"application": "A01", "criterion": "reach", "id": "x", "revision": "1", "answer": "3"}
    await seated.post("/answer", **fields, **{field: "2"})
    assert seated.status == 400
    assert room.state.scoring["A01"].cells == {}


async def test_v8_3_1_what_a_phone_may_do_is_decided_on_the_laptop(room: Room, seated: Phone) -> None:
    """A ballot sent while none is open is refused, whatever the phone's own page says."""
    await go_to(room, Phase.SCORE)
    await seated.post("/ballot", application="A01", round="1", choice="1")
    assert seated.status == 409


async def test_v8_3_2_what_was_allowed_ends_at_once(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await seated.get("/question/1")
    form = seated.page.main_form
    assert form is not None
    await room.do(c.StepOut(1, "A01"))
    fields = {name: values[0] for name, values in form.filled({"answer": "3"}).items()}
    await seated.post(form.action, **fields)
    assert seated.status == 409
    assert room.state.scoring["A01"].cells.get(1, {}) == {}


def test_the_quick_hash_of_these_tests_is_not_the_programs() -> None:
    assert door_module.slow_hash is not REAL_HASH
