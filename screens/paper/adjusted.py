"""What is printed otherwise for seats that asked for it: slips in larger letters or another language, and booklets.

Ballot slips stay alike for everybody: one of another kind would show whose it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sessions.model.adjustments import SeatAdjustments
from sessions.model.session import Session

Asked = Mapping[int, SeatAdjustments]


class OtherBooklet(Struct, frozen=True, order=True):
    """A booklet beside the usual one: what its name ends in, how large its letters are, and its language."""

    ending: str
    large: bool
    language: str


def other_booklets(session: Session, asked: Asked, *, large: bool) -> tuple[OtherBooklet, ...]:
    """Return those that seats asked for, each once; `large` is how the usual one is set."""
    usual = OtherBooklet("", large, session.language)
    wanted = {
        _booklet(session, one.language or session.language, large=large or one.large_text, usual=usual)
        for one in asked.values()
    }
    return tuple(sorted(wanted - {usual}))


def _booklet(session: Session, language: str, *, large: bool, usual: OtherBooklet) -> OtherBooklet:
    bigger = "-large" if large and not usual.large else ""
    other = f"-{language}" if language != session.language else ""
    return OtherBooklet(f"{bigger}{other}", large, language)


def in_language(session: Session, language: str) -> Session:
    """Return the session as it is said in another language: the group's own words are in theirs, and are left aside."""
    if not language or language == session.language:
        return session
    return replace(session, language=language, wording=())


def differs(session: Session, one: SeatAdjustments | None) -> bool:
    """Whether a seat's slips are other than usual."""
    return one is not None and (one.large_text or one.language not in ("", session.language))
