"""Which language is spoken just now, and a group's own words in place of ours.

Kept for each task and thread on its own (a `ContextVar`), so that one laptop can draw a Welsh page while it writes
an English line. Nothing is read here: whoever reads files hands a language over with `learn`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import NamedTuple, Protocol

ENGLISH = "en"


def _one_or_more(n: int) -> int:
    return int(n != 1)


class Language(NamedTuple):
    """Sentences by key; `many` gives a sentence's forms, and `form` which of them goes with a number.

    A `draft` is used, and awaits somebody who speaks the language; pages in it say so.
    """

    sentences: Mapping[str, str] = {}
    many: Mapping[str, tuple[str, ...]] = {}
    form: Callable[[int], int] = _one_or_more
    draft: bool = False


_LEARNT: dict[str, Language] = {}  # read once, the same for the whole program
_EVER: list[Language] = []  # none is let go of, so that no two ever have one identity
_SPOKEN: ContextVar[str] = ContextVar("language", default=ENGLISH)
_OWN: ContextVar[Mapping[str, str]] = ContextVar("own words")
_SHORTLIST: ContextVar[bool] = ContextVar("about a shortlist", default=False)
_PLAIN = Language()
_NOTHING: Mapping[str, str] = {}


def learn(language: str, learnt: Language) -> None:
    """Know a language from now on. What it lacks is said in English."""
    _EVER.append(learnt)
    _LEARNT[language] = learnt


@contextmanager
def speaking(
    language: str, own: Mapping[str, str] | None = None, *, shortlist: bool | None = None
) -> Iterator[None]:
    """Speak a language, and a group's `own` words in place of ours; left out, its own words stay as they are.

    Of a `shortlist` its sentences are said in place of those about money; left out, whatever is said stays so.
    """
    was = _SPOKEN.set(language)
    had = _OWN.set(_OWN.get(_NOTHING) if own is None else own)
    about = _SHORTLIST.set(_SHORTLIST.get() if shortlist is None else shortlist)
    try:
        yield
    finally:
        _SPOKEN.reset(was)
        _OWN.reset(had)
        _SHORTLIST.reset(about)


class SpokenOf(Protocol):
    """What can be spoken of in its own way: a session, as far as words go."""

    @property
    def language(self) -> str:
        """Name the language."""
        ...

    @property
    def wording(self) -> tuple[tuple[str, str], ...]:
        """Return the group's own words, by key."""
        ...

    @property
    def places(self) -> int | None:
        """Say how many places there are; none where money is given."""
        ...


def speaking_of(model: SpokenOf) -> AbstractContextManager[None]:
    """Speak a session's language, in its own words and as is fit for what it decides on."""
    return speaking(model.language, dict(model.wording), shortlist=model.places is not None)


def about_a_shortlist() -> bool:
    """Whether what is spoken of is a shortlist."""
    return _SHORTLIST.get()


def spoken_language() -> str:
    """Name the language that is spoken now."""
    return _SPOKEN.get()


def is_draft() -> bool:
    """Whether the language spoken now awaits somebody who grew up with it."""
    return _LEARNT.get(_SPOKEN.get(), _PLAIN).draft


def spoken() -> tuple[Mapping[str, str], Language]:
    """Return the group's own words, and the language that is spoken now."""
    return _OWN.get(_NOTHING), _LEARNT.get(_SPOKEN.get(), _PLAIN)


def words_spoken() -> Hashable:
    """Return something that differs when a sentence would: for those who keep what they have drawn."""
    own, language = spoken()
    return _SPOKEN.get(), id(language), tuple(own.items()), _SHORTLIST.get()
