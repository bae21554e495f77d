"""Where a folder and the record say different things, once the record rules: in what, and what could be done about it.

Three plans are compared: the one first read from the folder, the folder's now, and the record's. Where the folder
has not moved since, something was put right on the day, and the record is the newer of the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256

from msgspec.structs import replace

from sessions import commands as c
from sessions.decide import decide
from sessions.model.details import Detail, Subject, detail_text, details_of
from sessions.model.refusals import Refused
from sessions.model.rule_differences import criteria_lines, rule_lines
from sessions.model.session import Application, Consensus, Session, Standing, Value
from sessions.plan.alignment import NEW
from sessions.plan.only_before import settled_fields, written_agenda
from sessions.state import State


class DifferenceKind(StrEnum):
    """In what a folder may differ."""

    DETAIL = "detail"
    ADDED = "added"
    GONE = "gone"
    STILL = "still"
    STRAND = "strand"
    CRITERIA = "criteria"
    RULE = "rule"
    CONFLICT_ADDED = "conflict-added"
    CONFLICT_GONE = "conflict-gone"
    SEATS = "seats"
    AGENDA = "agenda"
    OTHER = "other"


class Difference(Value, frozen=True):
    """One place where they differ; `folder` and `record` are what each says, as text.

    `orders` are the ways to take the folder's word over, one to be picked. Where there is none it stays: `why_not`
    is the refusal that says why, if a rule does. `edited` says that the folder was changed there since it was read.
    """

    kind: DifferenceKind
    folder: str
    record: str
    edited: bool
    subject: Subject = Subject()
    field: str = ""
    seat: int = 0
    orders: tuple[c.Command, ...] = ()
    why_not: str = ""

    @property
    def key(self) -> str:
        """Name this difference: another name where the folder says something else by now."""
        about = self.subject.application or self.subject.strand
        said = "\n".join((self.kind, about, self.field, str(self.seat), self.folder))
        return sha256(said.encode()).hexdigest()[:16]


def differences(state: State, folder: Session) -> tuple[Difference, ...]:
    """Compare the record's plan with the folder's. None before the record rules: until then the folder does."""
    if not state.begun or state.session is None:
        return ()
    first = state.agreed or state.model
    found = (
        *_of_details(state, first, folder),
        *_of_applications(state, first, folder),
        *_of_rules(state, first, folder),
        *_of_people(state, first, folder),
        *_of_the_rest(state, first, folder),
    )
    # what somebody wrote into the folder comes before what was put right here
    return tuple(_judged(state, one) for one in sorted(found, key=lambda one: not one.edited))


def with_reason(order: c.Command, why: str) -> c.Command:
    """Give an order its reason, where it has room for one."""
    return replace(order, why=why) if hasattr(order, "why") else order


def _judged(state: State, one: Difference) -> Difference:
    """Keep the orders that would be granted; where none would, say why."""
    possible: list[c.Command] = []
    why_not = ""
    for order in one.orders:
        try:
            decide(state, with_reason(order, "-"))
        except Refused as refused:
            why_not = refused.sentence
        else:
            possible.append(order)
    return replace(one, orders=tuple(possible), why_not="" if possible else why_not)


# words and money


def _of_details(state: State, first: Session, folder: Session) -> Iterator[Difference]:
    for subject in _shared(state.model, folder):
        for detail in details_of(subject):
            there, here = detail_text(folder, subject, detail), detail_text(state.model, subject, detail)
            if there != here:
                order = c.ChangeDetail(detail, there, subject.application, subject.strand)
                edited = _text_at_first(first, subject, detail) != there
                yield Difference(
                    DifferenceKind.DETAIL, there, here, edited, subject, field=detail.value, orders=(order,)
                )


def _shared(model: Session, folder: Session) -> Iterator[Subject]:
    yield Subject()
    strands = {one.key for one in folder.strands}
    yield from (Subject(strand=one.key) for one in model.strands if one.key in strands)
    refs = {one.ref for one in folder.applications}
    yield from (Subject(one.ref) for one in model.every_application if one.ref in refs)


def _text_at_first(first: Session, subject: Subject, detail: Detail) -> str | None:
    try:
        return detail_text(first, subject, detail)
    except LookupError:
        return None


# which applications there are


def _of_applications(state: State, first: Session, folder: Session) -> Iterator[Difference]:
    model, there = state.model, {one.ref: one for one in folder.applications}
    known = {one.ref for one in model.every_application}
    at_first = {one.ref: one for one in first.applications}
    for one in folder.applications:
        if one.ref not in known:
            yield Difference(
                DifferenceKind.ADDED,
                one.title,
                "",
                one.ref not in at_first,
                Subject(one.ref),
                orders=(_taking_in(one),),
            )
        elif one.strand != model.application(one.ref).strand:
            was = at_first[one.ref].strand if one.ref in at_first else None
            here = model.application(one.ref).strand
            yield Difference(DifferenceKind.STRAND, one.strand, here, one.strand != was, Subject(one.ref))
    for one in model.applications:
        if one.ref not in there:
            ways = tuple(c.SetApplicationAside(one.ref, how) for how in Standing)
            yield Difference(
                DifferenceKind.GONE, "", one.title, one.ref in at_first, Subject(one.ref), orders=ways
            )
    for gone in model.aside:
        ref = gone.application.ref
        if ref in there:
            back = (c.BringBack(ref),)
            yield Difference(
                DifferenceKind.STILL,
                there[ref].title,
                gone.how,
                edited=False,
                subject=Subject(ref),
                orders=back,
            )


def _taking_in(one: Application) -> c.AddApplication:
    return c.AddApplication(
        title=one.title,
        asked=one.asked,
        organisation=one.organisation,
        least=one.least,
        strand=one.strand,
        place=one.place,
        theme=one.theme,
        summary=one.summary,
        in_short=one.in_short,
        ref="" if one.ref.startswith(NEW) else one.ref,
    )


# what we score by, and how we agree


def _of_rules(state: State, first: Session, folder: Session) -> Iterator[Difference]:
    here, there = state.model, folder
    if (there.criteria, there.scale) != (here.criteria, here.scale):
        edited = (there.criteria, there.scale) != (first.criteria, first.scale)
        yield Difference(
            DifferenceKind.CRITERIA,
            "; ".join(criteria_lines(there.criteria, there.scale, here.criteria, here.scale)),
            "; ".join(criteria_lines(here.criteria, here.scale, there.criteria, there.scale)),
            edited,
            orders=(c.ChangeCriteria(there.criteria, there.scale),),
        )
    if _rule(there) != _rule(here):
        yield Difference(
            DifferenceKind.RULE,
            "; ".join(_rule_lines(there, here)),
            "; ".join(_rule_lines(here, there)),
            _rule(there) != _rule(first),
            orders=(c.ChangeRule(*_rule(there)),),
        )


def _rule(model: Session) -> tuple[Consensus, tuple[str, ...], int]:
    return model.consensus, model.ties, model.quorum


def _rule_lines(model: Session, other: Session) -> tuple[str, ...]:
    return rule_lines(*_rule(model), *_rule(other))


# people


def _of_people(state: State, first: Session, folder: Session) -> Iterator[Difference]:
    there, at_first = _declared(folder), _declared(first)
    counted = {one.ref for one in state.model.applications}
    for seat, ref in sorted(there - set(state.conflicts)):
        if ref in counted and seat in state.seats:
            orders = (c.StepOut(seat, ref),)
            new = (seat, ref) not in at_first
            yield Difference(
                DifferenceKind.CONFLICT_ADDED, ref, "", new, Subject(ref), seat=seat, orders=orders
            )
    for seat, ref in sorted((at_first & set(state.conflicts)) - there):
        back = (c.ComeBack(seat, ref, sure=True),)
        yield Difference(
            DifferenceKind.CONFLICT_GONE, "", ref, edited=True, subject=Subject(ref), seat=seat, orders=back
        )
    had, wanted, now = len(first.members), len(folder.members), max(state.seats, default=0)
    for seat in range(now + 1, wanted + 1):
        yield Difference(
            DifferenceKind.SEATS, str(wanted), str(now), wanted != had, seat=seat, orders=(c.AddSeat(),)
        )
    if wanted < now:
        yield Difference(DifferenceKind.SEATS, str(wanted), str(now), wanted != had)


def _declared(model: Session) -> set[tuple[int, str]]:
    return {(member.seat, ref) for member in model.members for ref in member.conflicts}


# what is read before the first seat alone


def _of_the_rest(state: State, first: Session, folder: Session) -> Iterator[Difference]:
    for field, text in settled_fields(folder).items():
        here = settled_fields(state.model)[field]
        if text != here:
            yield Difference(
                DifferenceKind.OTHER, text, here, text != settled_fields(first)[field], field=field
            )
    if written_agenda(folder) != written_agenda(first):
        yield Difference(DifferenceKind.AGENDA, "", "", edited=True)
