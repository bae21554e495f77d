"""What goes on from a stage to the next: results of five or more, and who must keep stepping out.

Never among it: cards, phones, receipts, notes, signals, a score of one member, a count under five.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from sessions.methods.scoring import criterion_result, member_scores, shape_allowed
from sessions.model.decisions import Verdict
from sessions.model.session import Criterion
from sessions.model.stage import (
    EarlierApplication,
    EarlierCount,
    EarlierList,
    EarlierOrder,
    EarlierShape,
    EarlierStage,
)
from sessions.results.budget import shown_sheets
from sessions.results.earlier_scores import ranked_score
from sessions.results.told_scores import beside_before, scorers, shown_to_all
from sessions.state import ScoringState, State, scores_of
from sessions.state.casters import Casters
from sessions.state.kept_lists import kept_today


def chosen_to_go_on(state: State) -> tuple[str, ...]:
    """Name those with a shortlist's first decision, in the order they were heard; none where money was given."""
    decided = state.plan.decisions
    return tuple(
        one.ref
        for one in state.model.applications
        if one.ref in decided and decided[one.ref].verdict is Verdict.CHOSEN
    )


def refused_of(state: State, refs: Collection[str]) -> tuple[str, ...]:
    """Name those of the refs that the panel said no to, in the order they were heard."""
    decided = state.plan.decisions
    return tuple(ref for ref in refs if ref in decided and decided[ref].verdict is Verdict.NOT_NOW)


def conflicts_to_keep(state: State, refs: Collection[str]) -> frozenset[tuple[int, str]]:
    """Return every seat and application that go together in a conflict, those declared on the day too."""
    return frozenset((seat, ref) for seat, ref in state.conflicts if ref in refs)


class StageWords:
    """How this stage says what it came to, by ref: outcome, decision, what it said on questions, what we would ask."""

    def __init__(
        self,
        outcomes: dict[str, str],
        decisions: dict[str, str],
        on_questions: dict[str, tuple[str, ...]],
        questions: dict[str, tuple[str, ...]],
    ) -> None:
        self.outcomes, self.decisions, self.questions = outcomes, decisions, questions
        self.on_questions = on_questions


def stages_so_far(
    state: State, refs: Sequence[str], *, session_id: str, head: str, said: StageWords
) -> tuple[EarlierStage, ...]:
    """Return this stage, after those before it, as the next one is to know them; each with these applications alone.

    Nothing goes on that the room was not shown.
    """
    kept = frozenset(refs)
    before = tuple(_with_these(one, kept) for one in state.model.before)
    return (*before, _this_stage(state, refs, session_id, head, said))


def _with_these(one: EarlierStage, kept: frozenset[str]) -> EarlierStage:
    orders = tuple(order for order in one.orders if len(kept & set(order.refs)) > 1)
    return replace(one, carried=tuple(about for about in one.carried if about.ref in kept), orders=orders)


def _this_stage(
    state: State, refs: Sequence[str], session_id: str, head: str, said: StageWords
) -> EarlierStage:
    model = state.model
    return EarlierStage(
        id=session_id,
        head=head,
        title=model.title,
        name=model.stage.name.value if model.stage is not None else "",
        date=model.date.isoformat() if model.date else "",
        applications=len(model.every_application),
        sat=tuple(sorted(state.taken)),
        seats=len(state.seats),
        carried=tuple(_application(state, ref, said) for ref in refs),
        orders=tuple(_orders(state, frozenset(refs))),
        kept=tuple(EarlierList(one.ask, one.lines, one.for_guests) for one in kept_today(state) if one.lines),
    )


def _application(state: State, ref: str, said: StageWords) -> EarlierApplication:
    decision = state.plan.decisions.get(ref)
    told = shown_to_all(state, ref)  # beside bars that a few of us changed since, a score would tell of them
    u = ranked_score(state, ref) if told else None
    return EarlierApplication(
        ref=ref,
        u="" if u is None else str(u),
        scored_by=len(member_scores(shown_sheets(state, ref), state.model.criteria)) if told else None,
        shapes=tuple(_shapes(state, ref)),
        outcome=said.outcomes.get(ref, ""),
        decision=said.decisions.get(ref, ""),
        reasons="\n".join(filter(None, (decision.reasons, *said.on_questions.get(ref, ()))))
        if decision
        else "",
        conditions=decision.conditions if decision else "",
        counts=tuple(_counts(state, ref)),
        questions=said.questions.get(ref, ()),
    )


def _shapes(state: State, ref: str) -> Iterator[EarlierShape]:
    """Return the shapes that the room was shown, and that five or more are in.

    Where today's was kept back beside that of before we met the applicants, it is the one of before that was seen.
    """
    scoring = scores_of(state, ref)
    if not scoring.revealed:
        return
    for one in state.model.criteria:
        if beside_before(state, ref, one):
            yield from _shape(scoring, one)
        elif scoring.earlier is not None:
            yield from _shape(scoring.earlier, one)


def every_shape(state: State, ref: str) -> tuple[EarlierShape, ...]:
    """Return what versions before this one handed on: shapes that were kept back from the room too."""
    scoring = scores_of(state, ref)
    found = state.model.criteria if scoring.revealed else ()
    return tuple(shape for one in found for shape in _shape(scoring, one))


def _shape(scoring: ScoringState, one: Criterion) -> Iterator[EarlierShape]:
    """Return the shape of a question; none of fewer than five, or where something was changed since it was shown."""
    found = criterion_result(scoring.sheets, one)
    if shape_allowed(found.answered) and not scoring.changed(one.key):
        points = tuple(one.scale.word(point) for point in one.scale.points)
        sure = tuple(sorted(scorers(scoring, one.key).sure))
        yield EarlierShape(one.key, one.question, points, found.counts, sure)


def _counts(state: State, ref: str) -> Iterator[EarlierCount]:
    """Return each count of ballots that people have seen; setting one aside does not unsee it."""
    asked = state.model.consensus
    for one in state.rounds.get(ref, ()):
        if one.counts is not None:
            yield EarlierCount(asked.question, asked.options, *_who(one.casters))


def _orders(state: State, kept: frozenset[str]) -> Iterator[EarlierOrder]:
    for one in state.tie_ballots:
        if one.places is not None and len(kept & set(one.refs)) > 1:
            yield EarlierOrder(one.refs, *_who(one.casters))


def _who(cast: Casters) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    return tuple(sorted(cast.sure)), tuple(sorted(cast.maybe)), cast.slips
