"""The small differences of Windows and Macs, each of which would spoil somebody's first hour."""

from __future__ import annotations

import asyncio
import errno
import gc
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from click.testing import CliRunner

from panel_tui.cli import panel_tui
from panel_tui.demo import copy_demo
from panel_tui.demo.own_folder import fresh_demo_folder
from panel_tui.folder.new import windows_takes
from panel_tui.offline.print_pack import InsideTheSession, print_pack
from panel_tui.offline.whole_copy import copy_session
from panel_tui.opening.new_session import given_path, sheets_about
from panel_tui.opening.recent_sessions import known, remember
from panel_tui.room.room import Room
from panel_tui.running.run import old_console
from panel_tui.system.cloud import synced_by
from panel_tui.web import serve

LITTER = ("desktop.ini", "Thumbs.db", ".DS_Store", "~$asks.xlsx", ".~lock.asks.ods#", "._asks.csv")
SHEET = "ref,title,asked\nA1,Warm Lunches,500\n"


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        (["--slips", "1,3"], [1, 3]),
        (["--slips", "1-3"], [1, 2, 3]),
        (["--slips", "1 3"], [1, 3]),
        (["--slips", "1, 3-4"], [1, 3, 4]),
        (["--slips", "1", "3"], [1, 3]),  # what PowerShell makes of 1,3
        (["--slips", "0"], []),
    ],
    ids=str,
)
def test_slips_are_named_as_any_shell_hands_them_on(
    tmp_path: Path, words: list[str], seats: list[int]
) -> None:
    copy_demo(tmp_path / "day")
    done = CliRunner().invoke(
        panel_tui, ["print", str(tmp_path / "day"), "--to", str(tmp_path / "out"), *words]
    )
    assert done.exception is None, done.output
    made = {one.stem for one in (tmp_path / "out").glob("score-slips/*.html")}
    assert made == {f"seat-{seat:02d}" for seat in seats}


@pytest.mark.parametrize(
    "words", [["--slips", "1", "x"], ["1"], ["--slips", "1-"], ["--slips", "3-1"]], ids=str
)
def test_what_is_no_seat_is_told(tmp_path: Path, words: list[str]) -> None:
    copy_demo(tmp_path / "day")
    done = CliRunner().invoke(
        panel_tui, ["print", str(tmp_path / "day"), "--to", str(tmp_path / "out"), *words]
    )
    assert done.exit_code == 2
    assert "3-9" in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "utf-16", "utf-8"])
def test_output_into_a_file_is_readable_in_any_encoding(encoding: str) -> None:
    run = "import sys; from panel_tui.cli import main; sys.argv[0] = 'panel-tui'; main()"
    done = subprocess.run(
        [sys.executable, "-c", run, "guide", "windows-and-mac"],
        capture_output=True,
        env={"PYTHONIOENCODING": encoding, "PATH": "", "HOME": "/"},
        check=True,
    )
    text = done.stdout.decode(encoding)
    assert "Before the day, on Windows" in text
    assert ("→" if encoding.startswith("utf") else "->") in text


def test_what_systems_leave_in_a_folder_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "asks.csv").write_text(SHEET)
    for where in ("panel", "copy"):
        (tmp_path / where).mkdir()
        for name in LITTER:
            (tmp_path / where / name).touch()
    done = CliRunner().invoke(
        panel_tui, ["new", str(tmp_path / "panel"), "--from", str(tmp_path / "asks.csv")]
    )
    assert done.exception is None, done.output
    for name in LITTER:
        (tmp_path / "panel" / name).touch()
    copy_session(tmp_path / "panel", tmp_path / "copy")
    copied = {one.name for one in (tmp_path / "copy").iterdir()}
    assert {"session.toml", "applications.csv"} <= copied


def test_litter_is_not_copied_along(tmp_path: Path) -> None:
    (tmp_path / "panel").mkdir()
    for name in (*LITTER, "session.toml"):
        (tmp_path / "panel" / name).touch()
    copy_session(tmp_path / "panel", tmp_path / "copy")
    assert [one.name for one in (tmp_path / "copy").iterdir()] == ["session.toml"]


def test_a_spreadsheets_lock_is_no_spreadsheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    for name in ("asks.xlsx", "~$asks.xlsx"):
        (tmp_path / name).touch()
    assert [one.name for one in sheets_about(tmp_path)] == ["asks.xlsx"]


def test_documents_that_onedrive_moved_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = tmp_path / "OneDrive - Fund" / "Dokumente"
    moved.mkdir(parents=True)
    (moved / "asks.xlsx").touch()
    (tmp_path / "here").mkdir()
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: moved)
    assert moved / "asks.xlsx" in sheets_about(tmp_path / "here")


def test_a_sharepoint_folder_is_known_for_one(tmp_path: Path) -> None:
    site = tmp_path / "Community Fund" / "Panels - Documents" / "day"
    site.mkdir(parents=True)
    assert synced_by(site) is None
    (tmp_path / "OneDrive - Community Fund").mkdir()
    assert synced_by(site) == "SharePoint"


@pytest.mark.parametrize(
    "name",
    ["con", "NUL", "aux.txt", "COM1", "lpt9", "what?", "a:b", 'the "day"', "day.", "day ", "a|b", "<a>"],
)
def test_names_windows_cannot_have(name: str) -> None:
    assert not windows_takes(name)


@pytest.mark.parametrize("name", ["console", "day", "panel.2026", "ŵyl", "com10x", "Ann's"])
def test_names_windows_can_have(name: str) -> None:
    assert windows_takes(name)


def test_on_windows_such_a_folder_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "asks.csv").write_text(SHEET)
    monkeypatch.setattr("panel_tui.folder.new.sys.platform", "win32")
    done = CliRunner().invoke(panel_tui, ["new", str(tmp_path / "aux"), "--from", str(tmp_path / "asks.csv")])
    assert "keeps for itself" in str(done.exception)
    assert not (tmp_path / "aux").exists()


@pytest.fixture
def letters_do_not_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk to which PANEL and panel are one, as a Mac's."""
    monkeypatch.setattr(Path, "samefile", lambda one, other: str(one).casefold() == str(other).casefold())


@pytest.mark.usefixtures("letters_do_not_differ")
async def test_cards_do_not_come_into_the_session_by_other_letters(tmp_path: Path) -> None:
    copy_demo(tmp_path / "panel")
    with pytest.raises(InsideTheSession):
        await print_pack(tmp_path / "panel", tmp_path / "PANEL" / "prints", "10.0.0.7:8765")


@pytest.mark.usefixtures("letters_do_not_differ")
def test_one_folder_is_listed_once(tmp_path: Path) -> None:
    remember(tmp_path / "panel")
    remember(tmp_path / "PANEL")
    assert [one.name for one in known() if one.parent == tmp_path] == ["PANEL"]


def test_a_demo_that_a_shell_stands_in_is_left_and_another_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    with fresh_demo_folder() as first:
        (first / "left").touch()

    def kept_by_windows(folder: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(folder))

    monkeypatch.setattr(shutil, "rmtree", kept_by_windows)
    with fresh_demo_folder() as second:
        assert second.name == "demo-2"


@pytest.mark.parametrize(
    "words",
    ["& '{here}/my asks.csv'", '"{here}/my asks.csv"', '{here}/my asks.csv"', '& "{here}/my asks.csv"'],
)
def test_a_path_as_powershell_pastes_it(tmp_path: Path, words: str) -> None:
    (tmp_path / "my asks.csv").touch()
    assert given_path(words.format(here=tmp_path), tmp_path) == tmp_path / "my asks.csv"


def test_a_path_with_powershells_doubled_mark(tmp_path: Path) -> None:
    (tmp_path / "Ann's asks.csv").touch()
    assert given_path(f"& '{tmp_path}/Ann''s asks.csv'", tmp_path) == tmp_path / "Ann's asks.csv"


def test_the_older_console_is_told_from_windows_terminal() -> None:
    assert old_console("win32", {})
    assert not old_console("win32", {"WT_SESSION": "1"})
    assert not old_console("win32", {"TERM_PROGRAM": "vscode"})
    assert not old_console("darwin", {})


async def test_no_page_waits_for_nagle_on_windows(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """There an accepted socket does not say that it is TCP, and asyncio leaves Nagle's waiting on."""
    monkeypatch.setattr(asyncio.base_events, "_set_nodelay", lambda _sock: None)
    seen: list[int] = []
    async with serve(room, "127.0.0.1", 0) as phones:
        reader, writer = await asyncio.open_connection("127.0.0.1", phones.port)
        writer.write(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        await reader.readline()
        for sock in [one for one in gc.get_objects() if type(one) is socket.socket and one.fileno() != -1]:
            if sock.getsockname()[1:2] == (phones.port,) and not sock.getsockopt(
                socket.SOL_SOCKET, socket.SO_ACCEPTCONN
            ):
                seen.append(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()
    assert seen
    assert all(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there that nobody has")
@pytest.mark.timeout(20)
def test_a_rehearsal_copies_nothing_from_outside_the_folder(tmp_path):
    """A link may lead to all of the disk, or round in a circle, and a pipe is waited for."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "private.txt").write_text("mine")
    panel = tmp_path / "panel"
    (panel / "learn").mkdir(parents=True)
    (panel / "session.toml").write_text("title = 'A panel'")
    (panel / "learn" / "round").symlink_to(panel)
    (panel / "all").symlink_to(tmp_path / "elsewhere")
    (panel / "private.txt").symlink_to(tmp_path / "elsewhere" / "private.txt")
    os.mkfifo(panel / "pipe")
    copy_session(panel, tmp_path / "copy")
    copied = sorted(path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*"))
    assert copied == ["learn", "session.toml"]
