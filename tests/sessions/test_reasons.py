"""Reasons beside a closed ballot: shown as a batch, hidden one by one, told apart in what leaves the room."""

from msgspec.json import encode

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.decide.anonymous import may_differ
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.secret.ballot_box import BallotBox
from sessions.views.desk.choice_lists import reasons
from sessions.views.record.account import record_view
from sessions.views.record.story import story
from sessions.views.shapes import written
from tests.sessions.worlds import World, doors_open, session

SPLIT = c.Tally((2, 0, 1, 0, 4), 0, ("A good budget.", "Only fools like it.", "Too dear."))


def told() -> World:
    return doors_open(session(seats=8)).press_until(Phase.BALLOT).press(tally=SPLIT)


def hidden() -> World:
    return told().when(c.HideReason("A01", 1, 1, "it was rude"))


def test_a_hidden_reason_is_an_event_with_its_why():
    hidden().then(e.ReasonHidden("A01", 1, 1, "it was rude"))


def test_hiding_needs_a_why_and_a_reason_that_is_there():
    told().when(c.HideReason("A01", 1, 1, "")).then_refused(No.WHY_NEEDED)
    told().when(c.HideReason("A01", 1, 3, "rude")).then_refused(No.NO_SUCH_REASON)
    told().when(c.HideReason("A01", 2, 0, "rude")).then_refused(No.NO_SUCH_REASON)
    assert hidden().when(c.HideReason("A01", 1, 1, "again")).happened == ()


def test_each_ballot_keeps_its_own_reasons():
    again = told().press().press().press(tally=c.Tally((0, 0, 1, 0, 6), 0, ("I see it now.",)))
    assert [batch.texts for batch in written(again.state, "A01")] == [SPLIT.reasons, ("I see it now.",)]


def test_what_was_hidden_leaves_the_room_in_no_export():
    state = hidden().state
    left = encode((record_view(state, codes={n: f"m{n}" for n in state.seats}), story(state)))
    assert b"fools" not in left
    assert b"A good budget." in left
    assert story(state).applications[0].reasons_hidden == "One reason was hidden; the record says why."


def test_other_views_are_told_apart_from_the_reasons_and_never_in_public():
    world = told().after(e.MinorityRecorded("A01", ("It was brave.", "Mind your own.")))
    state = world.when(c.HideReason("A01", 0, 1, "rude")).state
    codes = {n: f"m{n}" for n in state.seats}
    rows = record_view(state, codes=codes).reasons
    assert (rows[-1].said, rows[-1].reasons, rows[-1].hidden) == ("differently", ("It was brave.",), 1)
    assert story(state).applications[0].differing == ("It was brave.",)
    assert b"brave" not in encode((record_view(state, codes=codes, public=True), story(state, public=True)))
    assert b"Mind your own" not in encode((record_view(state, codes=codes), story(state)))


def test_the_audit_finds_a_hidden_reason_that_never_was():
    world = told()
    assert audit(hidden().history) is None
    for odd in (
        e.ReasonHidden("A01", 1, 7, "x"),
        e.ReasonHidden("A01", 1, 0, ""),
        e.ReasonHidden("A01", 9, 0, "x"),
    ):
        assert audit(world.after(odd).history) == len(world.history)


def test_other_views_can_be_hidden_where_they_are_shown():
    for phase in (Phase.CLOSING, Phase.THANKS):
        world = (
            told().after(e.MinorityRecorded("A01", ("It was brave.", "Mind your own."))).press_until(phase)
        )
        assert [one.text for one in reasons(world.state)] == ["It was brave.", "Mind your own."]
        rude = reasons(world.state)[1]
        world = world.when(c.HideReason(rude.application, rude.round, rude.place, "it was rude"))
        assert world.refused is None
        assert [one.text for one in reasons(world.state)] == ["It was brave."]


def test_paper_and_members_gone_home_hide_nobody_who_writes_another_view():
    split = c.Tally((0, 0, 0, 0, 6), 0)
    world = doors_open(session(seats=6)).press_until(Phase.DECISION, tally=split)
    assert may_differ(world.state, 1)
    five = world.when(c.LeaveEarly(6))
    assert five.refused is None
    assert may_differ(five.state, 1)
    four = five.when(c.TakePaperSeat(5))
    assert four.refused is None
    assert not any(may_differ(four.state, seat) for seat in four.state.seats)


def test_slips_do_not_make_enough_of_us_for_reasons_to_be_kept():
    for phones, kept in ((4, ()), (5, ("A good budget.",))):
        box = BallotBox("A01", 1)
        for seat in range(1, phones + 1):
            box.put(seat, 4)
        box.add_reason(1, "A good budget.")
        box.paper = c.Tally((0, 0, 0, 0, 3), 0)
        assert box.tally(5, range(1, phones + 4)).reasons == kept
