"""The pages that steps have to read: Markdown files of the folder, or pages of ours by their names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from panel_tui.folder.fault import Refusal, nearest, shown
from panel_tui.folder.safe_open import names, read_ours
from panel_tui.folder.steps import StepLine
from panel_tui.folder.tidy import decoded, settled_lines
from sessions.model.marked_text import first_heading, passages
from sessions.model.page_files import twin_of
from sessions.model.session import StepKind
from sessions.wording import say
from sessions.wording.learning import BUILT_IN

FOLDER = "learn"
MOST_BYTES = 64 * 1024  # twenty pages; one to learn from is one
FUNDER_RULES = "funder-rules"


def read_pages(folder: Path, lines: Sequence[StepLine], rules: tuple[str, ...] = ()) -> None:
    """Read the page of every step that has one, and name what keeps it from being read.

    `rules` are the funder's, as text, for our page of them.
    """
    for line in lines:
        if line.file:
            _read(folder, line, rules)
        elif line.kind == StepKind.LEARN:
            line.table.fault("file", "learn.fault.which", meant=", ".join(BUILT_IN))


def _read(folder: Path, line: StepLine, rules: tuple[str, ...]) -> None:
    if line.file in BUILT_IN:
        _take_ours(line, rules)
    elif line.file.casefold().endswith(".md") or "/" in line.file or "\\" in line.file:
        _take_file(folder, line)
    else:
        _unknown(folder, line)
    line.title = line.title or first_heading(line.text)


def _take_ours(line: StepLine, rules: tuple[str, ...]) -> None:
    """Take a page of ours, in the words the room speaks."""
    if line.file == FUNDER_RULES and not rules:
        line.table.fault("file", "learn.fault.no-rules")
        return
    listed = "\n".join(f"- {rule}" for rule in rules)
    line.text = say(f"learn.page.{line.file}", rules=listed)
    line.easy = say(f"learn.easy.{line.file}", rules=listed)


def _take_file(folder: Path, line: StepLine) -> None:
    """Take a file of the folder; where the same name ends in .easy.md beside it, that is its Easy Read twin."""
    path = _inside(line.file)
    if path is None:
        own = PurePosixPath(line.file.replace("\\", "/")).stem.strip(".") or "page"
        meant = shown(f"{FOLDER}/{own}.md")
        line.table.fault("file", "learn.fault.outside", found=shown(line.file), meant=meant)
        return
    try:
        line.text = _text(folder, path, line)
    except Refusal as refusal:
        if refusal.kind == "missing-file":
            _unknown(folder, line)
        else:
            _unread(line, str(path), refusal)
        return
    if not passages(line.text):
        line.table.fault("file", "learn.fault.empty", found=shown(line.file))
    twin = PurePosixPath(twin_of(str(path)))
    try:
        line.easy = _text(folder, twin, line)
    except Refusal as refusal:
        if refusal.kind != "missing-file":
            _unread(line, str(twin), refusal)


def _inside(name: str) -> PurePosixPath | None:
    """Return the path of a Markdown file in the folder; nothing for one that leads out of it."""
    path = PurePosixPath(name)
    out = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name
    return None if out or path.suffix.casefold() != ".md" else path


def _text(folder: Path, path: PurePosixPath, line: StepLine) -> str:
    """Read it. Raises Refusal, also where a folder on the way is a link to somewhere else."""
    if any((folder / parent).is_symlink() for parent in path.parents if parent.parts):
        raise Refusal("is-link")
    data = read_ours(folder / path, most=MOST_BYTES)
    try:
        text, old = decoded(data)
    except Refusal as refusal:
        raise Refusal("learn.fault.letters") from refusal
    if old:
        line.table.warn("file", "sheet-encoding", found="Windows (cp1252)")
    return settled_lines(text)


def _unread(line: StepLine, name: str, refusal: Refusal) -> None:
    why = refusal.fault(name).sentence
    line.table.fault("file", "learn.fault.unread", found=shown(name), meant=why)


def _unknown(folder: Path, line: StepLine) -> None:
    """Name a page that is not there, with the one that was likely meant."""
    there = [] if (folder / FOLDER).is_symlink() else names(folder / FOLDER)
    here = [f"{FOLDER}/{name}" for name in there if name.casefold().endswith(".md")]
    likely = _called(line.file, here) or nearest(line.file, (*BUILT_IN, *here))
    if likely:
        line.table.fault("file", "learn.fault.unknown", found=shown(line.file), meant=shown(likely))
    else:
        meant = ", ".join(BUILT_IN)
        line.table.fault("file", "learn.fault.unknown-bare", found=shown(line.file), meant=meant)


def _called(name: str, here: Sequence[str]) -> str:
    """Find a file by its own name alone: `learn/bias.md` where `bias.md` was written."""
    own = PurePosixPath(name).name.casefold()
    return next((one for one in here if PurePosixPath(one).name.casefold() in (own, f"{own}.md")), "")
