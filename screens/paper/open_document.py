"""A letter as an OpenDocument text (`.odt`): real styles, A4, in its own language, nothing in it that runs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from screens.paper.flowing import FONT, MADE, PaperLook, flow, settled
from screens.safe_text import direction
from sessions.views.paper.document import Document

if TYPE_CHECKING:
    import odfdo

_NAMES = {look: f"Letter_20_{look.replace('-', '_20_')}" for look in PaperLook}


def as_open_document(paper: Document) -> bytes:
    """Draw a letter. Raises ImportError where odfdo is not installed: ask `can_write` first."""
    import odfdo

    made = odfdo.Document("text")
    made.body.clear()
    _set_up(made, paper)
    for one in flow(paper):
        style = _NAMES[one.look]
        title = one.look is PaperLook.TITLE
        drawn = odfdo.Header(1, style=style) if title else odfdo.Paragraph(style=style)
        for number, line in enumerate(one.lines):
            if number:
                drawn.append(odfdo.LineBreak())
            drawn.append_plain_text(line)
        made.body.append(drawn)
    whole = io.BytesIO()
    made.save(whole)
    return settled(whole.getvalue())


def _set_up(made: odfdo.Document, paper: Document) -> None:
    import odfdo

    for look in PaperLook:
        made.insert_style(_style(look, direction(paper.language)))
    for layout in made.get_styles("page-layout"):
        if isinstance(layout, odfdo.StylePageLayout):
            layout.set_properties(_A4, area="page-layout")
    for level in made.styles.root.get_elements("descendant::text:outline-level-style"):
        _not_numbered(level)
    language = "en-GB" if paper.language == "en" else paper.language
    made.set_language(language)
    told = made.meta
    told.title, told.subject, told.creator, told.initial_creator = paper.title, paper.kind, "", ""
    told.creation_date = told.date = MADE
    told.generator = ""


def _not_numbered(level: odfdo.Element) -> None:
    """Take the number away that the template puts before a heading: a letter is no chapter 1."""
    level.set_attribute("style:num-format", "")
    for name in ("style:num-suffix", "loext:num-list-format"):
        level.del_attribute(name)


_A4 = {
    "fo:page-width": "21cm", "fo:page-height": "29.7cm", "fo:margin-top": "2.5cm", "fo:margin-bottom": "2cm",
    "fo:margin-left": "2.5cm", "fo:margin-right": "2.5cm",
}  # fmt: skip


def _style(look: PaperLook, way: str) -> str:
    bold = ' fo:font-weight="bold"' if look in (PaperLook.TITLE, PaperLook.STRONG) else ""
    size = "16pt" if look is PaperLook.TITLE else "12pt"
    indent = ' fo:margin-left="0.8cm"' if look is PaperLook.QUOTED else ""
    side = "end" if look is PaperLook.LINES_AT_END else "start"
    level = ' style:default-outline-level="1" style:list-style-name=""' if look is PaperLook.TITLE else ""
    parent = "Heading_20_1" if look is PaperLook.TITLE else "Standard"
    return (
        f'<style:style style:name="{_NAMES[look]}" style:display-name="{_NAMES[look].replace("_20_", " ")}" '
        f'style:family="paragraph" style:parent-style-name="{parent}"{level}>'
        f'<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.35cm" fo:text-align="{side}"'
        f'{indent} style:writing-mode="{"rl-tb" if way == "rtl" else "lr-tb"}"/>'
        f'<style:text-properties style:font-name="{FONT}" fo:font-size="{size}"{bold}/></style:style>'
    )
