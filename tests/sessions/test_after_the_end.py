"""What is said once the day is over, on the wall, on phones and in letters, is so: worked out again from the record.

Days are drawn at random, sensible and not, and ended from wherever they came to: also without a confirmed list.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.model.answers import Kind
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.session import Consensus, Small
from sessions.model.text import money
from sessions.state import scores_of
from sessions.views.influence import how_it_was_shaped
from sessions.views.phone.current_page import Ask, Mine, page
from sessions.views.record.letters import letters
from sessions.views.wall.current_poster import Outside, poster
from sessions.wording import english
from tests.sessions.days import DAYS
from tests.sessions.test_claims import texts
from tests.sessions.worlds import doors_open, session

# worked out again, each in another way than the program's own


def talked(history, ref):
    """Say whether the room came to the talk about an application, by the events alone."""
    at, steps = "", {}
    for one in history:
        match one.event:
            case e.DoorsOpened(session=model):
                steps |= {step.key: step.ref for step in model.steps}
            case (
                e.StepAdded(step=step) | e.ApplicationAdded(step=step) | e.ApplicationBroughtBack(step=step)
            ) if step:
                steps[step.key] = step.ref
            case e.StepStarted(step=key):
                at = steps.get(key, "")
            case e.PhaseStarted(phase=Phase.TALK) if at == ref:
                return True
            case _:
                pass
    return False


def scorers(state, ref):
    """Count whose scores of it count in the end."""
    scoring = scores_of(state, ref)
    return sum(
        any(cell.answer.kind is Kind.SCORE for cell in cells.values())
        for seat, cells in scoring.cells.items()
        if seat in scoring.electorate and (seat, ref) not in state.conflicts
    )


def counted(state, ref):
    """Give what came of each ballot that counted, oldest first."""
    unknown = (None, Outcome.TOO_FEW)
    return [one.outcome for one in state.rounds.get(ref, ()) if not one.void and one.outcome not in unknown]


def confirmed(history):
    at = [one.event for one in history if isinstance(one.event, e.ListConfirmed | e.ListReopened)]
    return bool(at) and isinstance(at[-1], e.ListConfirmed)


# what is claimed


def check_the_last_pages(world):
    state, history = world.state, world.history
    wall = poster(state, world.clock, Outside())
    phones = [page(state, seat, world.clock, Ask(), Mine()) for seat in state.taken]
    for shown in (wall, *phones):
        said = " ".join(texts(shown))
        assert ("not confirmed" in said) is not confirmed(history)
        if "decided this together" in said:
            assert confirmed(history)
    for phone in phones:
        assert {title for title, _ in phone.decisions} == {
            state.model.called(one.ref) for one in state.model.every_application
        }


def check_letters(world):
    state, history = world.state, world.history
    for one in letters(state):
        gone = state.model.set_aside(one.application)
        if gone is not None:
            assert "scored it" not in one.body
            assert "talked about it" not in one.body
            continue
        decision = state.plan.decisions[one.application]
        found = re.search(r"(\d+|One) of us scored it", one.body)
        n = 0 if found is None else 1 if found[1] == "One" else int(found[1])
        assert n == (scorers(state, one.application) if scores_of(state, one.application).revealed else 0)
        if "alked about it" in one.body:
            assert talked(history, one.application)
        if "That is all you asked for" in one.body:
            assert decision.amount == state.model.application(one.application).asked
        if "not enough money left" in one.body:
            assert not decision.funded
        assert (money(decision.amount, state.model.currency) in one.body) or not decision.funded


def check_how_it_was_shaped(world):
    state = world.state
    seen = [one for one in state.model.applications if scores_of(state, one.ref).revealed]
    told = how_it_was_shaped(state).applications
    assert [title for title, _ in told] == [state.model.called(one.ref) for one in seen]
    for one, (_, lines) in zip(seen, told, strict=True):
        came, said = counted(state, one.ref), " ".join(lines)
        if "one ballot counted" in said:
            assert len(came) == 1
        if found := re.search(r"(\d+) ballots counted", said):
            assert len(came) == int(found[1])
        if "An earlier ballot said" in said:
            assert came[0] is not came[-1]
        if "Some of us saw it differently" in said:
            assert state.minority[one.ref]
        if "turned our first scores over" in said:
            assert scores_of(state, one.ref).cards_up
        if "We decided" in said:
            assert state.confirmed
            assert one.ref in state.plan.decisions


def ended(model, orders):
    """Live through a day and bring it to its end, by the quickest way or step by step."""
    world = doors_open(model)
    for order in orders:
        world = world.when(order(world))
    last = next(step.key for step in reversed(world.state.steps) if step.kind == "closing")
    for _ in range(200):
        if world.state.ended:
            return world
        jumped = world.when(c.JumpTo(world.state.plan.position, last, sure=True))
        world = jumped if jumped.refused is None and jumped.happened else world.press()
        if world.state.plan.phase is Phase.MORNING:
            for seat in world.state.seats:
                world = world.when(c.ComeAgain(seat))
        if world.refused is not None:
            return None  # an award that the money does not reach holds the list up, and so the day
    return None


def check(orders, seats, small):
    model = replace(session(seats=seats, applications=2), consensus=Consensus(small=small))
    world = ended(model, orders)
    if world is None:
        return
    check_the_last_pages(world)
    check_letters(world)
    check_how_it_was_shaped(world)


@settings(max_examples=25, deadline=None)
@given(orders=DAYS, seats=st.integers(2, 7), small=st.sampled_from(Small))
def test_what_is_said_once_any_day_is_over_is_so(orders, seats, small):
    check(orders, seats, small)


@pytest.mark.slow
@settings(max_examples=600, deadline=None)
@given(orders=DAYS, seats=st.integers(2, 7), small=st.sampled_from(Small))
def test_what_is_said_once_a_great_many_days_are_over_is_so(orders, seats, small):
    check(orders, seats, small)


def scored_and_ended(presses_at_end):
    """Score and decide one of two, and end it: with a list that was confirmed, or before one is."""
    world = doors_open(session(seats=6)).press_until(Phase.SCORE)
    for seat in range(1, 7):
        for one in world.state.model.criteria:
            world = world.answer(seat, 5, one.key)
    world = world.press_until(Phase.DECISION, tally=c.Tally((0, 0, 0, 0, 6), 0))
    return presses_at_end(world)


def test_a_list_that_was_never_confirmed_is_nowhere_called_decided_together():
    def at_once(world):
        last = world.state.steps[-1].key
        return world.when(c.JumpTo(world.state.plan.position, last, sure=True))

    closing = scored_and_ended(at_once)
    assert closing.state.plan.phase is Phase.CLOSING
    assert page(closing.state, 1, closing.clock, Ask(), Mine()).heading == "What we decided so far"
    over = closing.press()
    assert over.state.ended
    check_the_last_pages(over)
    whole = scored_and_ended(lambda world: world.press_until(Phase.THANKS))
    assert "You decided this together." in poster(whole.state, whole.clock, Outside()).lines
    check_the_last_pages(whole)


def test_a_letter_claims_no_talk_that_there_was_not():
    model = session(seats=6, applications=2)
    world = doors_open(model).press_until(Phase.SCORE)
    for seat in range(1, 7):
        world = world.answer(seat, 5)
    world = world.press_until(Phase.REVEAL)
    world = world.when(c.JumpTo(world.state.plan.position, "s4", sure=True)).press_until(Phase.BUDGET)
    world = world.press_until(Phase.CONFIRMED)
    for one in letters(world.state):
        assert ("alked about it" in one.body) is talked(world.history, one.application)


def test_each_of_the_sentences_checked_here_is_one_there_is():
    words = " ".join(english().values())
    for said in (
        "scored it", "talked about it", "That is all you asked for", "not enough money left", "one ballot counted",
        "ballots counted", "An earlier ballot said", "saw it differently", "turned our first scores over",
        "We decided", "not confirmed", "decided this together",
    ):  # fmt: skip
        assert said in words, said
