"""A phone while the laptop can keep nothing: it says what is safe, sends by itself, and takes the words back."""

from __future__ import annotations

from pathlib import Path

import pytest

from panel_tui.record.disk import RealDisk
from panel_tui.room.record_watch import looked_after
from sessions.model.answers import score
from sessions.model.phases import Phase
from tests.journeys.phone_browser import go_to, heading, pick, press, visiting


async def test_a_score_waits_on_the_phone_while_the_disk_fails_and_goes_in_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing: list[bool] = []
    sync = RealDisk.sync

    def sometimes(disk: RealDisk, handle: int) -> None:
        if failing:
            raise OSError(5, "as told")
        sync(disk, handle)

    monkeypatch.setattr(RealDisk, "sync", sometimes)
    async with visiting(tmp_path) as visit, looked_after(visit.room.keeping):
        phone, other = await visit.seated(), await visit.seated()
        await go_to(visit.room, Phase.SCORE)
        for each in (phone, other):
            await heading(each, "Will this reach older people who feel cut off?")
        failing.append(True)
        await pick(phone, "Mostly")
        await press(phone, "Save")
        await phone.locator("#away").get_by_text("Your score is safe on this phone").wait_for()
        await other.locator("#news").get_by_text("Every answer it said was in is safe").wait_for()
        failing.clear()
        await heading(phone, "Can they do what they say?")
        assert visit.room.state.scoring["A01"].cells[1]["reach"].answer == score(4)
        await other.locator("[data-standing]").wait_for(state="detached")
        assert await other.locator("#news").inner_text() == ""
        visit.troubles.clear()  # the browser's own lines about replies that say no
