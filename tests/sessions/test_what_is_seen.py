"""Text from outside holds nothing that is not seen, and hides nothing that is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.model.text import clean, clean_lines

NOTHING = {
    "a space of no width": "\u200b",
    "joiners alone": "\u200d\u200c\u200d",
    "a word joiner": "\u2060",
    "a soft hyphen": "\u00ad",
    "letters of a flag without one": "\U000e0041\U000e0042",
    "a pick without an emoji": "\ufe0f",
    "fillers": "\u3164\uffa0\u115f",
    "a cell without dots": "\u2800 \u2800",
    "accents without a letter": "\u0301" * 9,
    "shorthand and music": "\U0001d173\u180e\u034f\u206a",
}
WRITTEN = {
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "Hebrew with its marks": "בְּרֵאשִׁ֖ית",
    "Vietnamese": "Nguyễn Ái Quốc đã đến",
    "a family": "👨\u200d👩\u200d👧\u200d👦",
    "a heart": "❤\ufe0f",
    "the flag of Wales": "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "Thai": "น้ำใจที่นี่",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_shows_as_nothing_is_nothing(text):
    assert clean(text) == ""
    assert clean_lines(f"{text}\n{text}") == ""


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_what_people_write_in_any_script_stays_as_they_wrote_it(text):
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\u00ad", "\U000e0041", "\u3164"])
def test_two_texts_that_look_the_same_are_the_same(hidden):
    assert clean(f"A{hidden}01") == "A01"
    assert clean(f"e{hidden}\u0301") == "é"


def test_no_heap_of_marks_reaches_into_the_lines_above():
    heap = clean("e" + "\u0301" * 1_500 + "nd")
    assert len(heap) < 12
    assert heap.startswith("é")
    assert heap.endswith("nd")


@given(
    st.text(st.sampled_from([*"aé 1\n", *(mark for text in NOTHING.values() for mark in text)]), max_size=30)
)
def test_cleaning_what_was_cleaned_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
