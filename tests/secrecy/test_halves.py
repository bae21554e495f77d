"""The two halves: together they are one ballot, alone they are chance, and elsewhere they are nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from panel_tui.room.ballots.box_file import BoxSlots, Slot
from panel_tui.room.ballots.shares import (
    FILL,
    SIZE,
    BallotPlace,
    SlotPlace,
    half_name,
    mixed,
    pad_value,
    read_pad,
    slip,
    together,
)

CHOICES = st.one_of(st.none(), st.integers(0, 20))
PLACES = st.builds(
    SlotPlace,
    st.sampled_from(["one", "two"]),
    st.sampled_from(["A01", "A02"]),
    st.integers(1, 3),
    st.integers(1, 9),
)
FILLS = st.binary(min_size=FILL, max_size=FILL)
PADS = st.binary(min_size=SIZE, max_size=SIZE)


@settings(deadline=None)
@given(CHOICES, PLACES, FILLS, PADS)
def test_two_halves_make_the_ballot(choice, place, fill, pad):
    assert together(mixed(slip(choice, place, fill), pad), pad, place) == BallotPlace(choice)


@settings(deadline=None)
@given(CHOICES, CHOICES, PLACES, FILLS, PADS)
def test_for_every_choice_there_is_a_pad_that_gives_the_same_half(one, other, place, fill, pad):
    """Shannon's argument itself: whoever holds only the half can rule out no choice."""
    half = mixed(slip(one, place, fill), pad)
    pad_of_other = mixed(half, slip(other, place, fill))
    assert together(half, pad_of_other, place) == BallotPlace(other)


@settings(deadline=None)
@given(CHOICES, PLACES, PLACES, FILLS, PADS, PADS)
def test_a_half_fits_no_other_place_and_no_other_pad(choice, place, elsewhere, fill, pad, other):
    half = mixed(slip(choice, place, fill), pad)
    if elsewhere != place:
        assert together(half, pad, elsewhere) is None
    if other != pad:
        assert together(half, other, place) is None


@settings(deadline=None)
@given(CHOICES, PLACES, FILLS)
def test_every_slip_has_one_length(choice, place, fill):
    assert len(slip(choice, place, fill)) == SIZE


@settings(deadline=None)
@given(PADS)
def test_a_cookie_carries_a_pad_and_has_one_length(pad):
    assert read_pad(pad_value(pad)) == pad
    assert len(pad_value(pad)) == 43


@settings(deadline=None)
@given(st.text(max_size=60))
def test_what_is_no_pad_is_nothing(value):
    found = read_pad(value)
    assert found is None or len(found) == SIZE


def test_names_of_halves_have_one_length():
    assert len({len(half_name("0a1b2c3d", a, r, s)) for a in (1, 19) for r in (1, 3) for s in (1, 500)}) == 1


SHEET = BoxSlots("session", "A01", 1, (2, 3, 5, 8))
SLOTS = st.dictionaries(
    st.sampled_from(SHEET.seats), st.builds(Slot, PADS, PADS).filter(lambda s: any(s.newest + s.older))
)


@settings(deadline=None)
@given(SLOTS)
def test_a_sheet_is_read_back_as_it_was_written_and_has_one_length(slots):
    data = SHEET.encode(slots)
    assert SHEET.decode(data) == slots
    assert len(data) == 64 * (len(SHEET.seats) + 1)


@settings(deadline=None)
@given(SLOTS, st.integers(0, 64 * 5 - 1))
def test_a_sheet_with_any_byte_changed_is_not_whole(slots, place):
    data = bytearray(SHEET.encode(slots))
    data[place] ^= 1
    assert SHEET.decode(bytes(data)) is None


@settings(deadline=None)
@given(SLOTS, st.integers(0, 64 * 5 - 1))
def test_a_sheet_cut_short_is_not_whole(slots, size):
    assert SHEET.decode(SHEET.encode(slots)[:size]) is None


def test_a_sheet_of_another_round_session_or_electorate_is_not_ours():
    data = SHEET.encode({})
    for other in (
        BoxSlots("other", "A01", 1, SHEET.seats),
        BoxSlots("session", "A02", 1, SHEET.seats),
        BoxSlots("session", "A01", 2, SHEET.seats),
        BoxSlots("session", "A01", 1, (2, 3, 5, 9)),
    ):
        assert other.decode(data) is None
