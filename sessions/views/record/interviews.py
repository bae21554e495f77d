"""Interviews told: what each applicant was asked, for how long, and what differed. Never a seat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from sessions.model.phases import Phase
from sessions.model.session import Step, StepKind
from sessions.plan.day_load import phase_minutes
from sessions.state import Interview, State, Timing, scores_of
from sessions.wording import say, say_many
from sessions.wording.enumerations import titles_said

_HUNDREDTH = Decimal("0.01")
_THEIRS = 0  # stands for the applicants' own questions, after all of ours


class InterviewRow(Struct, frozen=True):
    """A question of an interview, or the applicants' own; minutes to two decimals, empty for one that still runs.

    `asked_by_turn` says that the member drawn by lot asked it; where the turn was passed on, it is not.
    """

    application: str
    planned_minutes: int
    minutes: Decimal | None
    question: str
    asked_by_turn: bool
    follow_ups: int


class InterviewsStory(Struct, frozen=True):
    """All interviews together: in sentences, and what was asked; nothing where nobody was met."""

    lines: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def interview_rows(state: State, *, public: bool = False) -> tuple[InterviewRow, ...]:
    """Return one row a question that was come to, interviews in the order held; in public, of those decided on."""
    return tuple(
        row
        for step, interview in _held(state)
        if not public or state.model.set_aside(step.ref) is None
        for row in _rows(state, step, interview)
    )


def _held(state: State) -> Iterator[tuple[Step, Interview]]:
    for step in state.steps:
        interview = state.plan.interviews.get(step.key)
        if interview is not None and _timings(state, step, Phase.INTERVIEW_ASK):
            yield step, interview


def _timings(state: State, step: Step, phase: Phase) -> tuple[Timing, ...]:
    return tuple(one for one in state.timings if one.step == step.key and one.phase is phase)


def _rows(state: State, step: Step, interview: Interview) -> Iterator[InterviewRow]:
    ours = _timings(state, step, Phase.INTERVIEW_ASK)
    for number, question in enumerate(interview.questions, start=1):
        ran = tuple(one for one in ours if one.question == number)
        if ran:
            by_turn = bool(interview.asking) and number not in interview.passed
            yield _row(step, interview, number, question, ran, by_turn=by_turn)
    theirs = _timings(state, step, Phase.INTERVIEW_THEIRS)
    if theirs:
        row = say("interviews.theirs.row")
        yield _row(step, interview, _THEIRS, row, theirs, by_turn=False)


def _row(
    step: Step, interview: Interview, number: int, question: str, ran: tuple[Timing, ...], *, by_turn: bool
) -> InterviewRow:
    return InterviewRow(
        application=step.ref,
        planned_minutes=ran[0].planned,
        minutes=_minutes(ran),
        question=question,
        asked_by_turn=by_turn,
        follow_ups=interview.follow_ups.get(number, 0),
    )


def _minutes(ran: tuple[Timing, ...]) -> Decimal | None:
    """Add up how long something took, each time the room was at it; a break in between is not its time."""
    if any(one.ended is None for one in ran):
        return None
    whole = sum(((one.ended - one.started for one in ran if one.ended)), dt.timedelta())
    return (Decimal(round(whole.total_seconds())) / 60).quantize(_HUNDREDTH, ROUND_HALF_UP)


def interviews_story(state: State, *, public: bool) -> InterviewsStory:
    """Tell all the interviews together: whether everybody was treated alike, and what differed."""
    by_ref = _by_ref(interview_rows(state, public=public))
    alone = tuple(_nobody_came(state, public=public))
    if not by_ref:
        return InterviewsStory(alone)
    asked = {ref: _asked(rows) for ref, rows in by_ref.items()}
    usual = max(asked.values(), key=lambda one: (list(asked.values()).count(one), len(one)))
    unlike = [ref for ref, questions in asked.items() if questions != usual]
    n = len(by_ref)
    lines = [
        say("interviews.story.differ", n=n, refs=", ".join(unlike))
        if unlike
        else say_many("interviews.story.same", n)
    ]
    planned = {_planned(state, ref, rows) for ref, rows in by_ref.items()}
    if len(planned) == 1:
        lines.append(say("interviews.story.planned", minutes=planned.pop()))
    else:
        lines.append(say("interviews.story.planned-differ"))
    took = [_whole(rows) for rows in by_ref.values()]
    known = [one for one in took if one is not None]
    if len(known) > 1:
        lines.append(_told_minutes(min(known), max(known)))
    return InterviewsStory((*lines, *alone), usual)


def _nobody_came(state: State, *, public: bool) -> Iterator[str]:
    """Name the applications that were to be met and were read in place of that."""
    read = [
        step.ref
        for step in state.steps
        if step.kind is StepKind.INTERVIEW
        and scores_of(state, step.ref).revealed
        and _timings(state, step, Phase.READ)
        and not _timings(state, step, Phase.INTERVIEW_ASK)
        and not (public and state.model.set_aside(step.ref) is not None)
    ]
    if read:
        titles = titles_said([state.model.called(ref) for ref in read], most=len(read))
        yield say("interviews.story.nobody-came", titles=titles)


def _told_minutes(least: int, most: int) -> str:
    if least == most:
        return say_many("interviews.story.minutes-same", most)
    return say("interviews.story.minutes", least=least, most=most)


def _by_ref(rows: tuple[InterviewRow, ...]) -> dict[str, tuple[InterviewRow, ...]]:
    return {ref: tuple(row for row in rows if row.application == ref) for ref in _refs(rows)}


def _refs(rows: tuple[InterviewRow, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.application for row in rows))


def _asked(rows: tuple[InterviewRow, ...]) -> tuple[str, ...]:
    theirs = say("interviews.theirs.row")
    return tuple(row.question for row in rows if row.question != theirs)


def _met_in(state: State, ref: str) -> Step:
    return next(step for step in state.steps if step.ref == ref and step.kind is StepKind.INTERVIEW)


def _planned(state: State, ref: str, rows: tuple[InterviewRow, ...]) -> int:
    """Return the minutes an interview was planned to have, also for what the room did not come to."""
    step = _met_in(state, ref)
    if len(rows) > len(state.plan.interviews[step.key].questions):
        return sum(row.planned_minutes for row in rows)
    shared = phase_minutes(step.minutes, step.kind)
    return shared[Phase.INTERVIEW_ASK] + shared[Phase.INTERVIEW_THEIRS]


def _whole(rows: tuple[InterviewRow, ...]) -> int | None:
    """Return the minutes of one interview, whole ones; nothing for one that still runs."""
    if any(row.minutes is None for row in rows):
        return None
    return int(sum((row.minutes or Decimal() for row in rows), Decimal()).quantize(Decimal(1), ROUND_HALF_UP))


def interview_lines(state: State, ref: str) -> tuple[str, ...]:
    """Tell one application's interview; nothing where its applicants were not met."""
    rows = tuple(row for row in interview_rows(state) if row.application == ref)
    took = _whole(rows)
    if not rows or took is None:
        return ()
    interview = state.plan.interviews[_met_in(state, ref).key]
    planned = _planned(state, ref, rows)
    asked, of = len(_asked(rows)), len(interview.questions)
    key = "interviews.story.one" if len(rows) > asked else "interviews.story.ours-alone"
    lines = [say(key, asked=asked, of=of, minutes=say_many("interviews.story.took", took), planned=planned)]
    follow_ups = sum(row.follow_ups for row in rows)
    lines += [say_many("interviews.story.follow-ups", follow_ups)] if follow_ups else []
    passed = len(interview.passed)
    lines += [say_many("interviews.story.passed", passed)] if passed else []
    scoring = state.scoring.get(ref)
    before = scoring is not None and scoring.earlier is not None
    return (*lines, *((say("interviews.story.before"),) if before else ()))
