"""The letters: a file each as a page, a PDF, an OpenDocument and a Word text, and a table for a mail merge, twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import astuple

from panel_tui.exports.csv_files import table_part
from panel_tui.exports.material import File, Material, in_the_sessions_words
from panel_tui.exports.merge_sheet import cut, merge_sheet
from panel_tui.exports.papers import pdf_file
from panel_tui.folder.new import THEIR_REF
from panel_tui.folder.refs import safe
from screens.paper.flowing import can_write
from screens.paper.open_document import as_open_document
from screens.paper.press import as_page, can_press
from screens.paper.word import as_word
from sessions.model.letterhead import Addressee
from sessions.model.text import money
from sessions.results.budget import all_unheard
from sessions.views.record.letter_frame import AWARDS, our_reference, reply_words, when_and_where
from sessions.views.record.letters import Letter, letters
from sessions.wording import say


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
    their_ref: str
    our_ref: str
    contact: str
    address: str
    email: str
    phone: str
    decided: str
    reply_by: str
    sender: str
    signature: str


def why_no_letters(material: Material) -> str:
    """Return the wording key that says why there are no letters, or nothing where there are."""
    if material.public:
        return "exports.for-applicants"
    return "" if material.state.confirmed else "exports.not-confirmed"


def letter_files(material: Material) -> Iterator[File]:
    """Make every letter, and the one table of them all."""
    model = material.state.model
    written_to = (*model.applications, *(gone.application for gone in model.aside))
    to = {one.ref: material.beside.addressee(one.ref) for one in written_to}
    with in_the_sessions_words(model):
        written = letters(material.state, material.beside.letterhead, to)
        names = [_name(number, letter) for number, letter in enumerate(written, start=1)]
        rows = [
            _row(material, letter, name, to[letter.application])
            for letter, name in zip(written, names, strict=True)
        ]
    titles, merged = _table(rows, material.beside.carried)
    yield File("letters.csv", [table_part(titles, merged)], (*_remarks(material), *_cut_short(merged)))
    yield File("letters.xlsx", [merge_sheet(titles, merged)])
    for letter, name in zip(written, names, strict=True):
        material.tick()
        yield File(f"{name}.html", [as_page(letter.paper).encode()])
        if can_write():
            yield File(f"{name}.docx", [as_word(letter.paper)])
            yield File(f"{name}.odt", [as_open_document(letter.paper)])
        if can_press():
            yield pdf_file(f"{name}.pdf", letter.paper)


def _remarks(material: Material) -> tuple[str, ...]:
    unwritten = all_unheard(material.state)
    return (
        *((say("exports.no-letter", refs=", ".join(unwritten)),) if unwritten else ()),
        *(() if can_write() else (say("exports.no-documents"),)),
    )


def _cut_short(rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """Say which rows of the workbook do not hold all of a text."""
    short = [str(row[0]) for row in rows if any(isinstance(cell, str) and cut(cell) != cell for cell in row)]
    return (say("exports.cell-full", refs=", ".join(short)),) if short else ()


def _name(number: int, letter: Letter) -> str:
    """Name a letter's file by its place and its ref, where that can be a file's name."""
    ref = safe(letter.application)
    return f"letters/{number:02d}-{ref}" if ref else f"letters/{number:02d}"


def _table(
    rows: Sequence[LetterRow], carried: Mapping[str, Mapping[str, str]]
) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """Return titles and a row a letter, and beside it what the applicants' own sheet says in columns of its own."""
    ours = LetterRow.__struct_fields__
    found = {title: None for cells in carried.values() for title in cells if title != THEIR_REF}
    whole = [
        (*astuple(row), *(carried.get(row.application, {}).get(title, "") for title in found)) for row in rows
    ]
    return (*ours, *(_free(title, ours) for title in found)), whole


def _free(title: str, taken: tuple[str, ...]) -> str:
    """Call a column of the sheet so that nobody takes it for one of ours."""
    return f"sheet: {title}" if title.casefold() in taken else title


def _row(material: Material, letter: Letter, name: str, to: Addressee) -> LetterRow:
    model, head = material.state.model, material.beside.letterhead
    return LetterRow(
        application=letter.application,
        title=letter.title,
        organisation=letter.organisation,
        letter=letter.letter.value,
        asked=letter.asked,
        amount=letter.amount,
        asked_said=money(letter.asked, model.currency),
        amount_said=money(letter.amount, model.currency) if model.places is None else "",
        strength=letter.strength,
        reasons=letter.reasons,
        conditions=letter.conditions,
        body=letter.body,
        file=f"{name}.html",
        their_ref=to.their_ref,
        our_ref=our_reference(head, letter.application),
        contact=to.contact,
        address="\n".join(to.address),
        email=to.email,
        phone=to.phone,
        decided=when_and_where(material.state, letter.letter),
        reply_by=reply_words(head) if letter.letter in AWARDS else "",
        sender="\n".join(head.sender),
        signature="\n".join(head.signature),
    )
