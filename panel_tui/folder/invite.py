"""`[invite]` in session.toml: what an invitation says that no program can know, such as who pays the bus.

It decides nothing and may name a person, so it is no part of a session and never enters a record: whoever makes an
invitation reads it from the folder as it is then.
"""

from __future__ import annotations

from panel_tui.folder.toml_table import TomlTable
from sessions.model.invite import InviteDetails


def read_invite(table: TomlTable | None) -> InviteDetails:
    """Read `[invite]`: each setting is a line or a few."""
    if table is None:
        return InviteDetails()
    details = InviteDetails(
        food=table.lines("food", longest=200),
        expenses=table.lines("expenses", longest=200),
        access=table.lines("access", longest=200),
        contact=table.lines("contact", longest=200),
        kept=table.lines("kept", longest=200),
        dates=table.lines("dates", longest=200),
    )
    table.close()
    return details
