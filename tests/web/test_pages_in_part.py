"""A phone with scripts is sent what changes and no more; one without is sent whole pages."""

from __future__ import annotations

import gzip

import pytest

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.web.phones import HOME, Phone, go_to

SCRIPT = {"Origin": HOME, "X-Part": "1"}


@pytest.fixture
async def scoring(room: Room, seated: Phone) -> Phone:
    await seated.send("noted")
    await go_to(room, Phase.SCORE)
    await seated.get("/")
    return seated


def fields(phone: Phone, answer: str) -> dict[str, str]:
    assert phone.page.main_form is not None
    return {name: values[0] for name, values in phone.page.main_form.filled({"answer": answer}).items()}


async def test_a_script_is_given_the_next_question_at_once(room: Room, scoring: Phone) -> None:
    answer = await scoring.http.post("/answer", data=fields(scoring, "4"), headers=SCRIPT)
    assert (answer.status_code, answer.headers["content-location"]) == (200, "/question/2")
    assert answer.text.startswith("<title>Can they do what they say?")
    assert '<div id="news"' in answer.text
    assert answer.text.endswith("</main>")
    assert "<header" not in answer.text


async def test_a_phone_without_scripts_is_led_on(room: Room, scoring: Phone) -> None:
    answer = await scoring.http.post("/answer", data=fields(scoring, "4"), headers={"Origin": HOME})
    assert (answer.status_code, answer.headers["location"]) == (303, "/question/2")


@pytest.mark.parametrize("seat", ["2", "", "None", "1 "])
async def test_a_script_that_shows_another_seat_gets_the_whole_page(scoring: Phone, seat: str) -> None:
    assert "<header" in (await scoring.http.get("/", headers={"X-Part": seat})).text


async def test_what_a_script_keeps_is_not_sent_again(room: Room, scoring: Phone) -> None:
    headers = {**SCRIPT, "X-Part": "1 s a-A01"}
    answer = await scoring.http.post("/answer", data=fields(scoring, "4"), headers=headers)
    assert '<details class="about" data-kept></details>' in answer.text
    assert '<div class="signals" id="signals" data-kept></div>' in answer.text
    assert "Lunch." not in answer.text


@pytest.mark.parametrize("kept", ["a-A02", "", "s"])
async def test_the_summary_of_another_application_is_sent(scoring: Phone, kept: str) -> None:
    answer = await scoring.http.get("/question/1", headers={"X-Part": f"1 {kept}".strip()})
    assert "Lunch." in answer.text
    assert "<header" not in answer.text


async def test_a_signal_that_is_up_is_always_sent(room: Room, scoring: Phone) -> None:
    room.signals.put_up(1, "break")
    answer = await scoring.http.get("/question/1", headers={"X-Part": "1 s a-A01"})
    assert "The facilitator has been told, without your name." in answer.text


async def test_a_part_is_no_page_and_runs_nothing(scoring: Phone) -> None:
    answer = await scoring.http.get("/question/1", headers=SCRIPT)
    policy = answer.headers["content-security-policy"]
    assert "'self'" not in policy
    assert "default-src 'none'" in policy


async def test_a_script_whose_seat_went_to_another_phone_gets_the_whole_page(
    room: Room, scoring: Phone
) -> None:
    await room.do(c.ReissueCard(_card()))
    answer = await scoring.http.post("/answer", data=fields(scoring, "4"), headers=SCRIPT)
    assert (answer.status_code, "<header" in answer.text, 'data-page="join"' in answer.text) == (
        403,
        True,
        True,
    )


async def test_a_page_that_has_not_changed_is_not_sent_again(room: Room, scoring: Phone) -> None:
    first = await scoring.http.get("/", headers={"X-Part": "1"})
    looked = {"X-Part": "1", "If-None-Match": first.headers["etag"]}
    again = await scoring.http.get("/", headers=looked)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"]
    await go_to(room, Phase.CLOSED)
    assert (await scoring.http.get("/", headers=looked)).status_code == 200


async def test_a_page_says_another_mark_for_whatever_is_different_on_it(room: Room, scoring: Phone) -> None:
    marks = [(await scoring.http.get(f"/question/{n}")).headers["etag"] for n in (1, 2)]
    await room.do(c.GiveAnswer(1, "A01", "reach", score(4), "id", 1))
    marks.append((await scoring.http.get("/question/1")).headers["etag"])
    await scoring.post("/look", text="large")
    marks.append((await scoring.http.get("/question/1")).headers["etag"])
    assert len(set(marks)) == 4


async def test_pages_are_squeezed_for_phones_that_can_read_that(phone: Phone) -> None:
    request = phone.http.build_request("GET", "/", headers={"Accept-Encoding": "gzip"})
    squeezed = await phone.http.send(request, stream=True)
    body = b"".join([chunk async for chunk in squeezed.aiter_raw()])
    plain = await phone.http.get("/", headers={"Accept-Encoding": "identity"})
    assert gzip.decompress(body).decode() == plain.text
    assert len(body) < len(plain.content) / 2
    assert squeezed.headers["cache-control"] == plain.headers["cache-control"] == "no-store"
    assert "content-encoding" not in plain.headers


def _card() -> object:
    from sessions.events import Card

    return Card(1, "salt:new", "new")
