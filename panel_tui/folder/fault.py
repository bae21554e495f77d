"""What is wrong, or merely odd, in a session folder: the place, what was found and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from panel_tui.folder.toml_lines import Path, line_of
from sessions.model.session import Value
from sessions.model.text import clean
from sessions.wording import say

SHOWN = 60  # characters of what was found; a whole page pasted into a cell would bury the reason
WORKBOOKS = (".xlsx", ".xlsm", ".ods")  # these have rows, not lines
LISTED = 20  # faults read out before "and 14 more": about one screen


class Fault(Value, frozen=True):
    """One thing to put right; `kind` names its sentence in the catalogue, `line` counts from 1."""

    file: str
    line: int | None
    kind: str
    about: str = ""
    found: str = ""
    meant: str = ""
    sheet: str = ""

    @property
    def sentence(self) -> str:
        """Say what is wrong, without its place."""
        return say(
            self.kind if "." in self.kind else f"folder.{self.kind}",
            about=self.about,
            found=self.found,
            meant=self.meant,
        )

    def __str__(self) -> str:
        """Say it as one plain sentence, the place first."""
        sentence = self.sentence
        if self.line is None:
            return say("folder.in-file", file=self.file, sentence=sentence)
        if self.sheet:
            return say("folder.on-sheet", file=self.file, sheet=self.sheet, line=self.line, sentence=sentence)
        key = "folder.on-row" if self.file.casefold().endswith(WORKBOOKS) else "folder.on-line"
        return say(key, file=self.file, line=self.line, sentence=sentence)


class Refusal(Exception):  # noqa: N818 - the word people and files here use
    """Stop reading one file; carries the fault that says why."""

    def __init__(
        self, kind: str, *, about: str = "", found: str = "", meant: str = "", line: int | None = None
    ) -> None:
        super().__init__(kind)
        self.kind, self.about, self.found, self.meant, self.line = kind, about, found, meant, line

    def fault(self, file: str, line: int | None = None) -> Fault:
        """Return the fault, placed in `file`."""
        return Fault(file, self.line or line, self.kind, self.about, self.found, self.meant)


def shown(text: str) -> str:
    """Make what was found fit to be read out: cleaned, and cut where it is long."""
    tidy = clean(text)
    return tidy if len(tidy) <= SHOWN else tidy[: SHOWN - 1].rstrip() + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, or nothing where none is like it."""
    by_fold = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""


def listing(faults: Sequence[Fault], *, most: int = LISTED) -> str:
    """Read the faults out, a line each; the rest as a number."""
    lines = [str(fault) for fault in faults[:most]]
    if len(faults) > most:
        lines.append(say("folder.and-more", more=len(faults) - most))
    return "\n".join(lines)


class Notes:
    """What reading one file has to say: its faults and its warnings, in the order found."""

    def __init__(self, file: str, lines: dict[Path, int] | None = None) -> None:
        self.file, self.lines = file, lines or {}
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def fault(self, path: Path, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        """Note a fault at `path`."""
        self.faults.append(Fault(self.file, line_of(self.lines, path), kind, about, found, meant))

    def likely(self, word: str, known: Iterable[str]) -> str:
        """Return the known word most like `word`, or nothing: not looked for beyond the faults that are read out.

        It takes a while for each, and a file no person wrote may have tens of thousands of them.
        """
        return nearest(word, known) if len(self.faults) < LISTED else ""

    def warn(self, path: Path, kind: str, *, about: str = "", found: str = "", meant: str = "") -> None:
        """Note something odd at `path`."""
        self.warnings.append(Fault(self.file, line_of(self.lines, path), kind, about, found, meant))
