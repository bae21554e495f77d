"""Read who sits at the table: `seats`, `[[member]]` tables, or both; and the quorum."""

from __future__ import annotations

from sessions.model import Member

from .fault import nearest, shown
from .table import Table

MOST = 500  # phones one laptop was tested with


class Seats:
    """The members as written; conflicts still name applications as people wrote them."""

    def __init__(self, tables: list[Table], members: tuple[Member, ...], quorum: int) -> None:
        self.tables, self.members, self.quorum = tables, members, quorum

    def settled(self, refs: dict[str, str]) -> tuple[Member, ...]:
        """Give the members with conflicts as refs, naming each that no application has."""
        return tuple(self._settle(member, refs) for member in self.members)

    def _settle(self, member: Member, refs: dict[str, str]) -> Member:
        conflicts: list[str] = []
        for conflict in member.conflicts:
            ref = refs.get(conflict.casefold())
            if ref is None:
                likely = nearest(conflict, refs.values())
                kind = "unknown-ref" if likely else "unknown-ref-bare"
                self.tables[member.seat - 1].fault("conflicts", kind, found=shown(conflict), meant=likely)
            elif ref not in conflicts:
                conflicts.append(ref)
        return Member(seat=member.seat, label=member.label, conflicts=tuple(conflicts))


def read_seats(top: Table) -> Seats:
    """Read the seats; members take the first ones, in the order they are written."""
    tables = top.children("member")
    members = [_member(number, table) for number, table in enumerate(tables, start=1)]
    if not top.has("seats") and not tables:
        top.fault("seats", "no-seats")
    seats = top.whole("seats", max(len(members), 1), low=1, high=MOST)
    if len(members) > MOST:
        top.fault("member", "too-many-members", found=str(len(members)), meant=str(MOST))
    if seats < len(members):
        top.fault("seats", "fewer-seats", found=str(seats), meant=str(len(members)))
    members += [Member(seat=number) for number in range(len(members) + 1, seats + 1)]
    quorum = top.whole("quorum", 1, low=1, high=MOST)
    known = bool(tables) or isinstance(top.values.get("seats"), int)  # else there is nothing to compare with
    if quorum > len(members) and known:
        top.fault("quorum", "quorum-over-seats", found=str(quorum), meant=str(len(members)))
    return Seats(tables, tuple(members), quorum)


def _member(number: int, table: Table) -> Member:
    member = Member(
        seat=number, label=table.text("label", longest=60), conflicts=table.texts("conflicts", ())
    )
    table.close()
    return member
