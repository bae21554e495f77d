"""Nobody can take a rehearsal for the day: wall, phones and paper say what it is."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

from panel_tui.demo import copy_demo
from panel_tui.offline.print_pack import print_pack
from panel_tui.rehearse import Leaning
from panel_tui.running.rehearsal import HERE, PretendHand, Rehearsal, rehearsing
from sessions.model.phases import Phase


def plan(folder: Path, *, marked: bool) -> Rehearsal:
    copy_demo(folder)
    return Rehearsal(folder, lambda session: Leaning(session, 7), 7, many=0, marked=marked)


async def seen(folder: Path, *, marked: bool) -> tuple[list[str], list[str]]:
    """Give the wall's titles, and what the pages show, from the doors to the first scoring."""
    titles, pages = [], []
    async with rehearsing(plan(folder, marked=marked), host=HERE, port=0) as (room, _members):
        hand = PretendHand(room)
        async with httpx.AsyncClient(base_url=f"http://{room.address}", trust_env=False) as phone:
            while room.state.plan.phase is not Phase.READ:
                titles.append(room.poster().frame.title)
                pages.append((await phone.get("/")).text)
                await hand.press()
            titles.append(room.poster().frame.title)
    return titles, pages


async def test_every_wall_and_every_page_says_so(tmp_path: Path) -> None:
    titles, pages = await seen(tmp_path / "day", marked=True)
    assert len(titles) > 2
    assert [one for one in titles if not one.startswith("REHEARSAL: ")] == []
    assert [one for one in titles if one.count("REHEARSAL") != 1] == []
    assert [one for one in pages if not re.search(r'<p class="seat">REHEARSAL</p>', one)] == []


async def test_the_demo_and_a_real_day_do_not(tmp_path: Path) -> None:
    titles, pages = await seen(tmp_path / "day", marked=False)
    assert "REHEARSAL" not in "".join((*titles, *pages))


async def test_cards_printed_from_a_rehearsal_say_so(tmp_path: Path) -> None:
    async with rehearsing(plan(tmp_path / "day", marked=True), host=HERE, port=0):
        pass
    await print_pack(tmp_path / "day", tmp_path / "out", "10.0.0.7:8765")
    pages = list((tmp_path / "out").rglob("*.html"))
    assert len(pages) > 3
    assert [one.name for one in pages if "REHEARSAL: " not in one.read_text(encoding="utf-8")] == []
