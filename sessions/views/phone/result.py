"""What the room looks at together, on the phone as well."""

from __future__ import annotations

from collections.abc import Iterable

from sessions.state import State, scores_of
from sessions.state.rounds import standing
from sessions.views.cards_up import seen_shapes
from sessions.views.closing_questions import then_and_now
from sessions.views.influence import how_it_was_shaped
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.views.shapes import Bar, Shape, Written, differing, round_bars, shapes, would_ask, written
from sessions.views.wall.application import decision_words, outcome_words
from sessions.views.wall.application import outcome as outcome_poster
from sessions.views.wall.closing import decided
from sessions.views.wall.posters import Frame
from sessions.wording import say

Drawn = tuple[tuple[str, str, tuple[Bar, ...]], ...]


def reveal(state: State) -> p.Result:
    """Show the same shapes as the wall."""
    scored = scores_of(state, state.application)
    again = (say("views.reveal.again"),) if scored.voided else ()
    return p.Result(
        heading=say("views.phone.reveal.heading"),
        lines=(say("views.phone.reveal.lines"), *again),
        shapes=seen(shapes(state, state.application)),
        about=about(state, state.application),
    )


def seen(drawn: Iterable[Shape]) -> Drawn:
    """Return shapes as a phone shows them: a question, what is said of it, and its bars."""
    return tuple((one.question, " ".join(filter(None, (one.words, one.since))), one.bars) for one in drawn)


def so_far(state: State) -> tuple[Drawn, tuple[Written, ...]]:
    """Return what stays on the wall while we talk: the shapes, or the ballots before, and what people wrote."""
    rounds = round_bars(state.model, standing(state.rounds.get(state.application, ())))
    drawn = seen(seen_shapes(state, state.application))
    return (*((one.name, one.cant_say, one.bars) for one in rounds), *drawn), written(
        state, state.application
    )[-1:] or would_ask(state, state.application)


def outcome(state: State) -> p.Result:
    """Show the same outcome, and the rounds, as the wall."""
    ref = state.application
    words, _tone = outcome_words(state, ref)
    poster = outcome_poster(state, Frame(state.plan.position, ""))
    rounds = round_bars(state.model, standing(state.rounds.get(ref, ())))
    lines = list(poster.lines)
    if ref in state.plan.decisions:
        lines.insert(0, decision_words(state, ref))
    return p.Result(
        heading=words,
        lines=tuple(lines),
        shapes=tuple((one.name, one.cant_say, one.bars) for one in rounds),
        written=written(state, ref),
        about=about(state, ref),
    )


def _heading(state: State) -> str:
    """Name the page as the wall does: what stands on a list that was never confirmed is so far only."""
    if state.ended:
        return "views.phone.over.heading"
    return "views.phone.closing.heading" if state.confirmed else "views.closing.provisional"


def ended(state: State, head: tuple[str, ...]) -> p.Ended:
    """Say what we decided; once the day is over, with the head of the record to keep."""
    key = "over" if state.ended else "closing"
    keep = (say("views.thanks.head", words=" ".join(head)),) if head else ()
    felt = filter(None, [then_and_now(state)])
    return p.Ended(
        heading=say(_heading(state)),
        lines=(say(f"views.phone.{key}.{'lines' if state.confirmed else 'open'}"), *felt, *keep),
        decisions=decided(state),
        written=differing(state),
        shaped=how_it_was_shaped(state).day if state.ended else (),
    )
