"""The readable record: one paper in blocks, drawn as HTML that prints well and as a tagged PDF."""

from __future__ import annotations

from collections.abc import Iterator

from panel_tui.wording import learn_language
from screens.paper.document import as_page
from sessions.views.document import Document
from sessions.views.record import story, written
from sessions.wording import speaking

from .material import File, Material
from .pressing import pdf_file


def decision_record(material: Material) -> Iterator[File]:
    """Make `decision-record.html`."""
    yield File("decision-record.html", [as_page(_paper(material)).encode()])


def decision_pdf(material: Material) -> Iterator[File]:
    """Make `decision-record.pdf`; what could not be drawn in it is said."""
    yield pdf_file("decision-record.pdf", _paper(material))


def _paper(material: Material) -> Document:
    model = material.state.model
    learn_language(model.language)
    with speaking(model.language, dict(model.wording)):
        told = story(material.state, public=material.public)
        return written(told, head=material.head, program=material.program)
