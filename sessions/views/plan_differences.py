"""One difference between a folder and the record, in plain words; and how it could be taken over."""

from __future__ import annotations

from msgspec import Struct

from sessions.commands import SetApplicationAside
from sessions.decide.plan_differences import Difference, DifferenceKind
from sessions.model.details import MONEY, Detail
from sessions.model.session import Application
from sessions.model.text import money
from sessions.plan.alignment import NEW
from sessions.state import State, scores_of
from sessions.views.changes import set_aside_words, text_told
from sessions.wording import say

OVER = "over"
_UNQUOTED = frozenset({one.value for one in MONEY} | {Detail.DATE.value})


class DifferenceLine(Struct, frozen=True):
    """A difference to pick: its words, the ways to take it over, and why it stays where there is none.

    `edited` says that somebody wrote it into the folder since the first seat was taken. `scored` names the application
    that was scored when it asked for something else, `late` is the title of one to be taken in.
    """

    key: str
    words: str
    edited: bool
    ways: tuple[str, ...]
    why_not: str
    scored: str = ""
    late: str = ""


def difference_line(state: State, one: Difference) -> DifferenceLine:
    """Make a line of a difference."""
    ways = tuple(order.how.value if isinstance(order, SetApplicationAside) else OVER for order in one.orders)
    ref, asks = one.subject.application, one.field in (Detail.ASKED.value, Detail.LEAST.value)
    return DifferenceLine(
        one.key,
        _bare(state, one),
        one.edited,
        ways,
        _why_not(one) if not ways else "",
        scored=ref if asks and scores_of(state, ref).revealed else "",
        late=one.folder if one.kind is DifferenceKind.ADDED else "",
    )


def difference_words(state: State, one: Difference) -> str:
    """Say what differs, and whether it can be taken over."""
    if one.orders:
        return say("changes.differs.line", words=_bare(state, one))
    return say("changes.differs.line-stays", words=_bare(state, one), why=_why_not(one))


def _why_not(one: Difference) -> str:
    if one.why_not:
        return one.why_not
    kind = {DifferenceKind.AGENDA: "agenda", DifferenceKind.SEATS: "fewer-seats"}.get(one.kind, "settled")
    return say(f"changes.stays.{kind}")


def _bare(state: State, one: Difference) -> str:
    match one.kind:
        case DifferenceKind.DETAIL:
            return _detail(state, one)
        case DifferenceKind.ADDED:
            return _added(one)
        case DifferenceKind.GONE | DifferenceKind.STILL:
            return _application(state, one)
        case DifferenceKind.STRAND:
            title = state.model.called(one.subject.application)
            return say(
                "changes.differs.strand",
                ref=one.subject.application,
                title=title,
                folder=one.folder or say("changes.nothing"),
                record=one.record or say("changes.nothing"),
            )
        case DifferenceKind.CONFLICT_ADDED | DifferenceKind.CONFLICT_GONE:
            ref = one.subject.application
            return say(
                f"changes.differs.{one.kind}",
                seat=one.seat,
                ref=ref,
                title=state.model.called(ref),
            )
        case DifferenceKind.OTHER:
            return say(
                "changes.differs.other",
                field=say(f"changes.field.{one.field}"),
                folder=one.folder or say("changes.nothing"),
                record=one.record or say("changes.nothing"),
            )
        case _:
            return say(f"changes.differs.{one.kind}", folder=one.folder, record=one.record)


def _detail(state: State, one: Difference) -> str:
    currency = state.model.currency
    quoted = "" if one.field in _UNQUOTED or not (one.folder and one.record) else ".quoted"
    return say(
        f"changes.differs.detail{'' if one.edited else '-here'}{quoted}",
        about=_about(state, one),
        field=say(f"changes.field.{one.field}"),
        folder=text_told(one.field, one.folder, currency),
        record=text_told(one.field, one.record, currency),
    )


def _about(state: State, one: Difference) -> str:
    ref, key = one.subject.application, one.subject.strand
    if ref:
        return say("changes.about.application", ref=ref, title=state.model.called(ref))
    if not key:
        return say("changes.about.session")
    return say(
        "changes.about.strand",
        title=next(strand.title for strand in state.model.strands if strand.key == key),
    )


def _added(one: Difference) -> str:
    ref = one.subject.application
    return say("changes.differs.added", ref="" if ref.startswith(NEW) else ref, title=one.folder).strip()


def _application(state: State, one: Difference) -> str:
    found: Application = state.model.application(one.subject.application)
    gone = state.model.set_aside(found.ref)
    return say(
        f"changes.differs.{one.kind}",
        ref=found.ref,
        title=found.title,
        words=set_aside_words(gone) if gone else "",
        asked=money(found.asked, state.model.currency),
    )
