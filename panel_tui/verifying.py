"""Check a session's record: follow its chain, replay it, and look up a head or a receipt."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sessions.audit import audit
from sessions.wording import say

from .history import history, stamped
from .live import RECORD
from .record import Entry, RecordView, verify_chain


class Verdict(Struct, frozen=True):
    """What was found, in lines for a person, and whether all of it fits."""

    whole: bool
    lines: tuple[str, ...]


def verify_folder(folder: Path, *, head: str | None = None, receipt: str | None = None) -> Verdict:
    """Check the record of a session. Raises the record's refusals where there is none to read."""
    chain = verify_chain(folder / RECORD)
    if not chain.holds:
        return Verdict(whole=False, lines=(say("command.verify-damaged", line=chain.bad_line or 1),))
    view = RecordView.read(folder / RECORD)
    odd = audit(history(view.entries))  # a line that fits the chain but not the rules is not ours
    if odd is not None:
        return Verdict(whole=False, lines=(say("command.verify-odd", line=view.entries[odd].line),))
    said = [say("command.verified", lines=chain.lines, documents=chain.documents)]
    said.append(say("command.verify-head-words", words=" ".join(view.head_words)))
    whole = True
    if head is not None:
        line = view.find_head(head)
        key = "command.verify-head-found" if line else "command.verify-head-missing"
        said.append(say(key, line=line, lines=chain.lines))
        whole = whole and line is not None
    if receipt is not None:
        found = view.find_receipt(receipt)
        said += [say("command.verify-receipt-found", line=e.line, what=_what(e)) for e in found]
        if not found:
            said.append(say("command.verify-receipt-missing"))
            whole = False
    return Verdict(whole=whole, lines=tuple(said))


def _what(entry: Entry) -> str:
    event = stamped(entry.doc).event
    seat, ref = getattr(event, "seat", None), getattr(event, "application", None)
    if seat is None or ref is None:
        return say("command.verify-entry")
    return say("command.verify-answer", seat=seat, application=ref)
