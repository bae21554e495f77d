"""`[letters]` in session.toml: who writes to the applicants, who signs, and until when an answer is asked for.

It decides nothing and holds a person's name, so it is no part of a session and never enters a record: whoever writes
letters reads it from the folder as it is then.
"""

from __future__ import annotations

import datetime as dt

from panel_tui.folder.toml_table import TomlTable
from sessions.model.letterhead import Letterhead


def read_letterhead(table: TomlTable | None) -> Letterhead:
    """Read `[letters]`; a day to reply by is a date, or said in words."""
    if table is None:
        return Letterhead()
    head = Letterhead(
        sender=table.lines("sender"),
        signature=table.lines("signature"),
        reply_by=_reply_by(table),
        reference=table.text("reference", longest=60),
    )
    table.close()
    return head


def _reply_by(table: TomlTable) -> dt.date | str:
    if type(table.values.get("reply_by")) is dt.date:
        return table.moment("reply_by", dt.date, None) or ""
    return table.text("reply_by", longest=60)
