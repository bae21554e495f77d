"""A device that goes from seat to seat, by posts alone: it serves who has the card, locks itself and leaves nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from panel_tui.record import Record
from panel_tui.room.room import Room
from panel_tui.web.wrong_codes import CodeTries
from sessions import commands as c
from sessions.model.answers import Answer, Kind, Source, score
from sessions.model.phases import Phase
from sessions.views.record.scores import score_rows
from tests.web.phones import HOME, Phone, cookie_of, go_to, practise
from tests.web.round import cards, make, unlock

PICK, LOCKED = "Which seat is yours?", "This is locked now."


@pytest.fixture
async def codes(room: Room) -> dict[int, str]:
    return await cards(room)


@pytest.fixture
async def device(room: Room, codes: dict[int, str]) -> AsyncIterator[Phone]:
    """A device that goes round, while seats 1 to 4 have phones of their own."""
    for seat in range(1, 5):
        await room.take(codes[seat])
    async with Phone(room, "10.0.0.20") as made:
        await make(made, room)
        yield made


async def test_a_code_from_the_wall_makes_a_device_go_round(room: Room, device: Phone) -> None:
    assert (device.page.name, device.page.heading) == ("hand-round", PICK)
    assert [cookie.name for cookie in device.http.cookies.jar] == [f"hand-round-{room.polling_box.session}"]
    assert room.state.interventions[-1].what == "hand-round-made"


async def test_looking_at_its_code_uses_nothing_up_and_taking_it_does(room: Room, phone: Phone) -> None:
    from panel_tui.room.shared_device import make_hand_round

    code = (await make_hand_round(room)).code.replace("-", "")
    for _ in range(2):
        assert (await phone.get(f"/J/{code}")).heading == "Hand this device round?"
    await phone.send()
    assert phone.page.heading == PICK
    async with Phone(room, "10.0.0.30") as second:
        await second.get(f"/J/{code}")
        assert (second.page.name, second.status) == ("join", 404)


async def test_it_offers_only_seats_without_a_phone_of_their_own(device: Phone) -> None:
    form = device.page.main_form
    assert form is not None
    seats = form.field("seat")
    assert seats is not None
    assert [choice.value for choice in seats.choices] == ["5", "6"]


async def test_a_seat_that_takes_a_phone_meanwhile_is_not_acted_for(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await device.get("/pick/5")
    await room.take(codes[5])
    await device.send(code=codes[5])
    assert (device.page.heading, device.status) == (PICK, 409)
    assert device.news == "Seat 5 has a phone of its own. Please use that phone."


async def test_a_wrong_code_opens_nothing_and_counts(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    seen = device.app.reception.codes.seen
    for wrong in ("KMPT-4WX9", codes[6], ""):
        await device.get("/pick/5")
        await device.send(code=wrong)
        assert (device.page.name, device.status) == ("hand-round", 404)
        assert device.news.startswith("That is not the code on the card of that seat.")
    assert device.app.reception.codes.seen == seen + 3
    assert room.hand_round.visit is None
    await device.send(code=codes[5].lower())
    assert room.state.seats[5].handed_round
    assert device.app.reception.codes.seen == seen + 3, "a right code costs nothing"


async def test_the_last_four_letters_do_once_the_whole_code_was_typed_there(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    last = codes[5].replace("-", "")[-4:]
    await unlock(device, 5, last)
    assert room.hand_round.visit is None, "not before"
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await device.get("/pick/5")
    assert "Seat 5: type the last four letters of the code on your card" in device.text
    await device.send(code=last.lower())
    assert room.hand_round.visit is not None
    assert room.hand_round.visit.seat == 5
    await device.send("hand-on")
    await device.get("/pick/6")
    assert "the last four letters" not in device.text, "each seat for itself"
    await device.send(code=last)
    assert room.hand_round.visit is None


async def test_after_three_wrong_tries_the_whole_code_is_asked_for(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    last = codes[5].replace("-", "")[-4:]
    wrong = "2222" if last != "2222" else "3333"
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    for _ in range(3):
        await device.get("/pick/5")
        await device.send(code=wrong)
        assert device.status == 404
    assert "the last four letters" not in device.text
    await device.send(code=last)
    assert room.hand_round.visit is None, "right letters no longer do"
    await device.send(code=codes[5])
    assert room.hand_round.visit is not None
    await device.send("hand-on")
    await unlock(device, 5, last)
    assert room.hand_round.visit is not None


async def test_the_last_letters_are_for_this_device_alone_and_never_in_the_folder(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    last = codes[5].replace("-", "")[-4:]
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    async with Phone(room) as other:
        await other.post("/unlock", seat="5", code=last)
        assert room.hand_round.visit is None
        await make(other, room)  # another device goes round from here on
        await unlock(other, 5, last)
        assert room.hand_round.visit is None
    facts = [one.doc["event"] for one in room.record.entries]
    kept = [one for one in facts if one["fact"] == "SeatHandedRound"]
    assert kept == [{"fact": "SeatHandedRound", "seat": 5}], "nothing of the code is kept"


async def test_wrong_codes_on_it_are_answered_slowly_like_everyones(room: Room, device: Phone) -> None:
    waited = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    device.app.reception.codes = CodeTries(lambda: 0.0, sleep)
    for _ in range(40):
        await device.post("/unlock", seat="5", code="KMPT-4WX9")
    assert waited == [1.0] * 40


async def _score(device: Phone) -> None:
    for answer in ("4", "cant-say", "12"):
        await device.send(answer=answer)


async def test_a_member_scores_on_it_and_it_locks_itself(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    await _score(device)
    assert device.page.name == "check"
    await device.send()
    assert (device.page.name, device.page.heading) == ("hand-round", PICK)
    assert device.news.startswith("Your score is in.")
    assert LOCKED in device.news
    assert "Seat 5" not in device.news
    cells = room.state.scoring["A01"].cells[5]
    assert [cell.answer for cell in cells.values()] == [score(4), Answer(Kind.CANT_SAY), score(12)]
    assert {cell.source for cell in cells.values()} == {Source.HAND_ROUND}
    assert 5 in room.state.scoring["A01"].handed_in


async def test_the_scores_leave_with_their_source_and_with_who_was_helped(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    await device.send(answer="4", helped="yes")
    await device.send(answer="3")
    await go_to(room, Phase.REVEAL)
    rows = score_rows(room.state, {5: "M"})
    assert [(row.source, row.helped) for row in rows[:2]] == [("hand-round", True), ("hand-round", False)]


async def test_once_locked_nothing_of_the_seat_is_left_on_it(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    await _score(device)
    await device.send()
    assert [cookie.name for cookie in device.http.cookies.jar] == [f"hand-round-{room.polling_box.session}"]
    for path in ("/", "/question/1", "/check", "/mine", "/ballot", "/step-out"):
        await device.get(path)
        assert device.page.heading == PICK, path
        assert 'data-seat=""' in device.text


async def test_its_member_comes_back_to_see_the_receipt_and_to_change_an_answer(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    await _score(device)
    await device.send()
    await unlock(device, 5, codes[5])
    assert (device.page.name, "Your receipt:" in device.text) == ("received", True)
    await device.get("/question/1")
    await device.send(answer="1")
    assert device.page.heading == PICK, "it locks itself after the change too"
    assert room.state.scoring["A01"].cells[5]["reach"].answer == score(1)


async def test_a_form_left_over_from_one_members_turn_never_counts_for_the_next(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    for seat in (5, 6):
        await unlock(device, seat, codes[seat])
        await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    left_over = device.page.main_form
    assert left_over is not None
    fields = {name: values[0] for name, values in left_over.filled({"answer": "1"}).items()}
    await device.send("hand-on")
    for turn in ("locked", "another member's"):
        if turn != "locked":
            await unlock(device, 6, codes[6])
        await device.post(left_over.action, **fields)
        assert (device.page.name, device.status) == ("refused", 409), turn
        assert "This page is from before" in device.text
        assert room.state.scoring["A01"].cells == {}


async def test_a_form_without_a_turn_counts_for_nobody(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    answer = {"application": "A01", "criterion": "reach", "id": "x", "revision": "1", "answer": "1"}
    await device.post("/answer", **answer)
    await device.post("/answer", **answer, visit="made up")
    assert room.state.scoring["A01"].cells == {}


async def test_a_ballot_on_it_keeps_no_half_and_locks_it(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.BALLOT)
    await unlock(device, 5, codes[5])
    await device.send(choice="5")
    assert device.page.name == "reason", "who has voted may still say why"
    await device.send(reason="Because of the lunches.")
    assert device.news.startswith("Your ballot is in the box.")
    assert [cookie.name for cookie in device.http.cookies.jar] == [f"hand-round-{room.polling_box.session}"]
    assert 5 in room.polling_box.box
    await unlock(device, 5, codes[5])
    assert "lunches" not in (await device.get("/")).heading + device.text
    await device.get("/ballot")
    await device.send(choice="1")
    if device.page.name == "reason":
        await device.send()
    assert device.page.heading == PICK
    await device.get("/")
    assert device.page.heading == PICK


async def test_the_practice_go_and_stepping_out_lock_it_too(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await go_to(room, Phase.PRACTICE)
    await unlock(device, 5, codes[5])
    await practise(device)
    assert device.news.startswith("That was the practice go.")
    await go_to(room, Phase.READ)
    await unlock(device, 5, codes[5])
    await device.get("/step-out")
    await device.send()
    assert device.news.startswith("You are stepping out of this one.")
    assert (5, "A01") in room.state.conflicts


async def test_looking_and_signals_do_not_lock_it_and_a_button_on_every_page_does(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await go_to(room, Phase.READ)
    await unlock(device, 5, codes[5])
    await device.send("question")
    assert (device.page.name, room.signals.counts["question"]) == ("wait", 1)
    await device.get("/mine")
    assert (device.page.name, device.page.signal("hand-on") is not None) == ("mine", True)
    await device.get("/")
    await device.send("hand-on")
    assert (device.page.heading, room.hand_round.visit) == (PICK, None)


async def test_a_member_in_the_middle_is_let_go_when_scoring_has_closed(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    await device.send(answer="4")
    await go_to(room, Phase.CLOSED)
    await device.send(answer="4")
    assert device.news == "Scoring for this one has closed. What you had sent before is kept and counts."
    await device.get("/")
    assert (device.page.heading, LOCKED in device.news) == (PICK, True)


async def test_it_takes_no_seat_for_itself(room: Room, device: Phone, codes: dict[int, str]) -> None:
    for path in (f"/J/{codes[5]}", f"/J/{room.door_code}"):
        await device.get(path)
        assert device.page.heading == PICK
        await device.post(path, id="x")
        assert device.page.heading == PICK
    assert room.state.taken == (1, 2, 3, 4)


async def test_a_phone_that_becomes_the_device_leaves_its_own_seat_behind(
    room: Room, seated: Phone, codes: dict[int, str]
) -> None:
    await make(seated, room)
    assert [cookie.name for cookie in seated.http.cookies.jar] == [f"hand-round-{room.polling_box.session}"]
    assert (await seated.get("/")).heading == PICK


async def test_a_new_code_ends_the_device_at_once(room: Room, device: Phone, codes: dict[int, str]) -> None:
    from panel_tui.room.shared_device import make_hand_round

    await unlock(device, 5, codes[5])
    await make_hand_round(room)
    assert (await device.get("/")).name == "join"
    await device.post("/unlock", seat="5", code=codes[5])
    assert (device.page.name, device.status) == ("join", 403)


async def test_whoever_takes_the_seat_with_a_phone_ends_the_turn(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await room.take(codes[5])
    assert (await device.get("/")).heading == PICK


async def test_after_a_restart_it_still_goes_round_and_is_locked(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    path, cookie = room.record.path, cookie_of(device.http, "hand-round")
    await room.record.close()
    again = Room(Record.open(path, program="tests"))
    async with Phone(again) as same:
        same.http.cookies.set("hand-round", cookie)
        assert (await same.get("/")).heading == PICK
        assert await unlock(same, 5, codes[5])
        assert (same.page.name, again.state.seats[5].handed_round) == ("wait", True)
    await again.record.close()


async def test_after_a_crash_in_a_ballot_its_seats_are_asked_to_vote_again(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.BALLOT)
    await unlock(device, 5, codes[5])
    await device.send(choice="5")
    path, cookie = room.record.path, cookie_of(device.http, "hand-round")
    await room.record.close()
    again = Room(Record.open(path, program="tests"))
    assert again.poster().lines[0] == "0 of 1 ballots restored; waiting for seat 5."
    async with Phone(again) as same:
        same.http.cookies.set("hand-round", cookie)
        await unlock(same, 5, codes[5])
        assert (same.page.name, same.news.startswith("The laptop stopped")) == ("ballot", True)
        await same.send(choice="5")
        await same.send()
        assert same.page.heading == PICK
    await again.record.close()


async def test_nothing_it_shows_may_be_kept_and_every_form_names_the_turn(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await unlock(device, 5, codes[5])
    await device.send("hand-on")
    await go_to(room, Phase.SCORE)
    await unlock(device, 5, codes[5])
    assert room.hand_round.visit is not None
    turn = f'name="visit" value="{room.hand_round.visit.id}"'
    for path in ("/", "/check", "/step-out", "/mine"):
        answer = await device.http.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert "data-keep" not in answer.text
        assert answer.text.count("<form method=") > 1
        posts = answer.text.count('<form method="post"')
        assert answer.text.count(turn) == answer.text.count('autocomplete="off"') == posts, path


async def test_a_table_of_many_seats_types_the_number(room: Room, device: Phone) -> None:
    for _ in range(20):
        await room.do(c.AddSeat())
    await device.get("/")
    await device.send(seat="99")
    assert device.news == "There is no seat 99 at this table. Check the number on the card."
    await device.send(seat="26")
    assert device.page.heading == "Seat 26: type the code on your card"
    await device.get("/")
    await device.send()
    assert device.status == 422


async def test_a_script_is_given_whole_pages_at_every_turn(
    room: Room, device: Phone, codes: dict[int, str]
) -> None:
    await device.get("/pick/5")
    reply = await device.http.post(
        "/unlock",
        data={"seat": "5", "code": codes[5]},
        headers={"Origin": HOME, "X-Part": ""},
        follow_redirects=True,
    )
    assert 'data-seat="5"' in reply.text
    assert "data-passed" in reply.text
