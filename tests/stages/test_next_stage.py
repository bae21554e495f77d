"""`stage`: what goes on to the next stage's folder, what never does, and what is refused with nothing written."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from panel_tui.folder import read_session
from panel_tui.folder.columns_for_letters import carried_columns
from panel_tui.folder.earlier_stages import before_bytes, read_before
from panel_tui.folder.erased_labels import erase_labels
from panel_tui.folder.members_file import members_text
from panel_tui.offline.next_stage import StageWishes, make_stage
from panel_tui.system.errors import Unable
from sessions import commands as c
from sessions.model.decisions import Verdict
from sessions.model.session import Consensus, Standing
from sessions.model.stage import Stage, StageName
from sessions.views.record.next_stage import handed_on
from tests.stages.programme import ASKED, VERDICTS, ProgrammeDay, folder_of, lived, programme, shortlist

INTERVIEW = StageWishes(StageName.INTERVIEW)


@pytest.fixture
def first(tmp_path):
    return programme(tmp_path / "shortlist")


def made(first, wishes=INTERVIEW):
    return make_stage(first, first.parent / "next", wishes)


def every_byte(folder) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_on_a_network_disk_that_cannot_sync_a_folder_it_is_made_all_the_same(first, monkeypatch):
    """The new folder stood there already, and the command said that it could not be written."""
    sync = os.fsync

    def of_files_alone(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no such call")
        sync(handle)

    monkeypatch.setattr(os, "fsync", of_files_alone)
    assert made(first).refs == ("A01", "A02")


def test_those_with_the_first_decision_go_on_with_all_there_is_about_them(first):
    report = made(first)
    assert report.refs == ("A01", "A02")
    reading = read_session(report.folder)
    assert reading.faults == ()
    session, before = reading.session, read_session(first).session
    assert session.applications == before.applications[:2]
    assert {ref: dict(cells) for ref, cells in carried_columns(report.folder).items()} == {
        ref: dict(cells) for ref, cells in carried_columns(first).items() if ref in report.refs
    }
    for same in (
        "criteria",
        "scale",
        "consensus",
        "ties",
        "quorum",
        "language",
        "wifi",
        "wording",
        "currency",
    ):
        assert getattr(session, same) == getattr(before, same), same
    assert [one.label for one in session.members] == [f"Label {n}" for n in range(1, 8)]
    assert "The charity" in (report.folder / "session.toml").read_text(encoding="utf-8")


def test_labels_go_on_in_a_file_of_their_own_and_nowhere_else(first):
    folder = made(first).folder
    holding = [
        path.name for path in sorted(folder.rglob("*")) if path.is_file() and b"Label " in path.read_bytes()
    ]
    assert holding == ["members.toml"]


def test_members_toml_goes_on_as_it_stands_and_not_at_all_once_names_are_erased(first):
    erase_labels(first)
    assert not (made(first).folder / "members.toml").exists()
    ours = b"# as we sit\n" + members_text({2: "Mary"})
    (first / "members.toml").write_bytes(ours)
    folder = make_stage(first, first.parent / "another", INTERVIEW).folder
    assert (folder / "members.toml").read_bytes() == ours
    assert read_session(folder).session.labels == {2: "Mary"}


def test_every_conflict_goes_on_those_declared_on_the_day_too(first):
    report = made(first, StageWishes(StageName.INTERVIEW, ("A03", "a02")))
    assert report.refs == ("A02", "A03")
    tied = {one.seat: one.conflicts for one in read_session(report.folder).session.members if one.conflicts}
    assert tied == {6: ("A02",), 7: ("A03",)}


def test_the_stage_says_what_it_follows_and_what_came_of_it(first):
    session = read_session(made(first).folder).session
    [before] = session.before
    assert (session.stage.follows, session.stage.head) == (before.id, before.head)
    assert (before.title, before.name, before.applications, before.sat) == (
        "Small grants",
        "shortlist",
        4,
        (1, 2, 3, 4, 5, 6, 7),
    )
    about = before.about("A01")
    assert (about.u, about.scored_by, about.decision) == ("1", 6, "see them")
    assert next((shape.key, shape.counts) for shape in about.shapes) == ("reach", (0, 0, 0, 0, 6))
    assert before.about("A03") is None


def test_nothing_of_one_member_and_no_count_under_five_goes_on(tmp_path):
    model = shortlist(places=4)
    day = lived(model, until_the_end=False, before_the_list=[c.AddNote("A quiet word about seat 3")])
    state = day.end().state
    folder = day.keep(folder_of(model, tmp_path / "shortlist"))
    told = every_byte(make_stage(folder, tmp_path / "next", INTERVIEW).folder)
    assert "quiet word" not in told
    record = (folder / "record.jsonl").read_text(encoding="utf-8")
    for seat in state.seats.values():
        for secret in filter(None, (seat.token, seat.code, seat.key)):
            assert secret in record
            assert secret not in told
    for one in json.loads((tmp_path / "next" / "before.json").read_bytes())["stages"][0]["carried"]:
        assert all(sum(shape["counts"]) >= 5 for shape in one["shapes"])
        assert all(len(count["sure"]) >= 5 for count in one["counts"])


def test_what_we_would_ask_goes_on_and_is_shown_before_they_come_in(tmp_path):
    day = lived(until_the_end=False)
    wished = {"A01": ("Who pays the rent?\u202e",), "A03": ("Why so much?",)}
    told = handed_on(
        replace(day.end().state, questions=wished), ("A01", "A02"), session_id="an id", head="words"
    )
    assert [one.questions for one in told[-1].carried] == [("Who pays the rent?",), ()]
    (tmp_path / "before.json").write_bytes(before_bytes(told))
    assert read_before(tmp_path, Stage(StageName.INTERVIEW, follows="an id")) == (told, (), ())


@settings(max_examples=15, deadline=None)
@given(st.permutations([1, 2, 3, 4, 5, 5]))
def test_who_gave_which_score_makes_no_difference_to_what_goes_on(marks):
    def goes_on(by_seat):
        day = ProgrammeDay(shortlist(places=4))
        for ref in ASKED:
            day.until_step(ref)
            sheets = {seat: {"reach": mark, "price": mark} for seat, mark in enumerate(by_seat, start=1)}
            day.score(ref, sheets).reveal(ref)
        state = day.end().state
        return before_bytes(handed_on(state, tuple(ASKED), session_id="the id", head="the words"))

    assert goes_on(marks) == goes_on([5, 5, 4, 3, 2, 1])


def test_where_fewer_than_five_scored_no_score_and_no_shape_goes_on(tmp_path):
    folder = programme(tmp_path / "shortlist", shortlist(places=4), here=7)
    few = lived(shortlist(places=4), here=4)
    few.keep(folder_of(shortlist(places=4), tmp_path / "few"))
    report = make_stage(tmp_path / "few", tmp_path / "next", StageWishes(StageName.FINAL, ("A01",)))
    [before] = read_session(report.folder).session.before
    about = before.about("A01")
    assert (about.u, about.scored_by, about.shapes, about.counts) == ("", None, (), ())
    assert report.without_score == ("A01",)
    assert make_stage(folder, tmp_path / "whole", INTERVIEW).without_score == ()


def test_a_stage_can_have_places_of_its_own(first):
    session = read_session(made(first, StageWishes(StageName.INTERVIEW, places=1)).folder).session
    assert (session.places, session.verdicts, session.pot) == (1, VERDICTS, Decimal(0))


def test_where_money_is_given_next_and_no_pot_was_known_that_is_said(first):
    report = made(first, StageWishes(StageName.FINAL))
    assert report.no_pot
    assert read_session(report.folder).session.pot == Decimal(3000)


def test_adjustments_go_along_only_where_that_was_asked_for(first):
    (first / "adjustments.toml").write_text("[[seat]]\nseat = 3\npaper = true\n", encoding="utf-8")
    assert not (made(first).folder / "adjustments.toml").exists()
    report = make_stage(first, first.parent / "other", StageWishes(StageName.FINAL, adjustments=True))
    assert (report.folder / "adjustments.toml").read_bytes() == (first / "adjustments.toml").read_bytes()


def test_a_third_stage_knows_both_before_it(first):
    second = made(first, StageWishes(StageName.INTERVIEW, places=1)).folder
    model = read_session(second, draw=lambda: 1).session
    lived(model).keep(second)
    third = make_stage(second, first.parent / "third", StageWishes(StageName.FINAL)).folder
    stages = read_session(third).session.before
    assert [one.name for one in stages] == ["shortlist", "interview"]
    assert [tuple(about.ref for about in one.carried) for one in stages] == [("A01",), ("A01",)]


def refused(folder, to, wishes=INTERVIEW) -> str:
    there = sorted(path.name for path in to.parent.iterdir())
    with pytest.raises(Unable) as why:
        make_stage(folder, to, wishes)
    assert sorted(path.name for path in to.parent.iterdir()) == there
    return str(why.value)


def test_only_a_day_that_ended_with_its_list_confirmed_can_be_followed(tmp_path):
    early = programme(tmp_path / "early", until_the_end=False)
    assert "not ended" in refused(early, tmp_path / "next")


def test_a_record_that_was_touched_cannot_be_followed(first):
    record = first / "record.jsonl"
    data = record.read_bytes()
    record.write_bytes(data.replace(b'"see them"', b'"see thee"', 1))
    assert "does not fit together" in refused(first, first.parent / "next")
    record.write_bytes(data + b"half a li")
    assert "does not fit together" in refused(first, first.parent / "next")


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        (StageWishes(StageName.FINAL, ("A09",)), "No application has the ref A09"),
        (StageWishes(StageName.FINAL, ("A04",)), "A04 was withdrawn"),
    ],
)
def test_what_is_not_there_cannot_be_carried(tmp_path, wishes, says):
    aside = c.SetApplicationAside("A04", Standing.WITHDRAWN, "They took it back.")
    folder = programme(tmp_path / "first", before_the_list=[aside])
    assert says in refused(folder, tmp_path / "next", wishes)


def test_where_none_was_chosen_somebody_has_to_say_which(tmp_path):
    orders = [c.RecordDecision(ref, Verdict.RESERVE, words="hold") for ref in ("A01", "A02", "A03", "A04")]
    folder = programme(tmp_path / "first", before_the_list=orders)
    assert "Name them with --carry" in refused(folder, tmp_path / "next")


def test_a_folder_that_is_there_is_left_alone(first):
    there = first.parent / "next"
    there.mkdir()
    (there / "something.txt").write_text("mine", encoding="utf-8")
    assert refused(first, there)
    assert (there / "something.txt").read_text(encoding="utf-8") == "mine"


def test_a_link_among_the_files_is_not_followed(first, tmp_path):
    (tmp_path / "secret.toml").write_text("secret", encoding="utf-8")
    (first / "wording.toml").unlink()
    (first / "wording.toml").symlink_to(tmp_path / "secret.toml")
    refused(first, first.parent / "next")


def test_the_same_stage_made_twice_is_the_same_to_the_byte(first):
    one, other = (make_stage(first, first.parent / name, INTERVIEW).folder for name in ("one", "other"))
    assert every_byte(one) == every_byte(other)
    shutil.rmtree(one)


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        ("Should we fund this?", "Should this go on to the next stage?"),
        ("Our own question?", "Our own question?"),
    ],
)
def test_a_ballot_asks_about_a_place_where_a_stage_with_places_follows_one_with_money(tmp_path, asked, then):
    asks = Consensus(question=asked)
    first = programme(tmp_path / "first", replace(shortlist(consensus=asks), pot=Decimal(9000), stage=None))
    made = make_stage(first, tmp_path / "next", StageWishes(StageName.SHORTLIST, ("A01", "A02"), places=1))
    assert read_session(made.folder).session.consensus.question == then
    back = make_stage(first, tmp_path / "money", StageWishes(StageName.FINAL, ("A01",)))
    assert read_session(back.folder).session.consensus.question == asked


def test_adjustments_that_cannot_be_read_are_named_and_nothing_is_made(first):
    (first / "adjustments.toml").write_text("[[seat]]\nseat = 30\npaper = true\n", encoding="utf-8")
    with pytest.raises(Unable, match="line 2: “seat” is 30"):
        make_stage(first, first.parent / "other", StageWishes(StageName.FINAL, adjustments=True))
    assert not (first.parent / "other").exists()
