"""How ballots open, close, and are set aside. No ballot's value is here: a round comes with its counts."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import enter, with_intervention
from sessions.evolve.seats import slips_anew
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.state import Intervention, Round, State, scores_of, totals_shown
from sessions.state.casters import outcome_only


def _with(state: State, ref: str, rounds: tuple[Round, ...]) -> State:
    return replace(state, rounds={**state.rounds, ref: rounds})


def paper_way_chosen(state: State, event: e.PaperWayChosen, at: datetime) -> State:
    """Hold the next ballot, or the open one, this way, which is told."""
    chosen = replace(state, paper_way=event.way)
    return with_intervention(chosen, Intervention(at, f"paper-{event.way}", state.application))


def round_opened(state: State, event: e.RoundOpened, at: datetime) -> State:
    """Open a ballot."""
    rounds = (*state.rounds.get(event.application, ()), Round(event.round, event.electorate))
    plan = replace(state.plan, phase=Phase.BALLOT, round=event.round)
    opened = slips_anew(_with(state, event.application, rounds))
    return enter(opened, at, what="ballot", plan=plan)


def round_closed(state: State, event: e.RoundClosed, at: datetime) -> State:
    """Close it with what may be kept; where too few could vote at all, it was never open.

    A count that would give a ballot away beside an earlier one is not taken over from a record that still holds it.
    """
    rounds = state.rounds.get(event.application, ())
    if rounds and rounds[-1].number == event.round:
        rounds, opened = rounds[:-1], rounds[-1]
    else:
        opened = Round(event.round, ())
    closed = replace(
        opened,
        outcome=event.outcome,
        counts=event.counts,
        cant_say=event.cant_say,
        cast=event.cast,
        reasons=event.reasons,
        eligible=event.eligible,
        voters=tuple(
            seat for seat in opened.electorate if seat not in scores_of(state, event.application).aside
        ),
        absent=event.absent,
        slips_of=event.slips_of,
    )
    if outcome_only(closed.casters, totals_shown(state, event.application, rounds)):
        closed = replace(closed, counts=None, cant_say=None, cast=None)
    plan = replace(state.plan, phase=Phase.OUTCOME, round=event.round)
    state = replace(state, paper_way=None)
    entered = enter(_with(state, event.application, (*rounds, closed)), at, what="outcome", plan=plan)
    if event.unread:
        entered = with_intervention(entered, Intervention(at, "ballots-unread", event.application))
    if event.outcome is Outcome.TOO_FEW or event.application not in state.by_talking:
        return entered
    # a proper ballot speaks louder than what was agreed by talking before it
    talked = {ref: yes for ref, yes in state.by_talking.items() if ref != event.application}
    return replace(entered, by_talking=talked)


def round_voided(state: State, event: e.RoundVoided, at: datetime) -> State:
    """Set a ballot aside; it stays in the record, marked. An open one ends, and talk goes on."""
    rounds = state.rounds[event.application]
    was_open = rounds[-1].open and rounds[-1].number == event.round
    marked = tuple(replace(r, void=event.why) if r.number == event.round else r for r in rounds)
    changed = with_intervention(
        _with(state, event.application, marked),
        Intervention(at, "round-voided", event.application, event.why),
    )
    if was_open:
        changed = replace(changed, paper_way=None)
    if was_open and state.plan.phase is Phase.BALLOT:
        changed = enter(changed, at, what="talk", plan=replace(state.plan, phase=Phase.TALK))
        changed = replace(changed, trail=())  # the ballot must not come back by undo
    elif state.plan.phase is Phase.OUTCOME and state.application == event.application:
        changed = enter(changed, at, what="talk", plan=replace(state.plan, phase=Phase.TALK))
        changed = replace(changed, trail=())
    return changed


def reason_hidden(state: State, event: e.ReasonHidden, at: datetime) -> State:
    """Show one reason no longer. That it was hidden, and why, is told."""
    hidden = _view_hidden(state, event) if not event.round else _reason_hidden(state, event)
    return with_intervention(hidden, Intervention(at, "reason-hidden", event.application, event.why))


def _reason_hidden(state: State, event: e.ReasonHidden) -> State:
    rounds = tuple(
        replace(r, hidden=r.hidden | {event.place}) if r.number == event.round else r
        for r in state.rounds[event.application]
    )
    return _with(state, event.application, rounds)


def _view_hidden(state: State, event: e.ReasonHidden) -> State:
    before = state.minority_hidden.get(event.application, frozenset())
    hidden = {**state.minority_hidden, event.application: before | {event.place}}
    return replace(state, minority_hidden=hidden)


def agreed_by_talking(state: State, event: e.AgreedByTalking, at: datetime) -> State:
    """Keep what a panel too small for a ballot agreed, said as such."""
    agreed = replace(state, by_talking={**state.by_talking, event.application: event.yes})
    return with_intervention(agreed, Intervention(at, "by-talking", event.application))
