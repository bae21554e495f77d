"""A letter as a Word document (`.docx`): real styles, A4, in its own language, nothing in it that runs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from screens.paper.flowing import FONT, MADE, PaperLook, Paragraph, flow, settled
from screens.safe_text import direction
from sessions.views.paper.document import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_STYLES = {PaperLook.TITLE: "Heading 1", PaperLook.QUOTED: "Quote"}
_SIDES = 25  # millimetres of white on each side
_LONGEST = 255  # characters of what a document says about itself; the letter below says all of it


def as_word(paper: Document) -> bytes:
    """Draw a letter. Raises ImportError where python-docx is not installed: ask `can_write` first."""
    import docx

    made = docx.Document()
    _set_up(made, paper)
    # looked up once: to name a style to each paragraph was half the cost of a letter
    styles = {look: made.styles[name].style_id for look, name in _STYLES.items()}
    for one in flow(paper):
        _add(made, one, styles.get(one.look), turned=direction(paper.language) == "rtl")
    whole = io.BytesIO()
    made.save(whole)
    return settled(whole.getvalue())


def _set_up(made: WordDocument, paper: Document) -> None:
    from docx.shared import Mm, Pt, RGBColor

    [section] = made.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(_SIDES)
    section.bottom_margin = Mm(20)
    for name, size, after in (("Normal", 12, 10), ("Heading 1", 16, 12), ("Quote", 12, 6)):
        style: Any = made.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_after = Pt(after)
        _fonts_of(style)
    quote: Any = made.styles["Quote"]
    quote.paragraph_format.left_indent = Mm(8)
    _speak(made, paper.language)
    told = made.core_properties
    told.title, told.subject = paper.title[:_LONGEST], paper.kind[:_LONGEST]
    told.language, told.author = paper.language, ""
    told.created = told.modified = MADE.replace(tzinfo=None)
    told.last_modified_by, told.comments = "", ""


def _fonts_of(style: Any) -> None:
    """Name the font for every alphabet, and let no theme of the template name another."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
    fonts.attrib.pop(qn("w:cstheme"), None)


def _speak(made: WordDocument, language: str) -> None:
    """Say which language it is in, so that it is read out and spelt in it."""
    from docx.oxml.ns import qn

    for said in made.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), "en-GB" if language == "en" else language)


def _add(made: WordDocument, one: Paragraph, style: str | None, *, turned: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    paragraph = made.add_paragraph()
    paragraph._p.style = style
    for number, line in enumerate(one.lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        run.bold = True if one.look in (PaperLook.STRONG, PaperLook.TITLE) else None
    if one.look is PaperLook.LINES_AT_END:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if turned:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
