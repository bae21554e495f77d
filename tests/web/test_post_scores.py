"""Answers, handing in, stepping out: by posts alone."""

from __future__ import annotations

import re

import pytest

from panel_tui.room.room import Room
from sessions.commands import VoidReveal
from sessions.model.answers import Answer, Kind, Source, score
from sessions.model.phases import Phase
from sessions.state import scores_of
from sessions.state.scoring import LATEST
from tests.web.phones import Phone, go_to


@pytest.fixture
async def scoring(room: Room, seated: Phone) -> Phone:
    """A seated phone while scoring is open."""
    await go_to(room, Phase.SCORE)
    await seated.get("/")
    return seated


def answers(room: Room, seat: int = 1) -> dict[str, Answer]:
    return {key: cell.answer for key, cell in scores_of(room.state, "A01").cells.get(seat, {}).items()}


async def test_the_last_answer_leads_straight_to_the_score_that_is_in(room: Room, scoring: Phone) -> None:
    await scoring.send(answer="4")
    await scoring.send(answer="cant-say")
    assert not scores_of(room.state, "A01").handed_in
    await scoring.send(answer="15")
    assert scores_of(room.state, "A01").handed_in == {1}
    assert scoring.page.heading == "Your score is in"
    assert answers(room) == {"reach": score(4), "do": Answer(Kind.CANT_SAY), "value": score(15)}
    assert "receipt" in scoring.text


async def test_the_number_box_has_its_two_other_answers(room: Room, scoring: Phone) -> None:
    await scoring.get("/question/3")
    await scoring.send(other="not-applicable")
    assert answers(room) == {"value": Answer(Kind.NOT_APPLICABLE)}


async def test_a_number_and_another_answer_together_are_asked_about(room: Room, scoring: Phone) -> None:
    await scoring.get("/question/3")
    await scoring.send(answer="12", other="cant-say")
    assert scoring.news.startswith("Please give a number or pick one of the other answers, not both.")
    assert answers(room) == {}


@pytest.mark.parametrize("typed", ["41", "-1", "3.5", "forty", "1e3", "9" * 400, "٣", "NaN", "+", "--1"])
async def test_what_is_not_on_the_scale_is_refused_on_the_same_page(
    room: Room, scoring: Phone, typed: str
) -> None:
    await scoring.get("/question/3")
    await scoring.send(answer=typed)
    assert (scoring.page.status, scoring.page.name, scoring.page.marks["criterion"]) == (
        422,
        "score",
        "value",
    )
    assert "whole number from 0 to 40" in scoring.news
    assert answers(room) == {}


async def test_nothing_picked_is_said_kindly(room: Room, scoring: Phone) -> None:
    await scoring.send()
    assert (scoring.page.status, scoring.page.marks["criterion"]) == (422, "reach")
    assert scoring.news.startswith("Please pick one of the answers")


async def test_nothing_picked_on_an_answered_question_leaves_the_answer(room: Room, scoring: Phone) -> None:
    await scoring.send(answer="4")
    await scoring.get("/question/1")
    await scoring.send()
    assert scoring.page.marks["criterion"] == "do"
    assert answers(room) == {"reach": score(4)}


async def test_the_same_post_again_gets_the_same_reply_and_writes_nothing(room: Room, scoring: Phone) -> None:
    form = scoring.page.main_form
    assert form is not None
    fields = {name: values[0] for name, values in form.filled({"answer": "4"}).items()}
    await scoring.post(form.action, **fields)
    first, lines = scoring.page, len(room.record.entries)
    await scoring.post(form.action, **fields)
    assert (scoring.status, scoring.page.marks["criterion"]) == (303, first.marks["criterion"])
    assert len(room.record.entries) == lines


async def test_another_answer_from_the_same_page_is_never_taken_for_a_repeat(
    room: Room, scoring: Phone
) -> None:
    form = scoring.page.main_form
    assert form is not None
    for picked in ("4", "2"):
        await scoring.post(form.action, **{n: v[0] for n, v in form.filled({"answer": picked}).items()})
    assert answers(room) == {"reach": score(2)}


async def test_an_older_page_never_wins_over_a_newer_answer(room: Room, scoring: Phone) -> None:
    old = scoring.page.main_form
    assert old is not None
    await scoring.send(answer="4")
    for newer in ("5", "3"):
        await scoring.get("/question/1")
        await scoring.send(answer=newer)
    await scoring.post(old.action, **{n: v[0] for n, v in old.filled({"answer": "1"}).items()})
    assert answers(room)["reach"] == score(3)
    assert scoring.news == "A newer answer of yours is already in, and it counts. You can still change it."


async def test_a_skipped_question_stays_skipped_until_the_check_page(room: Room, scoring: Phone) -> None:
    await scoring.get("/question/2")
    await scoring.send(answer="3")
    assert scoring.page.marks["criterion"] == "value"
    await scoring.send(answer="20")
    assert scoring.page.name == "check"
    assert "Not answered yet" in scoring.text
    await scoring.send()
    assert scoring.page.name == "received"


async def test_an_answer_can_be_changed_after_handing_in(room: Room, scoring: Phone) -> None:
    for picked in ("4", "4", "15"):
        await scoring.send(answer=picked)
    change = next(link for link in scoring.page.links if link.label.startswith("Change"))
    await scoring.get(change.address)
    assert "You said: Mostly" in scoring.text
    await scoring.send(answer="2")
    assert scoring.page.heading == "Your score is in"
    assert answers(room)["reach"] == score(2)


async def test_an_answer_given_with_a_helpers_hands_is_marked_so(room: Room, scoring: Phone) -> None:
    await scoring.send(answer="4", helped="yes")
    cell = scores_of(room.state, "A01").cells[1]["reach"]
    assert (cell.helped, cell.source) == (True, Source.PHONE)
    await scoring.send(answer="4")
    assert not scores_of(room.state, "A01").cells[1]["do"].helped


async def test_a_late_answer_is_told_so_with_what_was_kept(room: Room, scoring: Phone) -> None:
    await scoring.send(answer="4")
    await go_to(room, Phase.CLOSED)
    await scoring.send(answer="2")
    assert scoring.page.status == 409
    assert scoring.news == "Scoring for this one has closed. What you had sent before is kept and counts."
    assert "Mostly" in scoring.text
    assert answers(room) == {"reach": score(4)}


async def test_handing_in_nothing_is_asked_about(room: Room, scoring: Phone) -> None:
    await scoring.get("/check")
    await scoring.send()
    assert (scoring.page.status, scoring.page.name) == (422, "score")
    assert scoring.news.startswith("You have not answered any question yet.")


async def test_a_member_steps_out_only_after_confirming(room: Room, scoring: Phone) -> None:
    link = next(link for link in scoring.page.links if link.marks.get("signal") == "step-out")
    await scoring.get(link.address)
    assert (scoring.page.name, scoring.page.marks["out"]) == ("stepping-out", "no")
    assert not room.state.conflicts
    await scoring.send()
    assert (scoring.page.name, scoring.page.marks["out"]) == ("stepping-out", "yes")
    assert (1, "A01") in room.state.conflicts


async def test_a_mistaken_step_out_is_taken_back_before_scoring(room: Room, seated: Phone) -> None:
    await go_to(room, Phase.READ)
    await seated.get("/step-out")
    await seated.send()
    await seated.send("come-back")
    assert (seated.page.name, (1, "A01") in room.state.conflicts) == ("stepping-out", True)
    assert "taken back, stays in the register" in seated.text
    await seated.send()
    assert seated.page.name == "wait"
    assert not room.state.conflicts
    assert [(one.seat, one.application) for one in room.state.taken_back] == [(1, "A01")]


async def test_a_member_who_stepped_out_cannot_score(room: Room, scoring: Phone) -> None:
    form = scoring.page.main_form
    assert form is not None
    await scoring.post("/step-out", application="A01")
    await scoring.post(form.action, **{n: v[0] for n, v in form.filled({"answer": "4"}).items()})
    assert scoring.page.name == "stepping-out"
    assert answers(room) == {}


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/answer", {"application": "A01", "criterion": "reach", "id": "x", "revision": "1", "answer": "4"}),
        ("/hand-in", {"application": "A01"}),
        ("/step-out", {"application": "A01"}),
        ("/come-back", {"application": "A01"}),
        ("/no-conflict", {"application": "A01"}),
        ("/ballot", {"application": "A01", "round": "1", "choice": "1"}),
        ("/practice", {"answer": "1"}),
    ],
)
async def test_a_stranger_changes_nothing(room: Room, path: str, fields: dict[str, str]) -> None:
    await go_to(room, Phase.SCORE)
    before, lines = room.state, len(room.record.entries)
    async with Phone(room) as stranger:
        await stranger.post(path, **fields)
        assert (stranger.status, stranger.page.name) == (403, "join")
        assert stranger.news == "Please take your seat first. Type the code on your card."
    assert room.state is before
    assert len(room.record.entries) == lines


async def sent_at(phone: Phone, number: int, answer: str, when: str) -> int:
    """Send an answer from a question's page as the script does, numbered by the phone's clock."""
    await phone.get(f"/question/{number}")
    form = phone.page.main_form
    assert form is not None
    fields = {name: values[0] for name, values in form.filled({"answer": answer}).items()}
    await phone.post(form.action, **{**fields, "revision": when})
    return phone.status


async def test_a_sending_that_was_held_up_never_takes_the_place_of_a_later_one(
    room: Room, scoring: Phone
) -> None:
    assert await sent_at(scoring, 1, "2", "1796286000002") == 303
    assert await sent_at(scoring, 1, "5", "1796286000001") == 409
    assert answers(room) == {"reach": score(2)}


async def test_an_answer_changed_there_and_back_is_three_sendings(room: Room, scoring: Phone) -> None:
    form = scoring.page.main_form
    assert form is not None
    for when, answer in enumerate(("2", "5", "2")):
        fields = {name: values[0] for name, values in form.filled({"answer": answer}).items()}
        await scoring.post(form.action, **{**fields, "revision": str(1796286000000 + when)})
    late = {name: values[0] for name, values in form.filled({"answer": "5"}).items()}
    await scoring.post(form.action, **{**late, "revision": "1796286000001"})
    assert answers(room) == {"reach": score(2)}


async def test_a_phone_without_scripts_goes_on_from_a_number_made_by_a_clock(
    room: Room, scoring: Phone
) -> None:
    await sent_at(scoring, 1, "2", "1796286000000")
    await scoring.get("/question/1")
    await scoring.send(answer="4")
    assert answers(room) == {"reach": score(4)}


@pytest.mark.parametrize("number", ["9" * 16, "-1", "1.5", "", "soon"])
async def test_a_number_no_phone_would_give_is_not_understood(
    room: Room, scoring: Phone, number: str
) -> None:
    assert await sent_at(scoring, 1, "2", number) == 400
    assert answers(room) == {}


async def test_after_shown_scores_are_set_aside_a_member_changes_one_answer_and_hands_in_again(
    room: Room, scoring: Phone
) -> None:
    for said in ("4", "cant-say", "15"):
        await scoring.send(answer=said)
    await go_to(room, Phase.REVEAL)
    await room.do(VoidReveal("Ann had not finished"))
    await scoring.get("/")
    assert scoring.page.name == "check"
    assert "We score this one again" in scoring.text
    await scoring.get("/change/1")
    await scoring.send(answer="2")
    assert scoring.page.heading == "Your score is in"
    assert "We score this one again" not in scoring.text
    await go_to(room, Phase.REVEAL)
    assert answers(room) == {"reach": score(2), "do": Answer(Kind.CANT_SAY), "value": score(15)}


async def test_change_marks_the_own_answer_and_leads_back_to_the_list(room: Room, scoring: Phone) -> None:
    await scoring.send(answer="4")
    await scoring.get("/check")
    await scoring.get("/change/1")
    assert "Mostly</span><small" not in scoring.text
    assert 'Mostly<small class="mine">your answer</small>' in scoring.text
    assert "checked" not in scoring.text, "nothing is picked beforehand"
    await scoring.send(answer="2")
    assert scoring.page.name == "check"
    assert answers(room)["reach"] == score(2)


async def test_what_was_typed_stays_beside_what_is_to_be_put_right(room: Room, scoring: Phone) -> None:
    await scoring.get("/question/3")
    await scoring.send(answer="41")
    (box,) = re.findall(r'<input type="text"[^>]*>', scoring.text)
    assert 'value="41"' in box
    assert 'aria-invalid="true"' in box
    assert 'aria-describedby="fault limits"' in box
    assert "autofocus" in box
    assert "<title>Please check: Is it worth the money?" in scoring.text


async def test_a_received_page_says_how_many_were_in_and_what_comes_next(room: Room, scoring: Phone) -> None:
    for picked in ("4", "4", "15"):
        await scoring.send(answer=picked)
    assert re.search(r"At \d+:\d\d, one of us was in: you\.", scoring.text)
    assert "Next: close scoring together" in scoring.text
    assert "Application 1 of 2" in scoring.text


async def test_a_sending_with_the_highest_number_there_is_can_be_changed_like_any_other(
    room: Room, scoring: Phone
) -> None:
    """The page after it would have numbered the next one with a digit more than its own form may have."""
    sent = {"application": "A01", "criterion": "reach", "id": "x", "revision": str(LATEST), "answer": "4"}
    await scoring.post("/answer", **sent)
    for later in ("2", "5"):
        await scoring.get("/change/1")
        await scoring.send(answer=later)
        assert answers(room)["reach"] == score(int(later))
