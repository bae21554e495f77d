"""Folder and record: whatever is edited, and whenever, `check`, `run`, `print`, `rehearse`, `g` and the desk agree."""

from __future__ import annotations

import asyncio
import csv
import html
import re
import shutil
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from panel_tui.cli import panel_tui
from panel_tui.facilitator.facilitator_api import RoomApi
from panel_tui.folder.plan_differences import differing_lines, first_word
from panel_tui.folder.plan_in_force import plan_in_force
from panel_tui.offline.print_pack import Wanted, print_only, print_pack
from panel_tui.offline.seal import seal_folder
from panel_tui.offline.verify import verify_folder
from panel_tui.ready.checks import Laptop, checks
from panel_tui.ready.power import Awake
from panel_tui.record import Record
from panel_tui.room.open_room import live_room
from panel_tui.room.room import Room
from panel_tui.running.run import first_words
from panel_tui.system.clock import Clock
from sessions import commands as c
from sessions.model.details import Detail
from sessions.model.phases import Phase
from sessions.model.refusals import Refused
from sessions.model.session import Session, Standing
from sessions.views.plan_differences import OVER

WORDS = (
    "Tuesdys",
    "Thursdays",
    "Warm Lunches",
    "Doorstep Choirs",
    "Tea and Tablets",
    "A Lift Home",
    "Allotment",
)


@dataclass
class Written:
    """A folder as somebody keeps it in a spreadsheet and an editor."""

    title: str = "A panel"
    pot: int = 9000
    seats: int = 5
    weight: int = 1
    rounds: int = 3
    refs: bool = True
    shuffled: bool = False
    rows: list[tuple[str, str, int]] = field(
        default_factory=lambda: [("A01", "Warm Lunches", 1000), ("A02", "Choirs", 2000), ("A03", "Tea", 700)]
    )

    def write(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        order = 'order = "shuffled"\n' if self.shuffled else ""
        (folder / "session.toml").write_text(
            f'title = "{self.title}"\npot = {self.pot}\nseats = {self.seats}\n{order}'
            f'[[criterion]]\nkey = "reach"\nquestion = "Will it reach people?"\nweight = {self.weight}\n'
            f"[consensus]\nrounds = {self.rounds}\n",
            encoding="utf-8",
        )
        with (folder / "applications.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["ref", "title", "asked"] if self.refs else ["title", "asked"])
            writer.writerows(row if self.refs else row[1:] for row in self.rows)

    def edit(self, chance: Random) -> None:
        """Change something as people do."""
        at = chance.randrange(len(self.rows))
        ref, title, asked = self.rows[at]
        match chance.randrange(9):
            case 0 | 1:
                self.rows[at] = (ref, chance.choice(WORDS), asked)
            case 2 | 3:
                self.rows[at] = (ref, title, asked + chance.choice((-50, 300)))
            case 4 if len(self.rows) > 2:
                del self.rows[at]
            case 5:
                self.rows.insert(at, (f"B{len(self.rows)}{chance.randrange(100)}", chance.choice(WORDS), 400))
            case 6:
                self.pot += chance.choice((-500, 800))
            case 7:
                self.weight, self.rounds = chance.randint(1, 3), chance.randint(1, 3)
            case _:
                self.title, self.seats = chance.choice(WORDS), self.seats + chance.randint(0, 1)


def mark(model: Session) -> tuple[object, ...]:
    """Write down of a plan what all of them have to agree on."""
    return (
        model.title,
        model.pot,
        len(model.members),
        tuple((one.question, one.weight) for one in model.criteria),
        model.consensus.rounds,
        tuple((one.ref, one.title, one.asked) for one in model.applications),
    )


async def said(*words: object) -> str:
    # in a thread: a command has an event loop of its own
    ran = await asyncio.to_thread(CliRunner().invoke, panel_tui, [str(word) for word in words])
    return f"{ran.output}{ran.exception or ''}"


async def kill(folder: Path, orders) -> None:
    """Do something, and die without a word: what is on the disk is what the record held then."""
    copy = folder.with_name("killed")
    async with live_room(folder) as room:
        for order in orders:
            await tried(room, order)
        shutil.copytree(folder, copy)
    shutil.rmtree(folder)
    copy.rename(folder)
    with (folder / "record.jsonl").open("ab") as torn:
        torn.write(b'{"half a line')


async def tried(room: Room, order) -> None:
    try:
        await room.do(order(room) if callable(order) else order)
    except Refused as refused:
        if refused.asks_again:
            await room.press(position=room.position(), sure=True)


def on_paper(to: Path, folder: str = "score-slips") -> set[tuple[str, str]]:
    """Read what is printed: each application's title and ask."""
    found = set()
    for page in (to / folder).glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for slip in re.split(r"<(?:section|article)", text)[1:]:
            title, asks = re.search(r"<h2[^>]*>(.*?)</h2>", slip), re.search(r"asks for £([\d,.]+)", slip)
            if title and asks:
                found.add((html.unescape(title[1]).partition(" · ")[2], asks[1]))
    return found


async def all_agree(folder: Path, tmp_path: Path) -> None:
    """Ask each of them which plan counts and what differs."""
    counts = plan_in_force(folder, lambda: 7)
    plan, lines = mark(counts.plan), differing_lines(counts)
    told = await said("check", folder)
    assert f"Applications: {len(counts.plan.applications)}. Seats: {len(counts.plan.members)}." in told
    assert counts.plan.title in told
    assert all(line.strip() in told for line in lines)

    kept = tmp_path / f"kept-{len(list(tmp_path.iterdir()))}"
    rehearsed = await said("rehearse", folder, "--headless", "--members", 0, "--seed", 7, "--keep", kept)
    assert [line for line in lines if counts.differs and line.strip() not in rehearsed] == [], rehearsed
    only_rehearsed = plan_in_force(kept).plan  # whose title says so
    assert mark(replace(only_rehearsed, title=only_rehearsed.title.removeprefix("REHEARSAL: "))) == plan

    if counts.state.sealed:
        assert "sealed" in await said("print", folder, "--to", tmp_path / "p")
        assert all(one.why_not or not one.edited for one in counts.differs)
        return
    to = tmp_path / f"print-{len(list(tmp_path.iterdir()))}"
    report = await print_pack(folder, to, "10.0.0.7:8765")
    slips = {(counts.plan.called(one.ref), f"{one.asked:,f}") for one in counts.plan.applications}
    assert on_paper(to) == slips
    word = first_word(counts)
    assert (word in report.remarks) is bool(word)
    plan = mark(
        plan_in_force(folder).plan
    )  # where nobody had printed or run it, the order was drawn just now
    before = (folder / "record.jsonl").read_bytes()
    only = counts.plan.applications[-1]
    print_only(folder, to, [only.ref])
    assert on_paper(to, f"score-slips-{only.ref}") == {(only.title, f"{only.asked:,f}")}
    assert (folder / "record.jsonl").read_bytes() == before

    laptop = Laptop(folder, Awake(), addresses=lambda: ["10.0.0.7"])
    async with live_room(folder) as room:
        assert mark(room.state.model)[:2] == plan[:2]
        assert mark(room.state.model)[3:] == plan[3:]
        assert len(room.state.seats) == plan[2]
        looked = {one.name: one.words for one in checks(laptop, room)}["plan"]
        edited = sum(one.edited for one in counts.differs)
        assert ("somewhere else" in looked or str(edited) in looked or "one place" in looked) == bool(edited)
        assert word in first_words(room, laptop)
        at_desk = await RoomApi(room).differences()
        assert [one.key for one in at_desk] == [one.key for one in plan_in_force(folder).differs]


async def take_over(folder: Path, chance: Random) -> None:
    """Take over, at the wall, what somebody would: each line or not."""
    async with live_room(folder) as room:
        hand = RoomApi(room)
        for one in await hand.differences():
            if one.ways and chance.random() < 0.7:
                way = chance.choice(one.ways)
                try:
                    await hand.take_over(one.key, way, "as the folder says")
                except Refused:
                    continue  # another line, taken over before, has changed what can be done
                assert one.key not in [left.key for left in await hand.differences()]


ORDERS = (
    lambda chance: c.TakePaperSeat(chance.randint(1, 4)),
    lambda _chance: lambda room: c.Next(room.position(), sure=True),
    lambda chance: c.ChangeDetail(Detail.TITLE, chance.choice(WORDS), "A01", why="a slip"),
    lambda chance: c.SetApplicationAside("A02", chance.choice(list(Standing)), "rule 4"),
    lambda _chance: c.AddApplication("A Late One", Decimal(300), why="the post"),
)


async def a_day_of_edits(seed: int, tmp_path: Path) -> None:
    chance = Random(seed)
    folder, written = tmp_path / "panel", Written(refs=seed % 3 > 0, shuffled=seed % 4 == 0)
    written.write(folder)
    for _ in range(chance.randint(2, 4)):
        for _ in range(chance.randint(0, 2)):
            written.edit(chance)
        written.write(folder)
        match chance.randrange(4):
            case 0:
                await kill(folder, [chance.choice(ORDERS)(chance) for _ in range(4)])
            case 1:
                await take_over(folder, chance)
            case 2:
                async with live_room(folder) as room:
                    await tried(room, chance.choice(ORDERS)(chance))
            case _:
                pass
        await all_agree(folder, tmp_path)
    if (folder / "record.jsonl").exists():
        assert verify_folder(folder).whole
        if plan_in_force(folder).by_record:
            await seal_folder(folder, None, unfinished=True, clock=Clock())
            written.edit(chance)
            written.write(folder)
            await all_agree(folder, tmp_path)


@pytest.fixture(autouse=True)
def _without_pdf(monkeypatch):
    """Write pages alone: how they are pressed is not what is looked at."""
    monkeypatch.setattr("screens.paper.press.can_press", lambda: False)


@pytest.mark.parametrize("seed", range(8))
async def test_all_agree_whatever_is_edited_and_whenever(seed, tmp_path):
    await a_day_of_edits(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8, 120))
async def test_all_agree_on_many_more_days(seed, tmp_path):
    await a_day_of_edits(seed, tmp_path)


# what is said


@pytest.fixture
def folder(tmp_path):
    Written().write(tmp_path / "panel")
    return tmp_path / "panel"


def edited(folder: Path, **changed) -> None:
    Written(**changed).write(folder)


async def test_before_anybody_has_a_seat_each_start_takes_the_folder(folder):
    async with live_room(folder) as room:
        assert room.state.model.applications[0].title == "Warm Lunches"
    edited(folder, rows=[("A01", "Thursdays", 900), ("A09", "New", 10)])
    async with live_room(folder) as room:
        assert [one.title for one in room.state.model.applications] == ["Thursdays", "New"]
    assert plan_in_force(folder).differs == ()
    assert verify_folder(folder).whole


async def test_a_drawn_order_stays_from_one_start_to_the_next_and_from_print_to_the_day(folder, tmp_path):
    edited(folder, shuffled=True, rows=[(f"A{n:02}", f"Title {n}", 100 + n) for n in range(1, 20)])
    await print_pack(folder, tmp_path / "p", "10.0.0.7:8765", Wanted([1]))
    seen = set()
    for _ in range(3):
        async with live_room(folder) as room:
            seen.add(tuple(one.ref for one in room.state.model.applications))
    assert len(seen) == 1
    assert len(await _entries(folder)) == 2  # the plan once, and the cards


async def _entries(folder: Path):
    record = Record.open(folder / "record.jsonl", program="test")
    entries = list(record.entries)
    await record.close()
    return entries


async def test_after_the_first_seat_what_differs_is_listed_in_plain_words(folder):
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
    edited(
        folder,
        rows=[("A01", "Thursdays", 1000), ("A02", "Choirs", 2500), ("A09", "Late", 10)],
        seats=6,
        weight=2,
    )
    told = await said("check", folder)
    for line in (
        "A01 “Warm Lunches”: title “Thursdays”, was “Warm Lunches”",
        "A02 “Choirs”: asks for £2,500, was £2,000",
        "A09 “Late” is new: a late application",
        "A03 “Tea” is not in the folder any more",
        "what we score by: Will it reach people? (× 2) (was Will it reach people? (× 1))",
        "6 seats (was 5)",
    ):
        assert line in told
    assert "Applications: 3. Seats: 5." in told


async def test_a_row_that_is_gone_is_told_where_agenda_conflicts_and_summaries_name_it(folder):
    settings = (folder / "session.toml").read_text().replace("seats = 5", "")
    settings += '[[member]]\nconflicts = ["A03"]\n' + "[[member]]\n" * 4
    settings += "".join(f'[[step]]\nkind = "application"\nref = "A0{n}"\n' for n in (1, 2, 3))
    (folder / "session.toml").write_text(settings)
    (folder / "summaries").mkdir()
    (folder / "summaries" / "A03.md").write_text("Tea for all.")
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
    sheet = (folder / "applications.csv").read_text().replace("A03,Tea,700", "").replace("2000", "2500")
    (folder / "applications.csv").write_text(sheet.strip() + "\n")
    told = await said("check", folder)
    assert "A03 “Tea” is not in the folder any more" in told
    assert "A02 “Choirs”: asks for £2,500, was £2,000" in told
    assert "2 places" in told
    assert "cannot be read as a session any more" not in await said("verify", folder)


async def test_what_cannot_be_changed_any_more_says_why(folder):
    async with live_room(folder) as room:
        for seat in range(1, 6):
            await room.do(c.TakePaperSeat(seat))
        while room.state.plan.phase is not Phase.SCORE:
            await room.press(position=room.position(), sure=True)
    edited(folder, rounds=1, seats=3)
    told = await said("check", folder)
    assert "This stays: The first score has been opened." in told
    assert "This stays: seats that people may sit on are not taken away" in told


async def test_a_line_is_taken_over_or_left(folder):
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
        edited(folder, rows=[("A01", "Thursdays", 900), ("A02", "Choirs", 2000)])
        hand = RoomApi(room)
        title, asked, gone = await hand.differences()
        assert gone.ways == ("withdrawn", "not-eligible")
        await hand.take_over(title.key, OVER, "a slip")
        await hand.take_over(gone.key, "not-eligible", "rule 4")
        assert [one.key for one in await hand.differences()] == [asked.key]
        assert room.state.model.application("A01").title == "Thursdays"
        assert room.state.model.set_aside("A03").why == "rule 4"
        with pytest.raises(Refused):
            await hand.take_over(title.key, OVER, "again")


async def test_rows_without_refs_are_known_by_what_they_say(folder):
    edited(folder, refs=False)
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
    rows = [("", "A New One", 50), ("", "Warm Lunches", 1000), ("", "Tea", 800), ("", "Choirs", 2000)]
    edited(folder, refs=False, rows=rows)
    told = await said("check", folder)
    assert "“A New One” is new: a late application" in told
    assert "A03 “Tea”: asks for £800, was £700" in told
    assert "in 2 places" in told


async def test_a_folder_that_cannot_be_read_leaves_the_day_to_its_record(folder):
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
    (folder / "session.toml").write_text("title = [")
    async with live_room(folder) as room:
        assert "cannot be read" in first_words(room, Laptop(folder, Awake(), addresses=lambda: ["10.0.0.7"]))
    ran = CliRunner().invoke(panel_tui, ["check", str(folder)])
    assert ran.exit_code == 1
    assert "The folder cannot be read as it is now, so the record is used as it stands." in str(ran.exception)


async def test_what_was_put_right_on_the_day_is_not_taken_for_an_edit(folder):
    async with live_room(folder) as room:
        await room.do(c.TakePaperSeat(1))
        await room.do(c.ChangeDetail(Detail.TITLE, "Thursdays", "A01", why="a slip"))
        await room.do(c.SetApplicationAside("A02", Standing.WITHDRAWN, "they rang"))
    told = await said("check", folder)
    assert "Put right on the day, and not in the folder:" in told
    assert "A01 “Thursdays”: title “Thursdays”; the folder still says “Warm Lunches”" in told
    assert "A02 “Choirs” is in the folder; here it is withdrawn by its applicant" in told
    assert first_word(plan_in_force(folder)) == ""


async def test_only_names_what_there_is_and_ends_no_card(folder, tmp_path):
    told = await said("print", folder, "--to", tmp_path / "p", "--only", "A99")
    assert "There is no application A99 to score. There are: A01, A02, A03." in told
    done = await said("print", folder, "--to", tmp_path / "p", "--only", "a02")
    assert "Every card works as before" in done
    assert not (folder / "record.jsonl").exists()
    assert "cards.html" not in {one.name for one in (tmp_path / "p").rglob("*")}


async def test_a_record_made_before_any_of_this_opens_and_holds(folder, tmp_path):
    async with live_room(folder) as room:
        for seat in range(1, 5):
            await room.do(c.TakePaperSeat(seat))
        await room.do(c.StepOut(1, "A02"))
        await room.do(c.ComeBack(1, "A02", sure=True))
        older = [_as_it_was(entry.doc) for entry in room.record.entries]
        now = room.state
    copy = tmp_path / "older"
    Written().write(copy)
    record = Record.open(copy / "record.jsonl", program="older")
    await record.append(older)
    await record.close()
    assert verify_folder(copy).whole
    found = plan_in_force(copy)
    assert mark(found.plan) == mark(plan_in_force(folder).plan)
    assert (found.by_record, found.differs) == (True, ())
    assert found.state.taken_back == now.taken_back


def _as_it_was(document):
    """Take out of an event what an earlier version did not write."""
    event = {key: value for key, value in document["event"].items() if key != "why"}
    if event["fact"] == "DoorsOpened":
        model = {key: value for key, value in event["session"].items() if key != "aside"}
        model["members"] = [
            {key: value for key, value in member.items() if key != "asked"} for member in model["members"]
        ]
        event["session"] = model
    return {**document, "event": event}
