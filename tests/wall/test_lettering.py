import pytest

from panel_tui.codes import ALPHABET
from screens.wall import lettering


def test_every_letter_of_a_code_an_address_and_an_amount_can_be_drawn_big():
    assert lettering.drawable(ALPHABET + "0123456789.:-£,")


def test_no_two_letters_of_a_code_look_the_same():
    assert len({tuple(lettering.rows(letter, 1)) for letter in ALPHABET}) == len(ALPHABET)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_big_letters_are_as_big_as_they_say(size):
    drawn = lettering.rows("K7QF3T", size)
    assert len(drawn) == lettering.height(size)
    assert {len(row) for row in drawn} == {lettering.width("K7QF3T", size)}


def test_a_letter_without_a_big_form_is_not_drawable():
    assert not lettering.drawable("é")
