"""A real election made a session with a pot: both ways to divide it at the wall, and explained."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions.model.session import Scale
from sessions.results.budget import full_list
from sessions.results.division_methods import Way, ways
from sessions.views.wall.poster_inputs import Laid
from sessions.views.wall.sheet_makers import sheet
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.test_elections import Election, read_pabulib
from tests.wall.real_rooms import wall_over

NAMES = ("poland_warszawa_2017_plac-wojska-polskiego.pb", "poland_warszawa_2018_sadul.pb")
APPROVAL = Scale(0, 1, words=())


def as_a_session(election: Election, *, pot: Decimal | None = None):
    """Make a day of it: who approved of a project scored it 1, who voted for others 0."""
    voters = range(election.voters)
    model = a_panel(
        *(replace(application(ref, 1), asked=cost) for ref, cost in election.costs.items()),
        pot=int(pot or election.budget),
        seats=election.voters,
    )
    model = replace(
        model, scale=APPROVAL, criteria=tuple(replace(one, scale=APPROVAL) for one in model.criteria)
    )
    marks = {ref: [int(voter in by) for voter in voters] for ref, by in election.approvals.items()}
    return divided(model, marks, tally=c.Tally((0, 0, 0, 0, election.voters), 0))


@pytest.fixture(scope="module", params=NAMES)
def election(request, shared_data: Path) -> Election:
    return read_pabulib(shared_data / "budgets" / request.param)


def by_hand(election: Election, pot: Decimal) -> list[str]:
    """Go down the list by approvals, as the election itself did: each in full that still fits."""
    order = sorted(election.costs, key=lambda ref: (-len(election.approvals[ref]), election.costs[ref]))
    funded = []
    for ref in order:
        if election.costs[ref] <= pot:
            funded.append(ref)
            pot -= election.costs[ref]
    return sorted(funded)


def test_with_its_own_pot_it_comes_out_as_it_did(election):
    found = ways(as_a_session(election).state)
    assert sorted(one.ref for one in found[Way.GO_ON].awards) == election.selected
    assert sorted(one.ref for one in found[Way.EQUAL_SHARES].awards) == election.selected


def test_with_half_the_pot_both_ways_are_explained(election):
    pot = election.budget / 2
    state = as_a_session(election, pot=pot).state
    found = ways(state)
    assert sorted(one.ref for one in found[Way.GO_ON].awards) == by_hand(election, Decimal(int(pot)))
    for award in found[Way.EQUAL_SHARES].awards:
        if award.bought:
            assert award.bought.payers <= len(election.approvals[award.ref])
    told = sheet(state, Laid(sheet="shares")).told
    assert len(told) == len(found[Way.EQUAL_SHARES].awards)


async def test_the_wall_shows_them_when_it_is_asked_and_nothing_is_decided(shared_data, tmp_path):
    election = read_pabulib(shared_data / "budgets" / NAMES[0])
    world = as_a_session(election, pot=election.budget / 2)
    before = full_list(world.state)
    async with wall_over(world.history, tmp_path) as it:
        assert "Four ways" not in it.text
        await it.press("w")
        await it.until(lambda: "Four ways to divide the pot" in it.text)
        for words in ("Stop", "Go on", "In part", "Shares", "Nothing is decided by it."):
            assert words in it.text
        await it.press("w")
        await it.until(lambda: "Where the ways differ, and why" in it.text)
        assert "By score" in it.text
        assert "By equal shares" in it.text
        await it.press("w")
        await it.until(lambda: "How equal shares pay" in it.text)
        assert "of us pay for it together" in it.text
        await it.press("pagedown")
        await it.until(lambda: "to share out" in it.text)
        assert full_list(it.room.state) == before
        assert not it.room.state.confirmed


async def test_a_what_if_stays_out_of_the_record_until_it_is_taken_over(shared_data, tmp_path):
    election = read_pabulib(shared_data / "budgets" / NAMES[0])
    world = as_a_session(election, pot=election.budget / 2)
    async with wall_over(world.history, tmp_path) as it:
        entries = len(it.room.record.entries)
        await it.press("i")
        await it.press("enter")
        await it.press(*"1000", "enter")
        await it.until(lambda: "What if" in it.text and "Our list stays as it is" in it.text)
        assert len(it.room.record.entries) == entries
        await it.press("enter")
        await it.until(lambda: it.said == "This is our list now. We still confirm it together.")
        assert Decimal(1000) in {one.amount for one in it.room.state.plan.decisions.values()}
        assert len(it.room.record.entries) > entries
