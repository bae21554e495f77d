"""Read session.toml: what staff and the panel agreed, with every fault named by line."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from msgspec.structs import fields

from panel_tui.folder.criteria import read_criteria, read_scale
from panel_tui.folder.fault import Notes, shown
from panel_tui.folder.funder_rules import read_funder_rules
from panel_tui.folder.invite import read_invite
from panel_tui.folder.letterhead import read_letterhead
from panel_tui.folder.refs import SEED_MOST
from panel_tui.folder.stage import read_stage
from panel_tui.folder.steps import StepLine, read_lines
from panel_tui.folder.strands import needed_money, read_strands
from panel_tui.folder.toml_file import toml_file
from panel_tui.folder.toml_table import TomlTable
from sessions.methods.ranking_and_ties import BALLOT, FEWER_LOW_SCORES, SMALLER_ASK
from sessions.model.session import (
    Consensus,
    Criterion,
    Joining,
    Member,
    OpenData,
    Rule,
    Scale,
    Session,
    Small,
    Wifi,
)
from sessions.model.stage import Stage

SHORTLIST_QUESTION = "Should this go on to the next stage?"
BREAKERS = (FEWER_LOW_SCORES, SMALLER_ASK, BALLOT)
USUAL_TIES: tuple[str, ...] = next(one.default for one in fields(Session) if one.name == "ties")


def read_consensus(table: TomlTable | None, *, shortlist: bool = False) -> Consensus:
    """Read `[consensus]`; a shortlist that asks nothing of its own asks who goes on, not who is funded."""
    usual = Consensus(question=SHORTLIST_QUESTION) if shortlist else Consensus()
    if table is None:
        return usual
    options = table.texts("options", usual.options)
    if not 2 <= len(options) <= 11:
        table.fault("options", "options-count", found=str(len(options)))
    elif len({option.casefold() for option in options}) < len(options):
        table.fault("options", "options-twice")
    consensus = Consensus(
        question=table.text("question", usual.question, needed=table.has("question")),
        options=options,
        rule=Rule(table.choice("rule", tuple(Rule), usual.rule)),
        rounds=table.whole("rounds", usual.rounds, low=1, high=10),
        small=Small(table.choice("small", tuple(Small), usual.small)),
    )
    table.close()
    return consensus


def read_ties(table: TomlTable | None, criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    """Read the order of `[ties]`; each breaker is known and used once."""
    if table is None:
        return USUAL_TIES
    known = [f"criterion:{criterion.key}" for criterion in criteria if criterion.key] + list(BREAKERS)
    order = table.texts("order", USUAL_TIES, longest=60)
    for at, breaker in enumerate(order):
        if breaker not in known:
            table.unknown("order", breaker, known)
        elif breaker in order[:at]:
            table.fault("order", "twice", found=breaker)
    table.close()
    return order


MOST = 500  # phones one laptop was tested with
LONGEST_LABEL = 60


class Seats:
    """The members as written; conflicts still name applications as people wrote them."""

    def __init__(self, tables: list[TomlTable], members: tuple[Member, ...], quorum: int) -> None:
        self.tables, self.members, self.quorum = tables, members, quorum

    def settled(self, refs: dict[str, str]) -> tuple[Member, ...]:
        """Return the members with conflicts as refs, naming each that no application has."""
        return tuple(self._settle(member, refs) for member in self.members)

    def _settle(self, member: Member, refs: dict[str, str]) -> Member:
        conflicts: list[str] = []
        for conflict in member.conflicts:
            ref = refs.get(conflict.casefold())
            if ref is None:
                table = self.tables[member.seat - 1]
                likely = table.notes.likely(conflict, refs.values())
                kind = "unknown-ref" if likely else "unknown-ref-bare"
                table.fault("conflicts", kind, found=shown(conflict), meant=likely)
            elif ref not in conflicts:
                conflicts.append(ref)
        return Member(seat=member.seat, label=member.label, conflicts=tuple(conflicts), asked=member.asked)


def read_seats(top: TomlTable) -> Seats:
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


def _member(number: int, table: TomlTable) -> Member:
    member = Member(
        seat=number,
        label=table.text("label", longest=LONGEST_LABEL),
        conflicts=table.texts("conflicts", ()),
        asked=table.has("conflicts"),
    )
    table.close()
    return member


FILE = "session.toml"
MOST_BYTES = 256 * 1024
ORDERS = ("listed", "shuffled")


class Settings:
    """Everything session.toml says, before it meets the applications; wrong values hold their defaults."""

    def __init__(self, top: TomlTable) -> None:
        self.top = top
        self.title = top.text("title", needed=True)
        self.date = top.moment("date", dt.date, None)
        self.place = top.text("place", longest=100)
        self.programme = top.text("programme", longest=100)
        self.currency = _pattern(top, "currency", "GBP", r"[A-Z]{3}", "GBP")
        self.stage: Stage | None = read_stage(top.child("stage"))
        shortlist = self.stage is not None and self.stage.places is not None
        # a shortlist has places instead of a pot, or both
        self.pot = Decimal(0) if shortlist and not top.has("pot") else needed_money(top, "pot")
        self.joining = Joining(top.choice("joining", tuple(Joining), Joining.CARDS))
        self.start = top.moment("start", dt.time, dt.time(10))
        self.language = _pattern(top, "language", "en", r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "en")
        self.order = top.choice("order", ORDERS, "listed")
        self.seed = top.whole("seed", 0, low=0, high=SEED_MOST) if top.has("seed") else None
        self.scale: Scale = read_scale(top.child("scale"))
        self.wifi = _wifi(top.child("wifi"))
        self.criteria: tuple[Criterion, ...] = read_criteria(top.children("criterion"), self.scale, top)
        self.consensus = read_consensus(top.child("consensus"), shortlist=shortlist)
        self.ties = read_ties(top.child("ties"), self.criteria)
        self.strands = read_strands(top.children("strand"), self.pot)
        self.funder_rules = read_funder_rules(top.children("funder_rule"))
        self.open_data = _open_data(top.child("open_data"))
        self.letterhead = read_letterhead(top.child("letters"))
        self.invite = read_invite(top.child("invite"))
        self.seats: Seats = read_seats(top)
        self.lines: list[StepLine] = read_lines(top.children("step"))
        top.known += ["seed", "pot"]
        top.close()


def read_settings(data: bytes) -> tuple[Settings | None, Notes]:
    """Read the bytes of session.toml. There are no settings where the file cannot be made out at all."""
    top, notes = toml_file(FILE, data)
    return Settings(top) if top is not None else None, notes


def _pattern(table: TomlTable, key: str, default: str, pattern: str, example: str) -> str:
    value = table.text(key, default)
    if not re.fullmatch(pattern, value):
        table.fault(key, "not-like", found=shown(value), meant=example)
        return default
    return value


def _wifi(table: TomlTable | None) -> Wifi | None:
    if table is None:
        return None
    wifi = Wifi(name=table.text("name", needed=True), password=table.text("password"))
    for key, kept in (("name", wifi.name), ("password", wifi.password)):
        given = table.values.get(key)
        if isinstance(given, str) and given != kept and kept:
            table.fault(key, "wifi-changed")
    table.close()
    return wifi


def _open_data(table: TomlTable | None) -> OpenData | None:
    if table is None:
        return None
    given = OpenData(
        funder_id=table.text("funder_id", needed=True, longest=100),
        prefix=table.text("prefix", needed=True, longest=100),
        funder_name=table.text("funder_name", longest=200),
    )
    table.close()
    return given
