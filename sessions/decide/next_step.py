"""Rules of the one key: from each phase, the obvious next thing.

What would lose somebody's chance to answer asks once more.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from sessions import commands as c
from sessions import events as e
from sessions.decide.anonymous import asks_confidence, close_confidence, questions_shown, recorded
from sessions.decide.another_round import another_round
from sessions.decide.asking import close_question, put_away
from sessions.decide.cards_up import asks_cards_up, close_asking, here_to_say, turned_up
from sessions.decide.casting import (
    ask_about_casters,
    cast_so_far,
    now_casting,
    shown_before,
    warn_of_outcome_only,
)
from sessions.decide.changes import after_a_pause
from sessions.decide.days import all_back, into_the_morning
from sessions.decide.funder_rules import ask_why
from sessions.decide.interviews import ask_next
from sessions.decide.missing_words import missing_said
from sessions.decide.paper import way_needed
from sessions.decide.position import same_place
from sessions.decide.rounds import able, left_out, voters_of
from sessions.decide.tie_ballots import close_tie
from sessions.decide.workshop import close_suggestions, close_weighing, open_weighing, workshop_open
from sessions.methods.consensus import outcome
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import LOOKS_AT_ONE, StepKind
from sessions.results.budget import all_unheard, pots
from sessions.results.confirming import confirmed_now, missing
from sessions.state import State, scores_of
from sessions.state.casters import outcome_only
from sessions.state.days import ahead, no_list_to_come
from sessions.state.rounds import standing
from sessions.wording.enumerations import titles_said

Events = tuple[e.Event, ...]


def go_on(state: State, command: c.Next) -> Events:
    """Do the obvious next thing from where the room stands."""
    same_place(state, command.position)
    if state.plan.pause:
        return (e.BreakEnded(), *after_a_pause(state))
    return NEXT[state.plan.phase](state, command)


def _next_step(state: State, command: c.Next) -> Events:
    coming, differing = ahead(state), recorded(state, command.gathered)
    _ask_about_the_list(state, command)
    if not coming:
        return (*differing, e.PhaseStarted(Phase.THANKS), e.SessionEnded())
    step = coming[0]
    # latecomers may take a free seat until the first application begins
    shut: Events = (e.DoorsShut(),) if state.doors and step.kind in LOOKS_AT_ONE else ()
    return (*differing, *shut, e.StepStarted(step.key))


def _ask_about_the_list(state: State, command: c.Next) -> None:
    """Ask once more before a day on which something was scored closes without a list. Raises Refused."""
    over = all(step.kind is StepKind.CLOSING for step in ahead(state)[:1])
    scored = any(scoring.revealed for scoring in state.scoring.values())
    if over and scored and not command.sure and no_list_to_come(state):
        raise Refused(No.ASK_AGAIN_NO_LIST)


def _from_confidence(state: State, command: c.Next) -> Events:
    return close_confidence(state, command) if asks_confidence(state) else _next_step(state, command)


def _in_workshop(rule: Callable[[State, c.Next], Events]) -> Callable[[State, c.Next], Events]:
    def follow(state: State, command: c.Next) -> Events:
        # undo can lead back here after something was scored: then the criteria stand, and we only pass through
        return rule(state, command) if workshop_open(state) else _next_step(state, command)

    return follow


def _from_morning(state: State, command: c.Next) -> Events:
    all_back(state, command)
    return _next_step(state, command)


def _to(phase: Phase) -> Callable[[State, c.Next], Events]:
    def start(_state: State, _command: c.Next) -> Events:
        return (e.PhaseStarted(phase),)

    return start


def _open_scoring(state: State, command: c.Next) -> Events:
    ref, before = state.application, scores_of(state, state.application)
    met = state.step is not None and state.step.kind is StepKind.INTERVIEW and before.step != state.step.key
    if before.revealed and not met:  # looked at again: what was seen stays as it was
        return (e.PhaseStarted(Phase.REVEAL),)
    # once shown and set aside, the same seats score again, also those whose members have gone home since
    electorate = before.electorate if before.voided and not before.revealed else state.at_the_table(ref)
    here = len(state.here)
    if here < state.model.quorum and not command.sure:
        raise Refused(No.ASK_AGAIN_QUORUM, quorum=state.model.quorum, here=here)
    if asks_cards_up(state):
        return (e.PhaseStarted(Phase.CARDS_UP),)
    return _scoring_opened(state, electorate, again=bool(before.voided) and not before.revealed)


def _scoring_opened(state: State, electorate: tuple[int, ...], *, again: bool) -> Events:
    ref = state.application
    cards_up = scores_of(state, ref).cards_up if again else turned_up(state, electorate)
    return (e.ScoringOpened(ref, electorate, cards_up),)


def _from_cards_up(state: State, command: c.Next | c.SlipsAgree) -> Events:
    """Open scoring, once we know whether scores may be turned over; an undo can lead back here after that."""
    electorate = state.at_the_table(state.application)
    if not asks_cards_up(state):
        return _scoring_opened(state, electorate, again=False)
    asked = close_asking(state, command)
    known = replace(state, cards_up=frozenset(asked.agreed))
    return (asked, *_scoring_opened(known, electorate, again=False))


def slips_agree(state: State, command: c.SlipsAgree) -> Events:
    """Go on with what the slips say, which are looked at once all phones have said yes."""
    here_to_say(state, command)
    return _from_cards_up(state, command)


def _close_scoring(state: State, command: c.Next) -> Events:
    scoring = scores_of(state, state.application)
    missing = len(set(scoring.voters) - scoring.handed_in)
    if missing and not command.sure:
        raise Refused(No.ASK_AGAIN_SCORING, missing=missing)
    return (e.ScoringClosed(state.application),)


def _begin_talk(state: State, command: c.Next) -> Events:
    return (*questions_shown(state, command), e.PhaseStarted(Phase.TALK))


def _open_ballot(state: State, command: c.Next) -> Events:
    ref = state.application
    rounds = state.rounds.get(ref, ())
    voters = scores_of(state, ref).voters
    if len(standing(rounds)) >= state.model.consensus.rounds:
        return (e.PhaseStarted(Phase.OUTCOME),)
    number = len(rounds) + 1
    if len(able(state, ref)) < FEWEST:
        return (e.RoundClosed(ref, number, len(voters), Outcome.TOO_FEW),)
    way_needed(state, voters)
    warn_of_outcome_only(state, ref, voters, sure=command.sure)
    return (e.RoundOpened(ref, number, voters),)


def _close_ballot(state: State, command: c.Next) -> Events:
    opened = state.open_round
    if opened is None:
        return (e.PhaseStarted(Phase.OUTCOME),)
    ref = state.application
    voters = voters_of(state)
    _ask_again(state, command, len(voters))
    tally = command.tally
    if tally is None or sum(tally.counts) < FEWEST:
        return (e.RoundClosed(ref, opened.number, len(voters), Outcome.TOO_FEW),)
    known, result = cast_so_far(state, command), outcome(state.model.consensus.rule, tally.counts)
    closed = e.RoundClosed(
        ref,
        opened.number,
        len(voters),
        result,
        reasons=tally.reasons,
        unread=len(command.awaited),
        absent=known.absent,
        slips_of=known.slips_of,
    )
    if outcome_only(now_casting(state, command), shown_before(state)):
        return (closed,)
    return (replace(closed, counts=tally.counts, cant_say=tally.cant_say, cast=tally.cast),)


def _ask_again(state: State, command: c.Next, voters: int) -> None:
    """Ask once more before a ballot closes over somebody, or only its outcome could be shown. Raises Refused."""
    if command.sure:
        return
    lost = left_out(command, voters)
    if lost is not None and (command.awaited or command.on_paper):
        raise lost
    ask_about_casters(state, command)
    if lost is not None:
        raise lost


def _close_tie(state: State, command: c.Next) -> Events:
    _ask_again(state, command, len(voters_of(state)))
    return close_tie(state, command)


def _close_question(state: State, command: c.Next) -> Events:
    _ask_again(state, command, len(voters_of(state)))
    return close_question(state, command)


def _after_outcome(state: State, _command: c.Next) -> Events:
    again = another_round(state, state.application)
    return (e.PhaseStarted(Phase.TALK if again else Phase.DECISION),)


def _confirm(state: State, command: c.Next) -> Events:
    if state.confirmed:
        return (e.PhaseStarted(Phase.CONFIRMED),)
    unreached = pots(state)[-1].walked.unreached
    if unreached:
        raise Refused(No.AWARD_UNREACHED, titles=titles_said([state.model.called(ref) for ref in unreached]))
    ask_why(state)
    if not command.sure:
        n, lacking = len(all_unheard(state)), missing_said(missing(state), state.model)
        code = No.ASK_AGAIN_CONFIRM_UNSCORED if n else No.ASK_AGAIN_CONFIRM
        raise Refused(code, n=n, missing="".join(f"{line}\n" for line in lacking))
    return (confirmed_now(state), e.PhaseStarted(Phase.CONFIRMED))


def _thanks(state: State, command: c.Next) -> Events:
    if any(step.kind is StepKind.BUDGET for step in ahead(state)):  # it was put in as late as this
        return _next_step(state, command)
    return (e.PhaseStarted(Phase.THANKS), e.SessionEnded())


def _nothing(_state: State, _command: c.Next) -> Events:
    raise Refused(No.NOTHING_NEXT)


NEXT: dict[Phase, Callable[[State, c.Next], Events]] = {
    Phase.ARRIVING: _next_step,
    Phase.NOTE: _next_step,
    Phase.LEARN: _next_step,
    Phase.PRACTICE: _next_step,
    Phase.CONFIDENCE: _from_confidence,
    Phase.WORKSHOP: _in_workshop(close_suggestions),
    Phase.WORKSHOP_LIST: _in_workshop(open_weighing),
    Phase.WORKSHOP_WEIGH: _in_workshop(close_weighing),
    Phase.WORKSHOP_SHOWN: _next_step,
    Phase.CONFIDENCE_SHOWN: _next_step,
    Phase.FELT_SHOWN: _next_step,
    Phase.INTRODUCE: _to(Phase.READ),
    Phase.READ: _open_scoring,
    Phase.CARDS_UP: _from_cards_up,
    Phase.SCORE: _close_scoring,
    Phase.CLOSED: _to(Phase.REVEAL),
    Phase.REVEAL: _begin_talk,
    Phase.TALK: _open_ballot,
    Phase.BALLOT: _close_ballot,
    Phase.OUTCOME: _after_outcome,
    Phase.DECISION: _next_step,
    Phase.INTERVIEW_QUESTIONS: _to(Phase.INTERVIEW_GUESTS),
    Phase.INTERVIEW_GUESTS: ask_next,
    Phase.INTERVIEW_ASK: ask_next,
    Phase.INTERVIEW_THEIRS: _to(Phase.INTERVIEW_GOODBYE),
    Phase.INTERVIEW_GOODBYE: _to(Phase.INTERVIEW_NOTES),
    Phase.INTERVIEW_NOTES: _open_scoring,
    Phase.BREAK: _next_step,
    Phase.OVERNIGHT: into_the_morning,
    Phase.MORNING: _from_morning,
    Phase.ASK_ROOM: _close_question,
    Phase.ROOM_ANSWER: put_away,
    Phase.BUDGET: _confirm,
    Phase.TIE: _close_tie,
    Phase.CONFIRMED: _next_step,
    Phase.CLOSING: _thanks,
    Phase.THANKS: _nothing,
}
