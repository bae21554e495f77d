"""What the record tells of interviews: every question, how long, what differed; and never whose turn it was."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.audit import audit
from sessions.model.decisions import Decision, Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No
from sessions.model.session import Standing, StepKind
from sessions.plan.day_load import phase_minutes, planned_minutes
from sessions.views.record import record_view, story
from sessions.views.record.interviews import interviews_story
from sessions.views.record.letters import letters
from tests.sessions.meeting import QUESTIONS, at, interview, onward, stage
from tests.sessions.worlds import World, doors_open

CODES = {n: f"code{n}" for n in range(1, 8)}


def rows(world, **more):
    return record_view(world.state, codes=CODES, **more).interviews


def to_the_budget(world: World) -> World:
    while world.state.plan.phase is not Phase.BUDGET:
        world = onward(world)
    return world


def test_one_row_a_question_and_one_for_theirs():
    made = rows(to_the_budget(doors_open(stage(applications=2))))
    assert [(row.application, row.question) for row in made] == [
        (ref, question) for ref in ("A01", "A02") for question in (*QUESTIONS, "Their questions to us")
    ]
    ours = [row.planned_minutes for row in made[:3]]
    assert sum(ours) == phase_minutes(45, StepKind.INTERVIEW)[Phase.INTERVIEW_ASK]
    assert max(ours) - min(ours) <= 1


def test_where_nobody_came_what_was_written_is_scored_and_nobody_is_said_to_have_been_met():
    """One at which nobody came, waited for in vain with the wall saying welcome, and one that was held."""
    world = at(Phase.INTERVIEW_GUESTS, stage(applications=2)).when(c.NobodyCame())
    assert world.refused is None
    assert world.state.plan.phase is Phase.READ
    assert not world.state.guests_in
    planned = phase_minutes(45, StepKind.INTERVIEW)[Phase.INTERVIEW_NOTES]
    assert planned_minutes(world.state, world.state.plan.step, Phase.READ) == planned
    assert interviews_story(world.state, public=False).lines == (), "it is not scored yet"
    world = to_the_budget(world)
    assert {row.application for row in rows(world)} == {"A02"}
    lines = interviews_story(world.state, public=True).lines
    assert lines[0] == "We met one applicant."
    title = world.state.model.called("A01")
    assert lines[-1] == f"Nobody came to be met about {title}. We scored what was written."
    world = world.press().press()
    assert world.state.confirmed
    first, second = letters(world.state)
    assert ["coming to talk" in one.body for one in (first, second)] == [False, True]
    assert ["scored it" in one.body for one in (first, second)] == [True, True]
    assert audit(world.history) is None


@pytest.mark.parametrize("phase", [Phase.INTERVIEW_ASK, Phase.INTERVIEW_NOTES, Phase.SCORE, Phase.TALK])
def test_once_a_question_was_asked_nobody_can_be_said_not_to_have_come(phase):
    at(phase).when(c.NobodyCame()).then_refused(No.NOT_NOW)


def test_it_can_be_taken_back_when_they_come_after_all():
    world = at(Phase.INTERVIEW_QUESTIONS).when(c.NobodyCame())
    world = world.when(c.Undo(world.state.plan.position))
    assert world.state.plan.phase is Phase.INTERVIEW_QUESTIONS
    world = to_the_budget(world)
    assert not any("Nobody came" in line for line in interviews_story(world.state, public=False).lines)


def test_what_was_scored_on_the_same_day_is_not_scored_again_for_nobody():
    world = at(Phase.INTERVIEW_QUESTIONS, stage(before=True))
    world.when(c.NobodyCame()).then_refused(No.NOT_NOW)


def test_one_that_was_cut_short_was_planned_to_have_as_long_as_the_others():
    world = at(Phase.INTERVIEW_ASK, stage(applications=2), ref="A02")
    budget = next(step.key for step in world.state.steps if step.kind is StepKind.BUDGET)
    world = world.when(c.JumpTo(world.state.plan.position, budget, sure=True))
    lines = interviews_story(world.state, public=False).lines
    shared = phase_minutes(45, StepKind.INTERVIEW)
    minutes = shared[Phase.INTERVIEW_ASK] + shared[Phase.INTERVIEW_THEIRS]
    assert lines[0] == "We met 2 applicants. Not everybody was asked the same: see A02."
    assert lines[1] == f"Everybody was planned to have {minutes} minutes for our questions and theirs."
    told = {one.ref: one.met[0] for one in story(world.state).applications}
    assert all(words.endswith(f" {minutes} were planned.") for words in told.values())
    assert "1 of our 3 questions" in told["A02"]


def test_a_letter_thanks_those_who_came_and_nobody_else():
    world = to_the_budget(doors_open(stage(applications=2)))
    for ref in ("A01", "A02"):
        world = world.when(c.RecordDecision(ref, Decision(Verdict.NOT_NOW)))
    while not world.state.confirmed:
        world = world.press()
        assert world.refused is None, world.refused
    first, second = letters(world.state)
    assert "Thank you for coming to talk with us." in first.body
    unmet = letters(
        replace(world.state, timings=tuple(one for one in world.state.timings if not met_in(one)))
    )
    assert not any("coming to talk" in letter.body for letter in unmet)
    assert second.body


def met_in(timing) -> bool:
    return timing.phase in (Phase.INTERVIEW_ASK, Phase.INTERVIEW_THEIRS)


def test_a_turn_passed_on_and_further_questions_stand_with_their_question():
    world = at(Phase.INTERVIEW_ASK, stage(applications=1))
    world = world.when(c.PassTurn(world.state.plan.position))
    world = onward(world)
    world = world.when(c.AskFollowUp(world.state.plan.position)).when(
        c.AskFollowUp(world.state.plan.position)
    )
    made = rows(to_the_budget(world))
    assert [(row.asked_by_turn, row.follow_ups) for row in made] == [
        (False, 0),
        (True, 2),
        (True, 0),
        (False, 0),
    ]


def test_minutes_are_what_the_clock_said_less_a_break():
    world = at(Phase.INTERVIEW_ASK, stage(applications=1))
    world = world.when(c.TakeBreak())
    world = onward(onward(world))
    taken = rows(world)[0].minutes
    events = [
        one for one in world.history if isinstance(one.event, e.QuestionAsked | e.BreakTaken | e.BreakEnded)
    ]
    first, paused, back, second = events[-4:]
    assert taken == ((paused.at - first.at) + (second.at - back.at)) / dt.timedelta(minutes=1)


def test_one_that_still_runs_has_no_minutes_yet():
    assert rows(at(Phase.INTERVIEW_ASK))[-1].minutes is None
    assert rows(at(Phase.INTERVIEW_GUESTS)) == ()


def test_whose_turn_it_was_is_nowhere_in_what_is_told():
    """Two days that differ in nothing but who was drawn tell the same of interviews."""

    def told(seed):
        world = to_the_budget(doors_open(replace(stage(applications=2), seed=seed)))
        return rows(world), interviews_story(world.state, public=False)

    drawn = {
        tuple(
            one.asking
            for one in to_the_budget(doors_open(replace(stage(), seed=n))).state.plan.interviews.values()
        )
        for n in (1, 2, 3)
    }
    assert len(drawn) > 1
    assert told(1) == told(2) == told(3)


def test_the_decision_record_says_that_everybody_was_asked_the_same():
    told = story(to_the_budget(doors_open(stage(applications=2))).state)
    assert told.interviews.lines[0] == (
        "We met 2 applicants, and asked everybody the same questions, in the same order."
    )
    assert told.interviews.questions == QUESTIONS
    assert told.applications[0].met[0].startswith("We met them: 3 of our 3 questions and theirs, in ")


def test_what_differed_is_said():
    model = stage(applications=3)
    odd = interview(3, minutes=30, questions=("Only this?",))
    steps = tuple(odd if step.ref == "A03" else step for step in model.steps)
    told = story(to_the_budget(doors_open(replace(model, steps=steps))).state).interviews.lines
    assert told[0] == "We met 3 applicants. Not everybody was asked the same: see A03."
    assert told[1] == "Not everybody was planned to have the same minutes."


def test_a_session_without_interviews_tells_nothing_of_them():
    model = stage(applications=1)
    world = doors_open(replace(model, steps=tuple(step for step in model.steps if not step.ref)))
    assert rows(world) == ()
    assert story(world.state).interviews.lines == ()


@pytest.mark.parametrize("public", [True, False])
def test_one_that_was_withdrawn_is_told_to_staff_alone(public):
    world = to_the_budget(doors_open(stage(applications=2)))
    world = world.when(c.SetApplicationAside("A02", Standing.WITHDRAWN, "they said so"))
    assert world.refused is None
    refs = {row.application for row in rows(world, public=public)}
    assert refs == ({"A01"} if public else {"A01", "A02"})


def test_of_interviews_of_one_length_it_does_not_say_between():
    told = story(to_the_budget(doors_open(stage(applications=2))).state)
    [minutes] = {one.met[0].partition(", in ")[2].partition(".")[0] for one in told.applications}
    said = told.interviews.lines[-1]
    assert said.startswith("Each of them had ")
    assert said.removeprefix("Each of them had ").rstrip(".") == minutes
    assert not any("1 minutes" in line for line in (*told.interviews.lines, *told.applications[0].met))


def test_of_one_that_was_left_before_their_questions_it_does_not_say_that_theirs_were_heard():
    world = at(Phase.INTERVIEW_ASK, stage(applications=1))
    budget = next(step.key for step in world.state.steps if step.kind is StepKind.BUDGET)
    world = world.when(c.JumpTo(world.state.plan.position, budget, sure=True))
    assert world.refused is None
    [said, *_] = story(world.state).applications[0].met
    assert said.startswith("We met them: 1 of our 3 questions, in ")
    assert "We did not come to theirs." in said
