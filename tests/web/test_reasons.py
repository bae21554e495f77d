"""The page that asks why, by posts alone: beside the ballot, never part of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from panel_tui.room.room import Room
from panel_tui.web.event_streams import fingerprint_in
from sessions import commands as c
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.views.phone.pages import MOST_WORDS
from tests.web.phones import Phone, go_to, seated_phones


@pytest.fixture
async def voted(room: Room) -> AsyncIterator[list[Phone]]:
    """Six phones that have all just put a ballot in."""
    async with seated_phones(room) as phones:
        await go_to(room, Phase.BALLOT)
        for one in phones:
            await one.get("/")
            await one.send(choice="5")
        yield phones


async def write(phone: Phone, text: str) -> None:
    await phone.get("/reason")
    await phone.send(reason=text)


async def test_after_a_ballot_a_member_is_asked_why_and_may_leave_it_empty(voted: list[Phone]) -> None:
    one = voted[0]
    assert (one.page.name, one.page.heading) == ("reason", "Your ballot is in the box")
    assert "Would you like to say why, in your own words?" in one.text
    await one.send()
    assert (one.page.name, one.page.heading) == ("wait", "Your ballot is in the box")
    await one.get("/")
    assert one.page.name == "wait", "nobody is asked twice"


async def test_a_reason_is_changed_until_the_ballot_closes_and_then_stands_with_the_others(
    room: Room, voted: list[Phone]
) -> None:
    await voted[0].send(reason="They know the street.")
    await write(voted[0], "They know\nevery door\x1b[31m.")
    await voted[3].send(reason="A good budget.")
    await go_to(room, Phase.OUTCOME)
    assert room.state.rounds["A01"][0].reasons == ("A good budget.", "They know every door[31m.")
    await voted[5].get("/")
    assert voted[5].page.name == "result"
    assert "A good budget." in voted[5].text
    assert room.poster().written[0].texts == ("A good budget.", "They know every door[31m.")


async def test_one_who_voted_again_is_not_asked_again_but_can_still_write(voted: list[Phone]) -> None:
    await voted[0].send(reason="They know the street.")
    await voted[0].get("/ballot")
    await voted[0].send(choice="1")
    assert voted[0].page.name == "wait"
    link = next(link for link in voted[0].page.links if link.marks.get("signal") == "say-why")
    await voted[0].get(link.address)
    assert voted[0].page.name == "reason"
    assert "They know the street." not in voted[0].text, "nobody who picks the phone up reads it"


async def test_what_was_written_never_changes_what_comes_back(room: Room, voted: list[Phone]) -> None:
    seen = set()
    for phone, text in zip(
        voted, ("", "No.", "y" * MOST_WORDS, "ŵ" * MOST_WORDS, "字" * MOST_WORDS, "?"), strict=True
    ):
        await phone.send(reason=text)
        seen.add((phone.status, phone.page.name, phone.page.heading, len(phone.text)))
    assert len(seen) == 1


async def test_a_late_reason_is_told_so_kindly(room: Room, voted: list[Phone]) -> None:
    await voted[0].get("/")
    await go_to(room, Phase.OUTCOME)
    await voted[0].send(reason="Too late.")
    assert voted[0].status == 409
    assert room.state.rounds["A01"][0].reasons == ()


async def test_a_reason_that_hurts_can_be_hidden_and_the_record_says_so(
    room: Room, voted: list[Phone]
) -> None:
    await voted[0].send(reason="Only fools like it.")
    await voted[1].send(reason="They know the street.")
    await go_to(room, Phase.OUTCOME)
    await room.do(c.HideReason("A01", 1, 0, "it was rude"))
    await voted[2].get("/")
    (batch,) = room.poster().written
    assert batch.texts == ("They know the street.",)
    assert batch.hidden == "One reason was hidden; the record says why."
    assert "fools" not in voted[2].text
    assert room.state.interventions[-1].what == "reason-hidden"


async def test_phones_look_again_when_a_reason_is_hidden_and_when_the_ballot_shuts_for_the_slips(
    room: Room, voted: list[Phone]
) -> None:
    await voted[0].send(reason="Only fools like it.")
    open_to_phones = fingerprint_in(room, 1)
    await room.close_ballot_on_phones()
    assert fingerprint_in(room, 1) != open_to_phones
    room.reopen_ballot_on_phones()
    assert fingerprint_in(room, 1) == open_to_phones
    await go_to(room, Phase.OUTCOME)
    shown = fingerprint_in(room, 2)
    await room.do(c.HideReason("A01", 1, 0, "it was rude"))
    assert fingerprint_in(room, 2) != shown


async def test_who_closes_is_told_that_some_may_still_be_writing_but_never_how_many(room: Room) -> None:
    async with seated_phones(room) as phones:
        await go_to(room, Phase.BALLOT)
        for one in phones[:5]:
            await one.get("/")
        said = []
        for one in phones[:2]:
            await one.send(choice="5")
            said.append(asked(room))
        assert said == [
            "We are still waiting for 5 of us. Some of us may still be writing why. "
            "Press again to close the ballot all the same.",
            "We are still waiting for 4 of us. Some of us may still be writing why. "
            "Press again to close the ballot all the same.",
        ]
        for one in phones[:2]:
            await one.send(reason="")
        assert (
            asked(room) == "We are still waiting for 4 of us. Press again to close the ballot all the same."
        )


async def test_where_fewer_than_five_are_left_nobody_is_said_to_be_writing(room: Room) -> None:
    async with seated_phones(room, 5) as phones:
        await go_to(room, Phase.BALLOT)
        await phones[0].get("/")
        await phones[0].send(choice="5")
        assert "writing" in asked(room)
        await room.do(c.LeaveEarly(5))
        assert "writing" not in asked(room)


def asked(room: Room) -> str:
    """Give what pressing the one key asks first."""
    with pytest.raises(Refused) as refused:
        room.ask(position=room.position())
    assert refused.value.asks_again
    return refused.value.sentence
