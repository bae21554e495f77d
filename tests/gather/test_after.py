"""What became of each decision, gathered: in its columns where it was recorded, and newer than before."""

from __future__ import annotations

import datetime as dt
import shutil
from decimal import Decimal

import duckdb
import pytest

from panel_tui.gather.tables import VERSION
from panel_tui.offline.follow_up import after_book, closed_day
from panel_tui.record.after_file import AFTER
from sessions.model.follow_up import AfterEntry, OfferAnswer
from tests.after.closed_days import NOW, kept
from tests.gather.places import Duck, Parquet, run

PAID = dt.date(2026, 4, 1)
OFFERS = "SELECT ref, offer, offer_amount, paid_on FROM panel_tui.application ORDER BY ref"
NOTHING = [(f"A0{n}", None, None, None) for n in range(1, 6)]


def add(folder, *entries) -> None:
    with after_book(closed_day(folder)) as book:
        book.add(entries)


def version_of(place) -> int:
    if isinstance(place, Parquet):
        with duckdb.connect() as connection:
            file = place.into / "panel_tui" / "about.parquet"
            return connection.execute("SELECT version FROM read_parquet(?)", [str(file)]).fetchone()[0]
    return place.ask("SELECT version FROM panel_tui.about")[0][0]


@pytest.fixture
def folder(tmp_path):
    return kept(tmp_path / "day")


def test_without_anything_recorded_the_columns_are_empty_and_then_they_are_filled(place, folder):
    assert run(folder, "--into", place.into).exit_code == 0
    assert place.ask(OFFERS) == NOTHING
    add(
        folder,
        AfterEntry("A01", NOW, OfferAnswer.ACCEPTED, paid=PAID),
        AfterEntry("A02", NOW, OfferAnswer.DECLINED, by="the group", why="so"),
    )
    add(folder, AfterEntry("A04", NOW, OfferAnswer.CHANGED, Decimal("2500.50"), by="us", why="so"))
    done = run(folder, "--into", place.into)
    assert done.exit_code == 0, done.output
    assert place.ask(OFFERS) == [
        ("A01", "accepted", Decimal(4000), PAID),
        ("A02", "declined", None, None),
        NOTHING[2],
        ("A04", "changed", Decimal("2500.50"), None),
        NOTHING[4],
    ]
    assert place.ask("SELECT after_lines FROM panel_tui.session") == [(3,)]
    before = place.checksum()
    assert "1" in run(folder, "--into", place.into).output
    assert place.checksum() == before  # twice is no change
    assert "the group" not in str(place.tables())  # who said so stays with staff


def test_an_older_copy_of_it_is_refused(place, folder, tmp_path):
    add(folder, AfterEntry("A01", NOW, OfferAnswer.ACCEPTED))
    older = shutil.copytree(folder, tmp_path / "older")
    add(folder, AfterEntry("A01", NOW, paid=PAID))
    assert run(folder, "--into", place.into).exit_code == 0
    refused = run(older, "--into", place.into)
    assert refused.exit_code == 1
    assert "older" in refused.output
    assert place.ask(OFFERS)[0] == ("A01", "accepted", Decimal(4000), PAID)


def test_a_damaged_one_keeps_its_room_out_and_says_so(place, folder):
    add(folder, AfterEntry("A01", NOW, OfferAnswer.ACCEPTED))
    data = (folder / AFTER).read_bytes()
    (folder / AFTER).write_bytes(data.replace(b"accepted", b"declined"))
    refused = run(folder, "--into", place.into)
    assert refused.exit_code == 1
    assert "line 2 of after.jsonl" in " ".join(refused.output.split())
    assert (
        place.ask("SELECT count(*) FROM panel_tui.session") == [(0,)]
        if not isinstance(place, Parquet)
        else True
    )


def test_tables_of_the_version_before_are_brought_up_and_keep_what_they_hold(place, folder, tmp_path):
    other = kept(tmp_path / "other", place="Armley")
    assert run(other, "--into", place.into).exit_code == 0
    if isinstance(place, Parquet):
        with duckdb.connect() as connection:
            where = place.into / "panel_tui"
            for name, query in (
                ("session", "SELECT * EXCLUDE (after_lines) FROM read_parquet(?)"),
                ("about", "SELECT 1::INTEGER AS version, program FROM read_parquet(?)"),
            ):
                file = where / f"{name}.parquet"
                connection.execute(f"CREATE OR REPLACE TABLE t AS {query}", [str(file)])
                connection.execute(f"COPY t TO '{file}' (FORMAT parquet)")
    else:
        place.ask("ALTER TABLE panel_tui.session DROP COLUMN after_lines")
        place.ask("UPDATE panel_tui.about SET version = 1")
    add(folder, AfterEntry("A01", NOW, OfferAnswer.ACCEPTED))
    looked = run(folder, "--into", place.into, "--dry-run")
    assert looked.exit_code == 0, looked.output
    done = run(folder, "--into", place.into)
    assert done.exit_code == 0, done.output
    assert version_of(place) == VERSION
    assert place.ask("SELECT place, after_lines FROM panel_tui.session ORDER BY place") == [
        ("", 2),
        ("Armley", None),
    ]


def test_a_rehearsals_after_goes_in_only_with_the_rehearsal(tmp_path):
    folder, place = kept(tmp_path / "day", rehearsal=True), Duck(tmp_path / "all.duckdb")
    add(folder, AfterEntry("A01", NOW, OfferAnswer.ACCEPTED))
    assert run(folder, "--into", place.into).exit_code == 1
    assert run(folder, "--into", place.into, "--rehearsal").exit_code == 0
    assert place.ask(OFFERS)[0][:2] == ("A01", "accepted")
