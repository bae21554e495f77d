"""Where fewer than five vote on paper, their slips tell who voted what: three ways, and nothing read aloud."""

import pytest

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.answers import PaperWay
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.views.desk.choice_lists import choices
from sessions.views.phone.pages import BallotPage, Wait
from tests.secrecy.table import REF, Table
from tests.sessions.worlds import World, doors_open, session
from tests.wall.real_rooms import wall_over


def talking(paper: int, *, seats: int = 8) -> World:
    """Stand before a ballot with so many on paper, the others on phones."""
    world = doors_open(session(seats=seats), taken=seats - paper)
    for seat in range(seats - paper + 1, seats + 1):
        world = world.when(c.TakePaperSeat(seat))
    return world.press_until(Phase.TALK)


def choosing(world: World, way: PaperWay) -> World:
    return world.when(c.ChoosePaperWay(way))


@pytest.mark.parametrize("paper", range(9))
def test_no_ballot_opens_with_one_to_four_on_paper_before_the_room_has_said_how(paper):
    world = talking(paper)
    opened = world.press()
    if 0 < paper < 5:
        opened.then_refused(No.FEW_ON_PAPER)
        assert str(paper) in opened.refused.sentence or paper == 1
        opened = choosing(world, PaperWay.TWO_SEE).press()
    assert opened.state.open_round


def test_what_was_said_is_recorded_told_and_holds_for_one_ballot():
    world = choosing(talking(2), PaperWay.TWO_SEE).then(e.PaperWayChosen(PaperWay.TWO_SEE))
    assert world.state.interventions[-1].what == "paper-two-see"
    once = world.press().press(tally=c.Tally((4, 0, 0, 0, 4), 0))
    assert once.state.paper_way is None
    assert audit(once.history) is None
    again = once.press()
    assert again.state.plan.phase is Phase.TALK
    again.press().then_refused(No.FEW_ON_PAPER)


def test_a_ballot_to_break_a_tie_asks_as_well():
    from tests.sessions.dividing import a_panel, application, divided

    model = a_panel(*(application(ref, 500) for ref in "AB"), pot=500, seats=7, ties=("ballot",))
    world = divided(model, {"A": [4] * 7, "B": [4] * 7}).when(c.TakePaperSeat(7))
    order = c.BreakTie(world.state.plan.position, ("A", "B"))
    world.when(order).then_refused(No.FEW_ON_PAPER)
    assert choosing(world, PaperWay.EVERYONE).when(order).state.open_tie


def test_a_record_in_which_a_way_was_chosen_out_of_place_is_not_sound():
    early = doors_open(session(seats=6)).press_until(Phase.SCORE)
    assert audit(early.after(e.PaperWayChosen(PaperWay.TWO_SEE)).history) is not None


async def at_the_table(way: PaperWay) -> Table:
    """Seven seats, the last two on paper; the ballot was opened this way."""
    table = Table(paper=(6, 7))
    await table.room.do(c.VoidRound("begin anew"))
    await table.room.do(c.ChoosePaperWay(way))
    await table.room.press(position=table.room.position(), sure=True)
    return table


async def cast(table: Table, seat: int) -> None:
    await table.room.cast(seat, REF, table.room.state.open_round.number, "5")


async def test_with_the_device_nobody_counts_slips():
    table = await at_the_table(PaperWay.HAND_ROUND)
    assert table.room.in_box()[0].on_paper == 0
    assert choices(table.room.state, table.room.clock.now()).ballot_slips is None
    for seat in table.seats:
        await cast(table, seat)
    assert any("device that goes round" in line for line in table.wall)
    await table.close()
    assert table.counts == (0, 0, 0, 0, 7, 0)


async def test_where_all_vote_on_paper_no_phone_does_and_the_joint_count_is_of_all():
    table = await at_the_table(PaperWay.EVERYONE)
    with pytest.raises(Refused) as refused:
        await cast(table, 1)
    assert refused.value.code is No.ON_PAPER_NOW
    page = table.room.page(1)
    assert isinstance(page, Wait)
    assert page.heading == "This time we all vote on paper"
    assert any("we all vote on paper" in line for line in table.wall)
    assert table.room.in_box()[0].on_paper == 7
    await table.room.close_ballot_on_phones()
    slips = c.Tally((0, 0, 0, 2, 5), 0)
    table.room.key_paper(slips, slips)
    await table.close()
    assert table.counts == (0, 0, 0, 2, 5, 0)


async def test_with_their_leave_two_of_us_see_the_slips_and_phones_are_told():
    table = await at_the_table(PaperWay.TWO_SEE)
    page = table.room.page(1)
    assert isinstance(page, BallotPage)
    assert any("Two of us see those slips" in line for line in page.promise)
    for seat in range(1, 6):
        await cast(table, seat)
    await table.room.close_ballot_on_phones()
    two = c.Tally((0, 0, 0, 2, 0), 0)
    table.room.key_paper(two, two)
    await table.close()
    assert table.counts == (0, 0, 0, 2, 5, 0)


async def test_slips_of_few_are_not_counted_without_leave_even_where_paper_was_taken_in_mid_ballot():
    table = Table()
    for seat in range(1, 7):
        await table.cast(seat, "4")
    await table.room.do(c.TakePaperSeat(7))
    await table.room.close_ballot_on_phones()
    one = c.Tally((0, 0, 0, 0, 1), 0)
    with pytest.raises(Refused) as refused:
        table.room.key_paper(one, one)
    assert refused.value.code is No.FEW_ON_PAPER
    await table.room.do(c.ChoosePaperWay(PaperWay.TWO_SEE))
    table.room.key_paper(one, one)
    await table.close()
    assert table.counts == (0, 0, 0, 6, 1, 0)


async def test_before_such_a_ballot_the_wall_offers_the_three_ways_and_opens_it(tmp_path):
    async with wall_over(talking(2).history, tmp_path) as it:
        await it.press("pagedown")
        await it.until(lambda: it.app.screen is not it.app.wall)
        assert "We all vote on paper this time" in it.text
        assert "device that goes round" in it.text
        await it.press("down", "down", "enter")
        await it.until(lambda: it.app.room.state.open_round is not None)
        await it.settle()
        assert it.app.room.state.paper_way is PaperWay.TWO_SEE
        assert "have agreed that two of us see" in " ".join(it.text.split())


async def test_counting_few_slips_the_card_tells_the_two_to_read_nothing_aloud(tmp_path):
    opened = choosing(talking(2), PaperWay.TWO_SEE).press()
    async with wall_over(opened.history, tmp_path) as it:
        await it.press("p")
        await it.until(lambda: it.app.screen is not it.app.wall)
        said = " ".join(it.text.split())
        assert "read nothing aloud" in said
        assert "nothing aloud" in said
