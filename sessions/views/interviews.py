"""An interview as wall and phones show it. While guests are in, nothing here knows of any other application."""

from __future__ import annotations

import datetime as dt

from sessions.decide.interviews import may_pass, whose_turn
from sessions.evolve.interviews import who_will_ask
from sessions.model.phases import Phase
from sessions.plan.day_load import planned_minutes
from sessions.state import Interview, State
from sessions.views.frame import countdown
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.views.wall import posters
from sessions.wording import say, say_many


def _interview(state: State) -> Interview:
    assert state.interview is not None  # the phase is one of an interview's
    return state.interview


def _title(state: State) -> str:
    return state.model.application(state.application).title


# the wall


def questions_poster(state: State, bands: posters.Frame) -> posters.Listing:
    """Show what is asked and by whom, before guests come in."""
    interview = _interview(state)
    asks = [say("interviews.asks", seat=seat) for seat in who_will_ask(state)]
    asks += [""] * (len(interview.questions) - len(asks))
    minutes = planned_minutes(state, state.plan.step, Phase.INTERVIEW_ASK)
    same = (say("interviews.ours.same", minutes=minutes), say("interviews.ours.turn"))
    lines = same if interview.questions else (say("interviews.ours.none"),)
    written = [(text, say("interviews.ours.written")) for text in state.questions.get(state.application, ())]
    earlier = [(text, say("interviews.ours.earlier")) for text in _asked_before(state)]
    rows = (*zip(interview.questions, asks, strict=True), *written, *earlier)
    return posters.Listing(bands, say("interviews.ours"), rows, lines, numbered=False)


def _asked_before(state: State) -> tuple[str, ...]:
    """Return what we would ask as it was written at the stages before, the first one first."""
    about_it = (stage.about(state.application) for stage in state.model.before)
    return tuple(text for one in about_it if one is not None for text in one.questions)


def guests_poster(state: State, bands: posters.Frame) -> posters.Notice:
    """Bid our guests welcome, and say what comes."""
    n = len(_interview(state).questions)
    minutes = planned_minutes(state, state.plan.step, Phase.INTERVIEW_ASK)
    lines = (
        say("interviews.welcome.thanks", title=_title(state)),
        *((say_many("interviews.welcome.questions", n, minutes=minutes),) if n else ()),
        say("interviews.welcome.yours"),
    )
    return posters.Notice(bands, say("interviews.welcome"), lines)


def asking_poster(state: State, now: dt.datetime, bands: posters.Frame) -> posters.Asking:
    """Show one question, with one quiet countdown for all of them."""
    turn = whose_turn(state)
    line = say("interviews.turn", seat=turn) if turn else say("interviews.turn-nobody")
    return posters.Asking(
        bands, _number(state), _question(state), (line,), countdown(state, now), may_pass(state)
    )


def _number(state: State) -> str:
    return say("interviews.question", n=state.plan.question, of=len(_interview(state).questions))


def _question(state: State) -> str:
    return _interview(state).questions[state.plan.question - 1]


def theirs_poster(state: State, now: dt.datetime, bands: posters.Frame) -> posters.Asking:
    """Return our guests time to ask."""
    return posters.Asking(
        bands, say("interviews.theirs"), say("interviews.theirs.ask"), (), countdown(state, now)
    )


def goodbye_poster(state: State, bands: posters.Frame) -> posters.Notice:
    """Thank our guests, and promise no more than is so."""
    lines = (say("interviews.goodbye.thanks", title=_title(state)), say("interviews.goodbye.then"))
    return posters.Notice(bands, say("interviews.goodbye"), lines)


def notes_poster(state: State, now: dt.datetime, bands: posters.Frame) -> posters.Reading:
    """Return quiet time for notes, once they have gone."""
    lines = (say("interviews.notes.write"), say("interviews.notes.yours"))
    return posters.Reading(bands, say("interviews.notes"), lines, countdown(state, now))


# phones


def interview_page(state: State, seat: int) -> p.InterviewPage:
    """Show a member what is asked, and whether it is their turn."""
    interview, phase = _interview(state), state.plan.phase
    known = about(state, state.application)
    turn = bool(seat) and whose_turn(state) == seat
    return p.InterviewPage(
        heading=_title(state) if state.guests_in else say("interviews.ours"),
        caption=_part(state) if state.guests_in else "",
        lines=_lines(state, seat, turn=turn),
        hints=_hints(state, seat, turn=turn),
        questions=interview.questions if phase is Phase.INTERVIEW_QUESTIONS else (),
        about=known,
        my_turn=turn,
        may_pass=turn and may_pass(state),
        may_step_out=phase is Phase.INTERVIEW_QUESTIONS,
    )


_PARTS = {
    Phase.INTERVIEW_GUESTS: "interviews.welcome",
    Phase.INTERVIEW_THEIRS: "interviews.theirs.row",
    Phase.INTERVIEW_GOODBYE: "interviews.goodbye",
}


def _part(state: State) -> str:
    key = _PARTS.get(state.plan.phase)
    return say(key) if key else _number(state)


def _lines(state: State, seat: int, *, turn: bool) -> tuple[str, ...]:
    interview, phase, number = _interview(state), state.plan.phase, state.plan.question
    mine = [n for n, one in enumerate(who_will_ask(state), start=1) if one == seat]
    if phase is Phase.INTERVIEW_ASK:
        following = (say("interviews.phone.next"),) if number + 1 in mine else ()
        return (_question(state), *(() if turn else (_asker(state),)), *following)
    if phase is Phase.INTERVIEW_THEIRS:
        return (say("interviews.phone.theirs"),)
    if phase is Phase.INTERVIEW_GOODBYE:
        return (say("interviews.phone.goodbye"),)
    if not mine:
        return (say("interviews.phone.none"),)
    if phase is Phase.INTERVIEW_QUESTIONS:  # its words stand in the list
        return tuple(say("interviews.phone.mine-listed", n=n) for n in mine)
    return tuple(say("interviews.phone.mine", n=n, question=interview.questions[n - 1]) for n in mine)


def _hints(state: State, seat: int, *, turn: bool) -> tuple[str, ...]:
    if turn:
        return (say("interviews.phone.turn"),)
    ahead = state.plan.phase in (Phase.INTERVIEW_QUESTIONS, Phase.INTERVIEW_GUESTS)
    return (say("interviews.phone.pass-ahead"),) if ahead and seat in who_will_ask(state) else ()


def _asker(state: State) -> str:
    turn = whose_turn(state)
    return say("interviews.turn", seat=turn) if turn else say("interviews.turn-nobody")


def screened(state: State, seat: int, way: str) -> p.Wait:
    """Stand before a page with other applications on it while guests can see it; `way` is where it lies."""
    return p.Wait(
        language=state.model.language,
        seat=seat,
        position=state.plan.position,
        heading=say("interviews.phone.open-title"),
        lines=(say("interviews.phone.open"), say("interviews.phone.open-what")),
        shows_others=way,
    )
