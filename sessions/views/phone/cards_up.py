"""Cards up on a phone: whether this member agrees, all scores with their seats, and one's own to change."""

from __future__ import annotations

from sessions.decide.anonymous import askable
from sessions.decide.cards_up import NO, YES, asks_cards_up, may_change_card
from sessions.model.answers import FEWEST
from sessions.model.phases import Phase
from sessions.state import State, scores_of
from sessions.views.cards_up import seen_shapes
from sessions.views.in_words import in_words
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.views.phone.scoring import blank_question, sent
from sessions.wording import say


def agreeing_page(state: State, seat: int, *, given: bool, again: bool) -> p.AnyPage | None:
    """Ask a phone, or say that its answer is in; nothing where there is nothing to ask of it."""
    if not asks_cards_up(state) or seat not in askable(state):
        return None
    if given and not again:
        lines = (say("small.ask.in-lines"),)
        return p.Wait(heading=say("people.confidence.in"), lines=lines, may_agree_again=True)
    return p.OpenScores(
        heading=say("small.ask.question"),
        lines=tuple(say(f"small.ask.{key}", fewest=FEWEST) for key in ("why", "what", "no", "memory")),
        choices=(p.Choice(YES, say("small.ask.yes")), p.Choice(NO, say("small.ask.say-no"))),
        again=given,
        about=about(state, state.application),
    )


def open_scores_page(state: State, seat: int, number: int = 0, *, may_step_out: bool = False) -> p.OpenScores:
    """Show all scores with their seats. `number` asks to change this seat's own answer to that question."""
    ref, criteria = state.application, state.model.criteria
    may = may_change_card(state, seat, ref)
    talking = state.plan.phase is Phase.TALK
    shown = p.OpenScores(
        heading=say("small.open.heading"),
        lines=tuple(say(f"small.open.{key}") for key in ("lines", *(("change",) if may else ()))),
        about=about(state, ref),
        questions=tuple(
            p.OpenQuestion(n if may else 0, shape.question, shape.cards)
            for n, shape in enumerate(seen_shapes(state, ref), start=1)
        ),
        may_step_out=may_step_out and talking,
    )
    if not may or not 1 <= number <= len(criteria):
        return shown
    one = criteria[number - 1]
    cell = scores_of(state, ref).cells.get(seat, {}).get(one.key)
    return p.OpenScores(
        heading=one.question,
        lines=(say("small.change.both"),),
        about=about(state, ref),
        change=blank_question(state.model, ref, number),
        said=in_words(cell.answer if cell else None, one.scale),
        given=sent(cell.answer) if cell else "",
    )
