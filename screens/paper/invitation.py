"""The invitation as a page to print: one in full, one in Easy Read. Each is set as large as one page holds."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from screens.paper.picture import Picture, symbol
from screens.paper.press import Printed, PrintedSheet, printed
from sessions.views.paper.easy_invitation import EasyInvitation
from sessions.views.paper.invitation import Invitation, InvitePart


class InvitationSheet(PrintedSheet, frozen=True):
    """The page in full."""

    parts: tuple[InvitePart, ...]


class EasyRow(Struct, frozen=True):
    """A symbol, the sentences beside it, and what is to be filled in under them, or nothing."""

    symbol: Picture
    words: tuple[str, ...]
    blank: str


class EasyInvitationSheet(PrintedSheet, frozen=True):
    """The page in Easy Read."""

    rows: tuple[EasyRow, ...]


def invitation_sheet(language: str, page: Invitation) -> InvitationSheet:
    """Lay out the page in full."""
    return InvitationSheet("invitation", language, page.title, parts=page.parts)


def easy_invitation_sheet(language: str, page: EasyInvitation) -> EasyInvitationSheet:
    """Lay out the page in Easy Read."""
    rows = tuple(EasyRow(symbol(one.symbol), one.words, one.blank) for one in page.lines)
    return EasyInvitationSheet("invitation-easy-read", language, page.title, rows=rows)


def printed_invitation(language: str, page: Invitation, easy: EasyInvitation) -> Iterator[Printed]:
    """Draw both, each as a page and, where typst is there, as a PDF."""
    for sheet in (invitation_sheet(language, page), easy_invitation_sheet(language, easy)):
        yield from printed(sheet.name, sheet)
