"""A question of the moment as wall and phone show it: how many ballots are in, then what most of us said."""

from __future__ import annotations

from sessions.model.answers import FEWEST
from sessions.state import RoomQuestion, State, answers_shown
from sessions.state.casters import Casters, outcome_only
from sessions.views.phone import pages as p
from sessions.views.phone.rounds import CANT_SAY, ballot_in, promises
from sessions.views.shapes import Bar, RoundBars
from sessions.views.wall import posters
from sessions.views.wall.application import about_the_box
from sessions.views.wall.poster_inputs import InBox
from sessions.wording import say

_PROMISES = ("who", "halves", "not", "nor")


def numbered(answers: tuple[str, ...]) -> tuple[str, ...]:
    """Give each answer its number, by which a slip names it."""
    return tuple(say("asking.numbered", n=n, answer=one) for n, one in enumerate(answers, start=1))


def question_page(state: State, seat: int, inside: bool, *, settled: bool, again: bool) -> p.AnyPage:  # noqa: FBT001
    """Offer the answers, with the promise and who may vote; `inside` where this seat's ballot is in the box.

    Who came after it was asked listens along.
    """
    opened = state.open_question
    if opened is None or seat not in opened.electorate:
        lines = tuple(say("views.phone.asked-out.lines").split("\n"))
        return p.Wait(heading=say("views.phone.asked-out.heading"), lines=lines)
    if inside and (settled or not again):
        return _in(settled=settled)
    choices = [p.Choice(str(n), one) for n, one in enumerate(opened.answers, start=1)]
    return p.AskTheRoom(
        ballot=opened.number,
        question=opened.question,
        choices=(*choices, p.Choice(CANT_SAY, say("views.answer.cant-say"))),
        promise=(*promises(state, _PROMISES), say("asking.promise", fewest=FEWEST)),
        electorate=_who(opened),
        again=inside,
    )


def _in(*, settled: bool) -> p.Wait:
    shown = ballot_in(settled=settled)
    return p.Wait(heading=shown.heading, lines=shown.lines, may_vote_again=not settled)


def _who(opened: RoomQuestion) -> str:
    seats = ", ".join(str(n) for n in opened.electorate)
    return say("views.ballot.who", n=len(opened.electorate), seats=seats)


def question_poster(state: State, bands: posters.Frame, box: InBox) -> posters.Ballot:
    """Count the ballots in the box, with the answers and who may vote."""
    opened = state.asked[-1]
    everyone = Casters(frozenset(opened.electorate))
    never = outcome_only(everyone, answers_shown(state, opened))
    return posters.Ballot(
        bands,
        say("asking.heading"),
        opened.question,
        box.ballots,
        len(opened.electorate),
        "\n".join(numbered(opened.answers)),
        (
            *about_the_box(box, reasons=False),
            _who(opened),
            *((say("asking.most-only"),) if never else ()),
            say("views.ballot.secret"),
        ),
    )


def most_words(asked: RoomQuestion) -> str:
    """Say what most of us chose, in one sentence."""
    most = [asked.answers[place] for place in asked.most]
    if not most:
        return say("asking.too-few")
    if len(most) == 1:
        return say("asking.most", answer=most[0])
    *before, last = (say("asking.quoted", answer=one) for one in most)
    return say("asking.level", answers=", ".join(before), last=last)


def answer_bars(asked: RoomQuestion) -> tuple[RoundBars, ...]:
    """Return how many chose each answer, where that may be shown."""
    if asked.told is None:
        return ()
    bars = tuple(map(Bar, asked.answers, asked.told))
    return (
        RoundBars(
            asked.question, bars, say("views.round.cant-say", n=asked.cant_say) if asked.cant_say else ""
        ),
    )


def why_no_count(asked: RoomQuestion) -> str:
    """Say why no count is shown; nothing where one is."""
    if not asked.most:
        return say("asking.why-too-few", fewest=FEWEST)
    if asked.counts is None:
        return say("asking.why-alike")
    return "" if asked.told is not None else say("asking.why-one")


def answer_poster(state: State, bands: posters.Frame) -> posters.BallotOutcome:
    """Say what most of us chose, with the counts where they may be shown."""
    asked = state.asked[-1]
    lines = tuple(line for line in ("" if asked.told else asked.question, why_no_count(asked)) if line)
    return posters.BallotOutcome(bands, most_words(asked), "open", answer_bars(asked), lines)


def answer_page(state: State) -> p.Result:
    """Show what the wall shows."""
    asked = state.asked[-1]
    return p.Result(
        heading=most_words(asked),
        lines=tuple(line for line in ("" if asked.told else asked.question, why_no_count(asked)) if line),
        shapes=tuple((one.name, one.cant_say, one.bars) for one in answer_bars(asked)),
    )
