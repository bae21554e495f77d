"""How seats, cards, doors, conflicts and the device that goes round change."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from sessions import events as e
from sessions.evolve.moving import with_intervention, with_seats
from sessions.state import Conflict, HandRound, Intervention, Seat, Signed, State, TakenBack


def doors_opened(state: State, event: e.DoorsOpened, _at: datetime) -> State:
    """Take over the model, in place of one before; keep the cards that were printed before."""
    model = event.session.called_by_seat_alone()
    seats = {member.seat: state.seats.get(member.seat, Seat(member.seat)) for member in model.members}
    conflicts = {
        (member.seat, ref): Conflict(member.seat, ref, e.Declared.BEFORE)
        for member in model.members
        for ref in member.conflicts
    }
    return replace(
        state,
        session=model,
        agreed=model,
        steps=model.steps,
        seats=seats,
        conflicts=conflicts,
        doors=model.joining == "open",
        rehearsal=event.rehearsal,
        labelled=state.labelled or model is not event.session,
    )


def doors_shut(state: State, _event: e.DoorsShut, _at: datetime) -> State:
    """Shut the doors."""
    return replace(state, doors=False)


def doors_reopened(state: State, _event: e.DoorsReopened, at: datetime) -> State:
    """Open the doors again, which the panel is told."""
    return with_intervention(
        replace(state, doors=True), Intervention(at, "doors-reopened", state.application)
    )


def _keeping(state: State, number: int) -> State:
    """Keep what a seat was, so that what is about to be done to it can be taken back."""
    return replace(state, seats_before={**state.seats_before, number: state.seats[number]})


def letting_go(state: State, number: int) -> State:
    """Forget what a seat was: somebody has taken it since."""
    if number not in state.seats_before:
        return state
    return replace(state, seats_before={n: seat for n, seat in state.seats_before.items() if n != number})


def seat_put_back(state: State, event: e.SeatPutBack, at: datetime) -> State:
    """Let a seat be as it was, which the panel is told; a slip already in the paper box may still be theirs."""
    before, now = state.seats_before[event.seat], state.seats[event.seat]
    seat = replace(before, practised=now.practised, slip=before.slip or (now.slip and balloting(state)))
    back = letting_go(with_seats(state, [seat]), event.seat)
    return with_intervention(back, Intervention(at, "seat-put-back", state.application))


def cards_printed(state: State, event: e.CardsPrinted, _at: datetime) -> State:
    """End all older cards; a device that holds a seat keeps it."""
    blank = {number: replace(seat, code="", key="") for number, seat in state.seats.items()}
    for card in event.cards:
        seat = blank.get(card.seat, Seat(card.seat))
        blank[card.seat] = replace(seat, code=card.code, key=card.key)
    # their cards have ended, too
    booklet = state.booklet or event.booklet  # older ones can still be read
    return replace(state, seats=blank, seats_before={}, printed_address=event.address, booklet=booklet)


def card_reissued(state: State, event: e.CardReissued, at: datetime) -> State:
    """Give a seat a new card and end the old device."""
    seat = replace(state.seats[event.card.seat], code=event.card.code, key=event.card.key, token="")
    # the member still sits there: without a device, but not gone
    had_phone = bool(state.seats[event.card.seat].token)
    kept = replace(seat, paper=seat.paper or (had_phone and not seat.left))
    reissued = with_seats(_keeping(state, seat.number), [kept])
    return with_intervention(reissued, Intervention(at, "card-reissued", state.application))


def seat_taken(state: State, event: e.SeatTaken, _at: datetime) -> State:
    """Let the new device hold the seat; any older one lets go."""
    before = state.seats[event.seat]
    slip = before.slip and balloting(state)
    seat = replace(before, token=event.token, paper=False, handed_round=False, slip=slip)
    if event.card:
        seat = replace(seat, code=event.card.code, key=event.card.key)
    seats = [_at_the_table(seat)]
    if event.left is not None:
        seats.append(_given_up(state, event.left))
    return letting_go(with_seats(state, seats), event.seat)


def _at_the_table(seat: Seat) -> Seat:
    return replace(seat, left=False, away=False)


def _given_up(state: State, number: int) -> Seat:
    """Free a seat for somebody else; one that has given scores stays its member's, who has left it."""
    gave = any(number in scoring.cells for scoring in state.scoring.values())
    return replace(state.seats[number], token="", left=gave, practised=False)


def seat_on_paper(state: State, event: e.SeatOnPaper, _at: datetime) -> State:
    """Seat a member with paper; a phone that held the seat lets go."""
    seat = replace(state.seats[event.seat], paper=True, token="", handed_round=False, slip=True)
    return with_seats(_keeping(state, event.seat), [_at_the_table(seat)])


def balloting(state: State) -> bool:
    """Whether a ballot of any kind is open."""
    return any(one is not None for one in (state.open_round, state.open_tie, state.open_question))


def slips_anew(state: State) -> State:
    """As a ballot opens, know of slips only from those who are on paper now."""
    return with_seats(
        state, [replace(seat, slip=seat.slip and seat.paper) for seat in state.seats.values() if seat.slip]
    )


def member_left(state: State, event: e.MemberLeft, at: datetime) -> State:
    """Let a member go, which the panel is told; a slip already in the paper box may still be theirs."""
    gone = with_seats(_keeping(state, event.seat), [replace(state.seats[event.seat], token="", left=True)])
    return with_intervention(gone, Intervention(at, "member-left", state.application))


def seat_added(state: State, event: e.SeatAdded, at: datetime) -> State:
    """Add a seat, which the panel is told."""
    added = with_seats(state, [Seat(event.seat)])
    return with_intervention(added, Intervention(at, "seat-added", state.application))


def practised(state: State, event: e.Practised, _at: datetime) -> State:
    """Remember that a seat had its practice go."""
    return with_seats(state, [replace(state.seats[event.seat], practised=True)])


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


def conflict_lifted(state: State, event: e.ConflictLifted, at: datetime) -> State:
    """Take a conflict back: it was a mistake. A score that was set aside for it counts again.

    The register keeps it as what it was, and the panel is told.
    """
    key = (event.seat, event.application)
    was = TakenBack(at, event.seat, event.application, state.conflicts[key].declared, event.why)
    lifted = replace(
        state,
        conflicts={one: c for one, c in state.conflicts.items() if one != key},
        taken_back=(*state.taken_back, was),
    )
    lifted = with_intervention(lifted, Intervention(at, "conflict-taken-back", event.application, event.why))
    scoring = state.scoring.get(event.application)
    if scoring is None or event.seat not in scoring.aside:
        return lifted
    back = replace(scoring, aside=scoring.aside - {event.seat})
    return replace(lifted, scoring={**state.scoring, event.application: back})


def register_signed(state: State, event: e.RegisterSigned, at: datetime) -> State:
    """Keep that the register was signed off."""
    return replace(state, register=(*state.register, Signed(at, event.when, event.conflicts)))


def hand_round_made(state: State, event: e.HandRoundMade, at: datetime) -> State:
    """Let the device before it end, which the panel is told; seats that took part by that one go on by this."""
    made = replace(state, hand_round=HandRound(code=event.code))
    return with_intervention(made, Intervention(at, "hand-round-made", state.application))


def hand_round_taken(state: State, event: e.HandRoundTaken, _at: datetime) -> State:
    """Know the device by its cookie; its code makes no second one."""
    return replace(state, hand_round=HandRound(token=event.token))


def seat_handed_round(state: State, event: e.SeatHandedRound, _at: datetime) -> State:
    """Seat a member who takes part by the device that goes round."""
    before = state.seats[event.seat]
    slip = before.slip and balloting(state)
    seat = replace(before, handed_round=True, paper=False, token="", slip=slip)
    return letting_go(with_seats(state, [_at_the_table(seat)]), event.seat)
