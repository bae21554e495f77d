"""All that a session holds about one member, for that member alone: their right to see it.

What a ballot said is not among it: nobody can tell who cast which, so there is nothing to hand over. What their seat
is called comes from the folder, and from a record only where an earlier version began it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from panel_tui import __version__
from panel_tui.exports.csv_files import csv_parts
from panel_tui.exports.export import ExportReport
from panel_tui.exports.material import (
    RECORD,
    File,
    FoundRecord,
    found_in,
    in_the_sessions_words,
    seat_codes,
)
from panel_tui.exports.placing import place
from panel_tui.folder.seat_labels import labels_in
from panel_tui.record import RecordView
from panel_tui.record.history import blaming, history
from panel_tui.system.errors import ExportRefused
from sessions.audit.labels import labels_told
from sessions.events import Stamped
from sessions.views.record import (
    Account,
    MemberBallotRow,
    MemberHistoryRow,
    member_ballots,
    member_history,
    record_view,
)
from sessions.views.record import rows as r
from sessions.wording import say


def export_member(folder: Path, to: Path | None, seat: int) -> ExportReport:
    """Write everything about one seat into a folder of its own. Raises RecordError, or ExportRefused."""
    record = RecordView.read(folder / RECORD)
    with blaming(lambda: record.entries):
        found = found_in(record)
        if seat not in found.state.seats:
            raise ExportRefused("exports.no-seat", seat=seat, last=len(found.state.seats))
        target = to or folder / "exports" / f"member-{seat:02d}"
        account = record_view(found.state, codes=seat_codes(found.state.seats), public=False, seats=True)
        unseen = tuple(one.ref for one in account.applications if not one.revealed)
        past = history(record.entries)
        told = list(_labels(labels_in(folder).get(seat, ""), labels_told(past).get(seat, ())))
        files = place(_files(found, account, past, seat, told), target)
        return ExportReport(target, files, unseen, found.head, over=found.state.ended)


def _labels(now: str, kept: Sequence[str]) -> Iterator[str]:
    """Say what the seat is called: in the folder, where it can be taken out, and in the record, where it cannot."""
    if now:
        yield say("exports.member.label", label=now)
    for label in kept:
        yield say("exports.member.label-kept", label=label)
    if not now and not kept:
        yield say("exports.member.no-label")


def _files(
    found: FoundRecord, account: Account, past: Sequence[Stamped], seat: int, labels: Sequence[str]
) -> Iterator[File]:
    code = str(seat)
    scores = [row for row in account.scores if row.member == code]
    conflicts = [row for row in account.conflicts if row.member == code]
    corrections = [row for row in account.session.corrections if row.member == code]
    with in_the_sessions_words(found.state.model):
        lines = list(_about(found, seat, labels))
    yield File(f"about-seat-{seat:02d}.txt", ["\r\n".join([*lines, ""]).encode("utf-8-sig")])
    yield File("scores.csv", csv_parts(r.ScoreRow.__struct_fields__, scores))
    yield File("conflicts.csv", csv_parts(r.ConflictRow.__struct_fields__, conflicts))
    yield File("corrections.csv", csv_parts(r.CorrectionRow.__struct_fields__, corrections))
    ballots = member_ballots(found.state, seat)
    yield File("ballots.csv", csv_parts(MemberBallotRow.__struct_fields__, ballots))
    rows = member_history(past, found.state, seat)
    yield File("history.csv", csv_parts(MemberHistoryRow.__struct_fields__, rows))


def _about(found: FoundRecord, number: int, labels: Sequence[str]) -> Iterator[str]:
    state = found.state
    yield say("exports.member.title", seat=number, session=state.model.title)
    yield from labels
    here = "taken" if state.seats[number].taken else "not-taken"
    yield say(f"exports.member.{here}")
    yield say("exports.member.files")
    yield say("exports.member.history")
    yield say("exports.member.ballots")
    yield say("exports.member.head", head=found.head)
    yield say("exports.story.check.program", program=f"panel-tui {__version__}")
