"""While something is open the desk is the same whatever was answered, and a ballot there is a count."""

from contextlib import contextmanager

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panel_tui.desk.app import DeskApp
from panel_tui.desk.client import Away
from sessions import commands as c
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import SECRET, Phase
from sessions.views.desk.choice_lists import choices
from sessions.views.desk.desk import DeskBeside, desk
from sessions.views.wall.poster_inputs import InBox
from sessions.wording import say
from tests.secrecy.chance import SetClock
from tests.secrecy.swap import schedule
from tests.secrecy.table import Table
from tests.sessions.days import DAYS
from tests.sessions.worlds import doors_open, session
from tests.wall.rooms import Unhurried

VALUE = st.one_of(
    st.integers(1, 5).map(score), st.sampled_from([Answer(Kind.CANT_SAY), Answer(Kind.NOT_APPLICABLE)])
)


def view(world, beside=None):
    return desk(world.state, world.clock, beside or DeskBeside(), offered(world))


def offered(world):
    return choices(world.state, world.clock)


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["c1", "c2"]), VALUE, VALUE), max_size=20),
    st.sets(st.integers(1, 6)),
    st.sampled_from([Phase.SCORE, Phase.CLOSED]),
)
@settings(max_examples=40)
def test_until_the_reveal_the_desk_is_the_same_whatever_was_answered(given_answers, handed, until):
    def after(pick):
        world = doors_open(session()).press_until(Phase.SCORE)
        for n, (seat, key, *values) in enumerate(given_answers):
            world = world.when(c.GiveAnswer(seat, "A01", key, values[pick], f"id{n}", n))
        for seat in sorted(handed):
            world = world.when(c.HandIn(seat, "A01"))
        return world.press_until(until)

    one, other = after(0), after(1)
    assert one.state.plan.phase in SECRET
    assert view(one) == view(other)


@given(st.permutations(range(1, 7)))
@settings(max_examples=20)
def test_the_desk_is_the_same_in_whatever_order_people_finished(order):
    """Times aside: only what was in is to be seen, never who was first."""

    def after(seats):
        world = doors_open(session()).press_until(Phase.SCORE)
        for seat in seats:
            world = world.answer(seat, 3).when(c.HandIn(seat, "A01"))
        return world

    assert view(after(order)) == view(after(sorted(order)))


@given(DAYS)
@settings(max_examples=20)
def test_every_moment_of_any_day_has_a_desk_that_goes_over_the_line_whole(orders):
    world = doors_open(session())
    for order in orders:
        world = world.when(order(world))
        seen = view(world)
        assert msgspec.json.decode(msgspec.json.encode(seen), type=type(seen)) == seen
        assert [seat.seat for seat in seen.seats] == sorted(world.state.seats)


@pytest.mark.parametrize("seed", range(2))
async def test_a_ballots_desk_is_the_same_in_two_worlds_with_the_ballots_swapped(seed):
    one, other = schedule(seed)

    async def lived(steps):
        table, seen = Table(7, clock=SetClock(seed)), []
        for seat, choice in steps:
            await table.cast(seat, choice)
            box, voted = table.room.in_box()
            state = table.room.state
            beside = DeskBeside(voted=voted, box=box)
            seen.append(desk(state, table.room.clock.now(), beside, choices(state, table.room.clock.now())))
        await table.close()
        return seen

    assert [first == second for first, second in zip(await lived(one), await lived(other), strict=True)] == [
        True
    ] * len(one)


def test_a_ballot_on_the_desk_is_a_count_and_who_has_voted():
    world = doors_open(session()).press_until(Phase.BALLOT)
    seen = view(world, DeskBeside(voted=frozenset({2, 5}), box=InBox(ballots=2)))
    assert seen.open == "2 of 6 ballots are in"
    assert [seat.seat for seat in seen.seats if seat.stands == "done"] == [2, 5]


# A desk that breaks.

SECRET_WORDS = "KMPT-4WX9"


class BrokenLink:
    """Gives one view, and then breaks with a secret in its local variables."""

    def __init__(self, seen):
        self.seen = seen
        self.looked = 0

    async def look(self):
        self.looked += 1
        if self.looked > 1:
            return await self.fall()
        return self.seen

    async def wish(self, _name, _values):
        await self.fall()

    async def fall(self):
        code = SECRET_WORDS
        raise RuntimeError(f"lost {code}")

    def forget(self):
        pass


class Waiting(BrokenLink):
    """Breaks only when something is wished for."""

    async def look(self):
        self.looked += 1
        if self.looked > 1:
            raise Away("lost")
        return self.seen


@contextmanager
def falling():
    with pytest.raises(Exception, match=r"lost|KMPT"):
        yield


@pytest.mark.parametrize(
    ("link", "keys"),
    [(BrokenLink, []), (Waiting, ["pagedown"]), (Waiting, ["z"]), (Waiting, ["n", "a", "enter"])],
    ids=["looking", "next", "an order", "a card"],
)
async def test_a_desk_that_breaks_leaves_a_plain_card_without_values(link, keys, capsys):
    world = doors_open(session()).press_until(Phase.SCORE)
    app = DeskApp(link(view(world)), Unhurried())

    async def run():
        async with app.run_test(notifications=True) as pilot:
            for _ in range(50):
                await pilot.pause(0.01)
                if app.api.view is not None:
                    break
            await pilot.press(*keys)
            for _ in range(50):
                await pilot.pause(0.01)

    with falling():
        await run()
    seen = "".join(capsys.readouterr())
    assert say("desk.broken.title") in seen
    assert say("desk.broken.what") in seen
    assert say("wall.broken.title") not in seen
    assert SECRET_WORDS not in seen
    assert "Traceback" not in seen
