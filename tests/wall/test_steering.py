"""What the facilitator steers with at the wall: the agenda, time, a holding slide, the register, corrections."""

import datetime as dt

from msgspec.structs import replace

from screens.wall.dialogs.pick import Pick
from sessions import commands as c
from sessions import events as e
from sessions.model.answers import Source, score
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import Step, StepKind
from sessions.state import Cell, Conflict, ScoringState, Timing
from tests.wall.posters import NOW
from tests.wall.rooms import table

MINUTE = dt.timedelta(minutes=1)


def at_a01(phase=Phase.INTRODUCE, **plan):
    state = table(phase, began=NOW, since=NOW, visited=frozenset({"welcome", "A01"}), **plan)
    rest = Step("rest", StepKind.BREAK, 10)
    return replace(state, steps=(*state.steps[:2], rest, *state.steps[2:]))


def scored():
    cells = {2: {"reach": Cell(score(4), "id", 1, Source.PHONE)}}
    shown = ScoringState(electorate=(1, 2, 3), cells=cells, revealed=True)
    return replace(at_a01(Phase.TALK), scoring={"A01": shown})


async def choose(it, words):
    """Go to the line that says this, and pick it."""
    lines = it.app.screen.lines if isinstance(it.app.screen, Pick) else []
    place = next(at for at, line in enumerate(lines) if words in line.words)
    here = it.app.screen.query_one("OptionList").highlighted
    await it.press(*["down" if place > here else "up"] * abs(place - here), "enter")


async def ask(it, name):
    await it.app.action_ask(name)
    await it.settle()


async def test_the_agenda_says_where_we_are_and_when_each_line_is_expected(wall):
    async with wall("introduce", state=at_a01()) as it:
        await it.press("m")
        rows = [row.strip(" ┃") for row in it.rows]
        assert any(row.startswith("Warm Welcome Lunches") and row.endswith("we are here") for row in rows)
        assert any(row.startswith("A break") and row.endswith("11:17 · 10 min") for row in rows)


async def test_the_agenda_goes_to_another_line(wall):
    async with wall("introduce", state=at_a01()) as it:
        await it.press("m")
        await choose(it, "Tea and Tablets")
        await choose(it, "Go there now")
        assert it.room.done == [c.JumpTo(it.room.position(), "A02")]


async def test_where_a_break_would_be_left_out_it_asks_and_keeps_the_break_unless_told(wall):
    for answer, done in (("Keep the break", []), ("Leave the break out", [True])):
        async with wall("introduce", state=at_a01()) as it:
            it.room.refusals = [Refused(No.ASK_AGAIN_BREAK, n=1)]
            await it.press("m")
            await choose(it, "A break")
            await choose(it, "Leave it out")
            assert "People need their rest." in it.text
            await choose(it, answer)
            assert [order.sure for order in it.room.done] == done


async def test_where_some_nobody_scored_would_be_left_out_it_asks_and_stays_unless_told(wall):
    for answer, done in (("Stay here", []), ("Leave them out", [True])):
        async with wall("introduce", state=at_a01()) as it:
            it.room.refusals = [Refused(No.ASK_AGAIN_UNSCORED, n=2)]
            await it.press("m")
            await choose(it, "Tea and Tablets")
            await choose(it, "Go there now")
            assert "nobody has scored (2)" in " ".join(it.text.split())
            await choose(it, answer)
            assert [order.sure for order in it.room.done] == done


async def test_a_line_is_moved_and_a_break_put_after_it(wall):
    async with wall("introduce", state=at_a01()) as it:
        here = it.room.position()
        for line, way in (
            ("A break", "one place later"),
            ("Tea and Tablets", "one place earlier"),
            ("Tea and Tablets", "Put a break after it"),
            ("Warm Welcome", "Put a break after it"),
        ):
            await it.press("m")
            await choose(it, line)
            await choose(it, way)
        assert it.room.done == [
            c.MoveStep(here, "rest", "A02"),
            c.MoveStep(here, "A02", "A01"),
            c.AddStep(here, StepKind.BREAK, 10, after="A02"),
            c.AddStep(here, StepKind.BREAK, 10, after="A01"),
        ]
        assert it.said == "The agenda is changed. z takes it back."


async def test_what_is_past_can_only_be_gone_to(wall):
    async with wall("introduce", state=at_a01()) as it:
        await it.press("m")
        await choose(it, "Welcome")
        assert [line.key for line in it.app.screen.lines] == ["go"]


async def test_a_list_is_put_into_an_agenda_without_one_from_m_and_by_its_name(wall):
    without = replace(at_a01(), steps=tuple(one for one in at_a01().steps if one.kind is not StepKind.BUDGET))
    async with wall("introduce", state=without) as it:
        await it.press("m")
        await choose(it, "Tea and Tablets")
        await choose(it, "Put the list in")
        await ask(it, "put_list")
        assert it.room.done == [c.PutList(it.room.position())] * 2
    async with wall("introduce", state=at_a01()) as it:
        await it.press("m")
        await choose(it, "Tea and Tablets")
        assert "list" not in [line.key for line in it.app.screen.lines]


async def test_a_word_to_everybody_is_put_into_the_agenda(wall):
    async with wall("introduce", state=at_a01()) as it:
        await it.press("m")
        await choose(it, "Tea and Tablets")
        await choose(it, "Put a word")
        await it.press(*"fire", "enter")
        assert it.room.done == [c.AddStep(it.room.position(), StepKind.NOTE, 5, "fire", after="A02")]


async def test_the_first_ones_are_looked_at_again(wall):
    async with wall("introduce", state=at_a01()) as it:
        await ask(it, "look_again")
        assert it.room.done == [c.LookAgain(it.room.position())]


def late():
    """Ten minutes late, because the welcome took twenty."""
    timings = (
        Timing("welcome", Phase.NOTE, 10, NOW - 20 * MINUTE, NOW),
        Timing("A01", Phase.INTRODUCE, 1, NOW),
    )
    return replace(at_a01(), timings=timings)


async def test_how_late_we_are_is_said_when_asked_for_and_the_rest_re_timed_if_wished(wall):
    async with wall("introduce", state=late()) as it:
        assert "late" not in it.text
        await it.press("l")
        assert "We are 20 minutes late" in it.text
        await choose(it, "Re-time the rest")
        (order,) = it.room.done
        assert "rest" not in order.minutes
        assert it.said == "The rest of the day has new times. z takes them back."


async def test_nothing_to_save_is_nothing_to_offer(wall):
    async with wall("introduce", state=replace(late(), steps=late().steps[:2])) as it:
        await it.press("l")
        assert [line.key for line in it.app.screen.lines] == ["no"]


async def test_a_forgotten_start_is_put_right(wall):
    async with wall("introduce", state=at_a01()) as it:
        await ask(it, "began")
        await it.press("enter")
        assert it.room.done == [c.MoveStart(it.room.position(), 2)]


async def test_the_room_is_held_with_words_that_are_there_or_ones_own(wall):
    async with wall("introduce", state=at_a01()) as it:
        await ask(it, "hold")
        await it.press("enter")
        await ask(it, "hold")
        await choose(it, "Something else")
        await it.press(*"tea", "enter")
        assert it.room.done == [c.Hold("One moment, please"), c.Hold("tea")]


async def test_a_conflict_is_declared_before_its_application_is_in_hand(wall):
    async with wall("notice", state=table(Phase.NOTE, step=0)) as it:
        await it.press("x")
        await choose(it, "Tea and Tablets")
        await it.press("enter", "enter")
        assert it.room.done == [c.StepOut(1, "A02")]


async def test_the_register_is_signed_off_and_the_wall_says_how_many_never_who(wall):
    state = replace(table(Phase.NOTE, step=0), conflicts={(2, "A01"): Conflict(2, "A01", e.Declared.BEFORE)})
    async with wall("notice", state=state) as it:
        await ask(it, "register")
        assert "Lines in the register: 1" in it.text
        assert "Seat 2" not in it.text
        await it.press("down", "enter")
        assert it.room.done == [c.SignRegister(e.Signing.START)]


async def test_at_the_end_the_register_is_signed_off_again(wall):
    async with wall("talk", state=scored()) as it:
        await ask(it, "register")
        await it.press("down", "enter")
        assert it.room.done == [c.SignRegister(e.Signing.END)]


async def correcting(it):
    await ask(it, "correct")
    await choose(it, "Seat 2")
    await choose(it, "Warm Welcome Lunches")
    await choose(it, "Will this reach")


async def test_a_score_is_corrected_with_a_reason_and_no_value_is_ever_on_the_wall(wall):
    async with wall("introduce", state=scored()) as it:
        await correcting(it)
        empty = it.text
        await it.press("2")
        assert "Second reading" in it.text
        assert it.text.count("2") == empty.count("2")
        await it.press("2", *"misread", "enter")
        assert it.room.done == [c.Correct(2, "A01", "reach", score(2), "misread")]
        assert it.said == "The score is corrected. The panel is told why when the day closes."


async def test_a_question_is_corrected_under_its_number_on_the_slip(wall):
    async with wall("introduce", state=scored()) as it:
        await ask(it, "correct")
        await choose(it, "Seat 2")
        await choose(it, "Warm Welcome Lunches")
        second = it.room.state.model.criteria[1].question
        await choose(it, second[:20])
        assert f"2 {second[:20]}" in it.text
        await it.press("2", "3")
        assert "differ at question 2." in it.text


async def test_the_card_for_correcting_is_the_same_whatever_was_given(wall):
    seen = []
    for value in (1, 5):
        cells = {2: {"reach": Cell(score(value), "id", 1, Source.PHONE)}}
        shown = ScoringState(electorate=(1, 2, 3), cells=cells, revealed=True)
        async with wall("introduce", state=replace(scored(), scoring={"A01": shown})) as it:
            await correcting(it)
            seen.append(it.text)
    assert seen[0] == seen[1]


async def test_while_nothing_is_closed_there_is_nothing_to_correct(wall):
    async with wall("scoring", state=at_a01(Phase.SCORE)) as it:
        await ask(it, "correct")
        assert it.said == "No scores are closed yet, so there is nothing to correct."


async def test_once_the_list_is_confirmed_v_sets_it_aside_with_a_reason(wall):
    state = replace(table(Phase.CONFIRMED, step=3), confirmed=True)
    async with wall("budget", state=state) as it:
        await it.press("v", *"sum", "enter")
        assert it.room.done == [c.ReopenList("sum")]


async def test_taking_a_step_back_is_said(wall):
    async with wall("introduce", state=at_a01()) as it:
        await it.press("z")
        assert it.said == "The last step is taken back. Every answer is kept."


async def test_what_was_done_by_hand_has_a_page_of_its_own_at_the_end(wall):
    async with wall("closing-by-hand") as it:
        assert "A ballot was set aside" not in it.text
        assert "more ↓" in it.text
        await it.press("down")
        assert "A ballot was set aside · Warm Welcome Lunches" in it.text
        assert "We had not understood the question." in it.text
