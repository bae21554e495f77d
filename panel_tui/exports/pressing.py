"""A paper as a PDF file of an export, and what is said where letters or the press itself fail."""

from __future__ import annotations

from screens.paper.document import as_pdf
from screens.paper.press import PressFailed
from sessions.views.document import Document
from sessions.wording import say

from .material import File
from .refusal import ExportRefused


def pdf_file(name: str, paper: Document) -> File:
    """Press a paper; what could not be drawn in it is a remark. Raises ExportRefused where it cannot be pressed."""
    try:
        pressed = as_pdf(paper)
    except PressFailed as problem:
        raise ExportRefused("paper.pdf.failed", name=name) from problem
    remarks = (say("paper.replaced", text=" ".join(pressed.replaced)),) if pressed.replaced else ()
    return File(name, [pressed.pdf], remarks)
