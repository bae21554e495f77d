"""My own day on my own phone: what I gave, and nothing of anyone else or of any ballot."""

from __future__ import annotations

import pytest

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.session import Standing
from tests.web.phones import Phone, go_to

LINK = "What I have given so far"


async def all_score(room: Room, ref: str, mine: int, theirs: int) -> None:
    for seat in range(1, 7):
        value = mine if seat == 1 else theirs
        for key in ("reach", "do"):
            await room.do(c.GiveAnswer(seat, ref, key, score(value), f"{seat}-{key}-{ref}", 1))
        await room.do(c.GiveAnswer(seat, ref, "value", score(value * 8), f"{seat}-v-{ref}", 1))


@pytest.fixture
async def table(room: Room, seated: Phone) -> Phone:
    """Everyone sits; seat 1 has the phone."""
    for seat in range(2, 7):
        await room.do(c.TakePaperSeat(seat))
    return seated


async def test_it_is_linked_from_where_a_member_waits(room: Room, seated: Phone) -> None:
    await seated.get("/")
    assert LINK in seated.text
    await seated.get("/mine")
    assert (seated.page.name, "There is nothing here yet." in seated.text) == ("mine", True)
    await seated.send()
    assert seated.page.name == "wait"


async def test_what_i_gave_shows_once_i_have_handed_in(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await table.get("/")
    await table.send(answer="4")
    assert "Mostly" not in (await table.get("/mine"), table.text)[1]
    await all_score(room, "A01", 4, 1)
    await table.get("/")
    receipt = table.text.partition("Your receipt: ")[2].partition("<")[0]
    await table.get("/mine")
    assert table.text.count("Mostly") == 2
    assert receipt
    assert receipt in table.text
    assert "Not at all" not in table.text, "that is what the others said"


async def test_what_i_gave_shows_without_handing_in_once_scoring_has_closed(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 1)
    await go_to(room, Phase.CLOSED)
    assert (await table.get("/mine"), table.text)[1].count("Mostly") == 2


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (5, "You mostly use the upper part"),
        (3, "You mostly use the middle"),
        (1, "You mostly use the lower part"),
    ],
)
async def test_my_pattern_is_one_plain_sentence_whatever_others_gave(
    room: Room, table: Phone, mine: int, says: str
) -> None:
    for ref in ("A01", "A02"):
        await go_to(room, Phase.SCORE, ref=ref)
        await all_score(room, ref, mine, 5 if mine == 1 else 1)
        await go_to(room, Phase.CLOSED, ref=ref)
        await table.get("/mine")
        assert (says in table.text) == (ref == "A02"), "three scores are no pattern"


async def test_whatever_others_gave_my_page_is_the_same(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 1)
    await go_to(room, Phase.REVEAL)
    before = (await table.get("/mine"), table.text)[1]
    for seat in range(2, 7):
        await room.do(c.Correct(seat, "A01", "reach", score(5), "as on the slip"))
    assert (await table.get("/mine"), table.text)[1] == before


async def test_what_we_decided_stands_beside_it_only_at_the_end(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 4)
    await go_to(room, Phase.BUDGET)
    assert "We decided together" not in (await table.get("/mine"), table.text)[1]
    await go_to(room, Phase.THANKS)
    await table.get("/")
    assert LINK in table.text
    await table.get("/mine")
    assert table.text.count("We decided together") == 1


async def test_my_ballot_leaves_my_page_as_it_was(room: Room, table: Phone) -> None:
    await go_to(room, Phase.BALLOT)
    before = (await table.get("/mine"), table.text)[1]
    await table.get("/")
    await table.send(choice="5")
    assert (await table.get("/mine"), table.text)[1] == before


async def test_scores_set_aside_are_said_to_be_so(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 1)
    await table.post("/step-out", application="A01")
    await go_to(room, Phase.CLOSED)
    assert "You stepped out of this one" in (await table.get("/mine"), table.text)[1]


async def test_whoever_has_no_seat_has_no_day(room: Room, phone: Phone) -> None:
    await phone.get("/mine")
    assert phone.page.name == "join"


async def test_what_is_only_written_down_is_not_told_as_what_we_decided(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 4)
    await go_to(room, Phase.DECISION)
    await room.do(c.RecordDecision("A01", Verdict.FUND, reasons="It reaches people."))
    last = room.state.steps[-1].key
    await room.do(c.JumpTo(room.state.plan.position, last, sure=True))
    said = (await table.get("/mine"), table.text)[1]
    assert "We decided together" not in said
    assert "Written down, and not confirmed: <b>Fund: " in said


async def test_nobody_is_told_that_we_decided_on_one_that_was_taken_back(room: Room, table: Phone) -> None:
    await go_to(room, Phase.SCORE)
    await all_score(room, "A01", 4, 4)
    await go_to(room, Phase.BUDGET)
    await room.do(c.SetApplicationAside("A01", Standing.WITHDRAWN, "They have moved."))
    await go_to(room, Phase.THANKS)
    said = (await table.get("/mine"), table.text)[1]
    assert "This application was taken out" in said
    assert "We decided together" not in said


async def test_two_parts_of_the_scale_are_not_the_whole_of_it(room: Room, table: Phone) -> None:
    for ref, mine in (("A01", 1), ("A02", 3)):
        await go_to(room, Phase.SCORE, ref=ref)
        await all_score(room, ref, mine, 5)
        await go_to(room, Phase.CLOSED, ref=ref)
    said = (await table.get("/mine"), table.text)[1]
    assert "You use two parts of the scale, one as often as the other." in said
    assert "the whole of the scale" not in said
