"""The history alone gives the live state; what may be shown of an open scoring does not depend on its values."""

import datetime as dt
from functools import reduce

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions import commands as c
from sessions.events import Answered, Stamped
from sessions.evolve import evolve, fold
from sessions.model.answers import Answer, Kind, score
from sessions.model.phases import SECRET, Phase
from sessions.results.budget import full_list, total
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.days import DAYS, live
from tests.sessions.worlds import doors_open, session

AT = dt.datetime(2026, 5, 1, 10, tzinfo=dt.UTC)
ASKS = [Ask(), Ask("question", 1), Ask("check"), Ask("step-out"), Ask("ballot")]


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_any_day_written_down_and_read_back_adds_up_to_the_live_state(orders):
    world = live(orders)
    read = [msgspec.convert(msgspec.json.decode(msgspec.json.encode(one)), Stamped) for one in world.history]
    assert fold(read) == world.state


@given(
    st.lists(
        st.tuples(
            st.integers(1, 6),
            st.sampled_from(["A01", "A02"]),
            st.sampled_from(["c1", "c2"]),
            st.integers(1, 5),
        ),
        max_size=30,
    )
)
def test_a_run_of_answers_adds_up_as_one_by_one_in_the_same_order_of_seats(given_answers):
    state = doors_open(session()).state
    run = [
        Stamped(AT, Answered(seat, ref, criterion, score(value), f"s{n}", n))
        for n, (seat, ref, criterion, value) in enumerate(given_answers)
    ]
    whole, stepwise = fold(run, state), reduce(evolve, run, state)
    assert whole == stepwise
    for ref in whole.scoring:
        assert [(seat, list(sheet)) for seat, sheet in whole.scoring[ref].cells.items()] == [
            (seat, list(sheet)) for seat, sheet in stepwise.scoring[ref].cells.items()
        ]


@given(DAYS)
@settings(max_examples=150, deadline=None)
def test_every_moment_of_any_day_can_be_drawn(orders):
    world = doors_open(session())
    for order in orders:
        world = world.when(order(world))
        poster(world.state, world.clock, Outside())
        for seat in world.state.seats:
            for ask in ASKS:
                page(world.state, seat, world.clock, ask, Mine())


@given(DAYS)
@settings(max_examples=100, deadline=None)
def test_no_list_of_decisions_spends_more_than_the_pot(orders):
    world = live(orders)
    assert total(world.state.plan.decisions) <= world.state.model.pot
    assert total(full_list(world.state)) <= world.state.model.pot


VALUE = st.one_of(
    st.integers(1, 5).map(score), st.sampled_from([Answer(Kind.CANT_SAY), Answer(Kind.NOT_APPLICABLE)])
)


@given(
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["c1", "c2"]), VALUE, VALUE), max_size=20),
    st.sets(st.integers(1, 6)),
    st.sampled_from([Phase.SCORE, Phase.CLOSED]),
)
@settings(max_examples=150, deadline=None)
def test_until_the_reveal_wall_and_other_phones_are_the_same_whatever_was_answered(
    given_answers, handed, until
):
    def after(pick):
        world = doors_open(session()).press_until(Phase.SCORE)
        for n, (seat, key, *values) in enumerate(given_answers):
            world = world.when(c.GiveAnswer(seat, "A01", key, values[pick], f"id{n}", n))
        for seat in sorted(handed):
            world = world.when(c.HandIn(seat, "A01"))
        return world.press_until(until)

    one, other = after(0), after(1)
    assert one.state.plan.phase in SECRET
    assert poster(one.state, one.clock, Outside()) == poster(other.state, other.clock, Outside())
    changed = {seat for seat, _key, first, second in given_answers if first != second}
    for seat in set(one.state.seats) - changed:
        for ask in ASKS:
            assert page(one.state, seat, one.clock, ask, Mine()) == page(
                other.state, seat, other.clock, ask, Mine()
            )


def test_no_event_can_hold_a_ballots_value():
    """A round opens with seats and closes with counts; nothing else about ballots is ever written."""
    from sessions import events

    about_rounds = {name for name in dir(events) if name.startswith("Round")}
    assert about_rounds == {"RoundOpened", "RoundClosed", "RoundVoided"}
    assert set(events.RoundOpened.__struct_fields__) == {"application", "round", "electorate"}
    assert set(events.RoundClosed.__struct_fields__) == {
        "application", "round", "eligible", "outcome", "counts", "cant_say", "cast", "reasons", "unread",
        "absent", "slips_of",
    }  # fmt: skip
