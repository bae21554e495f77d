"""Who is out and who may come back; the register signed off; what is corrected or set aside only with a reason."""

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import score
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record import record_view
from sessions.views.wall.current_poster import Outside, poster
from tests.sessions.clocked import AGREED, SHORT, arriving, time
from tests.sessions.worlds import scored, scoring_open


def out_of(ref):
    return arriving(SHORT).when(c.StepOut(2, ref)).at("10:10").on_to("A01").at("10:25").on_to("A02")


def told(world, seat):
    return page(world.state, seat, world.clock, Ask(), Mine()).message


def test_whoever_was_out_may_come_back_and_is_told_on_the_phone_alone():
    world = out_of("A01")
    conflict = world.state.conflicts[2, "A01"]
    assert (conflict.stepped_out, conflict.came_back) == (time("10:10"), time("10:25"))
    assert told(world, 2) == "You can come back in now. Thank you for stepping out."
    assert told(world, 1) == ""
    wall = poster(world.state, world.clock, Outside())
    assert wall.stepping_out == "One of us who stepped out may come back."


def test_whoever_is_out_of_the_next_one_too_is_not_called_back():
    world = out_of("A01").when(c.StepOut(2, "A02"))
    assert told(world, 2) == ""
    assert "come back" not in poster(world.state, world.clock, Outside()).stepping_out


def test_a_step_taken_back_takes_the_coming_back_with_it():
    world = out_of("A01")
    back = world.at("10:26").when(c.Undo(world.state.plan.position))
    conflict = back.state.conflicts[2, "A01"]
    assert (conflict.stepped_out, conflict.came_back) == (time("10:10"), None)


def test_a_score_set_aside_once_shown_stays_aside_whatever_is_in_hand():
    world = scored(dict.fromkeys(range(1, 7), 3)).press_until(Phase.REVEAL).when(c.StepOut(2, "A01"))
    again = world.when(c.JumpTo(world.state.plan.position, world.state.step.key))
    next_one = world.press_until(Phase.DECISION, tally=AGREED).press_until(Phase.READ)
    assert next_one.state.application == "A02"
    for later in (again, next_one):
        back = later.when(c.ComeBack(2, "A01", sure=True))
        back.then_refused(No.NOT_NOW)
        assert 2 not in back.state.scoring["A01"].sheets


def test_the_register_is_signed_off_at_the_start_and_at_the_end_and_told_in_the_record():
    world = (
        arriving(SHORT)
        .when(c.StepOut(2, "A01"))
        .at("10:10")
        .on_to("A01")
        .when(c.SignRegister(e.Signing.START))
    )
    world.then(e.RegisterSigned(e.Signing.START, 1))
    assert world.when(c.SignRegister(e.Signing.START)).happened == ()
    world.when(c.SignRegister(e.Signing.END)).then_refused(No.NOT_NOW)

    world = world.on_to("closing").at("11:50")
    world.when(c.SignRegister(e.Signing.START)).then_refused(No.NOT_NOW)
    world = world.when(c.SignRegister(e.Signing.END))
    codes = {seat: f"M{seat}" for seat in world.state.seats}
    signed = record_view(world.state, codes=codes).session.register
    assert [(one.when, one.conflicts) for one in signed] == [("start", 1), ("end", 1)]


def test_a_confirmed_list_is_set_aside_only_with_a_reason_and_the_panel_is_told():
    world = arriving(SHORT).on_to("closing")
    assert world.state.confirmed
    world.when(c.ReopenList("")).then_refused(No.WHY_NEEDED)
    world = world.when(c.ReopenList("We forgot the smallest one."))
    assert not world.state.confirmed
    assert world.state.plan.phase is Phase.BUDGET
    last = world.state.interventions[-1]
    assert (last.what, last.why) == ("list-reopened", "We forgot the smallest one.")
    again = world.press(tally=AGREED)
    assert again.state.confirmed
    assert again.press().state.step.key == "closing"


def test_a_score_is_not_corrected_while_scoring_could_still_be_opened_again():
    opened = scoring_open().answer(1, 4)
    order = c.Correct(1, "A01", "c1", score(2), "misread")
    opened.when(order).then_refused(No.SCORING_OPEN)
    undone = opened.when(c.Undo(opened.state.plan.position))
    assert undone.state.plan.phase is Phase.READ
    undone.when(order).then_refused(No.SCORING_OPEN)
    assert scored({1: 4}).press().when(order).refused is None


def test_staff_cannot_key_a_slip_over_what_a_member_gave_on_a_phone():
    world = scoring_open().answer(1, 4)
    slip = c.KeySlip(1, "A01", {"c1": score(1)}, "slip")
    world.when(slip).then_refused(No.THEIR_OWN)
    assert world.when(c.TakePaperSeat(1)).when(slip).refused is None
