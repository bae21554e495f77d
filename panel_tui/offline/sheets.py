"""Write printed sheets into a folder, whole or not at all, and say what there is to know of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from msgspec import Struct

from panel_tui.exports import ExportRefused
from panel_tui.exports.material import File
from panel_tui.exports.placing import Staged, staged
from panel_tui.system.errors import Unable
from screens.paper.press import Printed, can_press
from sessions.wording import say


class NotBegun(Unable):
    """The sheets cannot be written; the older cards go on working."""

    def __init__(self, place: Path, why: ExportRefused) -> None:
        """Say where, and what is in the way."""
        held = why.code == "exports.held"
        super().__init__(say("paper.held", **why.facts) if held else say("paper.not-begun", place=place))


class NotPrinted(Unable):
    """The sheets could not be written, `anew`: new cards among them, which the record has already."""

    def __init__(self, place: Path, *, anew: bool) -> None:
        """Say where."""
        super().__init__(say("paper.not-printed-anew" if anew else "paper.not-printed", place=place))


class PrintReport(Struct, frozen=True):
    """What was written, and what could not be made or not as it was written.

    `cards`: whether new cards are in it; `ended`: whether cards that were out ended for them.
    """

    files: tuple[str, ...]
    remarks: tuple[str, ...]
    cards: bool = False
    ended: bool = False

    def said(self, folder: str, address: str) -> str:
        """Say how many sheets lie in which folder, and whether any card that was out ended."""
        key = "paper.printed-again"
        if self.cards:
            key = "paper.printed-anew" if self.ended else "paper.printed"
        return say(key, n=len(self.files), folder=folder, address=address)


class Sheets:
    """The sheets as they are drawn one by one: what had to be replaced in them is kept, the sheets are not."""

    def __init__(self, printed: Iterator[Printed]) -> None:
        self._printed = printed
        self._signs: set[str] = set()

    def files(self) -> Iterator[File]:
        """Return each as a file."""
        for one in self._printed:
            self._signs.update(one.replaced)
            yield File(one.name, [one.data])

    def report(self, names: tuple[str, ...]) -> PrintReport:
        """Say what was written, and what there is to know of it."""
        missing = [] if can_press() else [say("paper.pdf.missing")]
        replaced = [say("paper.replaced", text=" ".join(sorted(self._signs)))] if self._signs else []
        return PrintReport(names, (*missing, *replaced, *_page_only(names)))


@contextmanager
def ready_to_move(sheets: Sheets, to: Path) -> Iterator[Staged]:
    """Write every sheet, whole and for its owner only, and see that each can be put in its place. Raises NotBegun."""
    with ExitStack() as until:
        try:
            ready = until.enter_context(staged(sheets.files(), to))
        except ExportRefused as problem:
            raise NotBegun(to, problem) from problem
        yield ready


def moved(ready: Staged, to: Path, *, anew: bool = False) -> None:
    """Put every sheet in its place; older score slips go. Raises NotPrinted; `anew`: new cards are among them."""
    try:
        ready.move_in()
    except ExportRefused as problem:
        raise NotPrinted(to, anew=anew) from problem


def _page_only(printed: Sequence[str]) -> list[str]:
    """Say which sheets are there as a page alone, though PDFs could be made."""
    names = set(printed)
    pages = [name for name in sorted(names) if name.endswith(".html")]
    alone = [name for name in pages if name.removesuffix(".html") + ".pdf" not in names]
    return [say("paper.page-only", names=", ".join(alone))] if alone and can_press() else []
