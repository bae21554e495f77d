"""The page one phone should see now: right for its seat and the moment, whatever was asked for.

A member sees that seat's own answers and nobody else's; of a ballot, only that it is in the box.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec.structs import replace

from sessions.decide.anonymous import may_write_question
from sessions.decide.rounds import asks_why
from sessions.decide.seats import may_come_back
from sessions.events import Declared
from sessions.model.phases import GUESTS_IN, SECRET, Phase
from sessions.model.refusals import No
from sessions.model.session import Joining
from sessions.results.tie_ballots import voters_on
from sessions.state import State, scores_of
from sessions.state.kept_lists import how_we_work
from sessions.views.anonymous import confidence_page, confidence_shown, felt_shown, minority, my_questions
from sessions.views.asking import answer_page, question_page
from sessions.views.cards_up import score_promise
from sessions.views.days import morning_page, night_page
from sessions.views.frame import clock, countdown
from sessions.views.in_words import start_said
from sessions.views.interviews import interview_page
from sessions.views.late_question import late_question
from sessions.views.learning import learning_page
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.views.phone.cards_up import agreeing_page, open_scores_page
from sessions.views.phone.money_list import list_page
from sessions.views.phone.notices import told_first
from sessions.views.phone.practice import practice_page
from sessions.views.phone.result import ended, outcome, reveal, so_far
from sessions.views.phone.rounds import ballot, ballot_in, rank, reason
from sessions.views.phone.scoring import check, question, received
from sessions.views.phone.what_is_known import Ask as Ask
from sessions.views.phone.what_is_known import Mine as Mine
from sessions.views.place_names import after_this
from sessions.views.shapes import Written
from sessions.views.wall.poster_inputs import Laid
from sessions.views.workshop import agreed_page, draft_page, workshop_page
from sessions.wording import say


def stranger(state: State) -> p.JoinPage:
    """Return the page for a phone without a seat."""
    return p.JoinPage(
        language=state.model.language,
        position=state.plan.position,
        session=state.model.title,
        open_doors=state.doors and state.model.joining is Joining.OPEN,
    )


def page(state: State, seat: int, now: dt.datetime, ask: Ask, mine: Mine) -> p.AnyPage:
    """Return the page for the holder of a seat."""
    built = _asked_about_late(state, seat, _built(state, seat, now, ask, replace(mine, now=now)))
    kinds = () if isinstance(built, p.Ended) else p.SIGNALS
    raised = tuple(p.Signal(kind, kind in mine.signals) for kind in kinds)
    return replace(
        built,
        language=state.model.language,
        seat=seat,
        position=state.plan.position,
        message=""
        if isinstance(built, p.SteppingOut) and built.late
        else told_first(state, seat, reminded=mine.reminded),
        signals=raised,
        coming=after_this(state) if p.asks_nothing(built) else "",
    )


def _built(state: State, seat: int, now: dt.datetime, ask: Ask, mine: Mine) -> p.AnyPage:
    if _is_away(state, seat):
        return morning_page(state)
    if state.plan.pause and state.plan.pause.message:
        return p.Wait(heading=state.plan.pause.message, lines=(say("steering.held.phone"),))
    if state.plan.pause or state.plan.phase is Phase.BREAK:
        return _on_break(state, now)
    if state.plan.phase in _OF_US_ALL:  # who is out of this application is asked as well
        return PAGES[state.plan.phase](state, seat, ask, mine)
    if state.application and (seat, state.application) in state.conflicts:
        return _stepped_out(state, seat, asked=ask.kind == "come-back")
    if ask.kind == "step-out" and _may_step_out(state, seat):
        back = may_come_back(state, state.application)
        return p.SteppingOut(about=about(state, state.application), out=False, may_return=back)
    return PAGES[state.plan.phase](state, seat, ask, mine)


def _is_away(state: State, seat: int) -> bool:
    """Whether a member is still to say that they are here again; what we decided is for them all the same."""
    over = (Phase.OVERNIGHT, Phase.CLOSING, Phase.THANKS)
    return seat in state.seats and state.seats[seat].away and state.plan.phase not in over


def _may_step_out(state: State, seat: int) -> bool:
    asked_in = (SECRET - GUESTS_IN) | {Phase.REVEAL, Phase.TALK}
    return bool(state.application) and state.plan.phase in asked_in and seat in state.seats


def _on_break(state: State, now: dt.datetime) -> p.OnBreak:
    return p.OnBreak(back_at=countdown(state, now).until)


def _stepped_out(state: State, seat: int, *, asked: bool) -> p.SteppingOut:
    early, sure = may_come_back(state, state.application), ""
    if early and asked:
        before = state.conflicts[seat, state.application].declared is Declared.BEFORE
        sure = say(f"refusals.{No.ASK_AGAIN_DECLARED_BEFORE if before else No.ASK_AGAIN_CONFLICT}")
    return p.SteppingOut(about=about(state, state.application), out=True, may_return=early, sure=sure)


def _asked_about_late(state: State, seat: int, built: p.AnyPage) -> p.AnyPage:
    """Ask a member about a late application at once, where the page has nothing else for them to do."""
    ref = late_question(state, seat) if isinstance(built, p.Wait | p.OnBreak) else ""
    return p.SteppingOut(about=about(state, ref), out=False, may_return=False, late=True) if ref else built


def _wait(state: State, seat: int, key: str, mine: Mine, *, with_about: bool = False) -> p.Wait:
    lines = say(f"views.phone.{key}.lines", **_numbers(state)).split("\n")
    return p.Wait(
        heading=say(f"views.phone.{key}.heading", **_numbers(state)),
        lines=tuple(line for line in lines if line),
        own_code=mine.own_code,
        about=about(state, state.application) if with_about else None,
        may_step_out=with_about and _may_step_out(state, seat),
    )


def _of_this_one(state: State, shown: p.Wait) -> p.Wait:
    """Name the application a page is about, with its summary."""
    return replace(shown, about=about(state, state.application))


def _numbers(state: State) -> dict[str, object]:
    title = state.model.called(state.application) if state.application else ""
    return {"title": title, "session": state.model.title}


def _waiting(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    beginning = state.step is None or state.plan.phase is Phase.MORNING
    return _wait(state, seat, "arriving" if beginning else "notice", mine)


def _before_scoring(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    may_ask = may_write_question(state, seat)
    if may_ask and ask.kind == "my-questions":
        return my_questions(state, again=mine.wrote_question)
    shown = _wait(state, seat, state.plan.phase.value, mine, with_about=True)
    if state.plan.phase is not Phase.INTRODUCE:
        reading = state.plan.phase is Phase.READ
        kept = say("people.ask.kept") if may_ask and mine.wrote_question else ""
        return replace(shown, reading=reading, may_ask=may_ask, asked=mine.wrote_question, kept=kept)
    would_do = state.model.application(state.application).would_do
    return replace(shown, lines=tuple(filter(None, (would_do, *shown.lines))))


def _scoring(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    scoring = scores_of(state, state.application)
    if seat not in scoring.electorate:
        return _of_this_one(state, _wait(state, seat, "next-one", mine))
    given = scoring.cells.get(seat, {})
    criteria = state.model.criteria
    if ask.kind in ("question", "change") and 1 <= ask.number <= len(criteria):
        out, changing = _may_step_out(state, seat), ask.kind == "change"
        return question(
            state, seat, ask.number, may_step_out=out, changing=changing, promise=score_promise(state)
        )
    if seat in scoring.handed_in:
        many = scoring.many_in
        key = "phone.in-then.one" if many == 1 else "phone.in-then"
        others = say(key, at=clock(mine.now), n=many) if mine.now else ""
        return received(state, seat, mine.received_at, mine.receipt, others=others)
    missing = [n for n, criterion in enumerate(criteria, start=1) if criterion.key not in given]
    if missing and ask.kind != "check":
        out = _may_step_out(state, seat)
        return question(state, seat, missing[0], may_step_out=out, promise=score_promise(state))
    return check(state, seat)


def _closed(state: State, seat: int, _ask: Ask, mine: Mine) -> p.AnyPage:
    if seat in scores_of(state, state.application).cells:
        return received(state, seat, mine.received_at, mine.receipt)
    return _of_this_one(state, _wait(state, seat, "closed", mine))


def _cards_up(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    asked = agreeing_page(state, seat, given=mine.given, again=ask.kind == "open-scores")
    return asked or _wait(state, seat, "notice", mine)


def _reveal(state: State, seat: int, ask: Ask, _mine: Mine) -> p.AnyPage:
    if not scores_of(state, state.application).cards_up:
        return reveal(state)
    number = ask.number if ask.kind == "card" else 0
    return open_scores_page(state, seat, number, may_step_out=_may_step_out(state, seat))


def _talk(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    if scores_of(state, state.application).cards_up:
        return _reveal(state, seat, ask, mine)
    shown = _wait(state, seat, "talk", mine, with_about=True)
    drawn, words = so_far(state)
    lines = tuple(filter(None, (start_said(state), *shown.lines)))
    recalls = tuple(Written(one.ask, one.lines) for one in how_we_work(state))
    return replace(shown, lines=lines, shapes=drawn, written=words, recalls=recalls)


def _ballot(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    opened = state.open_round
    if opened is None or seat not in opened.electorate:
        return _of_this_one(state, _wait(state, seat, "next-one", mine))
    if mine.ballot_in and (mine.ballot_settled or ask.kind != "ballot"):
        heard = asks_why(state)
        asked = heard and not mine.ballot_settled and (not mine.asked_why or ask.kind == "reason")
        if asked:
            return reason(state, opened)
        return _of_this_one(state, ballot_in(settled=mine.ballot_settled, heard=heard))
    return ballot(state, seat, opened, again=mine.ballot_in)


def _decision(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    offered = minority(state, seat)
    if offered and ask.kind == "minority":
        return offered
    return replace(outcome(state), may_differ=offered is not None, differed=mine.given)


def _confidence(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    back = (ask.number or 1) if ask.kind == "confidence" else 0
    asked = confidence_page(state, seat, given=mine.given, number=mine.asked, again=back)
    return asked or _wait(state, seat, "notice", mine)


def _tie(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    opened = state.open_tie
    if opened is None or seat not in voters_on(state, opened):
        return _wait(state, seat, "tie-out", mine)
    if mine.ballot_in and (mine.ballot_settled or ask.kind != "ballot"):
        return ballot_in(settled=mine.ballot_settled)
    return rank(state, opened, again=mine.ballot_in)


def _workshop(state: State, seat: int, ask: Ask, mine: Mine) -> p.AnyPage:
    asked = workshop_page(state, seat, given=mine.given, again=ask.kind == "workshop")
    return asked or _wait(state, seat, "notice", mine)


_Maker = Callable[[State, int, Ask, Mine], p.AnyPage]

_OF_US_ALL = (Phase.CARDS_UP, Phase.ASK_ROOM, Phase.ROOM_ANSWER)
PAGES: dict[Phase, _Maker] = {
    Phase.ARRIVING: _waiting,
    Phase.NOTE: _waiting,
    Phase.LEARN: lambda s, _seat, _a, _m: learning_page(s),
    Phase.WORKSHOP_LIST: lambda s, seat, a, m: draft_page(s) or _waiting(s, seat, a, m),
    **dict.fromkeys({*GUESTS_IN, Phase.INTERVIEW_QUESTIONS}, lambda s, seat, _a, _m: interview_page(s, seat)),
    Phase.INTERVIEW_NOTES: _before_scoring,
    Phase.OVERNIGHT: lambda s, _seat, _a, _m: night_page(s),
    Phase.MORNING: _waiting,
    **dict.fromkeys(
        (Phase.BUDGET, Phase.CONFIRMED), lambda s, _seat, _a, m: m.listed or list_page(s, Laid())
    ),
    Phase.PRACTICE: practice_page,
    Phase.INTRODUCE: _before_scoring,
    Phase.READ: _before_scoring,
    Phase.CARDS_UP: _cards_up,
    Phase.SCORE: _scoring,
    Phase.CLOSED: _closed,
    Phase.REVEAL: _reveal,
    Phase.TALK: _talk,
    Phase.BALLOT: _ballot,
    Phase.TIE: _tie,
    Phase.ASK_ROOM: lambda s, seat, a, m: question_page(
        s, seat, m.ballot_in, settled=m.ballot_settled, again=a.kind == "ballot"
    ),
    Phase.ROOM_ANSWER: lambda s, _seat, _a, _m: answer_page(s),
    Phase.OUTCOME: lambda s, _seat, _a, _m: outcome(s),
    Phase.DECISION: _decision,
    Phase.CONFIDENCE: _confidence,
    Phase.WORKSHOP: _workshop,
    Phase.WORKSHOP_WEIGH: _workshop,
    Phase.WORKSHOP_SHOWN: lambda s, _seat, _a, _m: agreed_page(s),
    Phase.CONFIDENCE_SHOWN: lambda s, _seat, _a, _m: confidence_shown(s),
    Phase.FELT_SHOWN: lambda s, _seat, _a, _m: felt_shown(s),
    Phase.CLOSING: lambda s, _seat, _a, _m: ended(s, ()),
    Phase.THANKS: lambda s, _seat, _a, mine: ended(s, mine.head),
}
