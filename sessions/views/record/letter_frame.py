"""What stands around a letter's own words: sender, day, address and references above; who signs below."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from sessions.model.letterhead import Addressee, Letterhead
from sessions.model.session import Application, Standing
from sessions.state import State
from sessions.views.paper.document import AnyBlock, Document, Lines, Part, Says
from sessions.views.record.days_met import day_decided, day_words
from sessions.wording import say

AWARDS = ("award", "award-less")
"""The letters that ask for an answer."""

UNDECIDED = tuple(how.value for how in Standing)
"""The letters about what the panel decided nothing about."""


def our_reference(head: Letterhead, ref: str) -> str:
    """Return our reference of one letter: the one in `[letters]`, and the application's."""
    return f"{head.reference}/{ref}" if head.reference else ref


def reply_words(head: Letterhead) -> str:
    """Say until when an answer is asked for; nothing where it is not."""
    return day_words(head.reply_by) if isinstance(head.reply_by, dt.date) else head.reply_by


def framed(
    paper: Document, state: State, one: Application, letter: str, head: Letterhead, to: Addressee
) -> Document:
    """Put the frame around a letter that begins with a greeting and ends with thanks."""
    [part] = paper.parts
    greeting, *said, thanks = part.blocks
    dear = Says(say("letters.dear.contact", name=to.contact)) if to.contact else greeting
    reply = Says(say("letters.reply", day=reply_words(head))) if head.reply_by and letter in AWARDS else None
    signed = Lines(head.signature) if head.signature else None
    blocks = (dear, *said, reply, thanks, signed)
    return replace(
        paper,
        above=tuple(_above(state, one, letter, head, to)),
        parts=(Part(part.key, part.heading, tuple(block for block in blocks if block is not None)),),
    )


def _above(state: State, one: Application, letter: str, head: Letterhead, to: Addressee) -> list[AnyBlock]:
    references = [say("letters.your-ref", ref=to.their_ref)] if to.their_ref else []
    references.append(say("letters.our-ref", ref=our_reference(head, one.ref)))
    groups = (
        Lines(head.sender, end=True),
        Lines((to.contact, one.organisation, *to.address)),
        Lines((when_and_where(state, letter),)),
        Lines(tuple(references)),
    )
    kept = [replace(group, words=tuple(words for words in group.words if words)) for group in groups]
    return [group for group in kept if group.words]


def when_and_where(state: State, letter: str) -> str:
    """Say when and where the panel decided; that it did only where it decided about this one."""
    day = day_decided(state)
    said = day_words(day) if day else ""
    if said and letter not in UNDECIDED:
        said = say("letters.decided", day=said)
    return " · ".join(words for words in (said, state.model.place) if words)
