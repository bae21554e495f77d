"""`letters/` with a page for each applicant, a PDF beside it where typst is, and `letters.csv` for a mail merge."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from panel_tui.folder.refs import safe
from screens.paper.document import as_page
from screens.paper.press import can_press
from sessions.budget import all_unheard
from sessions.money import money
from sessions.views.record.letters import Letter, letters
from sessions.wording import say

from .csv_files import csv_parts
from .material import File, Material
from .own_words import in_the_sessions_words
from .pressing import pdf_file


class LetterRow(Struct, frozen=True):
    """One letter, in the fields a mail merge fills in; `body` is the whole of it, `file` where its page is."""

    application: str
    title: str
    organisation: str
    letter: str
    asked: Decimal
    amount: Decimal
    asked_said: str
    amount_said: str
    strength: str
    reasons: str
    conditions: str
    body: str
    file: str


def why_no_letters(material: Material) -> str:
    """Give the wording key that says why there are no letters, or nothing where there are."""
    if material.public:
        return "exports.for-applicants"
    return "" if material.state.confirmed else "exports.not-confirmed"


def letter_files(material: Material) -> Iterator[File]:
    """Make every letter, and the one table of them all."""
    with in_the_sessions_words(material.state.model):
        written = letters(material.state)
    names = [_name(number, letter) for number, letter in enumerate(written, start=1)]
    rows = [_row(material, *pair) for pair in zip(written, names, strict=True)]
    unwritten = all_unheard(material.state)
    remarks = (say("exports.no-letter", refs=", ".join(unwritten)),) if unwritten else ()
    yield File("letters.csv", csv_parts(LetterRow.__struct_fields__, rows), remarks)
    for letter, name in zip(written, names, strict=True):
        material.tick()
        yield File(f"{name}.html", [as_page(letter.paper).encode()])
        if can_press():
            yield pdf_file(f"{name}.pdf", letter.paper)


def _name(number: int, letter: Letter) -> str:
    """Name a letter's file by its place and its ref, where that can be a file's name."""
    ref = safe(letter.application)
    return f"letters/{number:02d}-{ref}" if ref else f"letters/{number:02d}"


def _row(material: Material, letter: Letter, name: str) -> LetterRow:
    currency = material.state.model.currency
    return LetterRow(
        letter.application,
        letter.title,
        letter.organisation,
        letter.letter.value,
        letter.asked,
        letter.amount,
        money(letter.asked, currency),
        money(letter.amount, currency),
        letter.strength,
        letter.reasons,
        letter.conditions,
        letter.body,
        f"{name}.html",
    )
