"""A panel settles what to judge by, then one application in a second ballot, and never settles another.

A real wall in a real terminal, one member on a real browser, five on the plain forms.
"""

from __future__ import annotations

import re
import time
from contextlib import AsyncExitStack

from playwright.async_api import Page as Browser

from panel_tui.rehearse.form_client import FormClient
from tests.journeys.phone_browser import browsing, heading, pick, press
from tests.journeys.projector import Projector
from tests.journeys.small_session import small_session
from tests.journeys.terminal import PATIENCE, Terminal, panel_tui, pause

STEPS = ('kind = "welcome"', 'kind = "welcome"\nminutes = 5\n\n[[step]]\nkind = "workshop"')


def stands(text: str) -> str:
    """Tell what is up: the wall's words, but for figures, which change by themselves as the clock goes on."""
    return re.sub(r"\d", "", text)


class Table:
    """The wall, the browser of one member, and the five others."""

    def __init__(self, wall: Terminal, phone: Browser, home: str, others: list[FormClient]) -> None:
        self.wall, self.phone, self.home, self.others = wall, phone, home, others

    def at_rest(self) -> str:
        """Read the wall once it has been drawn: the lowest band may stand there before the big letters do."""
        now, until = self.wall.text, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            pause()
            before, now = now, self.wall.text
            if before == now:
                return now
        raise AssertionError(f"never stood still:\n{now}")

    async def on(self, *words: str) -> str:
        """Press the one key until these words are up, once more where the wall asks for it."""
        for _ in range(12):
            before, until = stands(self.wall.text), time.monotonic() + PATIENCE
            self.wall.press("NPage")
            while stands(self.wall.text) == before and time.monotonic() < until:
                pause()
            text = self.at_rest()
            if all(word in text for word in words):
                await self.phone.goto(self.home)
                return text
        raise AssertionError(f"never came to {words} from:\n{self.wall.screen}")

    async def others_send(self, *entries: dict[str, str]) -> None:
        for client, filled in zip(self.others, entries, strict=True):
            page = await client.look()
            assert page.main_form is not None
            await client.send(page, page.main_form, filled)

    async def vote(self, mine: str, *choices: str) -> None:
        await heading(self.phone, "Should we fund this?")
        await pick(self.phone, mine)
        await press(self.phone, "Put it in the box")
        await heading(self.phone, "Your ballot is in the box")
        await self.others_send(*({"choice": choice} for choice in choices))


async def test_a_panel_goes_from_its_own_criteria_to_what_it_settles_and_what_it_never_does(tmp_path):
    folder = small_session(tmp_path / "panel", seats=6, more='joining = "open"')
    toml = folder / "session.toml"
    toml.write_text(
        toml.read_text("utf-8").replace(*STEPS).replace("minutes = 5\nminutes = 5", "minutes = 5"), "utf-8"
    )
    wall = Terminal(*panel_tui("run", folder, "--host", "127.0.0.1", "--port", 0), home=tmp_path)
    projector = Projector(wall)
    try:
        wall.wait_for("0 of 6 of us are here")
        link = projector.read_square()
        projector.close()
        async with browsing() as browser, AsyncExitStack() as stack:
            phone = await (await browser.new_context(viewport={"width": 390, "height": 740})).new_page()
            await phone.goto(link)
            await press(phone, "Yes, take this seat")
            home, code = link.lower().split("/j/")
            others = [await stack.enter_async_context(FormClient(home)) for _ in range(5)]
            for client in others:
                page = await client.look(f"/J/{code.upper()}")
                await client.send(page, page.main_form, {})
            wall.wait_for("6 of 6 of us are here")
            table = Table(wall, phone, home, others)
            await our_own_criteria(table)
            await settled_in_the_second_ballot(table)
            await never_settled(table)
    finally:
        wall.close()


async def our_own_criteria(table: Table) -> None:
    wall, phone = table.wall, table.phone
    await table.on("What should we judge applications by?")
    await phone.get_by_label("Question 1").fill("Will it last?")
    await press(phone, "Put it with the others")
    await heading(phone, "Your suggestions are in")
    await table.others_send({"s1": "Is it kind?"}, {}, {"s1": "will it last?"}, {}, {})
    wall.wait_for("of 6 are in")
    text = await table.on("What we could judge by")
    assert "4 Will it last?" in text
    wall.press("e")
    wall.wait_for("Change which question?")
    wall.press("Down", "Enter")
    wall.wait_for("Leave it out")
    wall.press("Down", "Down", "Enter")
    wall.wait_for("3 Will it last?")
    await table.on("How much does each question matter?")
    for question, points in (("Will it reach people?", 5), ("Is it kind?", 1), ("Will it last?", 4)):
        await phone.get_by_label(question, exact=True).fill(str(points))
    await press(phone, "Put it with the others")
    await table.others_send(*({"q1": "5", "q2": "1", "q3": "4"} for _ in range(5)))
    text = await table.on("This is what we judge by")
    assert "counts for 5.0 parts in 10 of the score" in text


async def settled_in_the_second_ballot(table: Table) -> None:
    await table.on("Application 1 of 2")
    await table.on("A secret ballot")
    await table.vote("Yes", "1", "1", "1", "5", "5")
    await table.phone.get_by_label("Would you like to say why, in your own words?").fill("It feeds people.")
    await press(table.phone, "Go on")
    text = await table.on("We are split")
    table.wall.press("Down")
    table.wall.wait_for("“It feeds people.”")
    await table.on("A secret ballot, once more")
    await table.vote("Yes", "5", "5", "5", "5", "3")
    text = await table.on("We agree: yes")
    assert "First ballot" in text
    assert "At least 3 of us moved." in text
    await table.on("our decision")


async def never_settled(table: Table) -> None:
    await table.on("Application 2 of 2")
    for _ in range(2):
        await table.on("A secret ballot")
        await table.vote("Yes", "1", "1", "1", "5", "5")
        text = await table.on("We are split")
    assert "Our minds seem made up, so another ballot would change little." in text
    await table.on("Do you see it differently?")
    await table.phone.get_by_role("link", name="I see it differently").click()
    await heading(table.phone, "How do you see it?")
    await table.phone.get_by_label("I see it differently").fill("We could try it for a year.")
    await press(table.phone, "Go on")
    await table.on("Now dividing the pot")
    await table.on("What we decided")
    table.wall.press("Down")
    table.wall.wait_for("We could try it for a year.")
