"""A member's whole day on a phone, told once, for every browser and every way of using one."""

from __future__ import annotations

from panel_tui.room.room import Room
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import Phase
from sessions.wording import say
from tests.journeys.hands import Hands
from tests.web.phones import go_to

TITLES = {"A01": "Warm Welcome Lunches", "A02": "Tea and Tablets"}


async def by_the_others(room: Room, ref: str) -> None:
    """Give the scores of the five others, who have phones too: reasons are asked where five vote by phone."""
    for seat in range(2, 7):
        for key, value in (("reach", 5), ("do", 3), ("value", 20)):
            await room.do(c.GiveAnswer(seat, ref, key, score(value), f"{ref}-{seat}-{key}", 1))


async def sit_down(hands: Hands, link: str) -> None:
    """Scan the wall's square and take a seat."""
    await hands.open(link)  # the phone's own camera
    await hands.heading("Take a seat?")
    await hands.press("Yes, take this seat")
    await hands.heading("You have your seat")
    await hands.press("I have written it down")
    await hands.sees_no("#own-code")


async def practise(room: Room, hands: Hands) -> None:
    await go_to(room, Phase.PRACTICE)
    await hands.look()
    await hands.heading(say("views.practice.question"))
    await hands.choose("Partly")
    await hands.press("Save")
    await hands.heading(say("views.practice.question-2"))
    await hands.choose("I can't say")
    await hands.press("Save")
    await hands.heading("Check your answers")
    await hands.press("Finish")
    await hands.heading("Your score is in")
    await hands.press("Go on to a practice ballot")
    await hands.heading(say("views.practice.ballot"))
    await hands.choose("Probably")
    await hands.press("Put it in the box")
    await hands.heading("You have done it")


async def nearly_step_out(room: Room, hands: Hands, ref: str) -> None:
    await go_to(room, Phase.READ, ref=ref)
    await hands.look()
    await hands.heading(TITLES[ref])
    await hands.follow("Read the summary")
    await hands.follow("I have to step out of this one")
    await hands.heading("Step out of this one?")
    await hands.follow("No, go back")
    await hands.heading(TITLES[ref])


async def score_one(room: Room, hands: Hands, ref: str) -> None:
    """Score an application: three questions, and the first of them changed."""
    await go_to(room, Phase.SCORE, ref=ref)
    await hands.look()
    await hands.heading("Will this reach older people who feel cut off?")
    await hands.choose("Not at all")
    await hands.press("Save")
    await hands.heading("Can they do what they say?")
    await hands.choose("I can't say")
    await hands.press("Save")
    await hands.heading("Is it worth the money?")
    await hands.write("15")
    await hands.press("Save")
    await hands.heading("Your score is in")
    await hands.follow("Change question 1")
    await hands.heading("Will this reach older people who feel cut off?")
    await hands.choose("Mostly")
    await hands.press("Save")
    await hands.heading("Your score is in")


async def vote(room: Room, hands: Hands, ref: str) -> None:
    """See what all think, and put a ballot in the box."""
    await by_the_others(room, ref)
    await go_to(room, Phase.REVEAL, ref=ref)
    await hands.look()
    await hands.heading("What we think")
    await go_to(room, Phase.BALLOT, ref=ref)
    await hands.look()
    await hands.heading("Should we fund this?")
    await hands.choose("Yes")
    await hands.press("Put it in the box")
    await hands.sees("main[data-page=reason]")
    await hands.press("Go on")
    await hands.sees("main[data-page=wait]")
    await hands.heading("Your ballot is in the box")


async def take_part(room: Room, hands: Hands, link: str) -> None:
    """Live the whole day, from the square on the wall to the thanks."""
    await sit_down(hands, link)
    await hands.follow("Text and colours")
    await hands.press("Large")
    await hands.sees("html.text-large")
    for _ in range(2, 7):
        await room.take(room.door_code)
    await practise(room, hands)
    for ref in TITLES:
        await nearly_step_out(room, hands, ref)
        await score_one(room, hands, ref)
        await vote(room, hands, ref)
        if ref == "A01":
            await go_to(room, Phase.BREAK)
            await hands.look()
            await hands.heading("Break")
    await go_to(room, Phase.THANKS)
    await hands.look()
    await hands.sees("main[data-page=ended]")


def all_arrived(room: Room, *refs: str) -> None:
    """Hold what the laptop has of seat 1 against what was tapped."""
    for ref in refs:
        given = {key: cell.answer for key, cell in room.state.scoring[ref].cells[1].items()}
        assert given == {"reach": score(4), "do": Answer(Kind.CANT_SAY), "value": score(15)}
        assert 1 in room.state.scoring[ref].handed_in
