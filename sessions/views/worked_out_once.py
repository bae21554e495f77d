"""What is the same for everybody is worked out once, for as long as what was agreed stays the same.

A hall of phones asks for one question within a second; looking its application up, and counting which it is, grew with
the day's list each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from sessions.model.session import Session
from sessions.wording import words_spoken

_KEPT = 2_048  # a long day's applications and questions, in a few languages
_Found = TypeVar("_Found")


class _Itself:
    """A session known again by identity: it never changes, and comparing all it holds would take longest of all."""

    __slots__ = ("model",)

    def __init__(self, model: Session) -> None:
        self.model = model

    def __hash__(self) -> int:
        return id(self.model)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.model is other.model


def worked_out_once(what: Callable[..., _Found], model: Session, *given: Hashable) -> _Found:
    """Return `what(model, *given)`, which must be a value made of these and of the words now spoken alone."""
    return _worked_out(what, _Itself(model), given, words_spoken())  # type: ignore[return-value]


@lru_cache(maxsize=_KEPT)
def _worked_out(
    what: Callable[..., object], model: _Itself, given: tuple[Hashable, ...], _words: Hashable
) -> object:
    return what(model.model, *given)
