"""Codes, seats and the cookie that holds one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panel_tui.room.room import Room
from panel_tui.web.reception import OwnCodes
from sessions import commands as c
from sessions.model.phases import Phase
from tests.web.phones import HOME, Phone, go_to, printed_card


async def test_a_phone_without_a_seat_gets_the_page_to_join(phone: Phone) -> None:
    for path in ("/", "/question/1", "/check", "/step-out", "/ballot"):
        assert (await phone.get(path)).name == "join"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_looking_at_a_code_uses_nothing_up(room: Room, phone: Phone, method: str) -> None:
    for _ in range(3):
        answer = await phone.http.request(method, f"/J/{room.door_code}")
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert room.state.taken == ()


async def test_posting_its_form_takes_the_seat(room: Room, phone: Phone) -> None:
    await phone.join(room)
    assert room.state.taken == (1,)
    assert (phone.status, phone.page.name) == (303, "wait")


async def test_the_cookie_is_kept_from_scripts_and_other_sites_for_half_a_day(
    room: Room, phone: Phone
) -> None:
    answer = await phone.http.post(f"/J/{room.door_code}", headers={"Origin": HOME})
    cookies = [line.partition("; ") for line in answer.headers.get_list("set-cookie")]
    assert [value.partition("-")[0] for value, _, _ in cookies] == ["seat", "code"]
    assert {rules for _, _, rules in cookies} == {"HttpOnly; SameSite=Strict; Path=/; Max-Age=43200"}


async def test_the_same_form_sent_twice_takes_one_seat(room: Room, phone: Phone) -> None:
    await phone.get(f"/J/{room.door_code}")
    form = phone.page.main_form
    assert form is not None
    fields = {"id": form.hidden("id")}
    first = await phone.http.post(form.action, data=fields, headers={"Origin": HOME})
    phone.http.cookies.clear()  # the reply was lost on its way
    second = await phone.http.post(form.action, data=fields, headers={"Origin": HOME})
    assert first.headers["set-cookie"] == second.headers["set-cookie"]
    assert room.state.taken == (1,)


async def test_a_code_may_be_typed_in_any_case_with_dashes_and_spaces(room: Room, phone: Phone) -> None:
    card = await printed_card(room, 4)
    await phone.get("/")
    await phone.send(code=f" {card[:4].lower()} - {card[4:].lower()} ")
    assert phone.page.heading == "Take seat 4?"
    await phone.send()
    assert phone.page.marks["seat"] == "4"


async def test_an_address_in_small_letters_is_the_same_door(room: Room, phone: Phone) -> None:
    assert (await phone.get(f"/j/{room.door_code.lower()}")).name == "seat"


@pytest.mark.parametrize("code", ["WRONG123", "", "../../etc/passwd", "<b>", "Ω" * 70])
async def test_a_wrong_code_is_told_kindly(phone: Phone, code: str) -> None:
    await phone.get("/")
    await phone.send(code=code)
    assert phone.page.name == "join"
    assert phone.news == "We do not know that code. Check the letters on your card and try again."
    assert phone.page.status == 404


async def test_a_card_brings_the_seat_to_a_new_phone_and_the_old_one_stops(room: Room, seated: Phone) -> None:
    card = await printed_card(room, 1)
    async with Phone(room) as new:
        await new.get(f"/J/{card}")
        await new.send()
        assert new.page.marks["seat"] == "1"
    assert (await seated.get("/")).name == "join"


async def test_the_holder_of_a_seat_who_scans_the_card_again_just_goes_on(room: Room, phone: Phone) -> None:
    card = await printed_card(room, 2)
    await phone.get(f"/J/{card}")
    await phone.send()
    assert (await phone.get(f"/J/{card}")).name == "wait"


async def test_a_phone_with_a_seat_is_told_before_it_takes_another(room: Room, seated: Phone) -> None:
    await seated.get(f"/J/{room.door_code}")
    assert seated.page.name == "seat"
    assert seated.page.heading == "You have seat 1"


async def test_a_seats_own_code_stands_there_until_it_is_written_down(room: Room, seated: Phone) -> None:
    form = seated.page.signal("noted")
    assert form is not None
    await seated.get("/")
    assert seated.page.signal("noted") is not None
    await seated.send("noted")
    assert seated.page.signal("noted") is None
    assert "Your own code" not in seated.text


async def test_the_code_a_seat_is_shown_brings_it_back(room: Room, seated: Phone) -> None:
    code = seated.text.partition('class="big code">')[2].partition("<")[0]
    async with Phone(room, "10.0.0.9") as other:
        await other.get("/")
        await other.send(code=code)
        assert other.page.heading == "Take seat 1?"


async def test_a_code_is_not_shown_to_another_phone(room: Room, seated: Phone) -> None:
    async with Phone(room) as other:
        await other.get("/")
        assert "Your own code" not in other.text


def test_a_code_nobody_writes_down_is_forgotten_after_ten_minutes() -> None:
    now = [0.0]
    codes = OwnCodes(clock=lambda: now[0])
    codes.keep("cookie", "KMPT-4WX9")
    now[0] = 599.0
    assert codes.for_phone("cookie") == "KMPT-4WX9"
    now[0] = 601.0
    assert codes.for_phone("cookie") == ""


async def test_doors_that_are_shut_say_so(room: Room, phone: Phone) -> None:
    code = room.door_code
    await phone.get(f"/J/{code}")
    await room.do(c.ShutDoors())
    await phone.send()
    assert phone.page.name == "join"
    assert room.state.taken == ()


async def test_when_every_seat_is_taken_a_phone_is_told(room: Room) -> None:
    for _ in range(6):
        async with Phone(room) as one:
            await one.join(room)
    async with Phone(room) as late:
        await late.join(room)
        assert late.news == "All the seats are taken. Ask the facilitator to add one."
        assert late.status == 409


async def test_a_made_up_cookie_holds_no_seat(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.SCORE)
    for value in ("", "1", "x" * 5_000, room.state.seats[1].token, "é".encode().decode("latin-1")):
        async with Phone(room) as stranger:
            answer = await stranger.http.get("/", headers={"Cookie": f"seat={value}".encode("latin-1")})
            assert 'data-page="join"' in answer.text


def code_of(phone: Phone) -> str:
    """Read the seat's own code off the page."""
    found = re.search(r'class="(?:big )?code"[^>]*>([A-Z0-9-]+)<', phone.text)
    return found[1] if found else ""


async def test_the_own_code_is_shown_again_under_what_i_have_given_at_a_press(
    tmp_path: Path, room: Room, seated: Phone
) -> None:
    code = code_of(seated)
    assert code
    await seated.send("noted")
    await seated.get("/mine")
    assert (code_of(seated), code in seated.text) == ("", False), "not before it is asked for"
    await seated.send("my-code")
    assert code_of(seated) == code
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or code.encode() not in file.read_bytes(), "it is never in the folder"
        assert not file.is_file() or code.replace("-", "").encode() not in file.read_bytes()


async def test_the_own_code_is_kept_from_scripts_and_goes_with_its_seat(room: Room, phone: Phone) -> None:
    await phone.get(f"/J/{room.door_code}")
    sent = await phone.http.post(f"/J/{room.door_code}", data={"id": "x"}, headers={"Origin": HOME})
    kept = [line for line in sent.headers.get_list("set-cookie") if line.startswith("code-")]
    assert len(kept) == 1
    assert "HttpOnly; SameSite=Strict" in kept[0]
    await phone.get("/mine")
    assert phone.page.signal("my-code") is not None
    await printed_card(room, 1)  # the code no longer opens the seat
    await phone.get("/mine")
    assert phone.page.signal("my-code") is None
    async with Phone(room) as other:
        await other.get(f"/J/{await printed_card(room, 2)}")
        await other.send()
        await other.get("/mine")
        assert other.page.signal("my-code") is None, "a card's code stands on the card"
