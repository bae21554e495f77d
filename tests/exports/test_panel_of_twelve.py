"""A real panel: twelve judges, twenty-eight proposals, 0 the best and 40 the worst, with 57 gaps."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from sessions.model.session import Application, Criterion, Scale
from tests.exports.days import Day, panel
from tests.exports.made import session, tables
from tests.exports.recompute import WORKED_OUT, Panel


@pytest.fixture(scope="module")
def ratings(shared_data):
    with (shared_data / "panel-12x28" / "ratings.csv").open(newline="") as file:
        header, *rows = csv.reader(file)
    return header[1:], [row[1:] for row in rows]


@pytest.fixture(scope="module")
def day(ratings):
    proposals, rows = ratings
    scale = Scale(0, 40, best="low", words=())
    day = Day(
        panel(
            seats=len(rows),
            criteria=(Criterion("merit", "How good is it?", scale),),
            applications=tuple(Application(name, name, Decimal(100)) for name in proposals),
            scale=scale,
        )
    )
    for column, name in enumerate(proposals):
        given = {seat: row[column] for seat, row in enumerate(rows, start=1)}
        sheets = {seat: {"merit": int(float(value))} if value else {} for seat, value in given.items()}
        day.score(name, sheets).reveal(name)
    return day.end()


def test_every_cell_comes_out_as_it_went_in(day, ratings):
    proposals, rows = ratings
    made = tables(day)["scores.csv"]

    assert len(made) == 336
    assert Counter(row["answer"] for row in made) == {"score": 279, "none": 57}
    for name, column in zip(proposals, zip(*rows, strict=True), strict=True):
        came_out = Counter(row["value"] for row in made if row["application"] == name)
        assert came_out == Counter(value.removesuffix(".0") for value in column)


def test_results_can_be_recomputed(day):
    made = tables(day)

    worked_out = Panel(made["scores.csv"], session(day)).results()

    rows = made["results.csv"]
    assert {row["application"]: {name: row[name] for name in WORKED_OUT} for row in rows} == worked_out
    assert len(rows) == 28
    assert all(row["median"] and row["rank"] and row["fitted_rank"] for row in rows)


def test_one_member_stays_one_member_in_every_row(day, ratings):
    proposals, rows = ratings
    by_member = {}
    for row in tables(day)["scores.csv"]:
        by_member.setdefault(row["member"], {})[row["application"]] = row["value"]

    given = [[value.removesuffix(".0") for value in row] for row in rows]
    assert sorted([sheet[name] for name in proposals] for sheet in by_member.values()) == sorted(given)
