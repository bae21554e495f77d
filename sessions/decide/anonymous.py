"""Rules about what members give without their name: another view for the record, and how the day is for them."""

from __future__ import annotations

from sessions import commands as c
from sessions import events as e
from sessions.decide.rounds import CANT_SAY
from sessions.model.answers import CONFIDENT, FEWEST
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.text import LONGEST, clean
from sessions.state import State, scores_of

POINTS = 5  # of how confident, or how much a question matters; each has a word


# another view


def writers(state: State) -> set[int]:
    """Return who could write another view. Who votes on paper or has gone home hides nobody: it was not them."""
    return set(scores_of(state, state.application).voters) & set(askable(state))


def may_differ(state: State, seat: int) -> bool:
    """Whether a seat may have another view recorded now: one of five at least who could write it."""
    can = writers(state)
    return state.plan.phase is Phase.DECISION and len(can) >= FEWEST and seat in can


def slip_writers(state: State) -> tuple[int, ...]:
    """Return who may hand in another view on a slip now: those who vote on paper.

    Nobody where neither five of them nor five by phone could have written one: it would lead to those few on paper.
    """
    ref = state.application
    if not ref or state.plan.phase is not Phase.DECISION:
        return ()
    voters = set(scores_of(state, ref).voters)
    paper = tuple(seat for seat in state.here if seat in voters and state.seats[seat].paper)
    return paper if max(len(paper), len(writers(state))) >= FEWEST else ()


def check_view_slip(state: State, application: str, text: str, *, keyed: int) -> str:
    """Return another view as it is kept, from a slip after `keyed` others. Raises Refused."""
    if state.application != application or state.plan.phase is not Phase.DECISION:
        raise Refused(No.MOVED_ON)
    may = len(slip_writers(state))
    if keyed >= may:
        raise Refused(No.PAPER_TOO_MANY, n=may)
    if len(text) > LONGEST:
        raise Refused(No.WORDS_TOO_LONG, most=LONGEST)
    words = clean(text)
    if not words:
        raise Refused(No.NO_WORDS)
    return words


def check_differing(state: State, seat: int, application: str) -> None:
    """Check that another view may be written. Raises Refused."""
    if state.application != application or state.plan.phase is not Phase.DECISION:
        raise Refused(No.MOVED_ON)
    if seat in scores_of(state, application).aside:
        raise Refused(No.STEPPED_OUT)
    if not may_differ(state, seat):
        raise Refused(No.NOT_IN_ELECTORATE)


def recorded(state: State, gathered: c.Gathered | None) -> tuple[e.Event, ...]:
    """Record the other views, where some were written, as the room leaves the application."""
    ref = state.application
    if not ref or gathered is None or not gathered.texts or len(scores_of(state, ref).voters) < FEWEST:
        return ()
    return (e.MinorityRecorded(ref, gathered.texts),)


# what we would ask

LONGEST_QUESTION = 200  # characters; it is read off the wall


def askers(state: State) -> set[int]:
    """Return who can write down what they would ask: on a phone, here, and not stepped out."""
    return {seat for seat in askable(state) if (seat, state.application) not in state.conflicts}


def may_write_question(state: State, seat: int) -> bool:
    """Whether a seat may write one now: while we read, as one of five at least who could have written it."""
    if state.plan.phase is not Phase.READ or state.plan.pause:
        return False
    can = askers(state)
    return len(can) >= FEWEST and seat in can


def check_question(state: State, seat: int, application: str) -> None:
    """Check that what a member would ask may be written. Raises Refused."""
    if state.application != application or state.plan.phase is not Phase.READ:
        raise Refused(No.MOVED_ON)
    if not may_write_question(state, seat):
        raise Refused(No.NOT_NOW)


def questions_shown(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Show what was written, all at once, as we begin to talk; nothing where fewer than five could have written it.

    Whoever has gone home or come to paper since could write it as well; who has stepped out since is not meant by it.
    """
    meant = [seat for seat in command.could_ask if (seat, state.application) not in state.conflicts]
    if not command.questions or len(meant) < FEWEST:
        return ()
    return (e.QuestionsShown(state.application, command.questions),)


# closing questions


def askable(state: State) -> tuple[int, ...]:
    """Return who can be asked by phone."""
    return tuple(seat for seat in state.here if not state.seats[seat].paper)


def slips_askable(state: State) -> tuple[int, ...]:
    """Return who can be asked on slips: nobody where fewer than five are on paper, or whoever counts would know."""
    paper = tuple(seat for seat in state.here if state.seats[seat].paper)
    return paper if len(paper) >= FEWEST else ()


def phones_askable(state: State) -> tuple[int, ...]:
    """Return who is asked a closing question by phone: nobody where that is fewer than five."""
    phones = askable(state)
    return phones if len(phones) >= FEWEST else ()


def closing_questions(state: State) -> tuple[str, ...]:
    """Name what the present step asks: the panel's choice, or how confident we feel."""
    step = state.step
    return (step.questions if step else ()) or (CONFIDENT,)


def asks_confidence(state: State) -> bool:
    """Whether there are enough of us to ask without a name, and this step has not asked before."""
    step = state.step
    asked = step is not None and any(one.step == step.key for one in state.felt)
    return bool(phones_askable(state) or slips_askable(state)) and not asked


def check_confidence(state: State, seat: int, number: int, choice: str) -> int | None:
    """Check an answer to question `number`, from 1; give its point from 1, or None for "can't say". Raises Refused."""
    if state.plan.phase is not Phase.CONFIDENCE or not asks_confidence(state):
        raise Refused(No.MOVED_ON)
    if seat not in phones_askable(state):
        raise Refused(No.NOT_NOW)
    if not 1 <= number <= len(closing_questions(state)):
        raise Refused(No.NO_SUCH_QUESTION)
    return point_of(choice)


def point_of(choice: str) -> int | None:
    """Read one of the points; None for "can't say". Raises Refused."""
    if choice == CANT_SAY:
        return None
    if choice not in map(str, range(1, POINTS + 1)):
        raise Refused(No.NOT_AN_OPTION if choice else No.NOTHING_CHOSEN)
    return int(choice)


def may_count_felt(state: State, counted: tuple[c.Tally, ...]) -> tuple[c.Tally, ...]:
    """Check what two members counted of the slips, a question each. Raises Refused.

    Fewer than five slips of a question are as good as shown to whoever counts them: they go back unread, as nought.
    """
    slips = slips_askable(state)
    if state.plan.phase is not Phase.CONFIDENCE or not asks_confidence(state) or not slips:
        raise Refused(No.NOT_NOW)
    if len(counted) != len(closing_questions(state)):
        raise Refused(No.NO_SUCH_QUESTION)
    for one in counted:
        if len(one.counts) != POINTS or min((*one.counts, one.cant_say)) < 0:
            raise Refused(No.NOT_AN_OPTION)
        if one.cast > len(slips):
            raise Refused(No.PAPER_TOO_MANY, n=len(slips))
    return tuple(c.Tally(one.counts, one.cant_say) for one in counted)


def close_confidence(state: State, command: c.Next) -> tuple[e.Event, ...]:
    """Close the questions, and keep totals of five or more, each by itself."""
    step, gathered = state.step, command.gathered or c.Gathered()
    phones, slips = phones_askable(state), slips_askable(state)
    assert step is not None
    missing = len(phones) - gathered.given + (0 if gathered.slips else len(slips))
    if missing and not command.sure:
        raise Refused(No.ASK_AGAIN_CLOSING, missing=missing)
    felt = tuple(_total(one, place, gathered) for place, one in enumerate(closing_questions(state)))
    return (e.ConfidenceClosed(step.key, len(phones) + len(slips), felt=felt),)


def _total(question: str, place: int, gathered: c.Gathered) -> e.FeltTotal:
    """Add up what came by phone and what came on slips.

    Whoever counted the slips knows their totals, and could take them from ours: so each of the two counts only
    where it has five answers of its own.
    """
    by_phone = [c.Tally(gathered.counts[place], gathered.cant_say[place])] if gathered.counts else []
    enough = [one for one in (*by_phone, *gathered.slips[place : place + 1]) if sum(one.counts) >= FEWEST]
    if not enough:
        return e.FeltTotal(question)
    counts = tuple(map(sum, zip(*(one.counts for one in enough), strict=True)))
    return e.FeltTotal(question, counts, sum(one.cant_say for one in enough))
