"""What members asked for is in no record, export, wall or log: the day with the file is the day without it."""

from __future__ import annotations

import io
import logging
import random
import secrets
import zipfile
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from panel_tui.exports import export_all
from panel_tui.offline.seal import seal_folder
from panel_tui.offline.verify import verify_folder
from panel_tui.room.open_room import live_room
from panel_tui.system.clock import Clock
from tests.web.phones import Phone, QuickClock

SETTINGS = """\
title = "A panel"
pot = 1500
seats = 7
joining = "open"
date = 2026-12-03
[[criterion]]
key = "reach"
question = "Will it reach people?"
[open_data]
funder_id = "GB-CHC-1"
funder_name = "Us"
prefix = "360G-us"
[[step]]
kind = "practice"
[[step]]
kind = "applications"
[[step]]
kind = "budget"
[[step]]
kind = "closing"
"""
ASKED = """\
[[seat]]
seat = 2
large_text = true
easy_read = true
language = "cy"
longer = true
breaks = true
[[seat]]
seat = 3
language = "cy"
helper = true
[[seat]]
seat = 7
paper = true
large_text = true
"""
TRACES = (
    "adjustments",
    "large_text",
    "easy_read",
    "easy-read",
    '"cy"',
    "longer",
    'breaks"',
    "Cymraeg",
    "Sedd",
)
ENTRIES = {"score": {"answer": "4"}, "ballot": {"choice": "4"}, "check": {}}
FORMATS = ("csv", "xlsx", "json", "html", "pdf", "360giving", "pabulib", "letters")


@pytest.fixture
def no_chance(monkeypatch):
    """Give a function that lets chance begin anew, the same each time."""

    def begin():
        drawn = random.Random(1)
        monkeypatch.setattr(secrets, "token_bytes", lambda n=32: drawn.randbytes(n))
        monkeypatch.setattr(secrets, "token_hex", lambda n=32: drawn.randbytes(n).hex())
        monkeypatch.setattr(secrets, "token_urlsafe", lambda n=32: drawn.randbytes(n).hex())
        monkeypatch.setattr(secrets, "choice", drawn.choice)
        monkeypatch.setattr(secrets, "randbelow", drawn.randrange)
        monkeypatch.setattr(secrets, "SystemRandom", lambda: drawn)

    return begin


async def answer(phone: Phone) -> None:
    """Do all that a page asks, always the same."""
    for _ in range(6):
        await phone.get("/")
        asked = ENTRIES.get(phone.page.name)
        form = phone.page.main_form
        if asked is None or form is None or not form.fields:
            return
        await phone.send(**asked)
        assert phone.status < 400, phone.news


async def lived(folder: Path) -> tuple[list[str], str]:
    """Live through a day of seven phones; give what the wall showed, and what phones did."""
    walls, pages = [], []
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(live_room(folder, QuickClock()))
        phones = [await stack.enter_async_context(Phone(room)) for _ in range(7)]
        for one in phones:
            await one.join(room)
        for _ in range(80):
            walls.append(repr(room.poster()))
            for one in phones:
                await answer(one)
                pages.append(one.text)
            if room.state.ended:
                return walls, "".join(pages)
            await room.press(position=room.position(), sure=True)
    raise AssertionError("the day never ended")


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file; of one that is a box of others, what is in it without when it was packed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix in (".xlsx", ".docx", ".odt"):
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
                found |= {f"{name}/{one}": parts.read(one) for one in parts.namelist()}
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def made(folder: Path, asked: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "session.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "applications.csv").write_text("title,asked\nWarm Lunches,1000\n", encoding="utf-8")
    if asked:
        (folder / "adjustments.toml").write_text(asked, encoding="utf-8")
    return folder


async def test_the_day_with_the_file_is_the_day_without_it(tmp_path, no_chance, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    walls, records, exports, pages = [], [], [], []
    for name, asked in (("with", ASKED), ("without", "")):
        no_chance()
        folder = made(tmp_path / name / "day", asked)
        wall, page = await lived(folder)
        walls.append(wall)
        pages.append(page)
        records.append((folder / "record.jsonl").read_bytes())
        for kind, how in (("staff", {"seats": True}), ("plain", {}), ("public", {"public": True})):
            to = tmp_path / name / kind
            formats = [one for one in FORMATS if kind != "public" or one != "letters"]
            export_all(
                folder,
                to,
                formats if kind != "public" else [],
                draw=random.Random(1),
                **{"seats": False, "public": False, **how},
            )
            exports.append({f"{kind}/{one}": data for one, data in contents(to).items()})
    told = caplog.text + "".join(capfd.readouterr())

    assert 'lang="cy"' in pages[0]  # the file was at work
    assert "easy-read" in pages[0]
    assert 'lang="cy"' not in pages[1]
    assert walls[0] == walls[1]
    assert records[0] == records[1]
    half = len(exports) // 2
    for one, other in zip(exports[:half], exports[half:], strict=True):
        assert one.keys() == other.keys()
        assert [name for name in one if one[name] != other[name]] == []
    everything = records[0].decode() + "".join(walls[0]) + told
    everything += "".join(data.decode(errors="ignore") for one in exports[:half] for data in one.values())
    assert [trace for trace in TRACES if trace in everything] == []
    report = verify_folder(tmp_path / "with" / "day")
    assert report.whole
    assert "adjust" not in repr(report)


async def test_sealing_removes_the_file_and_says_so(tmp_path, no_chance):
    no_chance()
    folder = made(tmp_path / "day", ASKED)
    await lived(folder)
    report = await seal_folder(folder, None, unfinished=False, clock=Clock())

    assert "adjustments.toml" in report.removed
    assert not (folder / "adjustments.toml").exists()
    left = "".join(data.decode(errors="ignore") for data in contents(folder).values())
    assert [trace for trace in TRACES if trace in left] == []
