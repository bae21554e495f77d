"""Every number is the one in the CSVs that the same room exports for everyone."""

import random
from decimal import Decimal

import pytest

from panel_tui.exports import export_all
from panel_tui.gather.rooms import read_room
from sessions.model.answers import FEWEST
from tests.exports.days import read_table
from tests.gather.places import run

SEEDS = range(1, 13)


@pytest.fixture(scope="module")
def exported(rooms, tmp_path_factory):
    """Each room's public CSVs, by its id."""
    found = {}
    for folder in sorted(rooms.iterdir()):
        to = tmp_path_factory.mktemp(folder.name)
        export_all(folder, to, ("csv", "json"), seats=False, public=True, draw=random.Random(1))
        found[read_room(folder).gives.facts.session_id] = to
    return found


def number(text):
    return Decimal(text) if text else None


def whole(text):
    return int(text) if text else None


@pytest.fixture
def filled(place, rooms):
    assert run(rooms, "--into", place.into).exit_code == 0
    return place


def test_applications_are_those_of_the_results(filled, exported):
    for key, folder in exported.items():
        rows = filled.ask(
            "SELECT ref, title, asked, scored_by, score, rank, split, outcome, decision, amount "
            f"FROM panel_tui.application WHERE session_id = '{key}' ORDER BY ref"
        )
        there = read_table(folder / "results-public.csv")
        assert len(rows) == len(there)
        for row, one in zip(rows, there, strict=True):
            enough = bool(one["scored_by"])
            assert row == (
                one["application"], one["title"], Decimal(one["asked"]), whole(one["scored_by"]), number(one["score"]),
                whole(one["rank"]) if enough else None, one["split"] == "yes" if enough else None,
                one["outcome"], one["decision"], number(one["amount"]),
            )  # fmt: skip


def test_questions_are_those_of_the_criteria(filled, exported):
    for key, folder in exported.items():
        rows = filled.ask(
            "SELECT ref, key, mean, answered, cant_say, split FROM panel_tui.criterion_result "
            f"WHERE session_id = '{key}' ORDER BY ref, key"
        )
        assert rows == [
            (
                one["application"], one["criterion"], number(one["mean"]), whole(one["answered"]),
                whole(one["cant_say"]), one["split"] == "yes" if one["answered"] else None,
            )
            for one in read_table(folder / "criteria-public.csv")
        ]  # fmt: skip


def test_ballots_are_those_of_the_rounds(filled, exported):
    for key, folder in exported.items():
        rows = filled.ask(
            'SELECT ref, "round", option, band, "count", "cast", outcome, void FROM panel_tui.round '
            f"WHERE session_id = '{key}' ORDER BY ref, \"round\", position"
        )
        there = read_table(folder / "rounds-public.csv")
        assert len(rows) == len(there)
        for (ref, held, option, band, count, cast, outcome, void), one in zip(rows, there, strict=True):
            assert (ref, held, count, cast) == (
                one["application"], int(one["round"]), whole(one["count"]), whole(one["cast"]),
            )  # fmt: skip
            assert one["option"] == (option or band)
            assert (outcome, void) == (one["outcome"], one["void"] == "yes")


def test_acts_are_counted_as_the_interventions_have_them(filled, exported):
    for key, folder in exported.items():
        rows = dict(
            filled.ask(f"SELECT what, \"count\" FROM panel_tui.intervention WHERE session_id = '{key}'")
        )
        there = [one["what"] for one in read_table(folder / "interventions-public.csv")]
        assert rows == {what: there.count(what) for what in there}


def test_minutes_are_those_of_the_timings(filled, exported):
    for key, folder in exported.items():
        rows = filled.ask(
            "SELECT ref, planned_minutes, minutes FROM panel_tui.step "
            f"WHERE session_id = '{key}' AND kind = 'application' ORDER BY ref"
        )
        took = {ref: Decimal(0) for ref, *_ in rows}
        for one in read_table(folder / "timings-public.csv"):
            if one["step"] in took and one["phase"] != "break":
                # the days here are made a minute a fact
                (began, ended) = (
                    int(one[at][11:13]) * 60 + int(one[at][14:16]) for at in ("started", "ended")
                )
                took[one["step"]] += (ended - began) % (24 * 60)
        assert {ref: minutes for ref, _planned, minutes in rows} == took


def test_no_total_of_fewer_than_five_is_told(filled):
    for query in (
        "SELECT min(scored_by) FROM panel_tui.application",
        "SELECT min(answered) FROM panel_tui.criterion_result",
        'SELECT min("cast") FROM panel_tui.round',
        'SELECT min(n) FROM (SELECT sum("count") AS n FROM panel_tui.felt GROUP BY session_id, moment) AS f',
        'SELECT min(n) FROM (SELECT sum("count") AS n FROM panel_tui.round GROUP BY session_id, ref, "round") AS r',
    ):
        [(fewest,)] = filled.ask(query)
        assert fewest >= FEWEST
    for query in (
        "SELECT count(*) FROM panel_tui.application WHERE scored_by IS NULL AND coalesce(score, rank) IS NOT NULL",
        "SELECT count(*) FROM panel_tui.criterion_result WHERE answered IS NULL AND (mean IS NOT NULL OR split)",
        "SELECT count(*) FROM panel_tui.round WHERE option <> '' AND \"count\" = 1",
        'SELECT count(*) FROM panel_tui.felt WHERE point IS NOT NULL AND "count" = 1',
    ):
        assert filled.ask(query) == [(0,)], query
    assert filled.ask("SELECT count(*) FROM panel_tui.application WHERE scored_by IS NULL") > [(0,)]
    assert filled.ask("SELECT count(*) FROM panel_tui.round WHERE option = '' AND band <> ''") > [(0,)]


def test_a_public_export_gives_what_its_record_gives_but_for_the_proof(rooms, exported):
    for folder in rooms.iterdir():
        ours = read_room(folder).gives
        theirs = read_room(exported[ours.facts.session_id] / "session-public.json").gives
        assert ours.facts.proof, theirs.facts.proof == ("record", "export")
        assert ours.application == theirs.application
        assert (ours.criterion, ours.criterion_result) == (theirs.criterion, theirs.criterion_result)
        assert (ours.round, ours.felt) == (theirs.round, theirs.felt)
        assert (ours.step, ours.intervention) == (theirs.step, theirs.intervention)
        assert (ours.facts.lines, ours.facts.head) == (theirs.facts.lines, theirs.facts.head)
