"""The durable record: an append-only, chained, group-committed TinyDB database in one file.

Documents are plain JSON objects; what they mean is not this package's business.

A name is read in when it is first asked for: what only names a file beside the record needs nothing of the rest.
"""

from typing import TYPE_CHECKING

from panel_tui.system.lazy import read_when_asked

if TYPE_CHECKING:
    from panel_tui.record.chain_check import ChainReport, rescue_copy, verify_chain
    from panel_tui.record.disk import Disk, RealDisk
    from panel_tui.record.opening import Cut
    from panel_tui.record.receipts import Entry
    from panel_tui.record.record import Record, RecordView
    from panel_tui.record.refusals import (
        RecordDamaged,
        RecordError,
        RecordFailed,
        RecordFull,
        RecordLocked,
        RecordLost,
        RecordMissing,
        RecordRefused,
    )
    from panel_tui.record.words import head_words

__all__ = [
    "ChainReport",
    "Cut",
    "Disk",
    "Entry",
    "RealDisk",
    "Record",
    "RecordDamaged",
    "RecordError",
    "RecordFailed",
    "RecordFull",
    "RecordLocked",
    "RecordLost",
    "RecordMissing",
    "RecordRefused",
    "RecordView",
    "head_words",
    "rescue_copy",
    "verify_chain",
]

__getattr__ = read_when_asked(
    __name__,
    {
        "ChainReport": "chain_check",
        "Cut": "opening",
        "Disk": "disk",
        "Entry": "receipts",
        "RealDisk": "disk",
        "Record": "record",
        "RecordDamaged": "refusals",
        "RecordError": "refusals",
        "RecordFailed": "refusals",
        "RecordFull": "refusals",
        "RecordLocked": "refusals",
        "RecordLost": "refusals",
        "RecordMissing": "refusals",
        "RecordRefused": "refusals",
        "RecordView": "record",
        "head_words": "words",
        "rescue_copy": "chain_check",
        "verify_chain": "chain_check",
    },
)
