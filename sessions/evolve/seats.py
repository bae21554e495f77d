"""How seats, cards, doors and conflicts change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from .. import events as e
from ..state import Conflict, Intervention, Seat, Signed, State
from .moving import with_intervention


def doors_opened(state: State, event: e.DoorsOpened, _at: datetime) -> State:
    """Take over the model; keep the cards that were printed before."""
    model = event.session
    seats = {
        member.seat: replace(state.seats.get(member.seat, Seat(member.seat)), label=member.label)
        for member in model.members
    }
    conflicts = {
        (member.seat, ref): Conflict(member.seat, ref, e.Declared.BEFORE)
        for member in model.members
        for ref in member.conflicts
    }
    return replace(
        state,
        session=model,
        steps=model.steps,
        seats=seats,
        conflicts=conflicts,
        doors=model.joining == "open",
    )


def doors_shut(state: State, _event: e.DoorsShut, _at: datetime) -> State:
    """Shut the doors."""
    return replace(state, doors=False)


def doors_reopened(state: State, _event: e.DoorsReopened, at: datetime) -> State:
    """Open the doors again, which the panel is told."""
    return with_intervention(
        replace(state, doors=True), Intervention(at, "doors-reopened", state.application)
    )


def _with_seats(state: State, changed: Iterable[Seat]) -> State:
    return replace(state, seats={**state.seats, **{seat.number: seat for seat in changed}})


def cards_printed(state: State, event: e.CardsPrinted, _at: datetime) -> State:
    """End all older cards; a device that holds a seat keeps it."""
    blank = {number: replace(seat, code="", key="") for number, seat in state.seats.items()}
    for card in event.cards:
        seat = blank.get(card.seat, Seat(card.seat))
        blank[card.seat] = replace(seat, code=card.code, key=card.key)
    return replace(state, seats=blank)


def card_reissued(state: State, event: e.CardReissued, at: datetime) -> State:
    """Give a seat a new card and end the old device."""
    seat = replace(state.seats[event.card.seat], code=event.card.code, key=event.card.key, token="")
    # the member still sits there: without a device, but not gone
    had_phone = bool(state.seats[event.card.seat].token)
    kept = replace(seat, paper=seat.paper or (had_phone and not seat.left))
    return with_intervention(_with_seats(state, [kept]), Intervention(at, "card-reissued", state.application))


def seat_taken(state: State, event: e.SeatTaken, _at: datetime) -> State:
    """Let the new device hold the seat; any older one lets go."""
    before = state.seats[event.seat]
    slip = before.slip and balloting(state)
    seat = replace(before, token=event.token, paper=False, left=False, handed_round=False, slip=slip)
    if event.card:
        seat = replace(seat, code=event.card.code, key=event.card.key)
    return _with_seats(state, [seat])


def seat_on_paper(state: State, event: e.SeatOnPaper, _at: datetime) -> State:
    """Seat a member with paper; a phone that held the seat lets go."""
    seat = replace(state.seats[event.seat], paper=True, token="", left=False, handed_round=False, slip=True)
    return _with_seats(state, [seat])


def balloting(state: State) -> bool:
    """Say whether a ballot of either kind is open."""
    return state.open_round is not None or state.open_tie is not None


def slips_anew(state: State) -> State:
    """As a ballot opens, know of slips only from those who are on paper now."""
    return _with_seats(
        state, [replace(seat, slip=seat.slip and seat.paper) for seat in state.seats.values() if seat.slip]
    )


def member_left(state: State, event: e.MemberLeft, at: datetime) -> State:
    """Let a member go, which the panel is told; a slip already in the paper box may still be theirs."""
    gone = _with_seats(state, [replace(state.seats[event.seat], token="", left=True)])
    return with_intervention(gone, Intervention(at, "member-left", state.application))


def seat_added(state: State, event: e.SeatAdded, at: datetime) -> State:
    """Add a seat, which the panel is told."""
    added = _with_seats(state, [Seat(event.seat, event.label)])
    return with_intervention(added, Intervention(at, "seat-added", state.application))


def practised(state: State, event: e.Practised, _at: datetime) -> State:
    """Remember that a seat had its practice go."""
    return _with_seats(state, [replace(state.seats[event.seat], practised=True)])


def conflict_declared(state: State, event: e.ConflictDeclared, at: datetime) -> State:
    """Note a conflict; in an application whose scoring has opened, set that seat's score aside."""
    here = event.application == state.application
    conflict = Conflict(event.seat, event.application, event.declared, stepped_out=at if here else None)
    changed = replace(state, conflicts={**state.conflicts, (event.seat, event.application): conflict})
    scoring = state.scoring.get(event.application)
    if scoring is None or event.seat not in scoring.electorate:
        return changed
    aside = replace(scoring, aside=scoring.aside | {event.seat})
    changed = replace(changed, scoring={**state.scoring, event.application: aside})
    return with_intervention(changed, Intervention(at, "late-conflict", event.application))


def conflict_lifted(state: State, event: e.ConflictLifted, _at: datetime) -> State:
    """Take a conflict back out: it was a mistake. A score that was set aside for it counts again."""
    kept = {key: c for key, c in state.conflicts.items() if key != (event.seat, event.application)}
    scoring = state.scoring.get(event.application)
    if scoring is None or event.seat not in scoring.aside:
        return replace(state, conflicts=kept)
    back = replace(scoring, aside=scoring.aside - {event.seat})
    return replace(state, conflicts=kept, scoring={**state.scoring, event.application: back})


def register_signed(state: State, event: e.RegisterSigned, at: datetime) -> State:
    """Keep that the register was signed off."""
    return replace(state, register=(*state.register, Signed(at, event.when, event.conflicts)))
