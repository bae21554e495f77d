"""The wall's poster for this moment. What is not put in here cannot be shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from sessions.model.phases import Phase
from sessions.model.session import LOOKS_AT_ONE
from sessions.state import State
from sessions.state.days import lines_today
from sessions.views.anonymous import confidence_poster, confidence_shown_poster, felt_shown_poster
from sessions.views.asking import answer_poster, question_poster
from sessions.views.cards_up import cards_up_poster
from sessions.views.changes import news
from sessions.views.days import done_so_far, morning_poster, night_poster
from sessions.views.earlier_scores import new_words
from sessions.views.frame import clock, countdown, frame
from sessions.views.interviews import (
    asking_poster,
    goodbye_poster,
    guests_poster,
    notes_poster,
    questions_poster,
    theirs_poster,
)
from sessions.views.learning import learning_poster
from sessions.views.place_names import coming_name, step_name
from sessions.views.wall import posters as p
from sessions.views.wall.application import (
    ballot,
    closed,
    deciding,
    introduce,
    outcome,
    reading,
    reveal,
    scoring,
    talk,
)
from sessions.views.wall.budget import budget, tie_ballot
from sessions.views.wall.closing import closing
from sessions.views.wall.confirmed import confirmed
from sessions.views.wall.poster_inputs import InBox, Laid
from sessions.views.workshop import agreed_poster, list_poster, weighing_poster, workshop_poster
from sessions.wording import say, say_many


class Outside(Struct, frozen=True):
    """What the wall shows that is not in the history: where phones connect, and how many ballots are in."""

    address: str = ""
    link: str = ""
    code: str = ""
    wifi_link: str = ""
    box: InBox = InBox()
    head: tuple[str, ...] = ()
    given: int = 0  # how many have given what is asked for without a name
    restarted: bool = False  # the laptop stopped while that was open
    questions_lost: bool = False  # it stopped where what we would ask was in its memory only
    laid: Laid = Laid()


def poster(state: State, now: dt.datetime, outside: Outside) -> p.AnyPoster:
    """Make the poster. `now` is aware; `outside` comes from the room."""
    bands = frame(state, now)
    if state.plan.pause and state.plan.pause.message:
        return p.Notice(bands, state.plan.pause.message, (say("steering.held.line"),))
    if state.plan.pause:
        return pause(state, now, bands, outside)
    return POSTERS[state.plan.phase](state, now, bands, outside)


def lobby(state: State, _now: dt.datetime, bands: p.Frame, outside: Outside) -> p.Lobby:
    """People arrive."""
    wifi = state.model.wifi
    return p.Lobby(
        bands,
        address=outside.address,
        link=outside.link,
        code=outside.code,
        here=len(state.here),
        seats=len(state.seats),
        wifi=wifi.name if wifi else "",
        wifi_link=outside.wifi_link,
        needed=_short_of(state),
    )


def _short_of(state: State) -> int:
    """Return how many must be here, where fewer are."""
    quorum = state.model.quorum
    return quorum if quorum > 1 and len(state.here) < quorum else 0


def _looked_at_today(state: State) -> str:
    """Say how many applications the present day looks at; of how many, where they are not all."""
    counted = {one.ref for one in state.model.applications}
    n = len({step.ref for step in lines_today(state) if step.kind in LOOKS_AT_ONE} & counted)
    if n and n < len(counted):
        return say("views.welcome.part", n=n, of=len(counted))
    return say_many("views.welcome.all" if n else "views.welcome.later", len(counted))


def notice(state: State, _now: dt.datetime, bands: p.Frame, _outside: Outside) -> p.Notice:
    """One heading and a few lines."""
    step = state.step
    kind = step.kind if step else "note"
    heading = (step.title if step else "") or say(f"views.step.{kind}")
    key = f"views.notice.{kind}"
    numbers = {"n": len(state.model.applications), "seats": len(state.here), "today": _looked_at_today(state)}
    lines = [line for line in say(key, **numbers).split("\n") if line]
    if kind == "welcome" and (need := _short_of(state)):
        lines.append(say("views.notice.need", here=len(state.here), n=need))
    if kind == "welcome":
        lines += filter(None, [new_words(state)])
    lines += filter(None, [news(state)])
    return p.Notice(bands, heading, tuple(lines))


def practice(state: State, _now: dt.datetime, bands: p.Frame, _outside: Outside) -> p.Practice:
    """The practice go."""
    tried = sum(seat.practised or seat.paper for seat in state.seats.values() if seat.here)
    return p.Practice(
        bands,
        say("views.practice.heading"),
        say("views.practice.question"),
        state.model.scale.words,
        tried,
        len(state.here),
    )


def pause(state: State, now: dt.datetime, bands: p.Frame, _outside: Outside) -> p.Pause:
    """A break: when to be back, how far we are, what comes next."""
    planned = countdown(state, now)
    heading = say("views.break.heading", at=clock(planned.until))
    if state.guests_in:  # how many there are, and which comes next, is no guest's business
        return p.Pause(bands, heading, planned, ())
    done, of = done_so_far(state), len(state.model.applications)
    lines = [say("views.break.done", done=done, of=of)] if done else []
    lines += filter(None, [news(state)])
    gone = state.model.set_aside(state.application) is not None
    following = step_name(state, state.plan.step) if state.plan.pause and not gone else coming_name(state)
    if following:
        lines.append(say("views.break.next", what=following))
    return p.Pause(bands, heading, planned, tuple(lines))


def thanks(state: State, _now: dt.datetime, bands: p.Frame, outside: Outside) -> p.Thanks:
    """The last screen, with the head of the record's chain for those who want to check it later."""
    lines = [say("views.thanks.line" if state.confirmed else "views.thanks.open"), say("views.thanks.kept")]
    if outside.head:
        lines.append(say("views.thanks.photograph", words=" ".join(outside.head)))
    return p.Thanks(bands, say("views.thanks.heading"), tuple(lines))


_Maker = Callable[[State, dt.datetime, p.Frame, Outside], p.AnyPoster]

POSTERS: dict[Phase, _Maker] = {
    Phase.ARRIVING: lobby,
    Phase.NOTE: notice,
    Phase.LEARN: lambda s, _n, f, _o: learning_poster(s, f),
    Phase.PRACTICE: practice,
    Phase.INTRODUCE: lambda s, n, f, _o: introduce(s, n, f),
    Phase.READ: lambda s, n, f, o: reading(s, n, f, lost=o.questions_lost),
    Phase.CARDS_UP: lambda s, n, f, o: cards_up_poster(s, n, f, o.given, restarted=o.restarted),
    Phase.SCORE: lambda s, n, f, _o: scoring(s, n, f),
    Phase.CLOSED: lambda s, n, f, _o: closed(s, n, f),
    Phase.REVEAL: lambda s, _n, f, _o: reveal(s, f),
    Phase.TALK: lambda s, n, f, o: talk(s, n, f, lost=o.questions_lost),
    Phase.BALLOT: lambda s, _n, f, o: ballot(s, f, o.box),
    Phase.OUTCOME: lambda s, _n, f, _o: outcome(s, f),
    Phase.DECISION: lambda s, _n, f, o: deciding(s, f, restarted=o.restarted),
    Phase.CONFIDENCE: lambda s, n, f, o: confidence_poster(s, n, f, o.given, restarted=o.restarted),
    Phase.CONFIDENCE_SHOWN: lambda s, _n, f, _o: confidence_shown_poster(s, f),
    Phase.FELT_SHOWN: lambda s, _n, f, _o: felt_shown_poster(s, f),
    Phase.WORKSHOP: lambda s, n, f, o: workshop_poster(s, n, f, o.given, restarted=o.restarted),
    Phase.WORKSHOP_LIST: lambda s, _n, f, _o: list_poster(s, f),
    Phase.WORKSHOP_WEIGH: lambda s, n, f, o: weighing_poster(s, n, f, o.given, restarted=o.restarted),
    Phase.WORKSHOP_SHOWN: lambda s, _n, f, _o: agreed_poster(s, f),
    Phase.INTERVIEW_QUESTIONS: lambda s, _n, f, _o: questions_poster(s, f),
    Phase.INTERVIEW_GUESTS: lambda s, _n, f, _o: guests_poster(s, f),
    Phase.INTERVIEW_ASK: lambda s, n, f, _o: asking_poster(s, n, f),
    Phase.INTERVIEW_THEIRS: lambda s, n, f, _o: theirs_poster(s, n, f),
    Phase.INTERVIEW_GOODBYE: lambda s, _n, f, _o: goodbye_poster(s, f),
    Phase.INTERVIEW_NOTES: lambda s, n, f, _o: notes_poster(s, n, f),
    Phase.BREAK: pause,
    Phase.OVERNIGHT: lambda s, n, f, _o: night_poster(s, n, f),
    Phase.MORNING: lambda s, n, f, o: morning_poster(s, n, f, o.address),
    Phase.ASK_ROOM: lambda s, _n, f, o: question_poster(s, f, o.box),
    Phase.ROOM_ANSWER: lambda s, _n, f, _o: answer_poster(s, f),
    Phase.BUDGET: lambda s, _n, f, o: budget(s, f, o.laid),
    Phase.TIE: lambda s, _n, f, o: tie_ballot(s, f, o.box),
    Phase.CONFIRMED: lambda s, _n, f, o: confirmed(s, f, o.laid),
    Phase.CLOSING: lambda s, _n, f, _o: closing(s, f),
    Phase.THANKS: thanks,
}
