"""The ranked list against the pot, told: who came where, what each was given, and what was left."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from sessions.methods.ranking_and_ties import rank_sums
from sessions.methods.scoring import ApplicationResult, application_result, round_half_up, shown
from sessions.model.decisions import Decision, Outcome, Verdict
from sessions.model.text import money
from sessions.results.budget import outcome_of, ranking, to_rank, total
from sessions.results.earlier_scores import ranked_score, score_before, weighs_earlier
from sessions.results.shortlist import chosen
from sessions.results.tie_ballots import tie_sums
from sessions.results.told_scores import enough_scored
from sessions.state import State, TieBallot
from sessions.views.record.audience import Audience, may_tell
from sessions.views.record.results import NOBODY
from sessions.views.score_digits import digits_apart
from sessions.views.wall.application import outcome_words
from sessions.views.wall.budget import breaker_words
from sessions.wording import say, say_many
from sessions.wording.enumerations import titles_said

NONE = "–"
_VERDICTS = {
    Verdict.FUND: "fund",
    Verdict.PART: "part",
    Verdict.RESERVE: "reserve",
    Verdict.NOT_NOW: "not-now",
}


class RankedRow(Struct, frozen=True):
    """One line of the list."""

    rank: str
    ref: str
    title: str
    score: str
    asks: str
    outcome: str
    decision: str
    given: str
    left: str
    tie: str


class RankedList(Struct, frozen=True):
    """The list, what the whole of it comes to, and the ballots that were held to break ties.

    A shortlist has no columns of `money`.
    """

    rows: tuple[RankedRow, ...]
    total: str
    ballots: tuple[str, ...] = ()
    money: bool = True
    weighed: bool = False  # earlier scores are in those the list is ranked by


def ranked_list(state: State, results: Mapping[str, ApplicationResult], digits: int) -> RankedList:
    """Put the applications in order of rank, with what the panel decided about each; `results` are those to tell."""
    model = state.model
    left = model.pot
    rows = []
    for place in ranking(state):
        application = model.application(place.ref)
        decision = state.plan.decisions.get(place.ref)
        given = decision.amount if decision and decision.funded else Decimal(0)
        left -= given
        why = breaker_words(state, place.tie_break) if place.tie_break else ""
        rows.append(
            RankedRow(
                rank=str(place.rank) if enough_scored(state, place.ref) else NONE,
                ref=place.ref,
                title=application.title,
                score=_score(state, results.get(place.ref), place.ref, digits),
                asks=money(application.asked, model.currency),
                outcome=told_outcome(state, place.ref) or NONE,
                decision=verdict_words(decision),
                given=money(given, model.currency) if given else NONE,
                left=money(left, model.currency) if given else NONE,
                tie=say("exports.story.list.tie", why=why) if why else "",
            )
        )
    return RankedList(
        tuple(rows),
        total_words(state),
        tuple(tie_ballot_words(state, one) for one in state.tie_ballots if not one.open),
        money=model.places is None,
        weighed=weighs_earlier(model),
    )


def _score(state: State, result: ApplicationResult | None, ref: str, digits: int) -> str:
    """Return the score it is ranked by, the earlier one weighed in, where one may be told."""
    u = ranked_score(state, ref)
    if result is None or result.score is None or u is None:
        return NONE
    return round_half_up(shown(u, state.model.scale), digits)


def score_of_both(state: State, ref: str, digits: int) -> str:
    """Return the score that today's and the earlier one make together; nothing where today's stands alone."""
    u = ranked_score(state, ref)
    if u is None or score_before(state.model, ref) is None:
        return ""
    return round_half_up(shown(u, state.model.scale), digits)


def total_words(state: State) -> str:
    """Say how much was given of how much; of a shortlist, how many were chosen for how many places.

    Nothing is given or chosen before the list is confirmed: until then it is what is written down.
    """
    model, decisions = state.model, state.plan.decisions
    if model.places is not None:
        n, of = len(chosen(decisions)), len(model.applications)
        key = "stages.story.total" if state.confirmed else "stages.story.total-for-now"
        return say_many(key, n, of=of, places=say_many("stages.places", model.places))
    given = total(decisions)
    return say(
        "exports.story.list.total" if state.confirmed else "exports.story.list.total-for-now",
        given=money(given, model.currency),
        pot=money(model.pot, model.currency),
        left=money(model.pot - given, model.currency),
    )


def tie_ballot_words(state: State, held: TieBallot) -> str:
    """Tell of a ballot held to break a tie, with its sums where they may be kept."""
    named = {ref: state.model.called(ref) for ref in held.refs}
    titles = titles_said([named[ref] for ref in held.refs], most=len(held.refs))
    if held.void:
        return say("exports.story.list.ballot-void", titles=titles, why=held.void)
    if held.places is None:
        return say("exports.story.list.ballot-few", titles=titles)
    sums = rank_sums(dict(zip(held.refs, held.places, strict=True)))
    added = ", ".join(f"{named[ref]} {sums[ref]}" for ref in sorted(held.refs, key=sums.__getitem__))
    of = len(held.electorate) if held.eligible is None else held.eligible
    told = say("exports.story.list.ballot", titles=titles, n=sum(held.places[0]), of=of, sums=added)
    counts = tie_sums(state, to_rank(state))
    over = "" if set(held.refs) <= counts.keys() else say("exports.story.list.ballot-over")
    return " ".join(filter(None, (told, over)))


def result_of(state: State, ref: str, who: Audience) -> ApplicationResult:
    """Work out how a revealed application was scored; where that may not be told, only by how many."""
    found = state.scoring[ref].worked_out(application_result, state.model.criteria, state.model.scale)
    return found if may_tell(state, ref, who) else replace(NOBODY, scored_by=found.scored_by)


def score_digits(state: State, who: Audience) -> int:
    """Return how many decimals tell apart the scores that may be told, two at least."""
    scores = (ranked_score(state, a.ref) for a in state.model.applications if may_tell(state, a.ref, who))
    return digits_apart(state.model.scale, scores, fewest=2)


def score_words(result: ApplicationResult | None, digits: int) -> str:
    """Write a score with so many decimals; nothing where there is none to tell."""
    return "" if result is None or result.score is None else round_half_up(result.score, digits)


def told_outcome(state: State, ref: str) -> str:
    """Say an application's outcome in words fit to read aloud."""
    found = outcome_of(state, ref)
    if found is None:
        return ""
    return (
        say("exports.story.application.too-few") if found is Outcome.TOO_FEW else outcome_words(state, ref)[0]
    )


def verdict_words(decision: Decision | None) -> str:
    """Say a decision without its money."""
    if decision is None:
        return say("exports.story.list.undecided")
    return decision.words or say(f"exports.story.verdict.{_VERDICTS[decision.verdict]}")


def decision_words(state: State, decision: Decision) -> str:
    """Say a decision with its money."""
    if decision.words:
        return decision.words
    amount = money(decision.amount, state.model.currency)
    return say(f"exports.story.decision.{_VERDICTS[decision.verdict]}", amount=amount)
