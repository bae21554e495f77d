"""Whatever stands in a sheet and whatever is answered, it ends: with a plan, or with faults that have a sentence."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel_tui.folder import Refusal, SheetChoices
from panel_tui.folder.read_spreadsheet import read_book
from panel_tui.folder.spreadsheet.column_names import FIELDS
from panel_tui.folder.spreadsheet.conversation import settle
from panel_tui.folder.spreadsheet.told import told
from sessions.wording import say

TITLES = st.sampled_from(
    [
        "ref",
        "Title",
        "title",
        "asked",
        "Amount requested",
        "Requested",
        "Status",
        "Strand",
        "Currency",
        "",
        "No",
        "Summary",
    ]
)
CELLS = st.text(max_size=12) | st.sampled_from(
    [
        "Total",
        "TOTAL:",
        "1200",
        "£1,200",
        "€ 1.200,00",
        "1.200",
        "12 500 kr",
        "Withdrawn",
        "Mrs",
        "<p>x</p>",
        "2025",
        "",
        "",
    ]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=10)
ANSWERS = st.lists(
    st.none()
    | st.sampled_from(
        [
            "",
            "1",
            "2",
            "title=1",
            "leave-out 2",
            "take-in",
            "row 2",
            "column",
            "asked",
            "EUR",
            "change",
            "make",
        ]
    )
    | st.text(max_size=6),
    max_size=12,
)


def sheet(titles, rows):
    text = io.StringIO()
    csv.writer(text).writerows([titles, *rows])
    return text.getvalue().encode("utf-8", "replace")


def sound(settled):
    assert settled.gone_back or settled.plan is not None or settled.faults
    for fault in settled.faults:
        assert str(fault)
    if settled.plan is not None and not settled.faults:
        assert told(settled.plan)[0].endswith("asked.")
        titles = [entry.application.title for entry in settled.plan.entries]
        assert all(titles)
        refs = [entry.application.ref.casefold() for entry in settled.plan.entries]
        assert len(set(refs)) == len(refs)


@given(st.lists(TITLES, min_size=1, max_size=6), ROWS)
def test_any_sheet_is_read_or_refused_in_words(titles, rows):
    try:
        book = read_book("a.csv", sheet(titles, rows))
        settled = settle(book, SheetChoices(), None)
    except Refusal as refused:
        assert str(refused.fault("a.csv"))  # noqa: PT017 - either is right
        return
    sound(settled)


@given(st.lists(TITLES, min_size=1, max_size=6), ROWS, ANSWERS)
def test_any_answers_come_to_an_end(titles, rows, answers):
    left = iter(answers)
    try:
        book = read_book("a.csv", sheet(titles, rows))
        settled = settle(book, SheetChoices(), lambda _: next(left, ""))
    except Refusal as refused:
        assert str(refused.fault("a.csv"))  # noqa: PT017 - either is right
        return
    sound(settled)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_that_can_be_recognised_has_a_name_to_be_told_by(field):
    assert say(f"folder.field-{field}")
