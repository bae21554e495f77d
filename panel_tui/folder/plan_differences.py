"""Say what differs between a folder and the plan that counts: the same lines wherever they are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from panel_tui.folder.adjustments import misnamed, read_adjustments
from panel_tui.folder.plan_in_force import Draw, PlanInForce, plan_in_force, unreadable
from panel_tui.folder.report import check_report
from panel_tui.folder.session_folder import FolderReading
from sessions.model.adjustments import KINDS, SeatAdjustments
from sessions.model.text import clean
from sessions.wording import say, say_many

if TYPE_CHECKING:
    from sessions.decide.plan_differences import Difference


def differing_lines(counts: PlanInForce) -> list[str]:
    """Say what differs, a line each: what was written into the folder, then what was put right on the day."""
    if not counts.by_record:
        return []
    if counts.reading.session is None:
        return [unreadable(counts.reading.faults)]
    if not counts.differs:
        return [say("changes.differs.none")]
    written = [one for one in counts.differs if one.edited]
    here = [one for one in counts.differs if not one.edited]
    lines = [say_many("changes.differs.lead", len(written)), *(_line(counts, one) for one in written)]
    lines += [say("changes.differs.how")]
    today = [say("changes.differs.here"), *(_line(counts, one) for one in here)]
    return [*(lines if written else []), *(today if here else [])]


class CheckedFolder(Struct, frozen=True):
    """What `check` says, and whether the folder is fit to be used."""

    words: str
    fit: bool


def checked(folder: Path, draw: Draw) -> CheckedFolder:
    """Check a folder: by its record once that rules, with what differs. Raises the record's own refusals."""
    counts = plan_in_force(folder, draw)
    name = clean(folder.resolve().name)
    asked, odd = read_adjustments(folder, counts.seats)
    beside = adjustments_said(asked) or misnamed(folder)
    reading = FolderReading(
        counts.session if counts.by_record else counts.reading.session,
        () if counts.by_record else counts.reading.faults,
        counts.reading.warnings,
        asked=beside,
    )
    if odd:
        reading = replace(reading, session=None, faults=(*reading.faults, *odd))
    fit = counts.reading.session is not None and not odd
    differs = ["\n".join(differing_lines(counts))] if counts.by_record else []
    kept = [say("naming.in-record")] if counts.state.labelled else []
    return CheckedFolder("\n\n".join((check_report(reading, name=name), *differs, *kept)), fit)


def adjustments_said(asked: Sequence[SeatAdjustments]) -> str:
    """Say how many asked for what, and never who; nothing where nobody did."""
    if not asked:
        return ""
    counted = ((kind, sum(kind in one.kinds for one in asked)) for kind in KINDS)
    kinds = [say("adjusting.count", kind=say(f"adjusting.kind.{kind}"), n=n) for kind, n in counted if n]
    return say_many("adjusting.check", len(asked), kinds=", ".join(kinds))


def _line(counts: PlanInForce, one: Difference) -> str:
    from sessions.views.plan_differences import difference_words

    return f"– {difference_words(counts.state, one)}"


def tell_differences(counts: PlanInForce, tell: Callable[[str], None]) -> None:
    """Tell what differs, where something does."""
    if counts.by_record and (counts.differs or counts.reading.session is None):
        for line in differing_lines(counts):
            tell(line)


def first_word(counts: PlanInForce) -> str:
    """Say in a sentence that the folder was changed since the first seat was taken; nothing where it was not."""
    if not counts.by_record:
        return ""
    if counts.reading.session is None:
        return say("changes.differs.unread")
    written = sum(one.edited for one in counts.differs)
    return say_many("changes.differs.first", written) if written else ""
