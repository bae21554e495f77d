import pytest

from screens.safe_text import cut, drawn, drawn_line, fitted
from tests.wall.posters import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_become_plain_characters(text):
    for content in (drawn(text), drawn_line(text)):
        plain = content.plain
        assert all(letter.isprintable() or letter == "\n" for letter in plain)
        assert not set(plain) & set("\u202e\u202d\u2066\u2069\u200f\u061c\x1b\x9b")
    assert drawn(text).spans == []


def test_markup_is_only_its_letters():
    assert drawn("[@click=app.quit]x[/]").plain == "[@click=app.quit]x[/]"


def test_a_line_is_cut_with_a_mark_and_filled_with_spaces():
    assert cut(drawn("Warm Welcome Lunches"), 10).plain == "Warm Welc…"
    assert fitted(drawn("Tea"), 5).plain == "Tea  "
    assert fitted(drawn("日本語"), 4).cell_length == 4
