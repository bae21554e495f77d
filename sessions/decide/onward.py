"""Rules of the one key: from each phase, the obvious next thing.

What would lose somebody's chance to answer asks once more. The choice between a further ballot and going on
follows `consensus.md`: stop when agreed, when at most one person moved, or after the last round.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import commands as c
from .. import events as e
from ..ahead import ahead
from ..budget import all_unheard, full_list
from ..consensus import Advice, Outcome, outcome, stop_advice
from ..model import StepKind
from ..phases import Phase
from ..refusals import No, Refused
from ..scoring import FEWEST
from ..state import Round, State, scores_of
from ..wording.seats import seats_said
from .position import same_place
from .rounds import differ_enough, voters_of
from .tie_ballots import close_tie
from .unsigned import asks_confidence, close_confidence, recorded
from .workshop import close_suggestions, close_weighing, open_weighing, workshop_open

Events = tuple[e.Event, ...]


def go_on(state: State, command: c.Next) -> Events:
    """Do the obvious next thing from where the room stands."""
    same_place(state, command.position)
    if state.plan.pause:
        return (e.BreakEnded(),)
    return _FROM[state.plan.phase](state, command)


def _next_step(state: State, command: c.Next) -> Events:
    coming, differing = ahead(state), recorded(state, command.gathered)
    if not coming:
        return (*differing, e.PhaseStarted(Phase.THANKS), e.SessionEnded())
    step = coming[0]
    # latecomers may take a free seat until the first application begins
    shut: Events = (e.DoorsShut(),) if state.doors and step.kind is StepKind.APPLICATION else ()
    return (*differing, *shut, e.StepStarted(step.key))


def _from_confidence(state: State, command: c.Next) -> Events:
    return close_confidence(state, command) if asks_confidence(state) else _next_step(state, command)


def _in_workshop(rule: Callable[[State, c.Next], Events]) -> Callable[[State, c.Next], Events]:
    def follow(state: State, command: c.Next) -> Events:
        # undo can lead back here after something was scored: then the criteria stand, and we only pass through
        return rule(state, command) if workshop_open(state) else _next_step(state, command)

    return follow


def _to(phase: Phase) -> Callable[[State, c.Next], Events]:
    def start(_state: State, _command: c.Next) -> Events:
        return (e.PhaseStarted(phase),)

    return start


def _open_scoring(state: State, command: c.Next) -> Events:
    ref, before = state.application, scores_of(state, state.application)
    if before.revealed:  # looked at again: what was seen stays as it was
        return (e.PhaseStarted(Phase.REVEAL),)
    # once shown and set aside, the same seats score again, also those whose members have gone home since
    electorate = before.electorate if before.voided else _who_may_score(state, ref)
    here = len(state.here)
    if here < state.model.quorum and not command.sure:
        raise Refused(No.ASK_AGAIN_QUORUM, quorum=state.model.quorum, here=here)
    return (e.ScoringOpened(ref, electorate),)


def _who_may_score(state: State, ref: str) -> tuple[int, ...]:
    return tuple(seat for seat in state.here if (seat, ref) not in state.conflicts)


def _close_scoring(state: State, command: c.Next) -> Events:
    scoring = scores_of(state, state.application)
    missing = len(set(scoring.voters) - scoring.handed_in)
    if not command.sure:
        raise Refused(No.ASK_AGAIN_SCORING if missing else No.ASK_AGAIN_EVERYONE_IN, missing=missing)
    return (e.ScoringClosed(state.application),)


def _open_ballot(state: State, command: c.Next) -> Events:
    ref = state.application
    rounds = state.rounds.get(ref, ())
    voters = scores_of(state, ref).voters
    if len(standing(rounds)) >= state.model.consensus.rounds:
        return (e.PhaseStarted(Phase.OUTCOME),)
    number = len(rounds) + 1
    if len(voters) < FEWEST:
        return (e.RoundClosed(ref, number, len(voters), Outcome.TOO_FEW),)
    differ_enough(state, ref, voters, sure=command.sure)
    return (e.RoundOpened(ref, number, voters),)


def _close_ballot(state: State, command: c.Next) -> Events:
    opened = state.open_round
    if opened is None:
        return (e.PhaseStarted(Phase.OUTCOME),)
    ref = state.application
    voters = voters_of(state)
    if not command.sure:
        raise _not_all_in(command, missing=len(voters) - command.cast)
    tally = command.tally
    if tally is None or sum(tally.counts) < FEWEST:
        return (e.RoundClosed(ref, opened.number, len(voters), Outcome.TOO_FEW),)
    result = outcome(state.model.consensus.rule, tally.counts)
    return (
        e.RoundClosed(
            ref,
            opened.number,
            len(voters),
            result,
            tally.counts,
            tally.cant_say,
            tally.cast,
            tally.reasons,
            len(command.awaited),
        ),
    )


def _not_all_in(command: c.Next, *, missing: int) -> Refused:
    """Say what closing the ballot now would leave out."""
    if command.awaited:
        return Refused(No.ASK_AGAIN_UNREAD, seats=seats_said(command.awaited))
    if command.on_paper:
        return Refused(No.ASK_AGAIN_PAPER, n=command.on_paper)
    return Refused(No.ASK_AGAIN_BALLOT if missing else No.ASK_AGAIN_EVERYONE_IN, missing=missing)


def standing(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """Give the closed rounds that were not set aside."""
    return tuple(r for r in rounds if not r.open and not r.void)


def advice(state: State, ref: str) -> Advice:
    """Say whether a further ballot is worth having for an application."""
    rounds = standing(state.rounds.get(ref, ()))
    most = state.model.consensus.rounds
    if not rounds:
        return Advice.TOO_FEW if len(scores_of(state, ref).voters) < FEWEST else Advice.GO_ON
    return stop_advice(state.model.consensus.rule, [r.counts or () for r in rounds], most)


def another_round(state: State, ref: str) -> bool:
    """Say whether the obvious next thing after an outcome is to talk again and vote again."""
    given = advice(state, ref)
    if given is Advice.TOO_FEW:  # too few voted, though enough could have
        enough = len(scores_of(state, ref).voters) >= FEWEST
        left = len(standing(state.rounds.get(ref, ()))) < state.model.consensus.rounds
        return enough and left and ref not in state.by_talking
    return given is Advice.GO_ON


def _close_tie(state: State, command: c.Next) -> Events:
    if not command.sure:
        raise _not_all_in(command, missing=len(voters_of(state)) - command.cast)
    return close_tie(state, command)


def _after_outcome(state: State, _command: c.Next) -> Events:
    again = another_round(state, state.application)
    return (e.PhaseStarted(Phase.TALK if again else Phase.DECISION),)


def _confirm(state: State, command: c.Next) -> Events:
    if state.confirmed:
        return (e.PhaseStarted(Phase.CONFIRMED),)
    if not command.sure:
        n = len(all_unheard(state))
        raise Refused(No.ASK_AGAIN_CONFIRM_UNSCORED, n=n) if n else Refused(No.ASK_AGAIN_CONFIRM)
    return (e.ListConfirmed(full_list(state)), e.PhaseStarted(Phase.CONFIRMED))


def _thanks(_state: State, _command: c.Next) -> Events:
    return (e.PhaseStarted(Phase.THANKS), e.SessionEnded())


def _nothing(_state: State, _command: c.Next) -> Events:
    raise Refused(No.NOTHING_NEXT)


_FROM: dict[Phase, Callable[[State, c.Next], Events]] = {
    Phase.ARRIVING: _next_step,
    Phase.NOTE: _next_step,
    Phase.PRACTICE: _next_step,
    Phase.CONFIDENCE: _from_confidence,
    Phase.WORKSHOP: _in_workshop(close_suggestions),
    Phase.WORKSHOP_LIST: _in_workshop(open_weighing),
    Phase.WORKSHOP_WEIGH: _in_workshop(close_weighing),
    Phase.WORKSHOP_SHOWN: _next_step,
    Phase.CONFIDENCE_SHOWN: _next_step,
    Phase.INTRODUCE: _to(Phase.READ),
    Phase.READ: _open_scoring,
    Phase.SCORE: _close_scoring,
    Phase.CLOSED: _to(Phase.REVEAL),
    Phase.REVEAL: _to(Phase.TALK),
    Phase.TALK: _open_ballot,
    Phase.BALLOT: _close_ballot,
    Phase.OUTCOME: _after_outcome,
    Phase.DECISION: _next_step,
    Phase.BREAK: _next_step,
    Phase.BUDGET: _confirm,
    Phase.TIE: _close_tie,
    Phase.CONFIRMED: _next_step,
    Phase.CLOSING: _thanks,
    Phase.THANKS: _nothing,
}
