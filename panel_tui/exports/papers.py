"""The decision record, as a page and as a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from panel_tui.exports.material import File, Material
from panel_tui.system.errors import ExportRefused
from screens.paper.press import PressFailed, as_page, as_pdf
from sessions.views.paper.document import Document
from sessions.wording import say


def pdf_file(name: str, paper: Document) -> File:
    """Press a paper; what could not be drawn in it is a remark. Raises ExportRefused where it cannot be pressed."""
    try:
        pressed = as_pdf(paper)
    except PressFailed as problem:
        raise ExportRefused("paper.pdf.failed", name=name) from problem
    remarks = (say("paper.replaced", text=" ".join(pressed.replaced)),) if pressed.replaced else ()
    return File(name, [pressed.pdf], remarks)


def decision_record(material: Material) -> Iterator[File]:
    """Make `decision-record.html`."""
    yield File("decision-record.html", [as_page(material.paper).encode()])


def decision_pdf(material: Material) -> Iterator[File]:
    """Make `decision-record.pdf`; what could not be drawn in it is said."""
    yield pdf_file("decision-record.pdf", material.paper)
