"""What a format is made from, and what it makes: files in memory, named as they will be placed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct

from sessions.state import State
from sessions.views.record import Account

from .progress import no_tick


class Material(Struct, frozen=True):
    """One export's material. `state` holds only what may be told; `head` is five words.

    Makers call `tick` every few thousand rows, so that somebody who waits can be told how far it is.
    """

    account: Account
    state: State
    head: str
    program: str
    public: bool
    tick: Callable[[], None] = no_tick


class File(NamedTuple):
    """A file to be: its name, with `/` where it stands in a folder of its own, and its bytes in parts.

    `remarks` are sentences for whoever exports, about what could not be written as it was.
    """

    name: str
    parts: Iterable[bytes]
    remarks: tuple[str, ...] = ()


Maker = Callable[[Material], Iterable[File]]
