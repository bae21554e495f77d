"""Where fewer than five own scores stand, nothing is ranked, shown or told as if five had scored."""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.refusals import No
from sessions.results.budget import full_list, order_of, pots
from sessions.views.desk.choice_lists import choices
from sessions.views.wall.current_poster import Outside, poster
from sessions.views.wall.division_methods import shares_sheet
from tests.exports.days import Day, everyone, panel
from tests.exports.made import raw, tables, xlsx
from tests.sessions.dividing import a_panel, application, divided
from tests.sessions.worlds import World
from tests.wall.real_rooms import wall_over

REFS = "ABCD"


def dividing(few: int = 1, *, mark: int = 5) -> World:
    """Four applications; A, heard first, was scored by `few`, the others by all six."""
    model = a_panel(*(application(ref, 500) for ref in REFS), pot=1500)
    own = [mark] * few + [None] * (6 - few)
    return divided(
        model, {"A": own, "B": [3] * 6, "C": [4] * 6, "D": [2] * 6}, tally=c.Tally((1, 0, 0, 0, 2), 0)
    )


def rows(world: World):
    return {one.ref: one for one in poster(world.state, world.clock, Outside()).rows}


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_it_stands_below_those_that_are_ranked_whatever_its_few_gave(few):
    for mark in (1, 5):
        world = dividing(few, mark=mark)
        assert order_of(world.state) == ("C", "B", "D", "A")
        row = rows(world)["A"]
        assert (row.rank, row.score) == ("–", "–")
        assert "too few scored it" in row.mark


def test_with_five_it_is_ranked():
    assert order_of(dividing(5).state) == ("A", "C", "B", "D")


def test_several_stand_in_the_order_they_were_heard():
    model = a_panel(*(application(ref, 500) for ref in REFS), pot=1500)
    marks = {"A": [1, 1, 1, None, None, None], "B": [3] * 6, "C": [5] * 4 + [None] * 2, "D": [5] + [None] * 5}
    assert order_of(divided(model, marks).state) == ("B", "A", "C", "D")


def test_nothing_on_the_wall_tells_what_the_one_gave():
    told = {
        repr((poster(w.state, w.clock, Outside()), shares_sheet(w.state)))
        for w in (dividing(1, mark=m) for m in range(1, 6))
    }
    assert len(told) == 1


def test_the_panel_moves_it_and_that_is_recorded_and_told():
    world = dividing().when(c.Place("A", "B"))
    world.then(e.ApplicationPlaced("A", "B"))
    assert order_of(world.state) == ("C", "A", "B", "D")
    assert rows(world)["A"].rank == "–"
    assert (world.state.interventions[-1].what, world.state.interventions[-1].application) == ("placed", "A")
    assert audit(world.history) is None
    assert order_of(world.when(c.Place("A")).state) == ("C", "B", "D", "A")
    undone = world.when(c.Undo(world.state.plan.position))
    assert order_of(undone.state) == ("C", "B", "D", "A")


def test_what_is_ranked_is_not_moved():
    dividing().when(c.Place("B", "C")).then_refused(No.RANKED)
    dividing().when(c.Place("A", "nowhere")).then_refused(No.NO_SUCH_APPLICATION)
    forged = dividing().after(e.ApplicationPlaced("B", "C"))
    assert audit(forged.history) is not None


def test_money_goes_to_it_by_itself_only_once_the_panel_has_done_something_about_it():
    world = dividing()
    assert pots(world.state)[-1].line == 3
    assert {ref for ref, one in full_list(world.state).items() if one.funded} == {"B", "C", "D"}
    placed = world.when(c.Place("A", "D"))
    assert {ref for ref, one in full_list(placed.state).items() if one.funded} == {"C", "B", "A"}


def test_only_what_can_be_moved_is_offered():
    assert choices(dividing().state, dividing().clock).movable == ("A",)
    assert choices(dividing(5).state, dividing(5).clock).movable == ()


@pytest.mark.parametrize("few", [1, 4])
def test_no_export_but_that_with_seats_tells_it(few):
    def day(mark: int) -> Day:
        sheets = {seat: {"c1": mark, "c2": mark} for seat in range(1, few + 1)}
        return (
            Day(panel())
            .score("A01", sheets)
            .reveal("A01")
            .score("A02", everyone(6, c1=3, c2=3))
            .reveal("A02")
        )

    rows = [tables(day(mark))["results.csv"][0] for mark in (1, 5)]
    assert rows[0] == rows[1]
    assert {rows[0][name] for name in ("score", "median", "lowest", "highest", "rank", "fitted_rank")} == {""}
    public = [raw(day(mark), public=True) for mark in (1, 5)]
    assert public[0] == public[1]
    with_seats = tables(day(5), seats=True)["results.csv"][0]
    assert (with_seats["score"], with_seats["lowest"], with_seats["rank"]) == ("5.000000", "5.000000", "1")
    assert xlsx(day(5), seats=True)


async def test_at_the_wall_one_key_moves_it(tmp_path):
    async with wall_over(dividing().history, tmp_path) as it:
        await it.press("u")
        await it.until(lambda: it.app.screen is not it.app.wall)
        assert "Title A" in it.text
        await it.press("enter")
        await it.until(lambda: "Where should it stand?" in it.text)
        await it.press("enter")
        await it.until(lambda: it.app.screen is it.app.wall)
        await it.settle()
        assert order_of(it.app.room.state) == ("A", "C", "B", "D")
        assert "It is moved, and that is in the record." in it.text
