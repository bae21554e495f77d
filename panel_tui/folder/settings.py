"""Read session.toml: what staff and the panel agreed, with every fault named by line."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from decimal import Decimal

from sessions.model import Criterion, Joining, OpenData, Scale, Wifi

from .agreement import read_consensus, read_ties
from .broken import broken
from .criteria import read_criteria, read_scale
from .fault import Fault, shown
from .locate import locate
from .notes import Notes
from .order import SEED_MOST
from .seats import Seats, read_seats
from .steps import Line, read_lines
from .strands import needed_money, read_strands
from .table import Table

FILE = "session.toml"
MOST_BYTES = 256 * 1024
ORDERS = ("listed", "shuffled")
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # Word and its like: new, old, rich text


class Settings:
    """Everything session.toml says, before it meets the applications; wrong values hold their defaults."""

    def __init__(self, top: Table) -> None:
        self.top = top
        self.title = top.text("title", needed=True)
        self.date = top.moment("date", dt.date, None)
        self.place = top.text("place", longest=100)
        self.currency = _pattern(top, "currency", "GBP", r"[A-Z]{3}", "GBP")
        self.pot = needed_money(top, "pot")
        self.joining = Joining(top.choice("joining", tuple(Joining), Joining.CARDS))
        self.start = top.moment("start", dt.time, dt.time(10))
        self.language = _pattern(top, "language", "en", r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "en")
        self.order = top.choice("order", ORDERS, "listed")
        self.seed = top.whole("seed", 0, low=0, high=SEED_MOST) if top.has("seed") else None
        self.scale: Scale = read_scale(top.child("scale"))
        self.wifi = _wifi(top.child("wifi"))
        self.criteria: tuple[Criterion, ...] = read_criteria(top.children("criterion"), self.scale, top)
        self.consensus = read_consensus(top.child("consensus"))
        self.ties = read_ties(top.child("ties"), self.criteria)
        self.strands = read_strands(top.children("strand"), self.pot)
        self.open_data = _open_data(top.child("open_data"))
        self.seats: Seats = read_seats(top)
        self.lines: list[Line] = read_lines(top.children("step"))
        top.known.append("seed")
        top.close()


def read_settings(data: bytes) -> tuple[Settings | None, Notes]:
    """Read the bytes of session.toml. There are no settings where the file cannot be made out at all."""
    if data.startswith(_DOCUMENTS):
        return None, _only(Fault(FILE, None, "toml-document"))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return None, _only(Fault(FILE, line, "toml-not-utf8"))
    if not text.strip():
        return None, _only(Fault(FILE, None, "toml-empty"))
    try:
        values = tomllib.loads(text, parse_float=_exact)
    except RecursionError:
        return None, _only(Fault(FILE, None, "toml-too-deep"))
    except ValueError as problem:
        return None, _only(broken(FILE, text, str(problem)))
    notes = Notes(FILE, locate(text))
    return Settings(Table(values, notes)), notes


def _exact(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("Infinity")


def _only(fault: Fault) -> Notes:
    notes = Notes(FILE)
    notes.faults.append(fault)
    return notes


def _pattern(table: Table, key: str, default: str, pattern: str, example: str) -> str:
    value = table.text(key, default)
    if not re.fullmatch(pattern, value):
        table.fault(key, "not-like", found=shown(value), meant=example)
        return default
    return value


def _wifi(table: Table | None) -> Wifi | None:
    if table is None:
        return None
    wifi = Wifi(name=table.text("name", needed=True), password=table.text("password"))
    for key, kept in (("name", wifi.name), ("password", wifi.password)):
        given = table.values.get(key)
        if isinstance(given, str) and given != kept and kept:
            table.fault(key, "wifi-changed")
    table.close()
    return wifi


def _open_data(table: Table | None) -> OpenData | None:
    if table is None:
        return None
    given = OpenData(
        funder_id=table.text("funder_id", needed=True, longest=100),
        prefix=table.text("prefix", needed=True, longest=100),
        funder_name=table.text("funder_name", longest=200),
    )
    table.close()
    return given
