"""The tables: their columns, keys, and what each is, said in the database itself. One list for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from sessions.views.record import Gathered

VERSION = 3
"""The tables' own version: raised when a column is added or a view changed. One of a higher version is left alone."""

ADDED = {2: (("session", "after_lines"),)}
"""The columns that each version added, at the end of a table; tables made before it are given them."""


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "integer"
    MONEY = "numeric(20,4)"
    EXACT = "numeric(18,6)"
    MINUTES = "numeric(10,2)"
    DAY = "date"
    YES = "boolean"


class TableColumn(Struct, frozen=True):
    """A column; one that is not `empty` always holds something."""

    name: str
    kind: ColumnKind
    about: str
    empty: bool = False


class RoomTable(Struct, frozen=True):
    """A table; `key` are the columns that name a row."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[TableColumn, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the columns' names, in order."""
        return tuple(column.name for column in self.columns)


_T, _N, _M, _E, _D, _Y = (
    ColumnKind.TEXT,
    ColumnKind.NUMBER,
    ColumnKind.MONEY,
    ColumnKind.EXACT,
    ColumnKind.DAY,
    ColumnKind.YES,
)
_FEW = "Empty where fewer than five people stand behind it."


def _given(name: str, kind: ColumnKind, about: str) -> TableColumn:
    return TableColumn(name, kind, about)


def _maybe(name: str, kind: ColumnKind, about: str) -> TableColumn:
    return TableColumn(name, kind, about, empty=True)


_ID = TableColumn("session_id", _T, "The room: the hash of its record's second line.")
_REF = TableColumn("ref", _T, "The application's ref in its room.")

TABLES: tuple[RoomTable, ...] = (
    RoomTable("session", "One room: a panel that met and ended, in its newest version only.", ("session_id",), (
        _ID,
        _maybe("programme", _T, "The programme it belongs to, where it names one."),
        _maybe("stage", _T, "Its stage in that programme: shortlist, interview, final."),
        _maybe("follows", _T, "The id of the stage before it."),
        _given("title", _T, "The session's title."),
        _maybe("date", _D, "The day it met."),
        _given("place", _T, "Where it met, by name; empty where not said."),
        _given("currency", _T, "The currency of every amount, an ISO 4217 code."),
        _given("pot", _M, "The money there was to give."),
        _given("seats", _N, "Seats at the table."),
        _given("sat", _N, "Seats that were taken."),
        _given("quorum", _N, "How many had to be there, as agreed."),
        _given("rule", _T, "The rule of agreement: three-quarters, everyone-can-live-with-it, no-objections."),
        _given("rounds", _N, "The most ballots on one application, as agreed."),
        _given("language", _T, "The session's language, a BCP 47 tag."),
        _given("confirmed", _Y, "Whether the panel confirmed its list."),
        _given("ended", _Y, "Whether the day ended; always so here."),
        _given("rehearsal", _Y, "Whether it was a rehearsal or a demo: nobody decided anything."),
        _given("lines", _N, "How many lines its record had: the version."),
        _given("sealed", _Y, "Whether its record was closed for good."),
        _given("head", _T, "The head of its record, in five words."),
        _given("program", _T, "The program that worked the numbers out."),
        _given("proof", _T, "record: the record was verified. export: a public export was taken on trust."),
        _maybe("after_lines", _N, "How many lines were recorded after the day; empty where none were."),
    )),
    RoomTable("application", "One application of a room, and what came of it.", ("session_id", "ref"), (
        _ID, _REF,
        _maybe("their_ref", _T, "The funder's own reference, where there is one."),
        _given("title", _T, "Its title."),
        _given("organisation", _T, "Who asks."),
        _maybe("org_id", _T, "The identifier of who asks, where there is one."),
        _given("strand", _T, "The part of the pot it belongs to."),
        _given("place", _T, "Where it would happen, by name."),
        _given("theme", _T, "What it is about."),
        _given("asked", _M, "What it asked for."),
        _maybe("least", _M, "The least it could do something useful with."),
        _maybe("scored_by", _N, "How many scored it. " + _FEW),
        _maybe("score", _E, "Its score on the scale people used. " + _FEW),
        _maybe("split", _Y, "Whether a third scored it low and a third high. " + _FEW),
        _maybe("rank", _N, "Its place on the list; those level share one. " + _FEW),
        _given("outcome", _T, "What its ballots came to by the rule, as in results.csv."),
        _given("decision", _T, "fund, fund in part, reserve list, not this time, or a shortlist's own; else empty."),
        _maybe("amount", _M, "The money of that decision."),
        _given("reasons", _T, "The panel's reasons, as agreed aloud for the letter."),
        _given("conditions", _T, "The conditions of an award."),
        _maybe("offer", _T, "What became of the offer, where it is known."),
        _maybe("offer_amount", _M, "What was agreed to be paid, where it is known."),
        _maybe("paid_on", _D, "When it was paid, where it is known."),
    )),
    RoomTable("criterion", "One question a room scored by.", ("session_id", "key"), (
        _ID,
        _given("key", _T, "The question's short name."),
        _given("question", _T, "The question."),
        _given("weight", _E, "How much it counts beside the others."),
        _given("counted", _Y, "Whether it counts at all; some are only talked about."),
        _given("low", _N, "The lowest point of its scale."),
        _given("high", _N, "The highest point of its scale."),
        _given("best", _T, "Which end is good: high or low."),
    )),
    RoomTable("criterion_result", "How one application did on one question.", ("session_id", "ref", "key"), (
        _ID, _REF,
        _given("key", _T, "The question's short name."),
        _maybe("mean", _E, "The mean on that question's own scale. " + _FEW),
        _maybe("answered", _N, "How many scored it. " + _FEW),
        _maybe("cant_say", _N, "How many said they cannot say. " + _FEW),
        _maybe("split", _Y, "Whether a third scored it low and a third high. " + _FEW),
    )),
    RoomTable("round", "How many chose one option of a secret ballot, or one band where options may not be told.",
          ("session_id", "ref", "round", "position"), (
        _ID, _REF,
        _given("round", _N, "The ballot, counted from 1."),
        _given("position", _N, "The option's or band's place, counted from 0, lowest first."),
        _given("option", _T, "The option; empty where any has a single ballot and only bands are told."),
        _given("band", _T, "The third it falls in: low, middle, high; empty where nothing may be told."),
        _maybe("count", _N, "How many ballots. " + _FEW),
        _maybe("cast", _N, "How many cast a ballot in this round. " + _FEW),
        _given("outcome", _T, "What the ballot came to, as in rounds.csv."),
        _given("void", _Y, "Whether it was set aside."),
    )),
    RoomTable("felt", "How members felt about the day, each time they were asked.",
          ("session_id", "question", "moment", "position"), (
        _ID,
        _given("question", _T, "What was asked: confident, learned, valued, free, pace, again, or in own words."),
        _given("moment", _N, "The first time it was asked is 1."),
        _given("position", _N, "The point's or band's place, counted from 0, lowest first."),
        _maybe("point", _N, "The point, counted from 1; empty where one has a single answer: bands only."),
        _given("band", _T, "The third it falls in: low, middle, high."),
        _given("count", _N, "How many answers; never of a time when fewer than five answered."),
    )),
    RoomTable("step", "One line of a room's agenda, as it stood in the end.", ("session_id", "position"), (
        _ID,
        _given("position", _N, "Its place, counted from 1."),
        _given("kind", _T, "What it was: welcome, application, break, budget …"),
        _given("ref", _T, "The application it was about, or empty."),
        _given("planned_minutes", _N, "The minutes the agenda had for it."),
        _maybe("minutes", ColumnKind.MINUTES, "The minutes it took, without breaks in it; empty where left out."),
    )),
    RoomTable("intervention", "What was done by hand for the whole room. No reason, no time, nothing about one member.",
          ("session_id", "what"), (
        _ID,
        _given("what", _T, "The act, as interventions.csv names it."),
        _given("count", _N, "How often."),
    )),
)  # fmt: skip

ABOUT = RoomTable("about", "Which version of these tables this is, and what made them.", ("version",), (
    TableColumn("version", _N, "A program of an older version leaves the tables alone."),
    TableColumn("program", _T, "The program that made them."),
))  # fmt: skip


def columns_at(table: RoomTable, version: int) -> tuple[TableColumn, ...]:
    """Return the columns a table had at a version: those added later stand at its end."""
    later = {one for added, columns in ADDED.items() if added > version for one in columns}
    return tuple(column for column in table.columns if (table.name, column.name) not in later)


def rows_of(room: Gathered) -> Iterator[tuple[RoomTable, tuple[Struct, ...]]]:
    """Return each table with the room's rows for it."""
    for table in TABLES:
        yield table, getattr(room, table.name)


_ID_LETTERS, _ID_LENGTH = frozenset("0123456789abcdef"), 64


def fit_id(text: str) -> bool:
    """Whether a text can be a room's id: a hash as `sha256` writes it."""
    return len(text) == _ID_LENGTH and set(text) <= _ID_LETTERS


_MOST = 2**31 - 1
_ENDS = ("low", "high")  # of a scale, which may lie below nought; all else is counted
_LONGEST_KEY = 300  # characters; an index entry has room for some 2,700 bytes
# How many places after the point a kind keeps, and what it stays below.
_EXACTLY = {ColumnKind.MONEY: (4, 10**16), ColumnKind.EXACT: (6, 10**12), ColumnKind.MINUTES: (2, 10**8)}


def misfit(room: Gathered) -> str:
    """Name the column that could not be kept exactly as it is, or the table whose rows have one key; else nothing."""
    for table, rows in rows_of(room):
        keys = {tuple(getattr(row, name) for name in table.key) for row in rows}
        if len(keys) < len(rows):
            return table.name
        for column in table.columns:
            key = column.name in table.key
            if any(not _fits(getattr(row, column.name), column, key=key) for row in rows):
                return f"{table.name}.{column.name}"
    return ""


def _fits(value: object, column: TableColumn, *, key: bool) -> bool:
    if value is None:
        return column.empty
    if isinstance(value, str):
        return not key or len(value) <= _LONGEST_KEY
    if column.kind is ColumnKind.NUMBER:
        fewest = -_MOST if column.name in _ENDS else 0
        return isinstance(value, int) and fewest <= value <= _MOST
    if column.kind in _EXACTLY:
        places, most = _EXACTLY[column.kind]
        fits = isinstance(value, Decimal) and value.is_finite() and abs(value) < most
        return fits and value == round(value, places)  # type: ignore[call-overload]
    return True
