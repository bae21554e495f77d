"""Nothing in a database, a file or the report leads to a person, and no two copies tell more than one."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from sessions import commands as c
from sessions.decide import decide
from sessions.model.answers import score
from sessions.model.refusals import Refused
from sessions.views.record.gathered import ACTS
from sessions.wording import english
from tests.gather.generated import keep_rooms, made_room
from tests.gather.places import Duck, Parquet, Postgres, run

ABOUT_A_MEMBER = {"late-conflict", "member-left"}
MANY = 100
NEVER = ("seat_", "member", "label", "card", "token", "receipt", "started", "stepped")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    return folder, {secret for room in keep_rooms(folder, MANY) for secret in room.secrets}


def texts_of(path: Path) -> bytes:
    """Give all that is in a file, unpacked where it is packed."""
    raw = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return b"".join(packed.read(name) for name in packed.namelist())
    return raw


def found_in(raw: bytes, secrets) -> set[str]:
    """Every secret is a word with sixteen hexadecimal digits: look for all of them in one go."""
    return {one.decode() for one in re.findall(rb"[a-z]+[0-9a-f]{16}", raw)} & secrets


def test_the_search_finds_what_is_there(many):
    folder, secrets = many
    record, members = (
        b"".join(path.read_bytes() for path in folder.rglob(name))
        for name in ("record.jsonl", "members.toml")
    )
    labels = {one for one in secrets if one.startswith("label")}
    assert labels
    assert found_in(members, secrets) == labels
    assert found_in(record, secrets) == secrets - labels


def test_no_secret_of_a_hundred_rooms_is_in_a_dump_of_the_server_or_the_report(
    many, database, server, tmp_path
):
    folder, secrets = many
    assert run(folder, "--into", database, "--report", tmp_path / "report").exit_code == 0
    assert len(Postgres(database).ids()) == MANY
    dump = server.dump(database=database)
    assert dump.count("We agree") > MANY
    assert not found_in(dump.encode(), secrets)
    for file in (tmp_path / "report").iterdir():
        raw = texts_of(file)
        assert b"Armley" in raw
        assert not found_in(raw, secrets)


def test_no_secret_of_a_hundred_rooms_is_in_a_duckdb_file_or_parquet(many, tmp_path):
    folder, secrets = many
    for place in (Duck(tmp_path / "all.duckdb"), Parquet(tmp_path / "parquet")):
        assert run(folder, "--into", place.into).exit_code == 0
        assert len(place.ids()) == MANY
        assert not found_in(repr(place.tables()).encode(), secrets)
        files = [place.into] if place.into.is_file() else list(place.into.rglob("*.parquet"))
        for file in files:
            assert not found_in(file.read_bytes(), secrets)


def test_no_column_is_about_a_seat(place, rooms):
    from panel_tui.gather.tables import TABLES

    names = {column.name for table in TABLES for column in table.columns}
    assert not {name for name in names for word in NEVER if name.startswith(word)}


def test_every_act_is_told_or_left_out_on_purpose():
    """A new kind of intervention has to be looked at: is it about one member?"""
    prefix = "exports.story.did."
    known = {key.removeprefix(prefix) for key in english() if key.startswith(prefix)}
    assert known == ACTS | ABOUT_A_MEMBER


def test_an_act_about_a_member_is_not_counted(tmp_path, place):
    room = made_room(2)
    facts = room.state.interventions[0]
    assert facts.what in ACTS
    from sessions.views.record import RecordFacts, gathered, record_view

    gone = tuple(replace(facts, what=what) for what in ABOUT_A_MEMBER)
    account = record_view(replace(room.state, interventions=(facts, *gone)), codes={}, public=True)
    gives = gathered(account, RecordFacts("0" * 64), head="", program="", proof="record")
    assert [one.what for one in gives.intervention] == [facts.what]


def test_a_day_is_not_taken_before_a_correction_and_after_it(tmp_path, place):
    """Two versions with another score in them would tell by their difference what one person gave."""
    before = made_room(1)
    ended = before.history.pop()
    before.keep(tmp_path / "before")
    done = run(tmp_path / "before", "--into", place.into)
    assert done.exit_code == 1
    assert "The day has not ended" in done.output
    before.history.append(ended)
    for order in (
        c.Correct(2, "A01", "c1", score(1), "misread"),
        c.StepOut(2, "A01"),
        c.VoidReveal("wrong", position=before.state.plan.position),
        c.VoidRound("wrong"),
    ):
        with pytest.raises(Refused):
            decide(before.state, order)


def test_what_is_done_after_the_end_changes_no_number(tmp_path, place):
    room = made_room(1)
    room.keep(tmp_path / "room")
    assert run(tmp_path / "room", "--into", place.into).exit_code == 0
    before = place.tables()
    room.do(c.Seal())
    room.keep(tmp_path / "room")
    done = run(tmp_path / "room", "--into", place.into)
    assert "1 taken" in done.output, done.output
    after = place.tables()
    assert [row for name in before if name != "session" for row in before[name]] == [
        row for name in after if name != "session" for row in after[name]
    ]


def test_taking_a_room_out_leaves_the_others_as_they_were(tmp_path, place, rooms):
    assert run(rooms, "--into", place.into).exit_code == 0
    everything = place.tables()
    [leaving, *_] = sorted(place.ids())
    done = run("--into", place.into, "--remove", leaving)
    assert done.exit_code == 0, done.output
    assert place.tables() == {
        name: [row for row in rows if row[0] != leaving] for name, rows in everything.items()
    }
    assert run("--into", place.into, "--remove", leaving).exit_code == 1
    assert run("--into", place.into, "--remove", "' OR 1=1 --").exit_code == 1
    assert run(rooms, "--into", place.into).exit_code == 0
    assert place.tables() == everything
