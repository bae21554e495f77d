"""A device that goes from seat to seat, in a real browser that keeps what browsers keep: nothing is left behind."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page

from panel_tui.room.shared_device import make_hand_round
from sessions.model.answers import Source, score
from sessions.model.phases import Phase
from tests.journeys.phone_browser import Visit, go_to, heading, pick, press, visiting
from tests.web.phones import small_session
from tests.web.round import cards

PICK = "Which seat is yours?"
both = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


async def made(visit: Visit, *, scripts: bool, width: int = 390) -> Page:
    """Take a fresh device and let it go round."""
    device = await visit.phone(width, scripts=scripts)
    await device.goto(visit.home)
    await device.get_by_label("The code on your card").fill((await make_hand_round(visit.room)).code)
    await press(device, "Go on")
    await press(device, "Yes, hand it round")
    await heading(device, PICK)
    return device


async def unlock(device: Page, seat: int, code: str) -> None:
    await pick(device, f"Seat {seat}")
    await press(device, "Go on")
    await device.get_by_label("the code on your card").fill(code)
    await press(device, "Go on")
    await device.locator(f"body[data-seat='{seat}']").wait_for()


@both
async def test_two_members_score_on_one_device_and_neither_sees_the_other(
    tmp_path: Path, scripts: bool
) -> None:
    async with visiting(tmp_path, small_session(), remembers=True) as visit:
        codes = await cards(visit.room)
        device = await made(visit, scripts=scripts)
        for seat in (3, 5):
            await unlock(device, seat, codes[seat])
            await press(device, "I am done: lock this")
            await heading(device, PICK)
        await go_to(visit.room, Phase.SCORE)
        await unlock(device, 3, codes[3])
        await heading(device, "Will this reach older people who feel cut off?")
        await pick(device, "Completely")
        await press(device, "Save")
        await pick(device, "A little")
        await press(device, "Save")
        await device.get_by_label("Is it worth the money?").fill("39")
        await press(device, "Save")
        await heading(device, "Check your answers")
        await press(device, "Finish")
        await heading(device, PICK)
        await device.get_by_text("Your score is in. This is locked now.").wait_for()
        await _nothing_is_left_of(device, "Completely", "39", scripts=scripts)

        await unlock(device, 5, codes[5])
        await heading(device, "Will this reach older people who feel cut off?")
        assert await device.locator("input:checked").count() == 0
        await _nothing_is_left_of(device, "Completely", "39", scripts=scripts)
        assert await device.locator("input:checked").count() == 0
        await pick(device, "Partly")
        await press(device, "Save")
        await heading(device, "Can they do what they say?")
        await press(device, "I am done: lock this")
        await heading(device, PICK)
        cells = visit.room.state.scoring["A01"].cells
        assert [cell.answer for cell in cells[3].values()] == [score(5), score(2), score(39)]
        assert [cell.answer for cell in cells[5].values()] == [score(3)]
        assert {cell.source for cell in cells[5].values()} == {Source.HAND_ROUND}


async def _nothing_is_left_of(device: Page, *told: str, scripts: bool) -> None:
    """Look wherever the next person might: cookies, storage, and every page the Back button leads to.

    A script may put another page in place of one that has loaded, so that its silence is waited for.
    """
    assert [cookie["name"].rpartition("-")[0] for cookie in await device.context.cookies()] == ["hand-round"]
    assert all(not one["localStorage"] for one in (await device.context.storage_state())["origins"])
    pages = 0
    while device.url != "about:blank":
        await device.go_back(wait_until="commit")
        await _says_nothing_of(device, told, scripts=scripts)
        pages += 1
    assert pages >= 5, "there were pages to go back to"
    for _ in range(pages):
        await device.go_forward(wait_until="commit")
        await _says_nothing_of(device, told, scripts=scripts)


async def _says_nothing_of(device: Page, told: tuple[str, ...], *, scripts: bool) -> None:
    if scripts:
        await device.wait_for_load_state("networkidle")
    else:
        async with asyncio.timeout(10):
            while await device.evaluate("document.readyState") != "complete":
                await asyncio.sleep(0.01)
    shown = await device.content()
    assert not [words for words in told if f"You said: {words}" in shown or f"<dd>{words}" in shown]
    assert await device.locator("input:checked").count() == 0
    assert await device.locator("input[type=text]").evaluate_all("all => all.every(e => !e.value)")
