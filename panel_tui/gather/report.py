"""The report of all rooms: one page that needs nothing else, and a workbook of its tables, both from the views."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from panel_tui import PROGRAM
from panel_tui.exports.material import File
from panel_tui.exports.placing import place
from panel_tui.gather.destination import Destination
from panel_tui.gather.report_workbook import ViewRows, workbook_of
from panel_tui.gather.views import NAMES
from screens.paper.press import as_page
from sessions.model.text import money
from sessions.views.closing_questions import SIDES, band_words, felt_question
from sessions.views.paper.document import AnyBlock, Chart, Charts, Document, Part, Says, chart, grid, says
from sessions.views.shapes import Bar
from sessions.wording import say, say_many

PAGE, WORKBOOK = "many-rooms.html", "many-rooms.xlsx"
_MOST_ROWS, _MOST_BARS = 200, 24
_MONEY = frozenset(("asked", "given", "pot"))
Row = Mapping[str, Any]


def write_report(opened: Destination, to: Path) -> tuple[str, ...]:
    """Write page and workbook into a folder; return their names. Raises a plain sentence where that cannot be."""
    views = {name: _sorted(*opened.rows(name)) for name in NAMES}
    page = as_page(_document(views)).encode()
    return place([File(PAGE, [page]), File(WORKBOOK, [workbook_of(views)])], to)


def _sorted(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> ViewRows:
    """Put rows in one order whatever the engine: by each column from the left, nothing first."""
    by = sorted(range(len(columns)), key=lambda place: columns[place] == "session_id")
    return ViewRows(columns, sorted(rows, key=lambda row: [_weight(row[p]) for p in by]))


def _weight(value: Any) -> tuple[bool, Any]:
    return value is not None, 0 if value is None else value


def _document(views: Mapping[str, ViewRows]) -> Document:
    many = sum(row["rooms"] for row in views["rooms_by_place"].named)
    makers: dict[str, tuple[str, Callable[[Sequence[Row]], Iterable[Chart]]]] = {
        "rooms": ("rooms_by_place", _rooms),
        "awards": ("awards_by_place_and_theme", _awards),
        "money": ("asked_against_given", _money),
        "agreement": ("agreement_by_round", _agreement),
        "minutes": ("minutes_an_application", _minutes),
        "felt": ("felt_then_and_now", _felt),
    }
    return Document(
        language="en",
        title=_said("title"),
        kind=_said("kind"),
        under=(
            _said("kind"),
            say_many("gather.report.made", many, program=PROGRAM),
            _said("few"),
            _said("stages"),
        ),
        contents=_said("contents"),
        parts=tuple(
            Part(key, _said(key), tuple(_blocks(key, views[view], draw)))
            for key, (view, draw) in makers.items()
        ),
    )


def _blocks(key: str, view: ViewRows, draw: Callable[[Sequence[Row]], Iterable[Chart]]) -> list[AnyBlock]:
    if not view.rows:
        return [Says(_said("none"))]
    shown = view.named[:_MOST_ROWS]
    columns = [name for name in view.columns if name != "session_id"]
    table = grid(
        _said(f"{key}.caption"),
        [
            _said(f"column.{name}") if name != "asked" or key != "felt" else _said("bar.answer")
            for name in columns
        ],
        [[_cell(row, name) for name in columns] for row in shown],
    )
    drawn = tuple(draw(view.named))
    more = say("gather.report.first", n=_MOST_ROWS, of=len(view.rows)) if len(view.rows) > _MOST_ROWS else ""
    charts = [Charts(drawn, answer=_said("bar.answer"), heads=_said(f"heads.{key}"))] if drawn else []
    return [*charts, table, *says((more,))]


def _cell(row: Row, name: str) -> str:
    value = row[name]
    if value is None or value == "":
        return _said("nowhere") if name in ("place", "theme") else ""
    if name in _MONEY and isinstance(value, Decimal):
        return money(value, row["currency"])
    if isinstance(value, float):
        return f"{value:.1f}"
    if name == "band":
        return _said(f"bar.{value}")
    return _said(f"chart.{value}") if value in ("then", "now") else str(value)


def _said(key: str) -> str:
    return say(f"gather.report.{key}")


def _summed(rows: Sequence[Row], by: str, what: str) -> tuple[Bar, ...]:
    """Add up one column by another, the most first; what is nothing is left out."""
    found: dict[str, int] = {}
    for row in rows:
        label = row[by] or _said("nowhere")
        found[label] = found.get(label, 0) + int(row[what])
    most = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_BARS]
    return tuple(Bar(label, n) for label, n in most if n)


def _rooms(rows: Sequence[Row]) -> Iterable[Chart]:
    yield chart(_said("chart.rooms"), _summed(rows, "place", "rooms"))


def _awards(rows: Sequence[Row]) -> Iterable[Chart]:
    yield chart(_said("chart.awards-place"), _summed(rows, "place", "awards"))
    yield chart(_said("chart.awards-theme"), _summed(rows, "theme", "awards"))


def _money(rows: Sequence[Row]) -> Iterable[Chart]:
    for currency in sorted({row["currency"] for row in rows}):
        mine = [row for row in rows if row["currency"] == currency]
        bars = tuple(
            Bar(_said(f"bar.{name}"), int(sum(row[name] for row in mine))) for name in ("asked", "given")
        )
        yield chart(say("gather.report.chart.money", currency=currency), bars)


_OUTCOMES = ("agreed_yes", "agreed_no", "split", "not_settled", "too_few")


def _agreement(rows: Sequence[Row]) -> Iterable[Chart]:
    for row in rows:
        bars = tuple(Bar(_said(f"bar.{name}"), row[name]) for name in _OUTCOMES)
        yield chart(say("gather.report.chart.agreement", round=row["round"], rule=row["rule"]), bars)


def _minutes(rows: Sequence[Row]) -> Iterable[Chart]:
    bars = tuple(
        Bar(say("gather.report.bar.heard", n=row["heard"]), round(row["minutes_each"]))
        for row in rows[:_MOST_BARS]
    )
    yield chart(_said("chart.minutes"), bars)


def _felt(rows: Sequence[Row]) -> Iterable[Chart]:
    for question in dict.fromkeys(row["question"] for row in rows):
        for asked in ("then", "now"):
            answers = {
                row["band"]: row["answers"]
                for row in rows
                if (row["question"], row["asked"]) == (question, asked)
            }
            words = zip(SIDES, band_words(question), strict=True)
            bars = tuple(Bar(word, int(answers.get(band, 0))) for band, word in words)
            yield chart(f"{felt_question(question)} {_said(f'chart.{asked}')}", bars)
