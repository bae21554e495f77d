import pytest

from panel_tui.room.card_codes import ALPHABET
from screens.wall import letters, pixel_font
from screens.wall.letter_shapes import SMALL, TALL
from tests.wall.big import drawn_words
from tests.wall.posters import LONG

WELSH = "âêîôûŵŷáéíóúẃýëïöüẅÿàèìòùẁỳÂÊÎÔÛŴŶÁÉÍÓÚ"


def test_every_letter_of_a_code_an_address_and_an_amount_can_be_drawn_big():
    assert pixel_font.drawable(ALPHABET + "0123456789.:-£,")


def test_no_two_letters_of_a_code_look_the_same():
    assert len({tuple(pixel_font.rows(letter, 1)) for letter in ALPHABET}) == len(ALPHABET)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_big_letters_are_as_big_as_they_say(size):
    drawn = pixel_font.rows("K7QF3TM4W", size)
    assert len(drawn) == pixel_font.height(size)
    assert {len(row) for row in drawn} == {pixel_font.width("K7QF3TM4W", size)}


def test_a_letter_without_a_big_form_is_not_drawable():
    assert not pixel_font.drawable("é")


@pytest.mark.parametrize("face", [TALL, SMALL], ids=["tall", "small"])
def test_every_drawn_letter_stands_on_one_foot_and_is_like_no_other(face):
    for letter, rows in face.glyphs.items():
        assert len({len(row) for row in rows}) == 1, letter
        assert len(rows) >= face.cap, letter
    apart = {rows: letter for letter, rows in face.glyphs.items()}
    assert len(apart) == len(face.glyphs)


def test_english_welsh_and_the_amounts_of_a_day_can_be_drawn():
    assert letters.drawable("ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789")
    assert letters.drawable("£1,602,400 – “Tŷ Gŵyl” (part): 50% & more / why? it's €5!")
    assert letters.drawable(WELSH)
    assert not letters.drawable("Ж")


def test_an_accent_stands_over_its_letter_and_is_like_no_other():
    for face in (TALL, SMALL):
        made = [letters.glyph(face, letter) for letter in WELSH]
        assert len({glyph.rows for glyph in made}) == len(WELSH)


@pytest.mark.parametrize("size", [(40, 9), (56, 12), (72, 12), (104, 24)], ids=str)
def test_words_are_drawn_whole_between_words_and_within_their_room(size):
    for text in (LONG, "We agree: yes", "Tea and Tablets, Harehills"):
        drawn = letters.laid_out(text, *size)
        if drawn is not None:
            assert len(drawn.rows) <= size[1]
            assert {len(row) for row in drawn.rows} <= {*range(1, size[0] + 1)}
            assert " ".join(drawn.lines) == text
            assert " ".join(drawn_words(drawn.rows)) == text


def test_more_room_never_makes_letters_smaller():
    caps = [letters.laid_out("We agree: yes", 104, rows).style.cap for rows in range(3, 12) if rows != 3]
    assert caps == sorted(caps)


def test_what_does_not_fit_is_not_drawn():
    assert letters.laid_out(LONG, 56, 4) is None
    assert letters.laid_out("Llanfairpwllgwyngyllgogerychwyrndrobwll", 40, 9) is None
    assert letters.laid_out("  ", 40, 9) is None


def test_broken_lines_are_of_like_length_and_no_dot_between_things_stands_at_an_end():
    drawn = letters.laid_out("9 projects · £1,602,400 · decided by 9 of us", 48, 8)
    assert drawn.lines == ("9 projects · £1,602,400", "decided by 9 of us")
