"""The secret ballot on a phone. What was chosen is never shown again, not even to who chose it."""

from __future__ import annotations

from msgspec.structs import replace

from ..model import Session
from ..state import Round, State, scores_of
from ..wording import say
from . import pages as p
from .about import about

CANT_SAY = "cant-say"
_OF_REASONS = ("apart", "style", "memory", "shown")
_PROMISES = ("who", "halves", "once", "paper", "between", "not", "nor")


def ballot_choices(model: Session) -> tuple[p.Choice, ...]:
    """Give what a ballot offers, on phones and on slips: the options, lowest first, and "I can't say"."""
    options = [p.Choice(str(n), words) for n, words in enumerate(model.consensus.options, start=1)]
    return (*options, p.Choice(CANT_SAY, say("views.answer.cant-say")))


def ballot(state: State, opened: Round, *, again: bool) -> p.Ballot:
    """Offer the options, lowest first, with the promise and who may vote."""
    aside = scores_of(state, state.application).aside
    voters = [n for n in opened.electorate if n not in aside]
    return p.Ballot(
        about=about(state, state.application),
        round=opened.number,
        question=state.model.consensus.question,
        choices=ballot_choices(state.model),
        promise=tuple(say(f"views.promise.{key}") for key in _PROMISES),
        electorate=say("views.ballot.who", n=len(voters), seats=", ".join(str(n) for n in voters)),
        again=again,
    )


def ballot_shut(page: p.AnyPage) -> p.AnyPage:
    """Take the ballot paper, and the way back to it, off a page while the slips of those on paper are counted."""
    if isinstance(page, p.Wait):
        return replace(page, may_vote_again=False, may_say_why=False)
    if not isinstance(page, p.Ballot | p.Reason | p.Rank):
        return page
    return _instead(page, say("views.phone.shut.heading"), say("views.phone.shut.lines"))


def ballot_by_slip(page: p.AnyPage) -> p.Wait:
    """Put in place of a ballot paper that this seat votes on paper."""
    return _instead(page, say("refusals.on-paper-now", seat=page.seat))


def _instead(page: p.AnyPage, heading: str, lines: str = "") -> p.Wait:
    return p.Wait(
        language=page.language,
        seat=page.seat,
        position=page.position,
        signals=page.signals,
        heading=heading,
        lines=tuple(lines.split("\n")) if lines else (),
    )


def reason(state: State, opened: Round) -> p.Reason:
    """Ask for a reason, if there is one to give. It has nothing to do with the ballot, which is in."""
    return p.Reason(
        about=about(state, state.application),
        round=opened.number,
        promise=tuple(say(f"people.reason.{key}") for key in _OF_REASONS),
    )


def ballot_in(*, settled: bool) -> p.Wait:
    """Say that the ballot is in the box, and nothing of what it says, nor whether a reason came with it."""
    return p.Wait(
        heading=say("views.phone.ballot-in.heading"),
        lines=(say("refusals.ballot-stands" if settled else "views.phone.ballot-in.lines"),),
        may_vote_again=not settled,
        may_say_why=not settled,
    )
