"""What the room looks at together, on the phone as well."""

from __future__ import annotations

from ..decide.onward import standing
from ..state import State, scores_of
from ..wording import say
from . import pages as p
from .confidence import then_and_now
from .posters import Frame
from .shaped import how_it_was_shaped
from .shapes import round_bars, shapes
from .wall_application import decision_words, outcome_words
from .wall_application import outcome as outcome_poster
from .written import differing, written


def reveal(state: State) -> p.Result:
    """Show the same shapes as the wall."""
    scored = scores_of(state, state.application)
    drawn = shapes(state.model, scored)
    again = (say("views.reveal.again"),) if scored.voided else ()
    return p.Result(
        heading=say("views.phone.reveal.heading"),
        lines=(say("views.phone.reveal.lines"), *again),
        shapes=tuple((shape.question, shape.words, shape.bars) for shape in drawn),
    )


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
        application=ref,
    )


def ended(state: State, head: tuple[str, ...]) -> p.Ended:
    """Say what we decided; once the day is over, with the head of the record to keep."""
    decisions = state.plan.decisions
    rows = tuple(
        (a.title, decision_words(state, a.ref) if a.ref in decisions else say("views.verdict.none"))
        for a in state.model.applications
    )
    key = "over" if state.ended else "closing"
    keep = (say("views.thanks.head", words=" ".join(head)),) if head else ()
    felt = filter(None, [then_and_now(state)])
    return p.Ended(
        heading=say(f"views.phone.{key}.heading"),
        lines=(say(f"views.phone.{key}.lines"), *felt, *keep),
        decisions=rows,
        written=differing(state),
        shaped=how_it_was_shaped(state).day if state.ended else (),
    )
