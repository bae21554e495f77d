"""Whoever holds session.json and its schema can make every other export again, and gets the same."""

import ast
import io
import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from panel_tui.exports import session_json
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.phases import Phase
from sessions.model.refusals import No, Refused
from sessions.model.session import OpenData
from sessions.results.budget import pots
from tests.exports import recompute, recompute_all
from tests.exports.days import read_json, table, whole_day
from tests.exports.made import exported, made_of, session, waiting_of, xlsx
from tests.exports.pabulib_reader import read_election
from tests.exports.test_recomputable import a_day

IDS = OpenData("GB-CHC-1", "360G-x", "A fund")


def a_decided_day(seed: int):
    """Give a random day, some of what it heard decided; every other one is gone through to its end."""
    day = a_day(seed)
    left = day.state.model.pot
    for n, one in enumerate(day.state.model.applications):
        verdict = list(Verdict)[(seed + n) % 4]
        if one.ref not in day.state.scoring or day.state.confirmed or one.asked > left:
            continue
        amount = {Verdict.FUND: one.asked, Verdict.PART: Decimal("0.5")}.get(verdict)
        try:
            day.decide(one.ref, verdict, amount=amount, reasons=f"=R {n}", conditions="" if n % 2 else "Soon")
        except Refused as refusal:  # while people look at the list, what stands above may leave too little
            if refusal.code is not No.TOO_MUCH_MONEY:
                raise
            continue
        left -= amount or 0
    return confirmed(day) if seed % 2 else day


def confirmed(day):
    """Go through a day to its end; where an award would be out of reach, the line makes room for it."""
    day.until(Phase.BUDGET)
    if pots(day.state)[-1].walked.unreached:
        day.do(c.MoveLine(0))
    return day.until(Phase.CONFIRMED)


days = st.integers(0, 2**32).map(a_decided_day)


@settings(max_examples=60, deadline=None)
@given(days)
def test_every_csv_comes_out_again_byte_for_byte(day):
    again = recompute_all.csvs(session(day))

    assert again == made_of("csv", day)


@settings(max_examples=8, deadline=None)
@given(days)
def test_the_workbooks_own_sheets_come_out_again(day):
    told, book = session(day), openpyxl.load_workbook(io.BytesIO(xlsx(day)))

    for sheet, rows in (("Budget", recompute_all.budget(told)), ("Reasons", recompute_all.own_words(told))):
        titles, *found = book[sheet].iter_rows(values_only=True)
        shown = [dict(zip(titles, row, strict=True)) for row in takewhile(any, found)]
        assert [_plain(row) for row in shown] == [_plain(row) for row in rows]


def _plain(row):
    """Give a row with every number exact and every empty cell alike."""
    numbers = (int, float, Decimal, Fraction)
    return {
        name: None if value in ("", None) else Fraction(str(value)) if isinstance(value, numbers) else value
        for name, value in row.items()
    }


class Table(HTMLParser):
    """Collects the rows of the table with this caption, the first words of each cell."""

    def __init__(self, caption):
        super().__init__()
        self.caption, self.here, self.rows, self.into = caption, False, [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr" and self.here:
            self.rows.append([])
        self.into = tag if tag in ("td", "th", "caption") else None

    def handle_data(self, data):
        if self.into == "caption":
            self.here = data == self.caption
        elif self.into and self.here and self.rows:
            self.rows[-1].append(data)
        self.into = None


@settings(max_examples=20, deadline=None)
@given(days)
def test_the_list_of_the_readable_record_comes_out_again(day):
    told = session(day)
    heard = len(told["results"]) - len(told["session"]["aside"])
    if heard < len(told["applications"]):
        return  # the record lists those not heard yet too, without a number
    read = Table("Applications by rank, with what we decided")
    read.feed(made_of("html", day)["decision-record.html"].decode())

    _titles, *rows = [row for row in read.rows if row]

    assert [[row[n] for n in (0, 1, 2, 3, 6, 7)] for row in rows] == recompute_all.listed(told)


@settings(max_examples=30, deadline=None)
@given(days)
def test_what_is_published_comes_out_again(day):
    told, waits = session(day, open_data=IDS), waiting_of(day, open_data=IDS)

    if "360giving" not in waits:
        made = made_of("360giving", day, open_data=IDS)
        assert made["360giving.csv"] == recompute_all.written(recompute_all.GRANT, recompute_all.grants(told))
        ids = [one["id"] for one in json.loads(made["360giving.json"])["grants"]]
        assert ids == [row["Identifier"] for row in recompute_all.grants(told)]
    if "pabulib" not in waits:
        made = made_of("pabulib", day, open_data=IDS)["budget.pb"].decode()
        assert read_election(made).votes == recompute_all.votes(told)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**31).map(lambda n: a_decided_day(2 * n + 1)))
def test_every_letter_comes_out_again(day):
    rows = table(made_of("letters", day)["letters.csv"])
    again = recompute_all.letters(session(day))

    names = list(again[0]) if again else []
    assert [{name: row[name] for name in names} for row in rows] == [
        {name: recompute_all.cell(value) for name, value in row.items()} for row in again
    ]


@settings(max_examples=12, deadline=None)
@given(days, st.booleans())
def test_session_json_fits_its_schema(day, public):
    told = json.loads(made_of("json", day, public=public)["session.json"])

    assert faults(told) == []


def test_a_day_with_words_beside_its_ballots_fits_it_too():
    assert faults(json.loads(made_of("json", whole_day())["session.json"])) == []


def faults(told):
    return [fault.message for fault in _checker().iter_errors(told)]


@cache
def _checker():
    schema = json.loads(session_json.shipped())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.pop("head"),
        lambda told: told["scores"][0].update(answer="maybe"),
        lambda told: told["results"][0].update(score="4"),
        lambda told: told["session"].pop("pot"),
        lambda told: told["criteria"][0].update(best="middle"),
    ],
)
def test_the_schema_refuses_what_is_not_one(spoil):
    told = json.loads(made_of("json", whole_day())["session.json"])
    spoil(told)

    assert faults(told)


def test_the_published_schema_is_the_one_its_values_ask_for():
    """After a new field: `python -m tests.exports.schema` writes it anew."""
    assert session_json.shipped() == session_json.made()


def test_the_schema_stands_beside_every_session_json(tmp_path):
    report = exported(whole_day().keep(tmp_path), formats=["json"])

    assert report.files == ("session.json", "session.schema.json")
    assert read_json(report.folder / "session.schema.json")["$id"] == session_json.ID


def test_those_who_make_it_again_import_nothing_of_ours():
    for module in (recompute, recompute_all):
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        named = {
            alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
        }
        taken = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not [
            name
            for name in named | taken
            if name and name.split(".")[0] in ("panel_tui", "screens", "sessions")
        ]
