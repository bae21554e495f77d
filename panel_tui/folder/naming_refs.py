"""Give every application a ref of its own: the sheet's where it can be one, kept apart where two would look alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from panel_tui.folder import refs
from sessions.model.session import Value


class NamedRefs(Value, frozen=True):
    """Each row's ref; the rows that had to be given a number; those whose ref stands on an earlier row too.

    `alike` has, by row, what the sheet wrote and what it became, where two would have looked the same.
    """

    refs: tuple[str, ...]
    made: frozenset[int]
    twice: tuple[int | None, ...]
    alike: Mapping[int, tuple[str, str]]


def name_refs(given: Sequence[tuple[str, str]]) -> NamedRefs:
    """Name the rows. `given` has the ref each row gives, empty where it gives none, and its sheet."""
    wished = [refs.told_apart(ref) for ref, _ in given]
    taken = {ref.casefold() for ref in wished if ref}
    keeps = _keepers(given, wished)
    named: list[str] = []
    made: set[int] = set()
    twice: list[int | None] = []
    alike: dict[int, tuple[str, str]] = {}
    first: dict[tuple[str, str], int] = {}
    for at, ((ref, sheet), wish) in enumerate(zip(given, wished, strict=True)):
        was = first.setdefault((ref, sheet), at) if ref else at
        twice.append(was if was != at else None)
        name = wish
        if not wish:
            name = refs.made(at + 1, taken=taken)
            made.add(at)
        elif keeps[wish.casefold()] != at and was == at:
            name = refs.apart(wish, taken=taken)
            alike[keeps[wish.casefold()]] = (given[keeps[wish.casefold()]][0], wished[keeps[wish.casefold()]])
            alike[at] = (ref, name)
        taken.add(name.casefold())
        named.append(name)
    return NamedRefs(tuple(named), frozenset(made), tuple(twice), dict(sorted(alike.items())))


def _keepers(given: Sequence[tuple[str, str]], wished: Sequence[str]) -> dict[str, int]:
    """Say which row keeps each name: the first that wrote it so, else the first that comes to it."""
    keeps: dict[str, int] = {}
    for at, ((ref, _), wish) in enumerate(zip(given, wished, strict=True)):
        folded = wish.casefold()
        earlier = keeps.get(folded)
        if wish and (earlier is None or (ref == wish and given[earlier][0] != wished[earlier])):
            keeps[folded] = at
    return keeps
