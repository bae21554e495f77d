"""The list against the pot as a room sees it at 80×24: a part award, strands, ties, and once it is confirmed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from panel_tui.facilitator.wall_app import WallApp
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.session import Scale
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from tests.sessions.dividing import a_panel, application, divided, strand
from tests.sessions.test_awards_in_order import early
from tests.sessions.worlds import MORNING
from tests.wall.rooms import FakeRoom

SCORES = ((5,) * 6, (5, 5, 5, 5, 4, 4), (4,) * 6, (3,) * 6, (2,) * 6)
ASKS = (4000, 6500, 12000, 3000, 2500)


def a_day(**more):
    """Five applications that ask for £28,000, and a pot of £15,000."""
    names = ("Warm Welcome Lunches", "Tea and Tablets", "Men in Sheds", "The Garden Gate", "Doorstep Choirs")
    asked = [
        replace(
            application(f"A{n:02d}", ask, least=ask // 2, strand=more.get("strand_of", {}).get(n, "")),
            title=name,
        )
        for n, (name, ask) in enumerate(zip(names, ASKS, strict=True), start=1)
    ]
    model = a_panel(*asked, pot=15000, strands=more.get("strands", ()))
    return divided(model, {one.ref: marks for one, marks in zip(asked, SCORES, strict=True)})


def many_ties():
    """Ten applications on a scale from 0 to 1, nine of them level."""
    asked = [
        replace(application(f"A{n:02d}", 1000 + 100 * n), title=f"Allotment number {n}") for n in range(1, 11)
    ]
    scale = Scale(0, 1, words=("No", "Yes"))
    model = a_panel(*asked, pot=8000)
    model = replace(model, scale=scale, criteria=tuple(replace(one, scale=scale) for one in model.criteria))
    marks = {one.ref: (1, 0, 0, 0, 0, 1) if one.ref != "A05" else (1, 1, 1, 0, 0, 0) for one in asked}
    return divided(model, marks)


async def seen(world, *keys, pot=0, size=(80, 24)) -> list[str]:
    """Draw the list and give its rows."""
    app = WallApp(FakeRoom(posters=[poster(world.state, MORNING, Outside(laid=Laid(pot)))]))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        rows = [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]
    print("\n".join(rows))
    return rows


def line_of(rows, words) -> int:
    return next(n for n, row in enumerate(rows) if words in row)


async def test_a_part_award_recorded_early_stands_in_its_own_row_under_those_above_it():
    rows = await seen(early(a_day(), "A05", 2000))
    assert rows[line_of(rows, "Warm Welcome")].endswith("full                     £4,000")
    assert "the money ran out here" in rows[line_of(rows, "Men in Sheds")]
    assert "part: £2,000 of £2,500" in rows[line_of(rows, "Doorstep Choirs")]
    assert rows[line_of(rows, "Doorstep Choirs")].endswith("£12,500")
    assert line_of(rows, "━━") > line_of(rows, "Doorstep Choirs")
    assert "£2,500 left" in rows[line_of(rows, "━━")]


@pytest.mark.parametrize("pot", [0, 1])
async def test_each_strand_says_its_money_and_what_moved_over(pot):
    world = a_day(strands=(strand("small", 5000, awards=2),), strand_of={1: "small"})
    rows = await seen(world, pot=pot)
    text = "\n".join(rows)
    if pot == 0:
        assert "£5,000 to share out" in text
        assert "We thought of 2 awards here. The list has 1." in text
    else:
        assert "£10,000 to share out" in text
        assert "All together: £10,500 of £15,000 given, £4,500 left." in text
    assert "▸" in text or pot == 0


async def test_once_confirmed_the_line_stands_under_the_last_award_and_each_row_still_says_why():
    world = (
        a_day()
        .when(c.RecordDecision("A03", Verdict.RESERVE))
        .when(c.RecordDecision("A05", Verdict.PART, Decimal(1500)))
    )
    rows = await seen(world.press())
    assert line_of(rows, "━━") > line_of(rows, "Doorstep Choirs")
    assert "first reserve" in rows[line_of(rows, "Men in Sheds")]
    assert "below the line" in rows[line_of(rows, "Garden Gate")]
    assert "Confirmed together" in "\n".join(rows)
    assert "▸" not in "\n".join(rows)


async def test_nine_that_are_level_leave_every_row_on_the_wall_and_say_of_one_how_it_came_there():
    rows = await seen(many_ties())
    text = "\n".join(rows)
    assert all(any(f"Allotment number {n} " in row for row in rows) for n in range(1, 11))
    assert "0.5" in rows[line_of(rows, "Allotment number 5")]
    assert "0.3" in rows[line_of(rows, "Allotment number 2 ")]
    assert "Same score as" in text
    assert "by how little it asks for" in " ".join(text.split())
    assert text.count("━ £") == 1


def test_scores_that_differ_look_different_on_a_short_scale():
    world = many_ties()
    model = world.state.model
    marks = {a.ref: tuple(int(seat < n) for seat in range(6)) for n, a in enumerate(model.applications[:7])}
    marks |= {a.ref: (None,) * 5 + (1,) for a in model.applications[7:]}
    shown = poster(divided(model, marks).state, MORNING, Outside())
    assert {row.score for row in shown.rows if row.rank == "–"} == {"–"}  # one scorer alone is not shown
    assert len({row.score for row in shown.rows if row.rank != "–"}) == 7
