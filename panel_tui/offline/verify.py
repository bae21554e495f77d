"""Check a session's record, or save the sound part of a damaged one as a folder that opens."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from panel_tui.exports.up_to_date import exports_beside
from panel_tui.folder import read_session
from panel_tui.offline.follow_up import after_told, closed
from panel_tui.offline.whole_copy import whole_copy
from panel_tui.record import ChainReport, RecordError, RecordView, rescue_copy, verify_chain
from panel_tui.record.after_file import AFTER
from panel_tui.record.history import first_unfit, history, unknown
from panel_tui.record.sidecar_files import RECORD
from panel_tui.system.errors import Unable
from panel_tui.system.shell import typed
from sessions import events as e
from sessions.evolve import fold
from sessions.model.decisions import Outcome
from sessions.model.session import Session
from sessions.state import State
from sessions.views.frame import clock
from sessions.views.record import as_told, day_words, days_met, folder_differs, receipt_story
from sessions.wording import say, say_many


class Verification(Struct, frozen=True):
    """What was found, in lines for a person, and whether all of it fits."""

    whole: bool
    lines: tuple[str, ...]


class Finding(Struct, frozen=True):
    """One thing that was found, and whether it is as it should be."""

    words: str
    sound: bool = True


class CheckedRecord(Struct, frozen=True):
    """A record whose entries follow from one another: its chain, its entries, and what they add up to."""

    folder: Path
    chain: ChainReport
    view: RecordView
    past: tuple[e.Stamped, ...]
    state: State
    end: int | None
    """The place, from 0, of the entry that ended the day."""

    @property
    def closing_line(self) -> int | None:
        """Return the line whose head stood on the closing screen."""
        return None if self.end is None else self.view.entries[self.end].line


def verify_folder(folder: Path, *, head: str | None = None, receipt: str | None = None) -> Verification:
    """Check the record of a session. Raises the record's refusals where there is none to read."""
    chain = verify_chain(folder / RECORD)
    if not chain.holds:
        return _refused("command.verify-damaged", chain.bad_line or 1)
    if chain.not_added is not None:
        return _refused("verify.not-added", chain.not_added)
    view = RecordView.read(folder / RECORD)
    bad = first_unfit(view.entries)
    if bad is not None:
        ended = any(entry.doc["event"].get("fact") == "SessionEnded" for entry in view.entries[:bad])
        why = "verify.unknown" if unknown(view.entries[bad]) else "verify.odd"
        return _refused("verify.after-the-end" if ended else why, view.entries[bad].line)
    past = tuple(history(view.entries))
    ends = (place for place, one in enumerate(past) if isinstance(one.event, e.SessionEnded))
    checked = CheckedRecord(folder, chain, view, past, fold(past), next(ends, None))
    found = list(_found(checked, head, receipt))
    return Verification(whole=all(one.sound for one in found), lines=tuple(one.words for one in found))


def _refused(key: str, line: int) -> Verification:
    return Verification(whole=False, lines=(say(key, line=line),))


def _found(one: CheckedRecord, head: str | None, receipt: str | None) -> Iterator[Finding]:
    session = one.state.session
    if session is None:
        yield Finding(say("verify.not-begun"))
    else:
        yield Finding(_which(session, len(one.state.seats), days_met(one.state)))
    yield Finding(say("verify.fits", lines=one.chain.lines, documents=one.chain.documents))
    if alone := sum(_without_counts(happened.event) for happened in one.past):
        yield Finding(say_many("verify.outcome-only", alone))
    yield from _end(one)
    yield from _torn(one)
    yield from _after(one)
    if session is not None:
        yield from _folder(one.folder, session)
    yield from (Finding(words, sound) for words, sound in exports_beside(one.folder, one.view, one.past))
    # words that are empty were asked for: a script whose variable is must not be told that all is well
    if head and head.strip():
        yield _words(one, head)
    else:
        yield Finding(say("verify.ask-words", folder=typed(one.folder)), sound=head is None)
    if receipt is not None:
        yield from _receipt(one, receipt)


def _without_counts(event: e.Event) -> bool:
    """Whether a ballot closed with what it came to alone, which nobody can work out again."""
    match event:
        case e.RoundClosed(counts=None, outcome=outcome):
            return outcome is not Outcome.TOO_FEW
        case e.RankingClosed(order=order):
            return bool(order)
        case e.RoomAnswered(first=first):
            return bool(first)
        case _:
            return False


def _which(session: Session, seats: int, days: tuple[date, ...]) -> str:
    day = ", ".join(map(day_words, days))
    return say(
        "verify.session-dated" if day else "verify.session",
        title=session.title,
        date=day,
        seats=say_many("verify.seats", seats),
        applications=say_many("verify.applications", len(session.applications)),
    )


def _end(one: CheckedRecord) -> Iterator[Finding]:
    if one.end is None or one.closing_line is None:
        last = as_told(one.past)[-1].at if one.past else None
        if last is not None:
            yield Finding(say("verify.not-ended", date=_day(last), at=clock(last)))
        yield Finding(say("verify.words-now", words=" ".join(one.view.head_words)))
        return
    at, words = as_told(one.past)[one.end].at, one.view.head_words_at(one.closing_line)
    yield Finding(
        say("verify.ended", date=_day(at), at=clock(at), line=one.closing_line, words=" ".join(words))
    )
    since = Counter(type(later.event).__name__ for later in one.past[one.end + 1 :])
    if not since:
        yield Finding(say("verify.nothing-since"))
        return
    yield Finding(say("verify.since"))
    for name, n in since.items():
        yield Finding(say(f"verify.since-{name}", n=n))
    yield Finding(say("verify.words-moved", words=" ".join(one.view.head_words)))


def _day(at: date) -> str:
    return day_words(at)


def _torn(one: CheckedRecord) -> Iterator[Finding]:
    if one.chain.torn:
        yield Finding(say("verify.torn", bytes=one.chain.torn), sound=False)
    kept = sorted(path.name for path in one.folder.glob(f"{Path(RECORD).stem}.torn-*"))
    if kept:
        yield Finding(say("verify.torn-kept", names=", ".join(kept)))


def _after(one: CheckedRecord) -> Iterator[Finding]:
    """Check what was recorded after the day, where something was."""
    if not os.path.lexists(one.folder / AFTER):  # a link that leads nowhere is there, and no such file
        return
    day = closed(one.folder, one.view, one.past)
    if day is None:
        yield Finding(say("became.verify-early"), sound=False)
        return
    try:
        found = after_told(day)
    except RecordError as problem:
        yield Finding(say(problem.code, **problem.facts), sound=False)
        return
    n = found.lines - 1  # the first holds the closing words
    yield Finding(say_many("became.verify", n) if n else say("became.verify-none"))
    if found.torn:
        yield Finding(say("became.verify-torn", bytes=found.torn))


def _folder(folder: Path, session: Session) -> Iterator[Finding]:
    seed = session.seed or 0
    known = tuple(one.ref for one in session.every_application)
    reading = read_session(folder, draw=lambda: seed, known=known)
    if reading.session is None:
        yield Finding(say("verify.folder-unread"))
        return
    differing = folder_differs(session, reading.session)
    if differing:
        yield Finding(say("verify.folder"))
        yield from map(Finding, differing)


def _words(one: CheckedRecord, head: str) -> Finding:
    line = one.view.find_head(head)
    if line is None and (begun := one.view.begins_head(head)):
        return Finding(say("verify.head-begun", typed=begun.typed, words=begun.words), sound=False)
    if line is None:
        return Finding(say("verify.head-missing"), sound=False)
    if line == one.closing_line:
        assert one.end is not None
        since = len(one.past) > one.end + 1
        return Finding(say("verify.head-closing-since" if since else "verify.head-closing"))
    ended = one.closing_line is not None and line > one.closing_line
    key = "verify.head-after-the-end" if ended else "verify.head-before-the-end"
    return Finding(say(key, line=line, lines=one.chain.lines))


def _receipt(one: CheckedRecord, said: str) -> Iterator[Finding]:
    found = one.view.find_receipt(said)
    if not found:
        yield Finding(say("verify.receipt-missing"), sound=False)
    places = {id(entry): place for place, entry in enumerate(one.view.entries)}
    for entry in found:
        yield Finding(say("verify.receipt-found", line=entry.line))
        yield from map(Finding, receipt_story(one.past, places[id(entry)]))


def rescue(folder: Path, to: Path) -> str:
    """Copy the folder with its record up to the first line that does not fit, and say what is where.

    Raises Unable where nothing is damaged, FileExistsError where there is something at `to`, and the record's
    own refusals where not even its first line can be read.
    """
    if verify_chain(folder / RECORD).holds:
        raise Unable(say("command.rescue-whole"))
    with whole_copy(folder, to) as copy:
        good = rescue_copy(folder / RECORD, copy / RECORD)
    return say("record.rescued", lines=good.lines, copy=to.name)
