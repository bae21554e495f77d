"""A score is made of its questions' means: where few scored one, the score beside the others would tell theirs."""

from __future__ import annotations

import pytest

from sessions import commands as c
from sessions.model.answers import Answer, Kind
from sessions.model.phases import Phase
from sessions.results.carried_to_next_stage import StageWords, stages_so_far
from sessions.views.phone.money_list import list_page
from sessions.views.record import record_view
from sessions.views.record.facts import RecordFacts
from sessions.views.record.gathered import EXPORT, RECORD, gathered
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.poster_inputs import Laid
from tests.sessions.worlds import World, scoring_open

SEATS = range(1, 7)


def scored(few: int, *, mark: int = 1) -> World:
    """All six score the first question of one application; `few` score the second, the rest cannot say."""
    world = scoring_open()
    ref = world.state.application
    for seat in SEATS:
        world = world.answer(seat, 3 + seat % 2, "c1")
        if seat <= few:
            world = world.answer(seat, mark, "c2")
        else:
            world = world.when(c.GiveAnswer(seat, ref, "c2", Answer(Kind.CANT_SAY), f"x{seat}", 1))
        world = world.when(c.HandIn(seat, ref))
    return world.press_until(Phase.TALK)


def public(world: World):
    return record_view(world.state, codes={n: str(n) for n in SEATS}, public=True)


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_nothing_that_everybody_sees_hangs_on_what_few_gave_to_a_question(few):
    seen = set()
    for mark in (1, 5):
        world = scored(few, mark=mark)
        account = public(world)
        assert account.results[0].score is None
        stages = stages_so_far(
            world.state, ["A01"], session_id="x", head="y", said=StageWords({}, {}, {}, {})
        )
        rows = gathered(account, RecordFacts(), head="h", program="p", proof=RECORD)
        dividing = world.press_until(Phase.BUDGET)
        lists = poster(dividing.state, dividing.clock, Outside()), list_page(dividing.state, Laid())
        seen.add(repr((account, stages[-1].carried, rows, lists)))
        row = next(row for row in lists[0].rows if row.ref == "A01")
        assert row.score == "–"
        assert row.rank == "1"
        assert "too few scored a question" in row.mark
    assert len(seen) == 1


@pytest.mark.parametrize("few", [0, 5, 6])
def test_where_nobody_or_enough_of_us_scored_it_the_score_is_told(few):
    world = scored(few)
    assert public(world).results[0].score is not None
    dividing = world.press_until(Phase.BUDGET)
    row = next(row for row in poster(dividing.state, dividing.clock, Outside()).rows if row.ref == "A01")
    assert row.score != "–"


def test_a_file_that_others_made_tells_no_such_score_either():
    world = scored(1)
    account = public(world)
    from msgspec.structs import replace

    results = tuple(
        replace(one, score=account.results[0].asked, scored_by=6, rank=1) for one in account.results
    )
    rows = gathered(replace(account, results=results), RecordFacts(), head="h", program="p", proof=EXPORT)
    assert [one.score for one in rows.application if one.ref == "A01"] == [None]
