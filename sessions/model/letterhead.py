"""What stands around a letter: who writes, and to whom. It is read when letters are made, and never enters a record."""

from __future__ import annotations

import datetime as dt

from sessions.model.session import Value


class Letterhead(Value, frozen=True):
    """What `[letters]` in session.toml says: who writes, who signs, until when to answer, and our own reference."""

    sender: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    reply_by: dt.date | str = ""
    reference: str = ""


class Addressee(Value, frozen=True):
    """Who one letter goes to, as the applicants' own sheet has it: their reference, a person, and where they are."""

    their_ref: str = ""
    contact: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
