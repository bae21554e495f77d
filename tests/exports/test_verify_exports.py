"""`verify` vouches for `session.json` and the tables beside it, so it finds whatever is changed in any of them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from panel_tui.record import Record
from panel_tui.record.history import document
from sessions import commands as c
from sessions import events as e
from sessions.model.answers import score
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from tests.exports.days import MORNING, YES, Day, everyone, panel
from tests.exports.made import exported
from tests.exports.test_verify import kept, said

WAYS = [{}, {"public": True}, {"seats": True}]


def a_day() -> Day:
    """A day with a row in most of what is exported."""
    day = (
        Day(panel())
        .do(c.StepOut(3, "A02"))
        .score("A01", {n: {"c1": 1 + n % 5, "c2": 4} for n in range(1, 7)})
    )
    day.reveal("A01").do(c.Correct(2, "A01", "c1", score(3), "the slip said three")).ballot("A01", YES)
    day.until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND, reasons="It reaches people.")
    day.score("A02", everyone(2, c1=2, c2=2)).reveal("A02").ballot("A02", c.Tally((0, 0, 0, 0, 5), 0))
    return day.end()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return kept(a_day(), tmp_path_factory.mktemp("day") / "s")


def export_again(folder: Path, how: dict[str, bool]) -> Path:
    """Export it and give where to."""
    to = folder / "exports" / "-".join(how)
    exported(folder, to, formats=["csv", "json"], **how)
    return to


def session_in(place: Path) -> Path:
    return next(one for one in place.glob("session*.json") if "schema" not in one.name)


def leaves(value: Any, path: tuple[str | int, ...] = ()):
    """Give the way to every value, the first of each kind."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from leaves(one, (*path, key))
    if not isinstance(value, dict | list):
        yield path, value


def other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value or ''}x"


@pytest.mark.parametrize("how", WAYS)
def test_whatever_is_changed_in_session_json_is_told(folder, how):
    path = session_in(export_again(folder, how))
    assert said(folder)[0]
    before = path.read_text("utf-8")
    kinds = {tuple(key for key in way if isinstance(key, str)): way for way, _ in leaves(json.loads(before))}
    unseen = []
    for kind, way in kinds.items():
        whole = at = json.loads(before)
        for key in way[:-1]:
            at = at[key]
        at[way[-1]] = other(at[way[-1]])
        path.write_text(json.dumps(whole), "utf-8")
        if said(folder)[0]:
            unseen.append(kind)
    path.write_text(before, "utf-8")
    assert unseen == [("program",)], "of another version it says that it compared nothing"


@pytest.mark.parametrize("how", WAYS)
def test_whatever_is_changed_in_a_table_beside_it_is_told(folder, how):
    place = export_again(folder, how)
    unseen = []
    for path in sorted(place.glob("*.csv")):
        before = path.read_bytes()
        head, *rows = csv.reader(io.StringIO(before.decode("utf-8-sig"), newline=""))
        for column, name in enumerate(head if rows else ()):
            row = [f"{cell}1" if at == column else cell for at, cell in enumerate(rows[-1])]
            text = io.StringIO()
            csv.writer(text).writerows([head, *rows[:-1], row])
            path.write_bytes(text.getvalue().encode())
            if said(folder)[0]:
                unseen.append((path.name, name))
        path.write_bytes(before)
    assert unseen == []
    assert said(folder)[0]


def test_scores_of_two_members_put_in_each_others_place_are_told(folder):
    """Each table alone would be as good a table of other codes; both together tell."""
    path = export_again(folder, {}) / "scores.csv"
    before = path.read_text("utf-8-sig")
    one, two = sorted({row["member"] for row in csv.DictReader(io.StringIO(before))})[:2]
    swapped = before.replace(one, "?").replace(two, one).replace("?", two)
    path.write_text(swapped, "utf-8")
    whole, words = said(folder)
    path.write_text(before, "utf-8")
    assert not whole
    assert "scores.csv does not say what the record says" in words


def test_a_session_json_without_its_scores_is_told(folder):
    path = session_in(export_again(folder, {}))
    before = path.read_text("utf-8")
    whole = json.loads(before)
    del whole["scores"]
    path.write_text(json.dumps(whole), "utf-8")
    sound = said(folder)[0]
    path.write_text(before, "utf-8")
    assert not sound


@pytest.mark.parametrize("how", WAYS)
def test_an_export_of_every_kind_made_before_a_note_is_sound(tmp_path, how):
    folder = kept(a_day(), tmp_path / "s")
    export_again(folder, how)
    asyncio.run(_noted(folder))
    whole, words = said(folder)
    assert whole
    assert "It and the tables beside it say what that said." in words


async def _noted(folder: Path) -> None:
    record = Record.open(folder / "record.jsonl", program="test")
    await record.append([document(e.Stamped(MORNING, e.Noted("", "Thank Ann")))])
    await record.close()


def test_a_table_left_by_an_earlier_export_is_not_said_to_be_changed_by_somebody(tmp_path):
    day = Day(panel()).score("A01", everyone(6, c1=4, c2=5)).reveal("A01")
    folder = kept(day, tmp_path / "s")
    exported(folder, formats=["csv"])
    asyncio.run(_gone_on(folder, day))
    exported(folder, formats=["json"])
    words = said(folder)[1]
    assert "exports/results.csv does not say what the record says." in words
    assert "or was left there by an earlier export" in words


async def _gone_on(folder: Path, day: Day) -> None:
    before = len(day.history)
    day.ballot("A01", YES).until(Phase.DECISION, ref="A01").decide("A01", Verdict.FUND)
    record = Record.open(folder / "record.jsonl", program="test")
    for one in day.history[before:]:
        await record.append([document(one)])
    await record.close()
