"""Claims about secret ballots: each outcome is worked out again from its counts, by the rule."""

from __future__ import annotations

from sessions import events as e
from sessions.audit.decisions import ranked_earlier
from sessions.audit.moving import Checks
from sessions.commands import ChoosePaperWay, Places
from sessions.decide.paper import choose_paper_way
from sessions.decide.rounds import able, batch, voters_of
from sessions.decide.tie_ballots import open_ties
from sessions.methods.consensus import outcome
from sessions.model.answers import FEWEST
from sessions.model.decisions import Outcome
from sessions.model.refusals import Refused
from sessions.results.tie_ballots import voters_on
from sessions.state import State, TieBallot, orders_shown, scores_of, totals_shown
from sessions.state.casters import Casters, casters, outcome_only


def _paper_way_chosen(state: State, event: e.PaperWayChosen) -> bool:
    try:
        return choose_paper_way(state, ChoosePaperWay(event.way)) == (event,)
    except Refused:
        return False


def _round_opened(state: State, event: e.RoundOpened) -> bool:
    here = state.application == event.application and state.open_round is None
    number = len(state.rounds.get(event.application, ())) + 1
    voters = scores_of(state, event.application).voters
    return here and event.round == number and event.electorate == voters and len(voters) >= FEWEST


def _round_closed(state: State, event: e.RoundClosed) -> bool:
    opened = state.open_round
    if state.application != event.application:
        return False
    if opened is None:  # too few could vote at all: there was nothing to open
        voters = scores_of(state, event.application).voters
        there = event.round == len(state.rounds.get(event.application, ())) + 1
        few = len(able(state, event.application)) < FEWEST
        return there and event.eligible == len(voters) and few and _nothing_kept(event)
    there = event.round == opened.number and event.eligible == len(voters_of(state))
    if event.counts is None and event.outcome is not Outcome.TOO_FEW:
        return there and _outcome_alone(state, event)
    return there and (_nothing_kept(event) or (_counted(state, event) and _may_be_shown(state, event)))


def _nothing_kept(event: e.RoundClosed) -> bool:
    empty = event.counts is None and event.cant_say is None and event.cast is None and not event.reasons
    return empty and event.outcome is Outcome.TOO_FEW


def _outcome_alone(state: State, event: e.RoundClosed) -> bool:
    """Whether a count can rightly have been left out; what it came to nobody can work out again."""
    voters, kept = voters_of(state), event.absent
    empty = event.cant_say is None and event.cast is None and event.reasons == tuple(sorted(event.reasons))
    known = kept is not None and {*kept, *event.slips_of} <= set(voters)
    before = totals_shown(state, event.application)
    return empty and known and left_out_rightly(voters, kept or (), event.slips_of, before)


def left_out_rightly(
    voters: tuple[int, ...], absent: tuple[int, ...], slips_of: tuple[int, ...], before: tuple[Casters, ...]
) -> bool:
    """Whether a total of as many slips as may be could have given a ballot away."""
    certain = len(voters) - len(set(absent) | set(slips_of))
    slips = range(1, len(slips_of)) if slips_of else (0,)
    return any(outcome_only(casters(voters, absent, slips_of, certain + n), before) for n in slips)


def _may_be_shown(state: State, event: e.RoundClosed) -> bool:
    """Whether who cast adds up, and the count gives nobody away; an older record says nothing of who cast."""
    if event.absent is None:
        return True
    voters = voters_of(state)
    who = casters(voters, event.absent, event.slips_of, event.cast)
    before = totals_shown(state, event.application)
    return adds_up(voters, who, event.absent, event.cast) and not outcome_only(who, before)


def adds_up(voters: tuple[int, ...], who: Casters, absent: tuple[int, ...], cast: int | None) -> bool:
    """Whether those who cast and those who did not are those who could, and as many as were counted."""
    known = who.sure | who.maybe | set(absent)
    return known == set(voters) and who.cast == cast and 0 <= who.slips <= len(who.maybe)


def _counted(state: State, event: e.RoundClosed) -> bool:
    """Whether counts are whole, of people who could vote, and come to what was said; reasons tell no order."""
    if event.counts is None or len(event.counts) != len(state.model.consensus.options):
        return False
    cant_say, n = event.cant_say or 0, sum(event.counts)
    if min(*event.counts, cant_say) < 0 or n < FEWEST or n + cant_say > event.eligible:
        return False
    unordered = event.reasons == tuple(sorted(event.reasons)) and len(event.reasons) <= n + cant_say
    came_to = outcome(state.model.consensus.rule, event.counts)
    return event.cast == n + cant_say and unordered and came_to is event.outcome


def _round_voided(state: State, event: e.RoundVoided) -> bool:
    rounds = state.rounds.get(event.application, ())
    return bool(event.why) and any(one.number == event.round and not one.void for one in rounds)


def _agreed_by_talking(state: State, event: e.AgreedByTalking) -> bool:
    rounds = [one for one in state.rounds.get(event.application, ()) if not one.void]
    return not state.confirmed and bool(rounds) and rounds[-1].outcome is Outcome.TOO_FEW


def _reason_hidden(state: State, event: e.ReasonHidden) -> bool:
    texts, hidden = batch(state, event.application, event.round)
    return bool(event.why) and event.place in range(len(texts)) and event.place not in hidden


def _tie_opened(state: State, event: e.TieOpened) -> bool:
    seated = len(event.electorate) >= FEWEST and set(event.electorate) <= set(state.seats)
    tied = event.applications in open_ties(state) or ranked_earlier(state)
    return seated and event.number == len(state.tie_ballots) + 1 and tied


def _ranking_closed(state: State, event: e.RankingClosed) -> bool:
    opened = state.open_tie
    if opened is None or opened.number != event.number:
        return False
    if event.places is None:
        return event.cast is None and event.cant_say is None and _order_alone(state, opened, event)
    kept = Places(event.places, event.cant_say or 0)
    whole = kept.add_up and len(event.places) == len(opened.refs) and event.cast == kept.cast
    enough = kept.ranked >= FEWEST and kept.cast <= len(opened.electorate)
    return whole and enough and not event.order and _order_may_be_counted(state, opened, event)


def _order_alone(state: State, opened: TieBallot, event: e.RankingClosed) -> bool:
    """Whether counts can rightly have been left out for an order, which nobody can work out again."""
    if not event.order:
        return True
    ranks = sorted(event.order)
    shared = all(rank == 1 + sum(other < rank for other in ranks) for rank in ranks)
    before = orders_shown(state, opened.refs)
    rightly = left_out_rightly(voters_on(state, opened), event.absent or (), event.slips_of, before)
    return len(ranks) == len(opened.refs) and shared and event.absent is not None and rightly


def _order_may_be_counted(state: State, opened: TieBallot, event: e.RankingClosed) -> bool:
    if event.absent is None:
        return True
    voters = voters_on(state, opened)
    who = casters(voters, event.absent, event.slips_of, event.cast)
    before = orders_shown(state, opened.refs)
    return adds_up(voters, who, event.absent, event.cast) and not outcome_only(who, before)


def _tie_voided(state: State, event: e.TieVoided) -> bool:
    return bool(event.why) and any(one.number == event.number and not one.void for one in state.tie_ballots)


CHECKS: Checks = {
    e.PaperWayChosen: _paper_way_chosen,
    e.RoundOpened: _round_opened,
    e.RoundClosed: _round_closed,
    e.RoundVoided: _round_voided,
    e.ReasonHidden: _reason_hidden,
    e.AgreedByTalking: _agreed_by_talking,
    e.TieOpened: _tie_opened,
    e.RankingClosed: _ranking_closed,
    e.TieVoided: _tie_voided,
}
