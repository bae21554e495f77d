"""Whole days over the real pages: what the book says is what the record holds, and nothing else."""

import csv

import pytest

from panel_tui.demo import copy_demo
from panel_tui.rehearse import Leaning, drive, read_answers
from panel_tui.running.rehearsal import PretendHand, Rehearsal, rehearsing
from sessions.model.decisions import Outcome
from sessions.state import scores_of

HERE = "127.0.0.1"


async def day(folder, book, seed=1):
    """Live a whole day; give the state it ends in."""
    plan = Rehearsal(folder=folder, book=book, seed=seed)
    async with rehearsing(plan, host=HERE, port=0) as (room, members):
        await drive(PretendHand(room), members)
        return room.state


def cells(state):
    """Say what the record holds for every seat and question: a number, a word, or nothing."""
    return {
        (seat.number, a.ref, c.key): said(state, seat.number, a.ref, c.key)
        for seat in state.seats.values()
        for a in state.model.applications
        for c in state.model.criteria
    }


def said(state, seat, ref, key):
    if (seat, ref) in state.conflicts:
        return "stepping-out"
    answer = scores_of(state, ref).sheets.get(seat, {}).get(key)
    return None if answer is None else answer.kind if answer.value is None else answer.value


def booked(state, book):
    return {place: book.answer(*place) for place in cells(state)}


def first_applications(folder, many):
    """Leave a demo folder with its first few applications, to be heard in a row."""
    lines = (folder / "applications.csv").read_text(encoding="utf-8").splitlines()
    (folder / "applications.csv").write_text("\n".join(lines[: many + 1]) + "\n", encoding="utf-8")
    settings = (folder / "session.toml").read_text(encoding="utf-8").split("# The day:")[0]
    kept = {line.split(",")[0] for line in lines[: many + 1]}
    for ref in {"A03", "A06"} - kept:
        settings = settings.replace(f'conflicts = ["{ref}"]', "")
    (folder / "session.toml").write_text(settings, encoding="utf-8")
    for summary in (folder / "summaries").iterdir():
        if summary.stem not in kept:
            summary.unlink()


@pytest.fixture
def short_demo(tmp_path):
    copy_demo(tmp_path / "panel")
    first_applications(tmp_path / "panel", 3)
    return tmp_path / "panel"


async def test_the_demo_s_first_applications_come_out_as_its_leanings_say(short_demo, leanings):
    books = []

    def book(session):
        books.append(Leaning(session, 1, leanings))
        return books[0]

    state = await day(short_demo, book)
    assert state.ended
    assert cells(state) == booked(state, books[0])
    assert [one.outcome for one in state.rounds["A01"]] == [Outcome.YES]
    assert [one.outcome for one in state.rounds["A03"]] == [Outcome.SPLIT, Outcome.YES]
    assert [one.cast for one in state.rounds["A03"]] == [11, 11]
    assert all(seat.practised for seat in state.seats.values() if seat.number != 0)


@pytest.mark.slow
async def test_the_whole_demo_comes_out_as_its_leanings_say(tmp_path, leanings):
    copy_demo(tmp_path / "panel")
    state = await day(tmp_path / "panel", lambda session: Leaning(session, 1, leanings))
    assert cells(state) == booked(state, Leaning(state.model, 1, leanings))
    assert [one.outcome for one in state.rounds["A04"]][-1] is Outcome.YES
    assert [one.outcome for one in state.rounds["A09"]] == [
        Outcome.SPLIT,
        Outcome.NOT_SETTLED,
        Outcome.NOT_SETTLED,
    ]
    assert [one.outcome for one in state.rounds["A10"]] == [Outcome.NO]


async def test_the_same_seed_gives_the_same_day(tmp_path):
    days = []
    for name in ("one", "other"):
        copy_demo(tmp_path / name)
        first_applications(tmp_path / name, 1)
        days.append(await day(tmp_path / name, lambda session: Leaning(session, 9), seed=9))
    one, other = days
    assert cells(one) == cells(other)
    assert {ref: [r.counts for r in rounds] for ref, rounds in one.rounds.items()} == {
        ref: [r.counts for r in rounds] for ref, rounds in other.rounds.items()
    }


@pytest.fixture
def real_panel(tmp_path, shared_data):
    """A real panel's folder and answers, as far as its first `many` proposals."""

    def made(many):
        with (shared_data / "panel-12x28" / "ratings.csv").open(encoding="utf-8") as file:
            table = [row[: many + 1] for row in csv.reader(file)]
        folder = tmp_path / "real"
        folder.mkdir()
        refs = table[0][1:]
        rows = "".join(f"{ref},Proposal {ref},100\n" for ref in refs)
        (folder / "applications.csv").write_text("ref,title,asked\n" + rows, encoding="utf-8")
        (folder / "session.toml").write_text(
            'title = "Real"\npot = 500\nseats = 12\n[scale]\nlow = 0\nhigh = 40\nbest = "low"\nwords = []\n'
            '[[criterion]]\nkey = "merit"\nquestion = "How good is it?"\n',
            encoding="utf-8",
        )
        ratings = {
            (seat, ref, "merit"): int(float(cell)) if cell else None
            for seat, row in enumerate(table[1:], 1)
            for ref, cell in zip(refs, row[1:], strict=True)
        }
        lines = [f"{seat},{ref},merit,{'' if v is None else v}" for (seat, ref, _), v in ratings.items()]
        answers = tmp_path / "answers.csv"
        answers.write_text("seat,application,criterion,value\n" + "\n".join(lines), encoding="utf-8")
        return folder, answers, ratings

    return made


@pytest.mark.parametrize("many", [2, pytest.param(28, marks=pytest.mark.slow)])
async def test_a_real_panel_s_scores_arrive_cell_for_cell_and_no_ballot_is_cast(real_panel, many):
    folder, answers, ratings = real_panel(many)
    state = await day(folder, lambda session: read_answers(session, answers))
    assert cells(state) == ratings
    assert {one.outcome for rounds in state.rounds.values() for one in rounds} == {Outcome.TOO_FEW}
    assert not any(seat.practised for seat in state.seats.values())
