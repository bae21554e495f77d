"""Read and change a folder's settings from the opening screen, saying plainly what could not be changed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel_tui.folder import Refusal, listing
from panel_tui.folder.amend import CannotAmend, Change, amend
from panel_tui.folder.amounts import amount
from panel_tui.folder.safe_open import read_ours
from panel_tui.folder.settings import FILE, MOST_BYTES
from panel_tui.folder.toml_text import toml
from screens.wall.dialogs.dialog import Telling
from sessions.model.text import clean
from sessions.wording import say

if TYPE_CHECKING:
    from panel_tui.opening.app import OpeningApp

TITLE, POT, SEATS = "title", "pot", "seats"


def values_of(folder: Path) -> dict[str, Any]:
    """Read session.toml as it stands; nothing where it cannot be made out."""
    try:
        return toml(read_ours(folder / FILE, most=MOST_BYTES).decode("utf-8-sig"), parse_float=Decimal)
    except (Refusal, ValueError, RecursionError):
        return {}


def read_value(key: str, words: str) -> str | int | Decimal | None:
    """Read what was written for a setting; nothing where it does not fit."""
    if key == TITLE:
        return clean(words, longest=200) or None
    if key == POT:
        try:
            return amount(words) or None
        except Refusal:
            return None
    digits = words.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None


async def changed(app: OpeningApp, folder: Path, change: Change) -> bool:
    """Make a change, or say why it was not made."""
    try:
        faults = amend(folder, change)
    except CannotAmend:
        await told(app, say("opening.edit.by-hand", file=clean(str(folder / FILE))))
        return False
    if faults:
        await told(app, listing(faults))
    return not faults


async def told(app: OpeningApp, words: str) -> None:
    """Say it on a card."""
    await app.push_screen_wait(Telling(say("opening.edit.title"), words.splitlines()))
