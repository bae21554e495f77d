"""A shortlist as a room sees it: the line at the places, no word about money, decisions in the panel's own words."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from panel_tui.facilitator.wall_app import WallApp
from screens.wall.dialogs.decisions import DecisionDialog
from sessions.model.decisions import Verdict
from sessions.views.desk.to_decide import to_decide
from sessions.views.wall.current_poster import Outside, poster
from sessions.wording import english, say, speaking_of
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.test_shortlist import a_shortlist
from tests.sessions.worlds import MORNING
from tests.wall.rooms import FakeRoom

NINETEEN = {f"A{n:02d}": [5 - n // 5] * 6 for n in range(1, 20)}


def nineteen(places=6, pot=0):
    plain = a_panel(*(application(ref, 1000) for ref in NINETEEN), pot=1)
    model = replace(a_shortlist(places, pot=pot), applications=plain.applications, steps=plain.steps)
    return divided(model, NINETEEN)


async def rows_of(state, size) -> list[str]:
    with speaking_of(state.model):
        app = WallApp(FakeRoom(posters=[poster(state, MORNING, Outside())]))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
    print("\n".join(rows))
    return rows


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_the_line_stands_at_the_places_and_nothing_is_said_of_money(size):
    rows = await rows_of(nineteen().state, size)
    text = "\n".join(rows)
    assert "making the shortlist" in text
    assert "6 places on our" in text  # on a narrow wall the rest stands on the next line
    assert "shortlist" in text
    assert "0 places left" in text
    line = next(n for n, row in enumerate(rows) if "━━" in row)
    above = next(row for row in reversed(rows[:line]) if "Title" in row)
    assert "see them" in above
    assert above.endswith("6") or size[0] < 70
    assert "see them" not in "\n".join(rows[line:])
    for word in ("£", "pot", "fund", "other ways", "part award", "money"):
        assert word not in text, word
    assert "Enter decide" in text
    assert "c confirm together" in text or size[0] < 70  # there the foot gives way
    assert max(map(len, rows)) <= size[0]


def test_no_key_and_no_sheet_speaks_of_dividing_money_where_there_are_places():
    plain, said = english(), {}
    with speaking_of(nineteen().state.model):
        for key in plain:
            if key.startswith(
                ("wall.keys.", "wall.palette.", "wall.kind.", "workbook.sheet.", "dividing.expected")
            ):
                said[key] = say(key, n=2, now=3) if key.startswith("dividing") else say(key)
    assert said["wall.keys.next_list.help"].startswith("While making the shortlist")
    for key, words in said.items():
        assert not re.search(r"\bpot\b|\baward|\bfunded\b|\bdividing\b", words), (key, words)


async def test_a_pot_beside_the_places_is_told_with_what_the_chosen_ask_for():
    text = "\n".join(await rows_of(nineteen(pot=4000).state, (80, 24)))
    assert "Those chosen ask for £6,000 together. The pot is £4,000." in text
    assert "£1,000" in text


async def test_the_decision_is_picked_in_our_own_words_and_no_amount_is_asked_for():
    state = nineteen().state
    with speaking_of(state.model):
        app = WallApp(FakeRoom(posters=[poster(state, MORNING, Outside())]))
        async with app.run_test(size=(80, 24)) as pilot:
            found = []
            dialog = DecisionDialog(to_decide(state, "A07"), suggested=Verdict.PART)
            app.push_screen(dialog, found.append)
            await pilot.pause()
            drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            await pilot.press("down", "enter", "enter", *"It is early", "enter")
            await pilot.pause()
    assert [words in drawn for words in ("see them", "hold", "not this time", "How much")] == [True] * 3 + [
        False
    ]
    [decided] = found
    assert (decided.verdict, decided.words, decided.amount) == (Verdict.RESERVE, "hold", None)
    assert decided.reasons == "It is early"
