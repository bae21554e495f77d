"""A rehearsal of a list that goes against the funder's rules goes on to the end, and says who went on."""

from __future__ import annotations

from decimal import Decimal

from panel_tui.record import Record
from panel_tui.record.history import document
from panel_tui.room.room import Room
from panel_tui.running.rehearsal import PretendHand
from sessions.model.funder_rule import FunderRule
from sessions.model.phases import Phase
from tests.sessions.dividing import a_panel, application, divided

RULES = (
    FunderRule("No award is above £500.", max_award=Decimal(500)),
    FunderRule("One each.", per_organisation=1),
)


async def test_a_pretend_facilitator_says_that_it_went_on_and_the_day_is_confirmed(tmp_path):
    asked = tuple(application(f"A{n:02d}", 900, organisation="One") for n in (1, 2))
    world = divided(a_panel(*asked, pot=5000, funder_rules=RULES), {"A01": (5,) * 6, "A02": (4,) * 6})
    record = Record.open(tmp_path / "record.jsonl", program="tests")
    await record.append([document(one) for one in world.history])
    room = Room(record)
    try:
        await PretendHand(room).press()
        assert room.state.confirmed
        assert room.state.plan.phase is Phase.CONFIRMED
        assert set(room.state.went_against.values()) == {
            "A pretend facilitator went on: this is a rehearsal."
        }
        assert len(room.state.went_against) == 3
    finally:
        await record.close()
