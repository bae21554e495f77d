"""Asking at a terminal what became of each decision: one application at a time, kept at once, stopped anywhere."""

from __future__ import annotations

from panel_tui.cli.output import ask, tell
from panel_tui.offline.follow_up import AfterBook
from panel_tui.offline.follow_up_rows import entry_of
from panel_tui.system.clock import Clock
from panel_tui.system.errors import Unable
from sessions.model.follow_up import Became, OfferAnswer
from sessions.model.refusals import Refused
from sessions.views.follow_up import became_in_one_line
from sessions.views.record.story_list import decision_words
from sessions.wording import say

_OFFERS = {"a": OfferAnswer.ACCEPTED, "d": OfferAnswer.DECLINED, "c": OfferAnswer.CHANGED}
_LEAVE, _STOP, _MONEY = "", "q", "p"


def ask_each(book: AfterBook) -> None:
    """Ask about each decision, awards first; what is kept stays kept wherever somebody stops."""
    decisions = book.one.day.state.plan.decisions
    tell(say("became.ask.lead"))
    kept = 0
    for ref in sorted(decisions, key=lambda ref: not decisions[ref].takes):
        tell("\n" + _about(book, ref))
        answer = _answer()
        if answer == _STOP:
            break
        if answer != _LEAVE:
            kept += _one(book, ref, answer)
    if not kept:
        tell(say("became.nothing-new"))


def _about(book: AfterBook, ref: str) -> str:
    state = book.one.day.state
    so_far = became_in_one_line(book.one.day, book.told.get(ref, Became()))
    return say(
        "became.ask.about",
        ref=ref,
        title=state.model.called(ref),
        words=decision_words(state, state.plan.decisions[ref]),
        so_far=so_far or say("became.ask.nothing"),
    )


def _answer() -> str:
    while True:
        typed = _line("became.ask.offer").casefold()
        if typed in (_LEAVE, _STOP, _MONEY, *_OFFERS):
            return typed
        tell(say("became.ask.what"))


def _line(key: str) -> str:
    return ask(say(key), default="").strip()


def _one(book: AfterBook, ref: str, answer: str) -> int:
    """Ask what belongs to an answer and keep it; where it cannot be so, ask again. Give how many were kept."""
    while True:
        given = _given(book, ref, answer)
        try:
            book.add([entry_of(given, Clock().now(), book.one.day)])
        except (Refused, Unable) as problem:
            tell(problem.sentence if isinstance(problem, Refused) else str(problem))
            answer = _answer()
            if answer in (_LEAVE, _STOP):
                return 0
        else:
            words = became_in_one_line(book.one.day, book.told[ref])
            tell(say("became.kept", title=book.one.day.state.model.called(ref), words=words))
            return 1


def _given(book: AfterBook, ref: str, answer: str) -> dict[str, str]:
    offer = _OFFERS.get(answer)
    given = {"ref": ref, "offer": offer.value if offer else ""}
    if offer is OfferAnswer.CHANGED and book.one.day.of_money:
        given["amount"] = _line("became.ask.amount")
    if offer in (OfferAnswer.CHANGED, OfferAnswer.DECLINED):
        given |= {"by": _line("became.ask.by"), "why": _line("became.ask.why")}
    if offer is not OfferAnswer.DECLINED and book.one.day.of_money:
        given["paid"] = _line("became.ask.paid")
    return given
