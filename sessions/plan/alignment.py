"""Which row of a folder is which application of the record, where the folder gives its rows no refs of their own.

Such rows are numbered as they stand, so one put in, taken out or sorted elsewhere would seem to be another.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec.structs import replace

from sessions.model.session import Application, Session

_Likeness = Callable[[Application], tuple[object, ...]]
# From surely the same to probably the same.
_LIKENESSES: tuple[_Likeness, ...] = (
    lambda one: (one.title, one.organisation, one.asked),
    lambda one: (one.title,),
    lambda one: (one.organisation, one.asked) if one.organisation else (one.ref, one.title, one.asked),
    lambda one: (one.ref,),
)
NEW = "new row "  # no ref has a space in it


def aligned(known: Iterable[Application], folder: Session, unnamed: Collection[str]) -> Session:
    """Return the folder's session with the record's refs for its rows; a row that is none of them has a ref of its own.

    `unnamed` are the refs that stand nowhere in the folder: only these rows are looked at.
    """
    renamed = _renamed(tuple(known), folder, unnamed)
    if all(ref == to for ref, to in renamed.items()):
        return folder
    return replace(
        folder,
        applications=tuple(replace(one, ref=renamed.get(one.ref, one.ref)) for one in folder.applications),
        steps=tuple(replace(step, ref=renamed.get(step.ref, step.ref)) for step in folder.steps),
        members=tuple(
            replace(one, conflicts=tuple(renamed.get(ref, ref) for ref in one.conflicts))
            for one in folder.members
        ),
    )


def _renamed(known: tuple[Application, ...], folder: Session, unnamed: Collection[str]) -> Mapping[str, str]:
    rows = [one for one in folder.applications if one.ref in unnamed]
    named = {one.ref for one in folder.applications if one.ref not in unnamed}
    free = [one for one in known if one.ref not in named]
    found: dict[str, str] = {}
    for likeness in _LIKENESSES:
        for row in rows:
            same = [one for one in free if likeness(one) == likeness(row)] if row.ref not in found else []
            if same:
                found[row.ref] = same[0].ref
                free.remove(same[0])
    return {row.ref: found.get(row.ref, f"{NEW}{row.ref}") for row in rows}
