"""`workbook.xlsx`: the same rows as the CSVs, for people. No formula, no link, no macro: nothing in it runs."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

from panel_tui.exports.material import File, Material, in_the_sessions_words
from panel_tui.exports.threesixty_giving import why_no_grants
from sessions.views.record.audience import audience
from sessions.views.record.read_me import ReadMeRow, read_me_rows
from sessions.views.record.story_list import score_digits
from sessions.wording import say

# In memory, because scores must not be left among the laptop's passing files if the power goes. Nothing that
# looks like a formula, a link or a number becomes one: text is written as text.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NO_DAY = dt.date(
    2000, 1, 1
)  # the file's own date where the session has none, so that the same gives the same


def workbook(material: Material) -> Iterator[File]:
    """Make `workbook.xlsx`."""
    yield File("workbook.xlsx", _parts(material))


def _parts(material: Material) -> Iterator[bytes]:
    with in_the_sessions_words(material.state.model):
        written = _written(material)
    yield written


def _written(material: Material) -> bytes:
    from panel_tui.exports.spoken_workbook import SpokenWorkbook
    from panel_tui.exports.workbook_sheets import sheets
    from panel_tui.exports.worksheets import Pen

    model = material.state.model
    whole = io.BytesIO()
    book = SpokenWorkbook(whole, _OPTIONS)
    book.language = model.language
    day = model.date or _NO_DAY
    book.set_properties(
        {
            "title": model.title,
            "subject": say("exports.story.kind"),
            "author": material.program,
            "created": dt.datetime.combine(day, dt.time(), dt.UTC),
        }
    )
    who = audience(public=material.public, seats=material.seats)
    pen = Pen(book, model, score_digits(material.state, who), material.tick)
    for sheet in sheets(material, _first_page(material)):
        pen.write(sheet)
    book.close()
    return whole.getvalue()


def _first_page(material: Material) -> tuple[ReadMeRow, ...]:
    missing = why_no_grants(material)
    return read_me_rows(
        material.state,
        material.story,
        head=material.head,
        program=material.program,
        public=material.public,
        grants=say("workbook.no-grants", why=say(missing)) if missing else "",
    )
