"""OWASP ASVS 5.0, chapters 1 and 2: what comes in, and in which order things may be done. One test a row."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.record import RecordError
from panel_tui.room.room import Room
from panel_tui.web.wrong_codes import CodeTries
from screens.phone.drawing import SCRIPT
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.model.session import Application
from sessions.model.text import clean
from tests.web.markup import Markup
from tests.web.phones import HOME, Phone, go_to, small_room, small_session

HOSTILE = "<script>alert(1)</script>\"' onload=x {{ 7*7 }} {0.__class__} %s javascript:alert(1)"


@pytest.fixture
async def hostile(tmp_path: Path):
    """A phone in a session whose every text is hostile, while scoring is open."""
    session = small_session(
        title=HOSTILE,
        applications=tuple(
            Application(ref, HOSTILE, Decimal(5), HOSTILE, place=HOSTILE, summary=HOSTILE)
            for ref in ("A01", "A02")
        ),
        criteria=tuple(replace(one, question=HOSTILE) for one in small_session().criteria),
    )
    async with small_room(tmp_path, session) as room, Phone(room) as phone:
        await phone.join(room)
        await go_to(room, Phase.SCORE)
        await phone.get("/question/1")
        yield phone


@pytest.fixture
async def scoring(room: Room, seated: Phone) -> Phone:
    await go_to(room, Phase.SCORE)
    await seated.get("/question/3")
    return seated


def said(room: Room) -> dict[str, int | None]:
    return {key: cell.answer.value for key, cell in room.state.scoring["A01"].cells.get(1, {}).items()}


async def sent(phone: Phone, **changes: str) -> int:
    """Send the open question's form with other values than it has."""
    form = phone.page.main_form
    assert form is not None
    fields = {name: values[0] for name, values in form.filled({}).items()}
    await phone.post("/answer", **{**fields, **changes})
    return phone.status


async def test_v1_1_1_input_is_decoded_once(room: Room, scoring: Phone) -> None:
    assert await sent(scoring, answer="%34") == 422  # what a form sends as %2534
    assert said(room) == {}


async def test_v1_2_1_output_is_encoded_for_where_it_stands(hostile: Phone) -> None:
    markup = Markup(hostile.text)
    assert "<script>alert(1)</script>" in markup.text
    assert len(markup.all("script")) == 1
    assert not any("onload" in attributes for _, attributes in markup.tags)


@pytest.mark.parametrize("code", ["../../x", "//evil.example", "javascript:alert(1)", "a?b#c", "%0d%0aX: y"])
async def test_v1_2_2_addresses_are_made_of_letters_and_digits_only(phone: Phone, code: str) -> None:
    answer = await phone.http.post("/join", data={"code": code}, headers={"Origin": HOME})
    where = answer.headers.get("location", "/J/")
    assert where.removeprefix("/J/").isalnum() or where == "/J/"


async def test_v1_2_3_no_script_is_made_of_what_came_in(hostile: Phone) -> None:
    assert "alert(1)" not in SCRIPT.body.decode()
    assert all("src" in script for script in Markup(hostile.text).all("script"))


def test_v1_3_2_the_script_runs_no_text_as_code() -> None:
    script = SCRIPT.body.decode()
    for word in ("eval(", "Function(", "document.write", 'setTimeout("', "setTimeout('", "import("):
        assert word not in script


async def test_v1_3_3_what_comes_in_is_cleaned_and_short(room: Room, scoring: Phone) -> None:
    assert await sent(scoring, answer="\u202e4\x1b[2J") == 422
    assert await sent(scoring, answer="\u202e4\x00") == 303
    assert said(room) == {"value": 4}
    assert await sent(scoring, answer="4" * 2_001) == 413


async def test_v1_3_7_what_comes_in_is_never_a_template(hostile: Phone) -> None:
    assert "{{ 7*7 }}" in Markup(hostile.text).text
    assert "49" not in Markup(hostile.text).text


async def test_v1_3_10_what_comes_in_is_never_a_format(hostile: Phone) -> None:
    assert "{0.__class__}" in Markup(hostile.text).text
    assert "%s" in Markup(hostile.text).text


@pytest.mark.parametrize(
    "text", [" " * 2_000, "\u202e" * 2_000, "a\u0301" * 1_000, "\n \n" * 700, "<" * 2_000]
)
def test_v1_3_12_no_text_keeps_the_cleaner_busy(text: str) -> None:
    began = time.process_time()
    clean(text)
    assert time.process_time() - began < 0.05


@pytest.mark.parametrize("number", ["9" * 10, "-" + "9" * 9, "2147483648", "1e3", "0x10", "٤"])
async def test_v1_4_2_numbers_beyond_the_scale_are_refused(room: Room, scoring: Phone, number: str) -> None:
    assert await sent(scoring, answer=number) == 422
    assert said(room) == {}


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"answer": "41"}, 422),
        ({"answer": "4", "criterion": "other"}, 422),
        ({"answer": "4", "application": "A99"}, 409),
        ({"answer": "4", "revision": "x"}, 400),
        ({"answer": "4", "id": "x" * 65}, 400),
    ],
)
async def test_v2_2_1_only_what_is_offered_is_taken(
    room: Room, scoring: Phone, changes: dict[str, str], status: int
) -> None:
    got = await sent(scoring, **changes)
    assert got == status or (got, status) == (422, 409)
    assert said(room) == {}


async def test_v2_2_2_the_laptop_checks_and_not_the_phone(room: Room, scoring: Phone) -> None:
    """The page's own limits (maxlength, radios) are passed by: these posts come from no page."""
    await scoring.post("/answer", application="A01", criterion="reach", id="x", revision="1", answer="6")
    assert scoring.status == 422
    assert said(room) == {}


async def test_v2_2_3_two_answers_that_do_not_go_together_are_refused(room: Room, scoring: Phone) -> None:
    assert await sent(scoring, answer="4", other="cant-say") == 422
    assert said(room) == {}


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/hand-in", {"application": "A01"}),
        ("/answer", {"application": "A01", "criterion": "reach", "id": "x", "revision": "1", "answer": "3"}),
        ("/ballot", {"application": "A01", "round": "1", "choice": "1"}),
        ("/come-back", {"application": "A01"}),
        ("/no-conflict", {"application": "A01"}),
    ],
)
async def test_v2_3_1_no_step_is_taken_before_its_time(
    room: Room, seated: Phone, path: str, fields: dict[str, str]
) -> None:
    await go_to(room, Phase.READ)
    entries = len(room.record.entries)
    await seated.post(path, **fields)
    assert seated.status in (303, 409, 422)
    assert len(room.record.entries) == entries


async def test_v2_3_2_there_are_only_so_many_seats(room: Room) -> None:
    for _ in room.state.seats:
        await room.take(room.door_code)
    with pytest.raises(Refused):
        await room.take(room.door_code)


async def test_v2_3_3_what_cannot_be_kept_has_not_happened(
    room: Room, scoring: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_room(_documents: object) -> None:
        why = RecordError("record.failed")
        assert room.record.on_failure is not None
        room.record.on_failure(why)
        raise why

    monkeypatch.setattr(room.record, "append", no_room)
    assert await sent(scoring, answer="4") == 503
    assert said(room) == {}


async def test_v2_3_4_the_last_seat_goes_to_one(room: Room) -> None:
    for _ in range(len(room.state.seats) - 1):
        await room.take(room.door_code)
    both = await asyncio.gather(*(room.take(room.door_code) for _ in range(2)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in both) == ["Refused", "TakenSeat"]


@pytest.mark.held_back
async def test_v2_4_1_codes_cannot_be_tried_by_a_machine(phone: Phone) -> None:
    waited = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    phone.app.reception.codes = CodeTries(lambda: 0.0, sleep)
    statuses = [(await phone.http.get("/J/WRONG")).status_code for _ in range(100)]
    assert statuses == [404] * 100
    assert sum(waited) >= 100
