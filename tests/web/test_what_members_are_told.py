"""What a page says before anything is pressed, and first: what was left out, whom we hear, what can be taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from tests.web.phones import Phone, go_to, seated_phones, small_room, small_session

UNTIL = "You can take this back until we begin to score it."
FINAL = "We have begun to score it, so you cannot take this back."


@pytest.fixture
async def day(tmp_path: Path) -> AsyncIterator[Room]:
    session = small_session()
    met = Step("met", StepKind.INTERVIEW, 45, ref="A02", questions=("What will be different?",))
    steps = (*session.steps[:3], met, *session.steps[5:])
    async with small_room(tmp_path, replace(session, steps=steps)) as room:
        yield room


@pytest.fixture
async def phones(day: Room) -> AsyncIterator[list[Phone]]:
    async with seated_phones(day) as phones:
        yield phones


def order(phone: Phone, *words: str) -> list[int]:
    """Give where each of these stands in the page."""
    assert all(one in phone.text for one in words), [one for one in words if one not in phone.text]
    return [phone.text.index(one) for one in words]


async def test_the_check_page_names_the_empty_question_first(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.SCORE)
    await phones[0].get("/")
    await phones[0].send(answer="4")
    await phones[0].get("/question/3")
    await phones[0].send(answer="20")
    assert phones[0].page.name == "check"
    first, second, third = (one.question for one in day.state.model.criteria)
    told = "One question has no answer yet. Answer it, or finish without."
    places = order(phones[0], "<h1>Check your answers</h1>", told, second, f"<dt>{first}", f"<dt>{third}")
    assert places == sorted(places)
    assert phones[0].text.index("/change/2") < phones[0].text.index("/change/1")
    await phones[0].get("/question/2")
    await phones[0].send(answer="3")
    await phones[0].get("/check")
    assert "no answer yet" not in phones[0].text


async def test_stepping_out_says_beforehand_whether_it_can_be_taken_back(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.READ, ref="A01")
    await phones[0].get("/step-out")
    assert UNTIL in phones[0].text
    assert FINAL not in phones[0].text
    await phones[0].send()
    assert (1, "A01") in day.state.conflicts
    assert UNTIL in phones[0].text
    await phones[0].send("come-back")
    await phones[0].send()
    assert (1, "A01") not in day.state.conflicts
    await go_to(day, Phase.SCORE, ref="A01")
    await phones[0].get("/step-out")
    assert FINAL in phones[0].text
    assert UNTIL not in phones[0].text
    await phones[0].send()
    assert "We have begun to score it, so this stands." in phones[0].text
    assert phones[0].page.signal("come-back") is None


async def test_a_conflict_declared_before_the_day_is_never_cancelled_by_one_tap(
    day: Room, phones: list[Phone]
) -> None:
    await go_to(day, Phase.INTRODUCE, ref="A01")
    await day.do(c.StepOut(2, "A01"))
    await phones[1].get("/")
    await phones[1].send("come-back")
    assert (2, "A01") in day.state.conflicts
    assert phones[1].page.heading == "Is that so?"


async def test_an_interviews_page_is_headed_by_whom_we_listen_to(day: Room, phones: list[Phone]) -> None:
    for phase, part in (
        (Phase.INTERVIEW_GUESTS, "Welcome"),
        (Phase.INTERVIEW_ASK, "Question 1 of 1"),
        (Phase.INTERVIEW_THEIRS, "Their questions to us"),
        (Phase.INTERVIEW_GOODBYE, "Thank you"),
    ):
        await go_to(day, phase)
        await phones[0].get("/")
        assert phones[0].page.heading == "Tea and Tablets"
        places = order(phones[0], f'<p class="caption">{part}</p>', "<h1>Tea and Tablets</h1>")
        assert places == sorted(places), phase


async def test_what_was_kept_stands_right_below_the_heading(day: Room, phones: list[Phone]) -> None:
    await go_to(day, Phase.READ, ref="A01")
    await phones[0].get("/my-questions")
    await phones[0].send(question="Who drives?")
    assert '</h1><p class="said" data-done>Your question is kept until we talk.</p>' in phones[0].text
    await go_to(day, Phase.BALLOT, ref="A01")
    for words in ("They know the street.", ""):
        phone = phones[1 if words else 2]
        await phone.get("/")
        await phone.send(choice="4")
        await phone.send(reason=words)
        assert '</h1><p class="said" data-done>If you wrote why, your words are in.</p>' in phone.text
    await go_to(day, Phase.DECISION, ref="A01")
    await phones[0].get("/minority")
    await phones[0].send(view="It was brave.")
    told = "If you wrote something, it goes into the record when we go on."
    assert f'</h1><p class="said" data-done>{told}</p>' in phones[0].text
    assert phones[0].text.count(told) == 1


async def test_a_signal_leads_back_to_where_it_is_confirmed(day: Room, phones: list[Phone]) -> None:
    """Without scripts a page begins at its top; the address names the place, and the browser goes there."""
    headers = {"Origin": "http://127.0.0.1:8765", "Referer": "http://127.0.0.1:8765/my-questions"}
    await go_to(day, Phase.READ, ref="A01")
    for back, place in (("", "told-break"), ("yes", "signals")):
        sent = {"signal": "break"} | ({"back": back} if back else {})
        answer = await phones[0].http.post("/signal", data=sent, headers=headers)
        path, _, fragment = answer.headers["location"].partition("#")
        assert (path, fragment) == ("/my-questions", place)
        await phones[0].get("/")
        assert f'id="{fragment}"' in phones[0].text
