"""Secret ballots on a phone: about one application, or to break a tie. What was chosen is never shown again."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from sessions.model.session import Session
from sessions.model.text import money
from sessions.results.tie_ballots import voters_on
from sessions.state import Round, State, TieBallot, scores_of
from sessions.views.phone import pages as p
from sessions.views.phone.about import about
from sessions.wording import say

CANT_SAY = "cant-say"
_OF_REASONS = ("apart", "style", "memory", "shown")
PROMISES = ("who", "halves", "once", "paper", "between", "not", "nor")


def ballot_choices(model: Session) -> tuple[p.Choice, ...]:
    """Return what a ballot offers, on phones and on slips: the options, lowest first, and "I can't say"."""
    options = [p.Choice(str(n), words) for n, words in enumerate(model.consensus.options, start=1)]
    return (*options, p.Choice(CANT_SAY, say("views.answer.cant-say")))


def ballot(state: State, seat: int, opened: Round, *, again: bool) -> p.BallotPage:
    """Offer the options, lowest first, with the promise and who may vote."""
    aside = scores_of(state, state.application).aside
    voters = [n for n in opened.electorate if n not in aside]
    return p.BallotPage(
        about=about(state, state.application),
        round=opened.number,
        question=state.model.consensus.question,
        choices=ballot_choices(state.model),
        promise=promises(state, PROMISES),
        electorate=say("views.ballot.who", n=len(voters), seats=", ".join(str(n) for n in voters)),
        again=again,
        unfold=not again and not state.seats[seat].practised and not _voted_before(state, seat),
    )


def promises(state: State, keys: Sequence[str]) -> tuple[str, ...]:
    """Say what a ballot promises; where few of us are on paper, which way it is for them."""
    way = (f"paper-{state.paper_way}",) if state.paper_way else ()
    return tuple(say(f"views.promise.{key}") for key in (*keys[:1], *way, *keys[1:]))


def _voted_before(state: State, seat: int) -> bool:
    """Whether a seat could vote in a ballot before the open one, and so has had the promise to read."""
    earlier = (one for rounds in state.rounds.values() for one in rounds if one != state.open_round)
    return any(seat in one.electorate for one in earlier)


def ballot_shut(page: p.AnyPage) -> p.AnyPage:
    """Take the ballot paper, and the way back to it, off a page while the slips of those on paper are counted."""
    if isinstance(page, p.Wait):
        return replace(page, kept="", may_vote_again=False, may_say_why=False)
    if not isinstance(page, p.BallotPage | p.Reason | p.Rank | p.AskTheRoom):
        return page
    return _instead(page, say("views.phone.shut.heading"), say("views.phone.shut.lines"))


def ballot_by_slip(page: p.AnyPage, *, everyone: bool = False) -> p.Wait:
    """Put in place of a ballot paper that this seat votes on paper, or that we all do."""
    if everyone:
        return _instead(page, say("views.phone.all-on-paper.heading"), say("views.phone.all-on-paper.lines"))
    return _instead(page, say("refusals.on-paper-now", seat=page.seat))


def _instead(page: p.AnyPage, heading: str, lines: str = "") -> p.Wait:
    return p.Wait(
        language=page.language,
        seat=page.seat,
        position=page.position,
        signals=page.signals,
        heading=heading,
        lines=tuple(lines.split("\n")) if lines else (),
        about=getattr(page, "about", None),
    )


def reason(state: State, opened: Round) -> p.Reason:
    """Ask for a reason, if there is one to give. It has nothing to do with the ballot, which is in."""
    return p.Reason(
        about=about(state, state.application),
        round=opened.number,
        promise=tuple(say(f"people.reason.{key}") for key in _OF_REASONS),
    )


def ballot_in(*, settled: bool, heard: bool = False) -> p.Wait:
    """Say that the ballot is in the box, and nothing of what it says, nor whether a reason came with it.

    A reason is asked for only where it is `heard`: where too few of us could have written one, none is kept.
    """
    return p.Wait(
        heading=say("views.phone.ballot-in.heading"),
        lines=(say("refusals.ballot-stands" if settled else "views.phone.ballot-in.lines"),),
        kept=say("people.reason.kept") if heard and not settled else "",
        may_vote_again=not settled,
        may_say_why=heard and not settled,
    )


_TIE_PROMISES = ("who", "halves", "sums", "not", "nor")


def rank(state: State, opened: TieBallot, *, again: bool) -> p.Rank:
    """Offer a place for each of the tied, with the promise and who may vote."""
    voters = voters_on(state, opened)
    found = [state.model.application(ref) for ref in opened.refs]
    return p.Rank(
        ballot=opened.number,
        question=say("dividing.tie.question"),
        tied=tuple(
            p.Tied(
                f"place{n}",
                one.title,
                " · ".join(
                    part for part in (one.organisation, money(one.asked, state.model.currency)) if part
                ),
            )
            for n, one in enumerate(found, start=1)
        ),
        places=tuple(p.Choice(str(n), place_words(n)) for n in range(1, len(found) + 1)),
        promise=promises(state, _TIE_PROMISES),
        electorate=say("views.ballot.who", n=len(voters), seats=", ".join(str(n) for n in voters)),
        again=again,
    )


def place_words(n: int) -> str:
    """Say a place: first, second … eighth."""
    return say(f"dividing.place.{n}")
