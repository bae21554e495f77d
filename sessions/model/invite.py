"""What only the organisers know of an invitation, such as who pays the bus.

It is read when one is made, and never enters a record.
"""

from __future__ import annotations

from sessions.model.session import Value


class InviteDetails(Value, frozen=True):
    """What `[invite]` in session.toml says, each in a few lines; what is empty is a line to fill in by hand.

    `dates` are those of other stages or meetings, `kept` how long the organisers keep what is written down.
    """

    food: tuple[str, ...] = ()
    expenses: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
