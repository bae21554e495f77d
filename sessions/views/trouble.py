"""What the wall, the desk and the phones say while the laptop can keep nothing new."""

from __future__ import annotations

from msgspec import Struct

from sessions.wording import say


class Trouble(Struct, frozen=True):
    """Why nothing is kept, by the name its sentences have, and where what was held has been saved."""

    name: str = ""
    saved: str = ""

    @property
    def said(self) -> str:
        """Say to the room what happened, what is safe and what to do; nothing where all is well."""
        folder = self.saved.encode("utf-8", "replace").decode()  # a path may have bytes that are no letters
        return say(f"record.now.{self.name}", folder=folder) if self.name else ""

    @property
    def said_on_phones(self) -> str:
        """Say to a member what is safe; how it came about is on the wall."""
        return say("phone.keeps-nothing") if self.name else ""
